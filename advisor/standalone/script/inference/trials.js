// Many changes to the answers of one case, tried at once. As advisor/inference/circuit/trials.py.

import { thingOf } from "../knowledge/facts.js";
import { sortedBy } from "../order_by.js";
import { setsBringing, trialOf } from "./search.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("./wanted.js").Wanted} Wanted */

const LARGEST = 3; // sets: nobody would change more
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
 * Yield the sets of one change after which what is wanted holds, then those of two, then of three.
 *
 * The changes of a set are of different answers, and no part of it would do. Of three those with the first of the
 * changes come, then those with the second, and so on until there are enough.
 * @param {Wanted} wanted
 * @param {Fact[]} known
 * @param {Fact[]} changes
 * @returns {Generator<Fact[][]>}
 */
export function* setsThatBring(wanted, known, changes) {
  const trial = trialOf(wanted, known, changes);
  /** @type {Set<string>} */
  const smaller = new Set();
  for (let size = 1; size <= LARGEST; size += 1) {
    const rows = sortedBy(setsBringing(wanted, trial, changes, size, smaller), (row) => row);
    const found = size === LARGEST && rows.length > MOST_SETS ? rows.filter(([first]) => first <= rows[MOST_SETS][0]) : rows;
    yield found.map((row) => row.map((place) => changes[place]));
    for (const row of rows) smaller.add(row.join());
  }
}
