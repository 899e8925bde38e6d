// An outline as plain text. As advisor/reports/outline_text.py.

import { lengthOf, stripped } from "../text.js";
import { DASH, ROOM } from "./outline.js";
import { tableLines } from "./outline_table.js";
import { WIDTH, wrapped } from "./wording.js";

/** @typedef {import("./outline.js").Block} Block */
/** @typedef {import("./outline.js").Outline} Outline */
/** @typedef {import("./outline.js").Point} Point */
/** @typedef {import("./outline.js").Table} Table */

const DEEPEST = 8; // points below stand no further in

/**
 * Return the outline as lines no wider than `width` columns.
 * @param {Outline} outline
 * @param {number} [width]
 * @returns {string}
 */
export function asText(outline, width = WIDTH) {
  return `${linesOf(outline, width).map(withoutBlanksBehind).join("\n")}\n`;
}

/**
 * @param {string} line
 * @returns {string}
 */
function withoutBlanksBehind(line) {
  return stripped(`|${line}`).slice(1);
}

/**
 * @param {Outline} outline
 * @param {number} width
 * @returns {string[]}
 */
function linesOf(outline, width) {
  let columns = new Columns();
  return outline.blocks.flatMap((block, place) => {
    if (isNewPart(block)) columns = new Columns();
    if (block.type === "point") return pointLines(block, columns, width);
    if (block.type === "table") return tableOrPoints(block, width);
    const text = wrapped(block.type === "to-write" ? ROOM : block.text, width);
    return isApart(block, outline.blocks[place - 1]) ? ["", ...text] : text;
  });
}

/**
 * Return whether points below stand by themselves.
 * @param {Block} block
 * @returns {boolean}
 */
function isNewPart(block) {
  return block.type === "title" || block.type === "to-write" || (block.type === "paragraph" && !block.close);
}

/**
 * Return whether an empty line stands between a title, a paragraph or the like and what is above it.
 * @param {Block} block
 * @param {Block | undefined} above
 * @returns {boolean}
 */
function isApart(block, above) {
  return above !== undefined && isNewPart(block);
}

/**
 * @param {Point} point
 * @param {Columns} columns
 * @param {number} width
 * @returns {string[]}
 */
function pointLines(point, columns, width) {
  const { sign, columns: wide } = point.mark;
  const indent = columns.of(point.depth, wide, DEEPEST);
  const before = sign ? `${sign} ` : "";
  return wrapped(point.text, width, indent, indent + wide, before);
}

/**
 * Return a table, or what it says in points where it is too wide.
 * @param {Table} table
 * @param {number} width
 * @returns {string[]}
 */
function tableOrPoints(table, width) {
  const lines = tableLines(table);
  if (lines.every((line) => lengthOf(line) <= width)) return lines;
  return table.narrow.flatMap((point) => pointLines(point, new Columns(), width));
}

/** How many columns in a point stands: right below the text of the point above it. */
class Columns {
  constructor() {
    /** @type {number[]} */
    this.above = [];
  }

  /**
   * Return the columns of the next point; where a point leaves out a depth, a dash is taken to be there.
   * @param {number} depth
   * @param {number} wide the columns of its mark
   * @param {number} deepest points below stand no further in
   * @returns {number}
   */
  of(depth, wide, deepest) {
    const above = this.above.slice(0, depth - 1);
    while (above.length < depth - 1) above.push(DASH.columns);
    this.above = [...above, wide];
    return this.above.slice(0, Math.min(depth, deepest) - 1).reduce((sum, each) => sum + each, 0);
  }
}
