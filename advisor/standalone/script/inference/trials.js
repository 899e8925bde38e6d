// Many changes to the answers of one case, tried at once. As advisor/inference/circuit/trials.py.

import { thingOf } from "../knowledge/facts.js";
import { sortedBy } from "../order_by.js";
import { bringing, setsBringing, trialOf } from "./search.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("./search.js").Trial} Trial */
/** @typedef {import("./wanted.js").Wanted} Wanted */

const MOST_ROWS = 10000; // that Python looks at of one run: beyond, what it finds depends on their order
const MOST_SETS = 40; // found: nobody would read more
const MANY = 2000; // sets: more are looked for group by group, as Python does

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
 * @param {Wanted} wanted
 * @param {Fact[]} known
 * @param {Fact[]} changes
 * @param {number} size 1, 2 or 3
 * @returns {Fact[][]}
 */
export function setsThatBring(wanted, known, changes, size) {
  const trial = trialOf(wanted, known, changes);
  const places =
    size === 1
      ? bringing(wanted, trial, changes.map((_change, place) => [place]))
      : size === 2
        ? pairs(wanted, trial, changes, [], 0)
        : triples(wanted, trial, changes);
  return places.map((row) => row.slice().sort((one, other) => one - other).map((place) => changes[place]));
}

/**
 * Return the sets of three: those with the first of the changes, then with the second, until there are enough.
 * @param {Wanted} wanted
 * @param {Trial} trial
 * @param {Fact[]} changes
 * @returns {number[][]}
 */
function triples(wanted, trial, changes) {
  const all = setsBringing(wanted, trial, changes, 3, MANY);
  /** @type {Map<number, number[][]>} */
  const groups = new Map();
  for (const row of all ?? []) groups.set(Math.min(...row), [...(groups.get(Math.min(...row)) ?? []), row]);
  /** @type {number[][]} */
  const found = [];
  for (let first = 0; first < changes.length - 2 && found.length <= MOST_SETS; first += 1) {
    found.push(...(all === null ? pairs(wanted, trial, changes, [first], first + 1) : (groups.get(first) ?? [])));
  }
  return found;
}

/**
 * Return the sets of two more changes beside what is made already.
 * @param {Wanted} wanted
 * @param {Trial} trial
 * @param {Fact[]} changes
 * @param {number[]} made
 * @param {number} from the first change that may be among the two
 * @returns {number[][]}
 */
function pairs(wanted, trial, changes, made, from) {
  const found = setsBringing(wanted, trial, changes, 2, MANY, made, from);
  return found ?? everyPair(wanted, trial, changes, made, from);
}

/**
 * Return what all pairs bring, in the order in which Python tries them, as far as it looks.
 * @param {Wanted} wanted
 * @param {Trial} trial
 * @param {Fact[]} changes
 * @param {number[]} made
 * @param {number} from
 * @returns {number[][]}
 */
function everyPair(wanted, trial, changes, made, from) {
  /** @type {number[][]} */
  const rows = [];
  for (let one = changes.length - 2; one >= from; one -= 1) {
    for (let other = changes.length - 1; other > one; other -= 1) rows.push([...made, one, other]);
  }
  const found = bringing(wanted, trial, rows).slice(0, MOST_ROWS);
  return found.filter((row) => new Set(row.map((place) => thingOf(changes[place]))).size === row.length);
}
