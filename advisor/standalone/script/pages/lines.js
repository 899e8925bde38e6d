// Lines of text in a picture, below each other from its left edge. As advisor/pages/_lines.py.

/** @typedef {import("./model.js").Label} Label */

export const EDGE = 2;
export const LINE = 16;

/**
 * Return texts as lines that begin at a height, and the height at which they end.
 * @param {string[]} texts
 * @param {number} y
 * @returns {[Label[], number]}
 */
export function lines(texts, y) {
  const labels = texts.map((text, place) => ({ x: EDGE, y: y + LINE * (place + 1) - 3, text }));
  return [labels, y + LINE * texts.length];
}
