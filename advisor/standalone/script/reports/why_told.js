// Why something is so, in the words of the advice: what it told, her answers, other reasons, the sources.
// As advisor/reports/why_told.py, but for the options of a command, which a page has not.

import { plain } from "../advice/naming.js";
import { say, sayCount } from "../language.js";
import { Outline, PLAIN, point } from "./outline.js";
import { onAScreen } from "./screen.js";
import { leafAnswers, whyOutline } from "./why_outline.js";
import { headingOf, saidOf, toldOf } from "./why_told_lead.js";
import { citation, ended, inside, joined } from "./wording.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../explanation/reasons.js").Reason} Reason */
/** @typedef {import("../explanation/reasons.js").Why} Why */
/** @typedef {import("./why_told_lead.js").Told} Told */

const MOST_SOURCES = 3;
const MOST = 8; // answers, signs and reasons that are shown where there is room

/**
 * Return why: what the advice said, then her answers, other reasons and sources, as much as one looks at in one go.
 * With `full` it is what was said, and all reasons, down to the answers.
 * @param {Why} found
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @param {boolean} [full]
 * @returns {Outline}
 */
export function whyInWords(found, advice, knowledge, full = false) {
  const told = toldOf(found, advice, knowledge);
  if (!full) return onAScreen(outlines(told));
  const outline = new Outline();
  addLead(outline, told);
  outline.put(whyOutline(found, knowledge).blocks);
  return outline;
}

/**
 * Yield it with fewer and fewer answers, signs and reasons of each sort.
 * @param {Told} told
 * @returns {Generator<Outline>}
 */
function* outlines(told) {
  for (let few = MOST; few > 0; few -= 1) {
    const outline = new Outline();
    addLead(outline, told);
    if (["factor", "pattern"].includes(told.found.kind)) {
      addSigns(outline, told, few);
    } else {
      addAnswers(outline, told, few);
      addOthers(outline, told, few);
    }
    addSources(outline, told, few);
    outline.paragraph(say("asking.every_reason"));
    yield outline;
  }
}

/**
 * Add the title, and what the advice said under it.
 * @param {Outline} outline
 * @param {Told} told
 */
function addLead(outline, told) {
  outline.add(0, headingOf(told));
  outline.put(saidOf(told).filter((text) => text).map((text) => point(text, 1, PLAIN)));
}

/**
 * Add the signs, each with the answers that it rests on; of a factor those that decide it first.
 * @param {Outline} outline
 * @param {Told} told
 * @param {number} few
 */
function addSigns(outline, told, few) {
  const { reasons, against, decided_by } = told.found;
  const decides = (/** @type {Reason} */ sign) => decided_by.includes(sign.id);
  /** @type {[string, Reason[], number][]} */
  const parts = [
    [say("asking.what_decides"), [...reasons, ...against].filter(decides), few],
    [say("asking.says_so"), reasons.filter((sign) => !decides(sign)), few],
    [say("asking.says_otherwise"), against.filter((sign) => !decides(sign)), half(few)],
  ];
  for (const [title, shown, most] of parts) {
    addList(outline, title, shown.map((sign) => signText(sign, told.advice)), most);
  }
}

/**
 * Return the answers that made a sign, then what it suggests, where that says more.
 * @param {Reason} sign
 * @param {Advice} advice
 * @returns {string}
 */
function signText(sign, advice) {
  const answers = (advice.said.get(sign.id) ?? []).slice(0, 2);
  const said = answers.map((each) => `"${each}"`).join("; ");
  if (!said) return ended(sign.text);
  const gloss = plain(sign.text);
  const isSaid = answers.some((each) => plain(each).includes(gloss));
  return ended(isSaid ? said : `${said}: ${inside(sign.text)}`);
}

/**
 * Add what she said on which the reason rests that the advice told.
 * @param {Outline} outline
 * @param {Told} told
 * @param {number} few
 */
function addAnswers(outline, told, few) {
  const answers = told.first === null ? [] : leafAnswers(told.first);
  const begin = say("asking.you_said", { question: "{", answer: "{" }).split("{")[0];
  const texts = answers.map((text) => (text.startsWith(begin) ? text.slice(begin.length) : text));
  addList(outline, say("asking.what_you_said"), texts, few);
}

/**
 * Add the other reasons for it, and what to take care of, each in a line.
 * @param {Outline} outline
 * @param {Told} told
 * @param {number} few
 */
function addOthers(outline, told, few) {
  const others = told.found.reasons.filter((reason) => reason !== told.first);
  const titles = new Set(others.map((reason) => ended(reason.text)));
  addList(outline, say("asking.what_else_speaks"), Array.from(titles), few);
  const care = told.found.against.slice(1).map((reason) => ended(reason.text));
  addList(outline, say("asking.what_else_care"), care, half(few));
}

/**
 * Add where what is told here comes from, that of the first reason first.
 * @param {Outline} outline
 * @param {Told} told
 * @param {number} few
 */
function addSources(outline, told, few) {
  if (told.first === null) return;
  const sourced = [told.first, ...told.found.reasons, ...told.found.against].filter((each) => each.source);
  const cited = Array.from(new Set(sourced.map((each) => citation(each, told.knowledge))));
  const [first, ...rest] = cited;
  if (first) {
    outline.add(0, say("asking.comes_from"));
    const [letter, ...others] = first;
    outline.add(1, `${letter.toUpperCase()}${others.join("")}.`);
  }
  if (rest.length > 0) {
    const sources = joined(rest.slice(0, Math.min(few, MOST_SOURCES)));
    outline.add(1, say("asking.the_rest", { sources }));
  }
}

/**
 * Add a title and the first texts below it, and how many more there are; nothing if there is none.
 * @param {Outline} outline
 * @param {string} title
 * @param {string[]} texts
 * @param {number} most
 */
function addList(outline, title, texts, most) {
  if (texts.length > 0) outline.add(0, title);
  for (const text of texts.slice(0, most)) outline.add(1, text);
  const left = texts.length - most;
  if (left > 0) outline.add(1, sayCount("asking.more", left));
}

/**
 * @param {number} few
 * @returns {number}
 */
function half(few) {
  return Math.max(1, Math.floor(few / 2));
}
