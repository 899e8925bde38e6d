// Reasons inside reasons: what has nothing below it is a line, all else unfolds. As reasons.html.

import { say } from "../language.js";
import { fold, make } from "./dom.js";

/** @typedef {import("../pages/model.js").Unfolding} Unfolding */
/** @typedef {import("./dom.js").Child} Child */

/**
 * Return reasons folded under a summary, which says to those who hear it what of; nothing if there are none.
 * @param {string} summary
 * @param {Unfolding[]} reasons
 * @param {string} of
 * @returns {HTMLElement | null}
 */
export function unfolding(summary, reasons, of) {
  if (reasons.length === 0) return null;
  const found = fold(summary, () => [listed(reasons)]);
  found.firstElementChild?.append(make("span", { class: "unseen" }, `: ${of}`));
  return found;
}

/**
 * Return reasons in a list.
 * @param {Unfolding[]} reasons
 * @returns {HTMLElement}
 */
export function listed(reasons) {
  return make("ul", { class: "reasons" }, ...reasons.map((each) => make("li", {}, ...reason(each))));
}

/**
 * @param {Unfolding} each
 * @returns {Child[]}
 */
function reason(each) {
  if (each.below.length === 0) return [make("p", {}, each.text), ...about(each)];
  const looks = { class: each.again ? "again" : null };
  return [fold(each.text, () => [...about(each), listed(each.below)], looks)];
}

/**
 * Return the sentence that a reason gives, its source, and what she wrote.
 * @param {Unfolding} each
 * @returns {Child[]}
 */
function about(each) {
  const cited = each.source === "" ? [] : [" ", make("cite", {}, `(${each.source})`)];
  const notes = each.notes.map((note) => make("p", {}, say("a4.you_wrote"), " ", make("q", {}, note)));
  if (each.because === "" && each.source === "") return notes;
  return [make("p", {}, each.because, ...cited), ...notes];
}
