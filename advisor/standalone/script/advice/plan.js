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
  return { steps, nothing_first: nothingFirst(steps, isTrouble, context, isAlerted) };
}

/**
 * @param {Step[]} steps
 * @param {boolean} isTrouble
 * @param {BuildContext} context
 * @param {boolean} isAlerted
 * @returns {string}
 */
function nothingFirst(steps, isTrouble, context, isAlerted) {
  if (steps.some((step) => step.when === "first")) return "";
  if (isTrouble) return say("advice.no_answer_yet");
  return steps.length === 0 ? "" : notNow(context, isAlerted);
}

/**
 * Return why nothing comes first where no trouble was told: it goes well, or it only does not press.
 *
 * That it goes well is said where it was told: not where something is missing, or of a bare fact.
 * @param {BuildContext} context
 * @param {boolean} isAlerted
 * @returns {string}
 */
function notNow(context, isAlerted) {
  const stands = Array.from(context.stages.values());
  const isConfident = stands.length > 0 && stands.every((stage) => stage === "confident");
  // No trouble was told, so what leads is a strength.
  if (context.leading.length > 0 || isConfident) {
    return isAlerted ? say("advice.well_beside_an_alert") : say("advice.all_well");
  }
  return isAlerted ? say("advice.no_hurry_beside_an_alert") : say("advice.no_hurry");
}
