// A table of an outline as lines of plain text, as the library draws it that Python asks: columns side by side.
//
// Cells are not broken into lines here: no table that the page measures or compares as text does that.

import { lengthOf, stripped } from "../text.js";

/** @typedef {import("./outline.js").Table} Table */

const BESIDE_A_HEADER = 2; // columns that a header keeps free at its end
const BETWEEN = "  ";

/**
 * Return the lines of a table: its headers, a rule, its rows.
 * @param {Table} table
 * @returns {string[]}
 */
export function tableLines(table) {
  const rows = table.rows.map((row) => row.map(stripped));
  const widths = table.headers.map((header, column) =>
    Math.max(lengthOf(header) + BESIDE_A_HEADER, ...rows.map((row) => lengthOf(row[column])))
  );
  const rule = widths.map((width) => "-".repeat(width)).join(BETWEEN);
  return [line(table.headers, widths), rule, ...rows.map((row) => line(row, widths))];
}

/**
 * @param {string[]} cells
 * @param {number[]} widths
 * @returns {string}
 */
function line(cells, widths) {
  return cells.map((cell, column) => cell + " ".repeat(widths[column] - lengthOf(cell))).join(BETWEEN);
}
