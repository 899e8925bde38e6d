// The plan: at most three things first, then what is next, then what can wait. As advisor/advice/plan.py.
//
// Put first what the leading situation calls for, beside it something the leader can begin herself without asking
// anybody, and one thing to ask of others.

import { say } from "../language.js";
import { sortedBy } from "../order_by.js";
import { Planner } from "./planner.js";

/** @typedef {import("./context.js").BuildContext} BuildContext */
/** @typedef {import("./leading.js").Advised} Advised */
/** @typedef {import("./leading.js").Called} Called */
/** @typedef {import("./model.js").Step} Step */
/**
 * The steps in their order, and why nothing comes first where that is so and a reader would wonder.
 * @typedef {{steps: Step[], nothing_first: string}} Plan
 */

const TIMES = ["first", "next", "later"];

/**
 * Return the plan.
 *
 * What is nourishing is all there is where nothing presses. An alert changes no step; where one stands, it is not said
 * that nothing presses at all.
 * @param {Advised} advised
 * @param {Called[]} called what the leading situation calls for
 * @param {boolean} isTrouble whether a trouble was told, for which there is always something to begin with
 * @param {BuildContext} context
 * @param {boolean} isAlerted
 * @returns {Plan}
 */
export function plan(advised, called, isTrouble, context, isAlerted) {
  const planner = new Planner(advised, isTrouble, context);
  planner.takeFirst(called);
  planner.takeNext();
  planner.takeLater();
  const steps = sortedBy(planner.steps, (step) => TIMES.indexOf(step.when));
  return { steps, nothing_first: nothingFirst(steps, isTrouble, isAlerted) };
}

/**
 * @param {Step[]} steps
 * @param {boolean} isTrouble
 * @param {boolean} isAlerted
 * @returns {string}
 */
function nothingFirst(steps, isTrouble, isAlerted) {
  if (steps.some((step) => step.when === "first")) return "";
  if (isTrouble) return say("advice.no_answer_yet");
  if (steps.length === 0) return "";
  return isAlerted ? say("advice.beside_an_alert") : say("advice.all_well");
}
