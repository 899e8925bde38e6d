// An outline: what a page says, and in which order; how it looks is the matter of others. As advisor/reports/outline.py.
//
// Everything in it is text on one line: whatever stands in a case file comes out as words.

import { onOneLine, wordsOf } from "../text.js";

/**
 * What stands before a point, and in how many columns, the blank behind it included. `number` if it numbers the
 * point.
 * @typedef {{sign: string, columns: number, number: number | null}} Mark
 */
/** @typedef {{type: "title", text: string}} Title the first is the title of the page, each further one of a section */
/** @typedef {{type: "paragraph", text: string, close: boolean}} Paragraph `close` to what is above it */
/** @typedef {{type: "point", text: string, depth: number, mark: Mark}} Point of depth 1 below a title */
/** @typedef {{type: "to-write"}} ToWrite a line for somebody to write on */
/**
 * Rows below their headers; where they do not fit, `narrow` says the same in points. Where it is `to_fill`, what has
 * only dots in it is room to write. `widths` are those of the columns in parts of a hundred, if they matter.
 * @typedef {{type: "table", headers: string[], rows: string[][], narrow: Point[], wraps: boolean, to_fill: boolean,
 *   widths: number[]}} Table
 */
/** @typedef {Title | Paragraph | Point | ToWrite | Table} Block */

/** @type {Mark} */
export const DASH = { sign: "-", columns: 2, number: null };
/** @type {Mark} a point without a mark */
export const PLAIN = { sign: "", columns: 0, number: null };
export const ROOM = ".".repeat(60); // where somebody may write

/**
 * Return the mark of a point with a number.
 * @param {number} number
 * @returns {Mark}
 */
export function numbered(number) {
  return { sign: `${number}.`, columns: 3, number };
}

/**
 * @param {string} text
 * @returns {Title}
 */
export function title(text) {
  return { type: "title", text: onOneLine(text) };
}

/**
 * @param {string} text
 * @param {boolean} [close] whether it follows right on what stands above it
 * @returns {Paragraph}
 */
export function paragraph(text, close = false) {
  return { type: "paragraph", text: onOneLine(text), close };
}

/**
 * @param {string} text
 * @param {number} [depth]
 * @param {Mark} [of]
 * @returns {Point}
 */
export function point(text, depth = 1, of = DASH) {
  return { type: "point", text: onOneLine(text), depth, mark: of };
}

/**
 * @param {string[]} headers
 * @param {string[][]} rows
 * @param {Point[]} narrow
 * @param {{wraps?: boolean, to_fill?: boolean, widths?: number[]}} [looks]
 * @returns {Table}
 */
export function table(headers, rows, narrow, { wraps = false, to_fill = false, widths = [] } = {}) {
  const cells = rows.map((row) => row.map(onOneLine));
  return { type: "table", headers: headers.map(onOneLine), rows: cells, narrow, wraps, to_fill, widths };
}

/**
 * Return what stands in a cell where there is room to write without dots.
 * @param {Table} of
 * @param {string} cell
 * @returns {string}
 */
export function roomIn(of, cell) {
  return of.to_fill && /^\.*$/.test(cell) ? "" : cell;
}

/**
 * @param {Block} block
 * @returns {block is Title}
 */
export function isTitle(block) {
  return block.type === "title";
}

/**
 * Return whether a point stands in a list; right below a title and without a mark it is running text.
 * @param {Point} of
 * @returns {boolean}
 */
export function isListed(of) {
  return of.depth > 1 || of.mark.sign !== "";
}

/** What a page says, from above. */
export class Outline {
  /** @param {Block[]} [blocks] */
  constructor(blocks = []) {
    this.blocks = blocks;
  }

  /** The title of the page; none if it has none. */
  get title() {
    return this.blocks.find(isTitle)?.text ?? "";
  }

  /**
   * Add what is made already.
   * @param {Iterable<Block>} blocks
   */
  put(blocks) {
    this.blocks.push(...blocks);
  }

  /**
   * Add a title, if the depth is 0, or a point with a dash; text of several lines becomes one.
   * @param {number} depth
   * @param {string} text
   */
  add(depth, text) {
    const said = wordsOf(text).join(" ");
    this.blocks.push(depth > 0 ? point(said, depth) : title(said));
  }

  /**
   * Add running text; several lines become one.
   * @param {string} text
   */
  paragraph(text) {
    this.blocks.push(paragraph(wordsOf(text).join(" ")));
  }

  /**
   * Add empty lines for somebody to write on.
   * @param {number} lines
   */
  toWrite(lines) {
    for (let line = 0; line < lines; line += 1) this.blocks.push({ type: "to-write" });
  }
}
