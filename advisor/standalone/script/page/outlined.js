// An outline drawn on the page. As advisor/reports/outline_html.py, but for elements in place of markup.

import { isListed, roomIn } from "../reports/outline.js";
import { make } from "./dom.js";

/** @typedef {import("../reports/outline.js").Block} Block */
/** @typedef {import("../reports/outline.js").Point} Point */
/** @typedef {import("../reports/outline.js").Table} Table */
/** @typedef {(list: HTMLElement) => HTMLElement} Folding */

const BEHIND = 3; // the level of points that stand behind an inner one

/**
 * Return an outline as elements; its first title is a heading of level `top`, each further one of the next.
 * @param {{blocks: Block[]}} outline
 * @param {number} [top]
 * @param {Folding} [folding] what becomes of points that stand behind an inner point
 * @returns {HTMLElement[]}
 */
export function drawn(outline, top = 1, folding = (list) => list) {
  /** @type {HTMLElement[]} */
  const made = [];
  /** @type {Point[]} */
  let points = [];
  let titles = 0;
  const endList = () => {
    if (points.length > 0) made.push(listOf(points, 1, folding));
    points = [];
  };
  for (const block of outline.blocks) {
    if (block.type === "point" && isListed(block)) {
      points.push(block);
      continue;
    }
    endList();
    if (block.type === "title") titles += 1;
    made.push(drawnBlock(block, top - 1 + Math.min(titles, 2)));
  }
  endList();
  return made;
}

/**
 * @param {Block} block
 * @param {number} level that of a title
 * @returns {HTMLElement}
 */
function drawnBlock(block, level) {
  switch (block.type) {
    case "title":
      return heading(level, block.text);
    case "table":
      return drawnTable(block);
    case "to-write":
      return make("div", { class: "write" });
    default:
      return make("p", {}, block.text);
  }
}

/**
 * @param {number} level
 * @param {string} text
 * @returns {HTMLElement}
 */
function heading(level, text) {
  const tags = /** @type {const} */ (["h1", "h1", "h2", "h3", "h4"]);
  return make(tags[level], {}, text);
}

/**
 * @param {Table} table
 * @returns {HTMLElement}
 */
function drawnTable(table) {
  const heads = table.headers.map((text) => make("th", { scope: "col" }, text));
  const rows = table.rows.map((row) => make("tr", {}, ...row.map((cell) => make("td", {}, roomIn(table, cell)))));
  return make("table", { class: table.to_fill ? "fill" : null }, make("tr", {}, ...heads), ...rows);
}

/**
 * Return points as a list; those that are deeper are lists inside the point above them.
 * @param {Point[]} points
 * @param {number} level
 * @param {Folding} folding
 * @returns {HTMLElement}
 */
function listOf(points, level, folding) {
  const numbers = points.filter((point) => point.depth <= level).map((point) => point.mark.number);
  const areNumbered = numbers.length > 0 && !numbers.includes(null);
  const made = make(areNumbered ? "ol" : "ul");
  let place = 0;
  while (place < points.length) {
    const next = points.findIndex((point, other) => other > place && point.depth <= level);
    const end = next === -1 ? points.length : next;
    const isOwn = points[place].depth <= level;
    const item = isOwn ? itemOf(points[place], areNumbered) : make("li");
    const inner = points.slice(isOwn ? place + 1 : place, end);
    if (inner.length > 0) item.append(listOf(inner, level + 1, folding));
    made.append(item);
    place = end;
  }
  return level === BEHIND ? folding(made) : made;
}

/**
 * @param {Point} point
 * @param {boolean} areNumbered
 * @returns {HTMLElement}
 */
function itemOf(point, areNumbered) {
  if (areNumbered) return make("li", { value: point.mark.number }, point.text);
  const number = point.mark.number === null ? "" : `${point.mark.sign} `;
  return make("li", {}, number + point.text);
}
