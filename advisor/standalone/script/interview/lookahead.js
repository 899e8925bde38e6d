// Which question would decide most: what each of its answers would change. As advisor/interview/lookahead.py.

import { coneOf } from "../inference/circuit.js";
import { evaluatorOf, gateOf, wholeProgram } from "../inference/evaluator.js";
import { fact, STAGES } from "../knowledge/facts.js";
import { changed, share, tried, trialsOf } from "./trials.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/question_kinds.js").Part} Part */
/** @typedef {import("../inference/circuit.js").Program} Program */
/** @typedef {[number[], number, number]} Place which gates say what takes it, that it waits, that it needs help */

/**
 * Return what an answer may change: the stages, and the first three interventions with their readiness.
 * @param {Knowledge} knowledge
 * @returns {number[]}
 */
export function outcomesOf(knowledge) {
  const evaluator = knowledge.once(evaluatorOf);
  const facts = knowledge.idsOf("factor").flatMap((factor) => STAGES.map((stage) => fact("stage", factor, stage)));
  const places = /** @type {Place[]} */ (knowledge.circuit.places);
  return [...facts.map((each) => gateOf(evaluator, each)), ...places.flatMap(([taken, ...how]) => [...taken, ...how])];
}

/**
 * Return the gates behind what an answer may change; ask for it with `knowledge.once`.
 * @param {Knowledge} knowledge
 * @returns {Program}
 */
export function lookaheadOf(knowledge) {
  return coneOf(knowledge.once(wholeProgram), knowledge.once(outcomesOf));
}

/**
 * Return for each question how much an answer to it would change on average; 0 for nothing.
 * @param {Iterable<Fact>} known
 * @param {Map<string, Part[]>} left of each question the parts that an answer would be about
 * @param {Knowledge} knowledge
 * @returns {Map<string, number>}
 */
export function decisive(known, left, knowledge) {
  const trials = trialsOf(left, knowledge);
  const at = tried(knowledge.once(lookaheadOf), trials, known);
  return share(trials, knowledge.once(outcomesOf).map((gate) => changed(trials, at(gate))));
}
