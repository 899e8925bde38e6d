// As much as one looks at in one go; the rest is shown in full where she asks for it. As advisor/reports/screen.py.

import { say } from "../language.js";
import { Outline, PLAIN, isTitle, point } from "./outline.js";
import { asText } from "./outline_text.js";

/** @typedef {import("./outline.js").Block} Block */

const LINES = 28; // as many as at a terminal, so that both say as much

/**
 * Return the first of some outlines that is short enough, or of the last as much as is.
 * @param {Iterable<Outline>} outlines made one after another, as they are wanted
 * @returns {Outline}
 */
export function onAScreen(outlines) {
  let last = new Outline();
  for (const outline of outlines) {
    last = outline;
    if (lines(outline) <= LINES) return outline;
  }
  return cut(last);
}

/**
 * @param {Outline} outline
 * @returns {number}
 */
function lines(outline) {
  return asText(outline).split("\n").length - 1;
}

/**
 * @param {Outline} outline
 * @returns {Outline}
 */
function cut(outline) {
  const rest = point(say("asking.and_more"), 1, PLAIN);
  /** @type {Block[]} */
  const kept = [];
  for (const block of outline.blocks) {
    if (lines(new Outline([...kept, block, rest])) > LINES) break;
    kept.push(block);
  }
  while (kept.length > 1 && isTitle(kept[kept.length - 1])) kept.pop();
  return new Outline([...kept, rest]);
}
