// How far the interview is, in words that are true. As `progress` in cli/prompts.py.

import { say, sayCount } from "../language.js";
import { aheadOf } from "./ahead.js";
import { make } from "./dom.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("../interview/interview.js").Interview} Interview */

/**
 * Return what is settled, and about how many questions are left.
 *
 * Once it may end there is no bar: it would jump back by what may be asked beyond the end.
 * @param {Sitting} sitting
 * @returns {HTMLElement}
 */
export function howFar(sitting) {
  const { interview } = sitting;
  const said = make("p", { class: "far", id: "far" }, farInWords(interview));
  const { ending, left } = aheadOf(interview);
  if (ending !== null) return said;
  const max = Math.max(1, interview.asked + left);
  const bar = make("progress", { max, value: interview.asked, "aria-labelledby": "far" });
  return make("div", { class: "progress" }, bar, said);
}

/**
 * Return how far it is, in words.
 * @param {Interview} interview
 * @returns {string}
 */
export function farInWords(interview) {
  const { asked, settled } = interview;
  const { left } = aheadOf(interview);
  const said = [say(toGo(interview), { n: asked, left })];
  const stages = Array.from(settled.stages.values()).filter((stage) => stage !== "unknown").length;
  const all = interview.knowledge.idsOf("factor").length;
  if (stages > 0) said.push(say("talk.settled", { n: stages, all }));
  const helps = settled.interventions.length;
  if (helps > 0) said.push(sayCount("talk.settled_too", helps));
  return said.join(" ");
}

/**
 * @param {Interview} interview
 * @returns {string}
 */
function toGo(interview) {
  if (interview.isGoingBack) return "talk.went_back";
  return aheadOf(interview).ending === null ? "talk.to_go" : "talk.more_if_you_like";
}
