// Which small sets of changes bring what is wanted: a search that leaves out what cannot.
//
// As advisor/inference/circuit/search.py. As long as what is wanted does not hold, some given facts force it not to. A
// set that brings it touches one of those facts, so only changes that do are gone into, and so on below each of them.

import { thingOf } from "../knowledge/facts.js";
import { LANES, lanes, settled } from "./circuit.js";
import { forcing, touchingCell, workOutCosts } from "./forcing.js";
import { where } from "./wanted.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("./wanted.js").Wanted} Wanted */
/**
 * What is given as things are, which cell each change fills, which it empties, and which changes touch a cell.
 * @typedef {{cells: Int32Array, makes: Int32Array, undoes: number[][], touching: Map<number, number[]>}} Trial
 */

/**
 * Return how changes are tried on what is known.
 * @param {Wanted} wanted
 * @param {Fact[]} known
 * @param {Fact[]} changes
 * @returns {Trial}
 */
export function trialOf(wanted, known, changes) {
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
  const makes = Int32Array.from(changes, (change) => gates.get(change) ?? 0);
  const undoes = changes.map((change) => said.get(thingOf(change)) ?? []);
  /** @type {Map<number, number[]>} */
  const touching = new Map();
  changes.forEach((_change, place) => {
    for (const gate of new Set([makes[place], ...undoes[place]])) {
      touching.set(gate, [...(touching.get(gate) ?? []), place]);
    }
  });
  return { cells, makes, undoes, touching };
}

/**
 * Return which of some rows of changes bring what is wanted, 32 of them tried at a time.
 * @param {Wanted} wanted
 * @param {Trial} trial
 * @param {number[][]} rows the places of the changes made in each
 * @returns {number[][]}
 */
function bringing(wanted, trial, rows) {
  /** @type {number[][]} */
  const found = [];
  for (let begin = 0; begin < rows.length; begin += LANES) {
    const those = rows.slice(begin, begin + LANES);
    const everywhere = lanes(those.length);
    const bits = where(settled(wanted.program, filled(trial, those), everywhere), wanted) & everywhere;
    found.push(...those.filter((_row, lane) => ((bits >>> lane) & 1) === 1));
  }
  return found;
}

/**
 * Return all sets of so many changes that bring what is wanted and that none of the smaller ones is part of.
 *
 * In each set the changes stand in their order. What is wanted does not hold yet.
 * @param {Wanted} wanted
 * @param {Trial} trial
 * @param {Fact[]} changes
 * @param {number} size
 * @param {Set<string>} smaller all sets of fewer changes that bring it
 * @returns {number[][]}
 */
export function setsBringing(wanted, trial, changes, size, smaller) {
  /** @type {number[][]} */
  const found = [];
  const things = changes.map(thingOf);
  const cost = new Float64Array(wanted.program.cells);

  /**
   * @param {number[]} prefix
   * @param {boolean[]} allowed
   */
  const goInto = (prefix, allowed) => {
    if (contains(prefix, smaller)) return;
    if (size === 1) {
      found.push(...bringing(wanted, trial, changes.map((_change, place) => [place])));
      return;
    }
    const touching = touchingChanges(wanted, trial, prefix, allowed, cost);
    if (prefix.length === size - 1) {
      found.push(...bringing(wanted, trial, touching.map((place) => inOrder([...prefix, place]))));
      return;
    }
    const left = allowed.slice();
    for (const place of touching) {
      left[place] = false; // whatever has it comes in this branch, and in none behind it
      goInto(inOrder([...prefix, place]), left.map((may, other) => may && things[other] !== things[place]));
    }
  };
  goInto([], changes.map(() => true));
  return found.filter((row) => !contains(row, smaller));
}

/**
 * Return whether a set of changes is one of some sets, or one of them is part of it.
 * @param {number[]} row of three at the most
 * @param {Set<string>} sets
 * @returns {boolean}
 */
function contains(row, sets) {
  const parts = row.flatMap((place, at) => [[place], row.filter((_other, other) => other !== at)]);
  return [...parts, row].some((part) => sets.has(part.join()));
}

/**
 * @param {number[]} row
 * @returns {number[]}
 */
function inOrder(row) {
  return row.sort((one, other) => one - other);
}

/**
 * Return the changes that touch what keeps the wanted from holding.
 * @param {Wanted} wanted
 * @param {Trial} trial
 * @param {number[]} prefix
 * @param {boolean[]} allowed
 * @param {Float64Array} cost room for the work
 * @returns {number[]}
 */
function touchingChanges(wanted, trial, prefix, allowed, cost) {
  const { program } = wanted;
  const cells = settled(program, filled(trial, [prefix]), 1);
  workOutCosts(program, trial, cells, allowed, cost);
  const holding = wanted.holding.filter((gate) => (cells[gate] & 1) === 1);
  const ofSpeaking = wanted.speaking.reduce((sum, gate) => sum + cost[gate], 0);
  const cheapest = holding.reduce((best, gate) => (cost[gate] < cost[best] ? gate : best), holding[0]);
  const begin = holding.length > 0 && cost[cheapest] < ofSpeaking ? [cheapest] : wanted.speaking;
  const isZero = begin !== wanted.speaking || wanted.speaking.every((gate) => (cells[gate] & 1) === 0);
  const facts = forcing(program, cells, cost, isZero ? begin : [cheapest]);
  const touching = new Set(facts.flatMap((gate) => touchingCell(trial, gate, (cells[gate] & 1) === 1)));
  return Array.from(touching).filter((place) => allowed[place]).sort((one, other) => one - other);
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
  cells[0] = 0; // where what nothing looks at is made
  return cells;
}
