// Answers that are tried in advance: every answer to each question is a row, a row a bit. As interview/trials.py.

import { LANES, run } from "../inference/circuit.js";
import { kindOf } from "../knowledge/question_kinds.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Question} Question */
/** @typedef {import("../knowledge/question_kinds.js").Part} Part */
/** @typedef {import("../inference/circuit.js").Program} Program */
/** @typedef {number[]} Column a bit for each row, 32 in a word */
/**
 * The answers to some questions, each tried alone. `spans` say which rows are those of a question; the last row of
 * all, `now`, is the case as it is.
 * @typedef {{rows: Fact[][], spans: Map<string, [number, number]>, now: number, everywhere: Column}} Trials
 */

/**
 * Return the trials of some questions, each with the parts that an answer would be about.
 * @param {Map<string, Part[]>} left
 * @param {Knowledge} knowledge
 * @returns {Trials}
 */
export function trialsOf(left, knowledge) {
  /** @type {Fact[][]} */
  const rows = [];
  /** @type {Map<string, [number, number]>} */
  const spans = new Map();
  for (const [id, parts] of left) {
    const question = /** @type {Question} */ (knowledge.questions.get(id));
    const begin = rows.length;
    rows.push(...kindOf(question).tries(question, parts));
    spans.set(id, [begin, rows.length]);
  }
  return { rows, spans, now: rows.length, everywhere: allOf(rows.length + 1) };
}

/**
 * Run a program on all trials of a case; what is returned says of a gate in which rows it holds.
 * @param {Program} program
 * @param {Trials} trials
 * @param {Iterable<Fact>} known what is known in all rows
 * @returns {(gate: number) => Column}
 */
export function tried(program, { rows, everywhere }, known) {
  const given = Array.from(known);
  const cells = everywhere.map((all, word) => {
    const columns = new Map(given.map((each) => [each, all]));
    const end = Math.min(rows.length, (word + 1) * LANES);
    for (let row = word * LANES; row < end; row += 1) {
      for (const each of rows[row]) columns.set(each, (columns.get(each) ?? 0) | (1 << (row % LANES)));
    }
    return run(program, columns, all);
  });
  return (gate) => cells.map((each) => each[gate]);
}

/**
 * Return in which rows something is other than in the case as it is.
 * @param {Trials} trials
 * @param {Column} column
 * @returns {Column}
 */
export function changed({ now, everywhere }, column) {
  return isIn(column, now) ? column.map((bits, word) => bits ^ everywhere[word]) : column;
}

/**
 * Return for each question in how many of its rows these columns hold, on average over the rows.
 * @param {Trials} trials
 * @param {Iterable<Column>} columns
 * @returns {Map<string, number>}
 */
export function share({ now, spans }, columns) {
  const times = new Int32Array(now + 1);
  for (const column of columns) for (const row of rowsOf(column)) times[row] += 1;
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const [id, [begin, end]] of spans) {
    const sum = times.subarray(begin, end).reduce((total, each) => total + each, 0);
    found.set(id, sum / Math.max(1, end - begin));
  }
  return found;
}

/**
 * Return the number of each row of a column.
 * @param {Column} column
 * @returns {number[]}
 */
export function rowsOf(column) {
  /** @type {number[]} */
  const rows = [];
  column.forEach((bits, word) => {
    for (let left = bits; left !== 0; left &= left - 1) rows.push(word * LANES + 31 - Math.clz32(left & -left));
  });
  return rows;
}

/**
 * Return whether a row is in a column.
 * @param {Column} column
 * @param {number} row
 * @returns {boolean}
 */
export function isIn(column, row) {
  return ((column[Math.floor(row / LANES)] >>> (row % LANES)) & 1) === 1;
}

/**
 * Return in which rows one of some columns holds.
 * @param {Column[]} columns
 * @param {Trials} trials
 * @returns {Column}
 */
export function anyOf(columns, { everywhere }) {
  return everywhere.map((_, word) => columns.reduce((bits, column) => bits | column[word], 0));
}

/**
 * @param {number} rows
 * @returns {Column}
 */
function allOf(rows) {
  return Array.from({ length: Math.ceil(rows / LANES) }, (_, word) => {
    const here = rows - word * LANES;
    return here >= LANES ? -1 : (1 << here) - 1;
  });
}
