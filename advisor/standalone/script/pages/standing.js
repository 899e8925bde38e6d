// Where each factor stands, in plain words, and the steps that move it on. As advisor/pages/standing.py.

import { recommendations } from "../advice/model.js";
import { STAGES } from "../knowledge/facts.js";
import { say } from "../language.js";
import { howSure } from "../reports/advice_factors.js";
import { ended } from "../reports/wording.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../advice/model.js").FactorAdvice} FactorAdvice */
/** @typedef {import("../reports/advice_page.js").AdvicePage} AdvicePage */
/** @typedef {import("./model.js").Standing} Standing */
/** @typedef {import("./unfolding.js").Unfolder} Unfolder */

const MOST_MOVES = 2; // that are named for one factor

/**
 * Return where each factor stands, in the order of the advice.
 * @param {AdvicePage} page
 * @param {Unfolder} unfolder
 * @returns {Standing[]}
 */
export function standings(page, unfolder) {
  return page.advice.factors.map((factor) => standing(factor, page, unfolder));
}

/**
 * @param {FactorAdvice} factor
 * @param {AdvicePage} page
 * @param {Unfolder} unfolder
 * @returns {Standing}
 */
function standing(factor, page, unfolder) {
  const name = page.plainName(factor.id) || factor.title;
  const isKnown = STAGES.includes(factor.stage);
  const seen = isKnown ? page.knowledge.entry(factor.id).stages[factor.stage] : "";
  return {
    name,
    term: name === factor.title ? "" : factor.title,
    stands: say(`a4.termed_${factor.stage}`),
    sure: howSure(factor, page),
    own_view: ownView(factor),
    moves: moves(factor, page.advice).join(" "),
    or_else: orElse(factor),
    seen: seen === "" ? "" : say("a4.seen_there", { what: seen }),
    reasons: factor.firings.length > 0 ? unfolder.of(factor.id) : [],
  };
}

/**
 * Return where she placed it herself, if that is somewhere else.
 * @param {FactorAdvice} factor
 * @returns {string}
 */
function ownView(factor) {
  const placed = factor.placed ?? "";
  if (factor.own_view || !STAGES.includes(placed) || placed === factor.stage) return "";
  return say("a4.you_placed", { stage: say(`a4.asked_${placed}`) });
}

/**
 * Return what is said of a factor that nothing moves on.
 * @param {FactorAdvice} factor
 * @returns {string}
 */
function orElse(factor) {
  if (canMove(factor)) return say("a4.nothing_yet");
  return say(STAGES.includes(factor.stage) ? "a4.nothing_needed" : "a4.first_known");
}

/**
 * @param {FactorAdvice} factor
 * @returns {boolean}
 */
function canMove(factor) {
  return STAGES.slice(0, -1).includes(factor.stage);
}

/**
 * Return the steps of the plan that move a factor on, by number; nothing if it has no way to go.
 * @param {FactorAdvice} factor
 * @param {Advice} advice
 * @returns {string[]}
 */
function moves(factor, advice) {
  if (!canMove(factor)) return [];
  const fitting = new Set(
    recommendations(advice)
      .filter((item) => item.factor === factor.id)
      .map((item) => item.id)
  );
  const numbered = advice.plan.map((step, place) => ({ number: place + 1, step }));
  const first = numbered.filter(
    ({ step }, place) =>
      fitting.has(step.id) && advice.plan.findIndex((each) => each.id === step.id) === place
  );
  return first
    .slice(0, MOST_MOVES)
    .map(({ number, step }) => say("a4.step_moves", { n: number, what: ended(step.short) }));
}
