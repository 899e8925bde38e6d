// Questions that ask the same of several things: how tight it is in each way, and what came of each thing tried.

import { say } from "../language.js";
import { NOT_APPLICABLE, OUTCOMES, STAGES, UNKNOWN } from "../knowledge/facts.js";
import { make } from "./dom.js";
import { fieldId, fieldset, tick, ticked, ticks } from "./fields.js";
import { interventionsOf } from "./lost.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./answering.js").Answering} Answering */
/** @typedef {import("./answering.js").Reply} Reply */
/** @typedef {import("./fields.js").Choice} Choice */
/** @typedef {import("./fields.js").Wrong} Wrong */
/** @typedef {import("../knowledge/base.js").Question} Question */
/** @typedef {import("../cases/case.js").Answer} Answer */
/** @typedef {{id: string, text: string}} Option */

const WHOLE = "whole";

/**
 * Return how each of several ways is placed from loose to tight.
 * @param {Question} question
 * @param {Sitting} sitting
 * @returns {Answering}
 */
export function placing(question, sitting) {
  const texts = new Map(question.options.map((option) => [option.id, option.text]));
  /** @type {Choice[]} */
  const choices = [
    ...STAGES.map((stage) => ({ value: stage, text: texts.get(stage) ?? stage })),
    { value: UNKNOWN, text: say("page.dont_know") },
  ];
  const there = sitting.interview.answerTo(question.id);
  return {
    how: "",
    asked: (title, hint) => asked(question.rows, choices, there, title, hint, wholesOfPlacing(there)),
    read: (form) => readPlacing(form, question.rows),
  };
}

/**
 * Return how it is told what was tried and what came of it; what is left out was not tried.
 * @param {Question} question
 * @param {Sitting} sitting
 * @returns {Answering}
 */
export function actions(question, sitting) {
  const texts = new Map(question.options.map((option) => [option.id, option.text]));
  const rows = interventionsOf(sitting.knowledge);
  /** @type {Choice[]} */
  const choices = [
    { value: NOT_APPLICABLE, text: say("page.not_tried") },
    ...OUTCOMES.map((outcome) => ({ value: outcome, text: texts.get(outcome) ?? outcome })),
  ];
  const there = sitting.interview.answerTo(question.id);
  return {
    how: say("page.how_actions"),
    asked: (title, hint) => asked(rows, choices, there, title, hint, wholesOfActions(there)),
    read: (form) => readActions(form, rows),
  };
}

/**
 * @param {Option[]} rows
 * @param {Choice[]} choices
 * @param {Answer | null} there
 * @param {HTMLElement} title
 * @param {HTMLElement | null} hint
 * @param {HTMLElement[]} wholes
 * @returns {HTMLElement[]}
 */
function asked(rows, choices, there, title, hint, wholes) {
  const said = (/** @type {string} */ id) => new Set(there instanceof Map ? [there.get(id) ?? ""] : []);
  const made = rows.map((row, place) => {
    const buttons = ticks("radio", nameOf(place), choices, said(row.id), "");
    const group = fieldset(row.text, buttons);
    group.className = "row";
    return group;
  });
  const all = make("div", { class: "rows" }, ...made, fieldset(say("page.or_all"), ...wholes));
  all.addEventListener("change", (event) => setRight(all, /** @type {HTMLInputElement} */ (event.target)));
  return [title, ...(hint === null ? [] : [hint]), all];
}

/**
 * @param {Answer | null} there
 * @returns {HTMLElement[]}
 */
function wholesOfPlacing(there) {
  return wholes([{ value: UNKNOWN, text: say("page.dont_know") }, { value: NOT_APPLICABLE, text: say("page.not_applicable") }], there);
}

/**
 * @param {Answer | null} there
 * @returns {HTMLElement[]}
 */
function wholesOfActions(there) {
  return wholes([{ value: NOT_APPLICABLE, text: say("page.none_tried") }, { value: UNKNOWN, text: say("page.dont_know") }], there);
}

/**
 * @param {Choice[]} choices
 * @param {Answer | null} there
 * @returns {HTMLElement[]}
 */
function wholes(choices, there) {
  return choices.map((each, place) => tick("checkbox", fieldId(WHOLE, place), WHOLE, each, each.value === there));
}

/**
 * Take away the ticks that a new one speaks against: those of lines, or those of the whole.
 * @param {HTMLElement} within
 * @param {HTMLInputElement} changed
 */
function setRight(within, changed) {
  if (!changed.checked) return;
  for (const other of within.querySelectorAll("input")) {
    const isOfWhole = other.name === WHOLE;
    if (other !== changed && (changed.name === WHOLE || isOfWhole)) other.checked = false;
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Option[]} rows
 * @returns {Reply}
 */
function readPlacing(form, rows) {
  const [whole] = ticked(form, WHOLE);
  if (whole !== undefined) return { answer: whole };
  const said = rows.map((_row, place) => ticked(form, nameOf(place))[0]);
  /** @type {Wrong[]} */
  const wrong = rows.flatMap((row, place) =>
    said[place] === undefined ? [{ field: fieldId(nameOf(place), 0), text: say("page.wrong_row", { row: row.text }) }] : []
  );
  return wrong.length > 0 ? { wrong } : { answer: new Map(rows.map((row, place) => [row.id, said[place]])) };
}

/**
 * @param {HTMLFormElement} form
 * @param {Option[]} rows
 * @returns {Reply}
 */
function readActions(form, rows) {
  const [whole] = ticked(form, WHOLE);
  if (whole !== undefined) return { answer: whole };
  const said = rows.map((_row, place) => ticked(form, nameOf(place))[0]);
  if (said.every((each) => each === undefined)) {
    return { wrong: [{ field: fieldId(nameOf(0), 0), text: say("page.wrong_actions") }] };
  }
  const isNone = said.every((each) => each === undefined || each === NOT_APPLICABLE);
  if (isNone) return { answer: NOT_APPLICABLE };
  return { answer: new Map(rows.map((row, place) => [row.id, said[place] ?? NOT_APPLICABLE])) };
}

/**
 * Return the name of the radio buttons of a row.
 * @param {number} place
 * @returns {string}
 */
function nameOf(place) {
  return `row-${place + 1}`;
}
