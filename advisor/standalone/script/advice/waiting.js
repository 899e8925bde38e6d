// When an advice gives reason to wait and ask more before anything is begun. As advisor/advice/waiting.py.

import { say } from "../language.js";

/** @typedef {import("./model.js").Advice} Advice */

/**
 * Return why it is right to begin nothing yet; nothing if the advice begins with something that it is sure of.
 * @param {Advice} advice
 * @returns {string}
 */
export function whyWait(advice) {
  const first = advice.plan.filter((step) => step.when === "first");
  const unknown = advice.factors.filter((factor) => factor.stage === "unknown").length;
  if (first.length === 0) return advice.nothing_first || say("exercise.nothing_now");
  if (unknown * 2 > advice.factors.length) return say("exercise.most_unknown");
  return first.every((step) => step.small) ? say("exercise.only_hints") : "";
}
