// What to do, as it stands on one screen: how to begin first, and what comes after by name. As advice_screen_steps.py.

import { say } from "../language.js";
import { LETTERS_OF_A_NOTE } from "./advice_room.js";
import { foremost, leads, worse } from "./advice_standing.js";
import { askingForAnother, called, foremostCaution, waits, whoLeads } from "./advice_steps.js";
import { numbered, paragraph, PLAIN, point, title } from "./outline.js";
import { ended } from "./wording.js";

/** @typedef {import("../advice/model.js").Recommendation} Recommendation */
/** @typedef {import("../advice/model.js").Step} Step */
/** @typedef {import("./advice_room.js").Screen} Screen */
/** @typedef {import("./outline.js").Block} Block */

const LATER = ["first", "next", "later"];

/**
 * Return the first steps, the very first one whole, and what would make the situation worse.
 * @param {Screen} screen
 * @returns {Block[]}
 */
export function stepsToBegin(screen) {
  const { page } = screen;
  const { nothing_first } = page.advice;
  const steps = begun(screen);
  const advised = page.advised();
  const told = steps.flatMap((step, place) =>
    stepInShort(step, place + 1, /** @type {Recommendation} */ (advised.get(step.id)), screen)
  );
  const leading = steps.length > 0 ? foremost(page).slice(0, 1).filter((each) => leads(each, page)) : [];
  return [
    ...(steps.length > 0 || nothing_first ? [title(say("advice_page.what_to_do_first"))] : []),
    ...(nothing_first ? [point(nothing_first, 1, PLAIN)] : []),
    ...told,
    ...leading.map((each) => point(worse(each), 1, PLAIN)),
  ];
}

/**
 * Return the steps that say how to begin, or at least what to do.
 * @param {Screen} screen
 * @returns {Step[]}
 */
function begun({ page, room }) {
  return page.advice.plan.filter((step) => step.when === "first").slice(0, room.steps);
}

/**
 * @param {Step} step
 * @param {number} number
 * @param {Recommendation} item
 * @param {Screen} screen
 * @returns {Block[]}
 */
function stepInShort(step, number, item, screen) {
  const short = step.short === item.title ? "" : `: ${step.short}`;
  return [
    point(called(step, item.title, screen.page) + short, 1, numbered(number)),
    ...about(step, number, item, screen).map((said) => point(said, 2, PLAIN)),
  ];
}

/**
 * Return why, who leads, what to take care of and how to begin, as far as there is room for it.
 * @param {Step} step
 * @param {number} number
 * @param {Recommendation} item
 * @param {Screen} screen
 * @returns {string[]}
 */
function about(step, number, item, screen) {
  const { page, room } = screen;
  const whole = number <= room.begins;
  const said = [];
  if (number <= room.whys) {
    said.push(say("advice_page.why", { because: screen.because(step.reason) }), ...screen.noted([step.reason]));
    if (room.notes) said.push(...page.tried(step.id, LETTERS_OF_A_NOTE));
  }
  const waitsAndLeads = leadsAndWaits(step, item, whole, screen).join(" ");
  if (waitsAndLeads !== "") said.push(waitsAndLeads);
  if (!whole) return said;
  const cautions = foremostCaution(item, page).map((id) => page.firing(id).because);
  said.push(...cautions.map((because) => say("advice_page.take_care", { because })));
  return [...said, say("advice_page.begin", { what: step.text })];
}

/**
 * @param {Step} step
 * @param {Recommendation} item
 * @param {boolean} whole
 * @param {Screen} screen
 * @returns {string[]}
 */
function leadsAndWaits(step, item, whole, screen) {
  const { page, room } = screen;
  const waiting = waits(item, page);
  if (!step.led_by) return waiting;
  const why = whole && room.helpers ? askingForAnother(item, page).map((id) => screen.because(id)) : [];
  return [...waiting, whoLeads(step, whole), ...why];
}

/**
 * Return what comes next and later by name, each with its number in the plan.
 * @param {Screen} screen
 * @returns {Block[]}
 */
export function laterSteps(screen) {
  const { page, room } = screen;
  const told = begun(screen).length;
  const numbers = page.advice.plan.map((step, place) => ({ step, number: place + 1 }));
  return LATER.flatMap((when) => {
    const steps = numbers.filter(({ step, number }) => step.when === when && number > told);
    if (steps.length === 0 || !(room.ahead || when === "first")) return [];
    const titles = steps.map(({ step, number }) => `${number}. ${titleOf(step, screen).replace(/\.+$/, "")}`);
    return [paragraph(say(`advice_page.later_${when}`, { steps: ended(titles.join("; ")) }), true)];
  });
}

/**
 * @param {Step} step
 * @param {Screen} screen
 * @returns {string}
 */
function titleOf(step, { page }) {
  return called(step, page.title(step.id), page);
}
