// A checklist on a page: what is true is ticked, what she is not sure of is ticked beside it, all else is no.

import { say } from "../language.js";
import { NOT_APPLICABLE, UNKNOWN } from "../knowledge/facts.js";
import { make } from "./dom.js";
import { boxes, fieldId, tick, ticked } from "./fields.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./answering.js").Answering} Answering */
/** @typedef {import("./answering.js").Reply} Reply */
/** @typedef {import("../knowledge/base.js").Question} Question */
/** @typedef {import("../cases/case.js").Answer} Answer */

const TRUE = "answer";
const UNSURE = "unsure";
const WHOLE = "whole";
const NONE = "none";

/**
 * Return how a list is answered of which several things may be true.
 * @param {Question} question
 * @param {Sitting} sitting
 * @returns {Answering}
 */
export function checklist(question, sitting) {
  const there = sitting.interview.answerTo(question.id);
  return {
    how: [question.hint ? "" : say("page.how_tick"), say("page.how_left")].join(" "),
    asked: (title, hint) => [lines(question, there, title, hint)],
    read: (form) => read(form, question, sitting),
  };
}

/**
 * @param {Question} question
 * @param {Answer | null} there
 * @param {HTMLElement} title
 * @param {HTMLElement | null} hint
 * @returns {HTMLElement}
 */
function lines(question, there, title, hint) {
  const said = (/** @type {string} */ id) => (there instanceof Map ? (there.get(id) ?? "") : "");
  const rows = question.items.map((item, place) =>
    make(
      "div",
      { class: "line" },
      tick("checkbox", fieldId(TRUE, place), TRUE, { value: item.id, text: item.text }, said(item.id) === "yes"),
      unsure(item, place, said(item.id) === UNKNOWN)
    )
  );
  const made = make(
    "fieldset",
    { "aria-describedby": hint === null ? null : hint.id },
    make("legend", {}, title),
    hint,
    ...rows,
    make("p", { class: "or" }, say("page.or")),
    ...wholes(question, there)
  );
  made.addEventListener("change", (event) => setRight(made, /** @type {HTMLInputElement} */ (event.target)));
  return made;
}

/**
 * Return the box for a line that she is not sure of; who hears it hears which line.
 * @param {{id: string, text: string}} item
 * @param {number} place
 * @param {boolean} isChecked
 * @returns {HTMLElement}
 */
function unsure(item, place, isChecked) {
  const made = tick("checkbox", fieldId(UNSURE, place), UNSURE, { value: item.id, text: "" }, isChecked);
  made.classList.add("unsure");
  made.querySelector("label")?.append(say("page.unsure"), make("span", { class: "unseen" }, `: ${item.text}`));
  return made;
}

/**
 * Return what may be said of the whole list.
 * @param {Question} question
 * @param {Answer | null} there
 * @returns {HTMLElement[]}
 */
function wholes(question, there) {
  const isNone = there instanceof Map && question.items.every((item) => there.get(item.id) === "no");
  const checked = isNone ? NONE : there;
  return [
    { value: NONE, text: say("page.none") },
    { value: UNKNOWN, text: say("page.dont_know") },
    { value: NOT_APPLICABLE, text: say("page.not_applicable") },
  ].map((each, place) => tick("checkbox", fieldId(WHOLE, place), WHOLE, each, each.value === checked));
}

/**
 * Take away the ticks that a new one speaks against: true or not sure of a line, a line or one for the whole.
 * @param {HTMLElement} within
 * @param {HTMLInputElement} changed
 */
function setRight(within, changed) {
  if (!changed.checked) return;
  const speaksAgainst = (/** @type {HTMLInputElement} */ other) =>
    changed.name === WHOLE || other.name === WHOLE || other.value === changed.value;
  for (const other of [TRUE, UNSURE, WHOLE].flatMap((name) => boxes(within, name))) {
    if (other !== changed && speaksAgainst(other)) other.checked = false;
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Question} question
 * @param {Sitting} sitting
 * @returns {Reply}
 */
function read(form, question, sitting) {
  const [whole] = ticked(form, WHOLE);
  if (whole === NONE) return { answer: sitting.interview.noneOfThese(question.id) };
  if (whole !== undefined) return { answer: whole };
  const isTrue = new Set(ticked(form, TRUE));
  const isUnsure = new Set(ticked(form, UNSURE));
  if (isTrue.size + isUnsure.size === 0) {
    return { wrong: [{ field: fieldId(TRUE, 0), text: say("page.wrong_checklist") }] };
  }
  const word = (/** @type {string} */ id) => (isUnsure.has(id) ? UNKNOWN : isTrue.has(id) ? "yes" : "no");
  return { answer: new Map(question.items.map((item) => [item.id, word(item.id)])) };
}
