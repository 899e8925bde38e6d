// Many changes to the answers of one case, 32 of them tried at a time. As advisor/inference/circuit/trials.py.

import { thingOf } from "../knowledge/facts.js";
import { sortedBy } from "../order_by.js";
import { LANES, lanes, settled } from "./circuit.js";
import { where } from "./wanted.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("./wanted.js").Wanted} Wanted */
/** @typedef {{cells: Int32Array, makes: Int32Array, undoes: number[][]}} Trial how changes are put into the cells */

const MOST_ROWS = 10000; // looked at of one run
const MOST_SETS = 40; // found: nobody would read more

/**
 * Return every change of one answer that what is wanted can notice, in a fixed order.
 *
 * Of values that it does not look at, one stands for all: it does nothing but take the place of what was said.
 * @param {Wanted} wanted
 * @param {Iterable<Fact>} known
 * @param {Map<string, Fact[]>} values the facts that may be given of each thing
 * @returns {Fact[]}
 */
export function singleChanges(wanted, known, values) {
  const there = new Set(known);
  const lookedAt = new Set(wanted.program.given.map(([given]) => given));
  const firsts = new Map(wanted.program.given.map(([given]) => [thingOf(given), given]));
  const things = sortedBy(firsts.values(), ({ kind, id }) => [kind, id]).map(thingOf);
  return things.flatMap((thing) => {
    const all = values.get(thing) ?? [];
    const other = all.find((each) => !lookedAt.has(each));
    return all.filter((each) => (lookedAt.has(each) || each === other) && !there.has(each));
  });
}

/**
 * Return sets of `size` changes, of different answers, after which what is wanted holds; not too many.
 *
 * `size` is 1, 2 or 3, and no smaller set may bring it.
 * @param {Wanted} wanted
 * @param {Fact[]} known
 * @param {Fact[]} changes
 * @param {number} size
 * @returns {Fact[][]}
 */
export function setsThatBring(wanted, known, changes, size) {
  if (size === 1) return rowsThatBring(wanted, known, changes, changes.map((_each, place) => [place]), MOST_ROWS);
  const lastFirst = changes.slice().reverse();
  if (size === 2) return pairsThatBring(wanted, known, lastFirst);
  /** @type {Fact[][]} */
  const found = [];
  for (let place = lastFirst.length - 1; place > 1 && found.length <= MOST_SETS; place -= 1) {
    const first = lastFirst[place];
    const withFirst = [...known.filter((each) => thingOf(each) !== thingOf(first)), first];
    const pairs = pairsThatBring(wanted, withFirst, lastFirst.slice(0, place));
    const others = pairs.filter((pair) => pair.every((each) => thingOf(each) !== thingOf(first)));
    found.push(...others.map((pair) => [first, ...pair]));
  }
  return found;
}

/**
 * Return the pairs of changes to different answers that bring what is wanted, the later change first.
 * @param {Wanted} wanted
 * @param {Fact[]} known
 * @param {Fact[]} changes
 * @returns {Fact[][]}
 */
function pairsThatBring(wanted, known, changes) {
  /** @type {number[][]} */
  const rows = [];
  for (let high = 1; high < changes.length; high += 1) {
    for (let low = 0; low < high; low += 1) rows.push([high, low]);
  }
  const found = rowsThatBring(wanted, known, changes, rows, MOST_ROWS);
  return found.filter(([one, other]) => thingOf(one) !== thingOf(other));
}

/**
 * Return the changes of the rows in which what is wanted holds; a row has the places of the changes made in it.
 * @param {Wanted} wanted
 * @param {Fact[]} known
 * @param {Fact[]} changes
 * @param {number[][]} rows
 * @param {number} most
 * @returns {Fact[][]}
 */
function rowsThatBring(wanted, known, changes, rows, most) {
  const trial = trialOf(wanted, known, changes);
  /** @type {Fact[][]} */
  const found = [];
  for (let begin = 0; begin < rows.length && found.length < most; begin += LANES) {
    const those = rows.slice(begin, begin + LANES);
    const cells = settled(wanted.program, filled(trial, those), lanes(those.length));
    const bits = where(cells, wanted) & lanes(those.length);
    those.forEach((row, lane) => {
      if (((bits >>> lane) & 1) === 1) found.push(row.map((place) => changes[place]));
    });
  }
  return found.slice(0, most);
}

/**
 * Return what is given as things are, and what each change makes and undoes.
 * @param {Wanted} wanted
 * @param {Fact[]} known
 * @param {Fact[]} changes
 * @returns {Trial}
 */
function trialOf(wanted, known, changes) {
  const cells = new Int32Array(wanted.program.cells);
  const gates = new Map(wanted.program.given);
  /** @type {Map<string, number[]>} */
  const said = new Map();
  for (const each of known) {
    const gate = gates.get(each);
    if (gate === undefined) continue;
    cells[gate] = -1;
    said.set(thingOf(each), [...(said.get(thingOf(each)) ?? []), gate]);
  }
  return {
    cells,
    makes: Int32Array.from(changes, (change) => gates.get(change) ?? 0),
    undoes: changes.map((change) => said.get(thingOf(change)) ?? []),
  };
}

/**
 * Return the cells of what is given, each row of changes made in a trial of its own.
 * @param {Trial} trial
 * @param {number[][]} rows
 * @returns {Int32Array}
 */
function filled(trial, rows) {
  const cells = trial.cells.slice();
  rows.forEach((row, lane) => {
    const bit = 1 << lane;
    for (const place of row) for (const gate of trial.undoes[place]) cells[gate] &= ~bit;
    for (const place of row) cells[trial.makes[place]] |= bit;
  });
  cells[0] = 0;
  return cells;
}
