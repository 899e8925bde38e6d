// What to do as it stands on the page: each step with why, who and how. As advisor/pages/plan.py.

import { recommendations } from "../advice/model.js";
import { say } from "../language.js";
import { foremost, worse } from "../reports/advice_standing.js";
import { called, foremostCaution, leadsAndWaits, ways } from "../reports/advice_steps.js";
import { MOST_ERRANDS } from "./sheet.js";

/** @typedef {import("../advice/model.js").Recommendation} Recommendation */
/** @typedef {import("../advice/model.js").Step} Planned */
/** @typedef {import("../reports/advice_page.js").AdvicePage} AdvicePage */
/** @typedef {import("./model.js").Saying} Saying */
/** @typedef {import("./model.js").Situation} Situation */
/** @typedef {import("./model.js").Step} Step */
/** @typedef {import("./model.js").Stretch} Stretch */
/** @typedef {import("./unfolding.js").Unfolder} Unfolder */

const WHEN = ["first", "next", "later"];

/**
 * Return the steps in their order, those of one time together.
 * @param {AdvicePage} page
 * @param {Unfolder} unfolder
 * @returns {Stretch[]}
 */
export function plan(page, unfolder) {
  const advised = new Map(recommendations(page.advice).map((item) => [item.id, item]));
  let number = 0;
  const stretches = WHEN.map((when) => ({
    title: say(`a4.when_${when}`),
    steps: page.advice.plan
      .filter((each) => each.when === when)
      .map((each) => {
        number += 1;
        const item = /** @type {Recommendation} */ (advised.get(each.id));
        return step(each, number, item, page, unfolder);
      }),
  }));
  return stretches.filter((stretch) => stretch.steps.length > 0);
}

/**
 * @param {Planned} planned
 * @param {number} number
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @param {Unfolder} unfolder
 * @returns {Step}
 */
function step(planned, number, item, page, unfolder) {
  const reasons = [planned.reason, ...foremostCaution(item, page)];
  const told = new Set(reasons.map((id) => page.firing(id).because));
  const isOnSheet = planned.when === "first" && number <= MOST_ERRANDS;
  return {
    number,
    title: called(planned, item.title, page),
    what: planned.short === item.title ? "" : planned.short,
    about: about(planned, item, page, isOnSheet),
    reasons: unfolder.of(planned.id, told),
  };
}

/**
 * Return why and who; how to begin, if the sheet does not say it; ways to do it.
 * @param {Planned} planned
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @param {boolean} isOnSheet
 * @returns {string[]}
 */
function about(planned, item, page, isOnSheet) {
  const said = [say("a4.why", { because: page.because(planned.reason) }), ...page.tried(planned.id)];
  const waitsAndLeads = Array.from(leadsAndWaits(planned, item, page)).join(" ");
  if (waitsAndLeads !== "") said.push(waitsAndLeads);
  for (const id of foremostCaution(item, page)) {
    said.push(say("a4.take_care_because", { because: page.because(id) }));
  }
  if (!isOnSheet) said.push(say("a4.begin", { what: planned.text }));
  return [...said, ...ways(item, page)];
}

/**
 * Return the situations that fit, those that a short page shows first.
 * @param {AdvicePage} page
 * @param {Unfolder} unfolder
 * @returns {Situation[]}
 */
export function situations(page, unfolder) {
  const first = Array.from(foremost(page));
  const ordered = [...first, ...page.advice.patterns.filter((each) => !first.includes(each))];
  return ordered.map((each) => ({
    title: each.title,
    fit: say(`a4.fit_${each.fit}`),
    text: each.text,
    worse: worse(each),
    reasons: unfolder.of(each.id),
  }));
}

/**
 * Return what reasons speak for and what is not advised now, each with why.
 * @param {AdvicePage} page
 * @returns {Saying[]}
 */
export function heldBack(page) {
  return page.advice.withheld.map((each) => ({ title: each.title, text: page.because(each.firings[0]) }));
}
