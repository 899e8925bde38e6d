// An outline as elements of the page: headings, lists, tables, as advisor/reports/outline_html.py makes them.

import { isListed, roomIn, saidBy } from "./outline.js";

/** @typedef {import("./outline.js").Block} Block */
/** @typedef {import("./outline.js").Outline} Outline */
/** @typedef {import("./outline.js").Point} Point */
/** @typedef {import("./outline.js").Table} Table */
/**
 * How it is drawn. `level` is that of the first heading; no level below is left out. `pressed` gives what stands in
 * place of a block with a `hint`, null for nothing. With `folds` each section but the first is shut until it is opened.
 * @typedef {{level?: number, folds?: boolean, pressed?: (hint: string, text: string) => Node | null}} Looks
 */

const DEEPEST_HEADING = 6;

/**
 * Return the elements of an outline, in its order.
 * @param {Outline} outline
 * @param {Looks} [looks]
 * @returns {Node[]}
 */
export function drawOutline({ blocks }, looks = {}) {
  if (!looks.folds) return drawn(blocks, 0, looks);
  const starts = blocks.flatMap((block, place) => (block.type === "title" ? [place] : [])).slice(1);
  const sections = starts.map((start, place) => blocks.slice(start, starts[place + 1]));
  return [...drawn(blocks.slice(0, starts[0]), 0, looks), ...sections.map((section) => fold(section, looks))];
}

/**
 * Return a section that is shut until somebody opens it, its heading as what is pressed.
 * @param {Block[]} section
 * @param {Looks} looks
 * @returns {Node}
 */
function fold([title, ...below], looks) {
  const heading = headingOf(title, 2, looks);
  return made("details", [made("summary", [heading]), ...drawn(below, 2, looks)]);
}

/**
 * Return blocks as elements; `titles` are those that stand above them already.
 * @param {Block[]} blocks
 * @param {number} titles
 * @param {Looks} looks
 * @returns {Node[]}
 */
function drawn(blocks, titles, looks) {
  /** @type {Node[]} */
  const nodes = [];
  /** @type {Point[]} */
  let points = [];
  let above = titles;
  for (const block of [...blocks, null]) {
    if (block !== null && block.type === "point" && isListed(block)) {
      points.push(block);
      continue;
    }
    if (points.length > 0) nodes.push(list(points, 1));
    points = [];
    if (block === null) break;
    if (block.type === "title") above += 1;
    nodes.push(...blockOf(block, above, looks));
  }
  return nodes;
}

/**
 * Return a block; `titles` are those up to it.
 * @param {Block} block
 * @param {number} titles
 * @param {Looks} looks
 * @returns {Node[]}
 */
function blockOf(block, titles, looks) {
  switch (block.type) {
    case "title":
    case "group":
      return [headingOf(block, titles, looks)];
    case "table":
      return [tableOf(block)];
    case "to-write":
      return [made("div", [], { class: "write" })];
    default:
      return runningText(block.text, block.hint, looks);
  }
}

/**
 * Return running text, or what may be pressed in its place.
 * @param {string} text
 * @param {string} hint
 * @param {Looks} looks
 * @returns {Node[]}
 */
function runningText(text, hint, { pressed }) {
  if (hint === "" || pressed === undefined) return [made("p", [text])];
  const found = pressed(hint, text);
  return found === null ? [] : [made("p", [found])];
}

/**
 * @param {Block} block a title, or a group inside a section
 * @param {number} titles
 * @param {Looks} looks
 * @returns {HTMLElement}
 */
function headingOf(block, titles, { level = 1 }) {
  const deeper = Math.min(titles, 2) - 1 + (block.type === "group" ? 1 : 0);
  const text = block.type === "title" || block.type === "group" ? block.text : "";
  return made(`h${Math.min(level + Math.max(deeper, 0), DEEPEST_HEADING)}`, [text]);
}

/**
 * @param {Table} table
 * @returns {HTMLElement}
 */
function tableOf(table) {
  const looks = table.to_fill ? "fill" : table.widths.length > 0 ? "times" : "";
  const head = made("tr", table.headers.map((header) => made("th", [header], { scope: "col" })));
  const rows = table.rows.map((cells) => made("tr", cells.map((cell) => made("td", [roomIn(table, cell)]))));
  return made("table", [made("thead", [head]), made("tbody", rows)], looks === "" ? {} : { class: looks });
}

/**
 * Return points as a list; those that are deeper are lists inside the point above them.
 * @param {Point[]} points
 * @param {number} level
 * @returns {HTMLElement}
 */
function list(points, level) {
  const own = points.filter((point) => point.depth <= level);
  const areNumbered = own.length > 0 && own.every((point) => point.mark.number !== null);
  /** @type {Node[]} */
  const items = [];
  for (let place = 0; place < points.length; ) {
    const next = points.findIndex((point, at) => at > place && point.depth <= level);
    const end = next < 0 ? points.length : next;
    const isOwn = points[place].depth <= level;
    const inner = points.slice(isOwn ? place + 1 : place, end);
    const item = isOwn ? itemOf(points[place], areNumbered) : made("li", []);
    if (inner.length > 0) item.append(list(inner, level + 1));
    items.push(item);
    place = end;
  }
  return made(areNumbered ? "ol" : "ul", items);
}

/**
 * @param {Point} point
 * @param {boolean} isNumbered
 * @returns {HTMLElement}
 */
function itemOf(point, isNumbered) {
  const { number, sign } = point.mark;
  if (isNumbered) return made("li", [saidBy(point)], { value: String(number) });
  return made("li", [number === null ? saidBy(point) : `${sign} ${saidBy(point)}`]);
}

/**
 * @param {string} name
 * @param {(Node | string)[]} inside
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLElement}
 */
function made(name, inside, attributes = {}) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside.filter((each) => each !== ""));
  return element;
}
