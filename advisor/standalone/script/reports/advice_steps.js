// What a step is called, what it waits for and who leads it. As advisor/reports/advice_steps.py.

import { say } from "../language.js";
import { sortedBy } from "../order_by.js";
import { ended, joined } from "./wording.js";

/** @typedef {import("../advice/model.js").Recommendation} Recommendation */
/** @typedef {import("../advice/model.js").Step} Step */
/** @typedef {import("./advice_page.js").AdvicePage} AdvicePage */

const MOST_WAYS = 2;

/**
 * Return whether nothing is known of where the partnership stands.
 * @param {AdvicePage} page
 * @returns {boolean}
 */
export function isUnknown(page) {
  return page.advice.factors.every((factor) => factor.stage === "unknown");
}

/**
 * Return what a step is called; one that was tried before does not stand there as if it were new.
 * @param {Step} step
 * @param {string} titleOf
 * @param {AdvicePage} page
 * @returns {string}
 */
export function called(step, titleOf, page) {
  const outcome = page.outcome(step.id);
  if (outcome === "no-change" || outcome === "worse") return say("advice_page.again", { title: titleOf });
  if (outcome === "helped" && !isOfTrying(step, page)) return say("advice_page.go_on", { title: titleOf });
  return step.small ? say("advice_page.a_small_step", { title: titleOf }) : titleOf;
}

/**
 * Return whether the reason that is told with a step is itself about what was tried.
 * @param {Step} step
 * @param {AdvicePage} page
 * @returns {boolean}
 */
function isOfTrying(step, page) {
  return isAboutTrying(step.reason, page);
}

/**
 * @param {string} id of a firing
 * @param {AdvicePage} page
 * @returns {boolean}
 */
function isAboutTrying(id, page) {
  return page.firing(id).support.some((fact) => fact.kind === "tried");
}

/**
 * Return ways to do an intervention, if there are any.
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @returns {string[]}
 */
export function ways(item, page) {
  const shown = (item.techniques ?? []).slice(0, MOST_WAYS);
  return shown.length > 0 ? [say("advice_page.ways", { ways: joined(shown.map((id) => page.title(id))) })] : [];
}

/**
 * Return what a step waits for, and who leads where it is not plainly the leader, and why.
 * @param {Step} step
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @returns {string[]}
 */
export function leadsAndWaits(step, item, page) {
  const why = askingForAnother(item, page).map((id) => page.because(id));
  return [...waits(item, page), ...(step.led_by ? [whoLeads(step), ...why] : [])];
}

/**
 * Return what something advised waits for, if it does.
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @returns {string[]}
 */
function waits(item, page) {
  const after = item.after ?? [];
  return after.length > 0 ? [say("advice_page.not_before", { titles: joined(after.map((id) => page.title(id))) })] : [];
}

/**
 * Return who leads a step where that is not plainly the leader.
 * @param {Step} step
 * @returns {string}
 */
export function whoLeads(step) {
  return say("advice_page.who_leads", { who: ended(step.led_by) });
}

/**
 * Return the rule that asks for somebody else to lead, if there is one: its reason says why.
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @returns {string[]}
 */
export function askingForAnother(item, page) {
  return item.cautions.filter((id) => page.firing(id).concludes.kind === "needs-help").slice(0, 1);
}

/**
 * Return the caution to show; what the leader herself has tried comes first.
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @returns {string[]}
 */
export function foremostCaution(item, page) {
  const cautions = item.cautions.filter((id) => page.firing(id).concludes.kind === "caution");
  return sortedBy(cautions, (id) => !isAboutTrying(id, page)).slice(0, 1);
}
