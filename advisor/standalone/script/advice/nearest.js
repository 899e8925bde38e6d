// Which of several equally strong reasons is told: that which says most of this case. As advisor/advice/nearest.py.

import { isAbsence } from "../knowledge/facts.js";

/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../order_by.js").Key} Key */
/** @typedef {import("./context.js").BuildContext} BuildContext */

const WEIGHED = ["pattern", "stage", "sure"]; // what is found by weighing many answers

/**
 * Return how far a reason is from the heart of a case; less is nearer.
 *
 * A reason that says itself what to do comes before one that borrows the words of its entry: those hold for any
 * reason. Then that of the leading pattern; then what rests on her answers before what rests on another pattern or a
 * stage; then what asks for more of them, and what rests on more of them, however deep.
 * @param {Firing} firing
 * @param {BuildContext} context
 * @returns {(number | boolean)[]}
 */
export function distance(firing, context) {
  const there = firing.support.filter((fact) => !isAbsence(fact));
  return [
    !hasOwnStep(firing, context),
    !context.leading.slice(0, 1).some((pattern) => there.includes(pattern)),
    there.some((fact) => WEIGHED.includes(fact.kind)),
    -there.length,
    -context.grounds.of(firing).size,
  ];
}

/**
 * Return whether a reason says itself how to begin.
 * @param {Firing} firing
 * @param {BuildContext} context
 * @returns {boolean}
 */
export function hasOwnStep(firing, context) {
  return Boolean(context.wording.entry(firing.id).first_step);
}
