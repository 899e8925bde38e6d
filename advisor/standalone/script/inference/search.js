// Which small sets of changes bring what is wanted: a search that leaves out what cannot.
//
// Python tries all sets at once (advisor/inference/circuit/trials.py); there are millions of three. As long as what is
// wanted does not hold, some given facts force it not to. A set that brings it touches one of those facts, so only
// changes that do are gone into, and so on below each of them.

import { thingOf } from "../knowledge/facts.js";
import { LANES, lanes, settled } from "./circuit.js";
import { where } from "./wanted.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("./circuit.js").Program} Program */
/** @typedef {import("./wanted.js").Wanted} Wanted */
/**
 * What is given as things are, which cell each change fills, which it empties, and which changes touch a cell.
 * @typedef {{cells: Int32Array, makes: Int32Array, undoes: number[][], touching: Map<number, number[]>}} Trial
 */

const AND = 0;
const OR = 1;

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
export function bringing(wanted, trial, rows) {
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
 * Return all sets of so many changes that bring what is wanted, or null if there are more than `most`.
 * @param {Wanted} wanted
 * @param {Trial} trial
 * @param {Fact[]} changes
 * @param {number} size
 * @param {number} most
 * @param {number[]} [made] changes that are in each set
 * @param {number} [from] the first of the changes that may be in a set
 * @returns {number[][] | null}
 */
export function setsBringing(wanted, trial, changes, size, most, made = [], from = 0) {
  /** @type {number[][]} */
  const found = [];
  const things = changes.map(thingOf);
  const open = changes.map((_, place) => place >= from && !made.some((other) => things[other] === things[place]));
  const cost = new Float64Array(wanted.program.cells);

  /**
   * @param {number[]} prefix
   * @param {boolean[]} allowed
   */
  const goInto = (prefix, allowed) => {
    if (found.length > most) return;
    const touching = touchingChanges(wanted, trial, prefix, allowed, cost);
    if (prefix.length - made.length === size - 1) {
      found.push(...bringing(wanted, trial, touching.map((place) => [...prefix, place])));
      return;
    }
    const left = allowed.slice();
    for (const place of touching) {
      left[place] = false; // whatever has it comes in this branch, and in none behind it
      goInto([...prefix, place], left.map((may, other) => may && things[other] !== things[place]));
    }
  };
  goInto(made, open);
  return found.length > most ? null : found;
}

/**
 * Return the changes that touch what keeps the wanted from holding; all that may be made where it holds already.
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
  if ((where(cells, wanted) & 1) === 1) return allowed.flatMap((may, place) => (may ? [place] : []));
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
 * Return the changes that would turn a cell of what is given.
 * @param {Trial} trial
 * @param {number} gate
 * @param {boolean} isTrue
 * @returns {number[]}
 */
function touchingCell(trial, gate, isTrue) {
  const all = trial.touching.get(gate) ?? [];
  return isTrue ? all : all.filter((place) => trial.makes[place] === gate);
}

/**
 * Work out for each gate how many changes touch the least that forces it to be what it is.
 * @param {Program} program
 * @param {Trial} trial
 * @param {Int32Array} cells
 * @param {boolean[]} allowed
 * @param {Float64Array} cost
 */
function workOutCosts(program, trial, cells, allowed, cost) {
  for (const [, gate] of program.given) {
    const touching = touchingCell(trial, gate, (cells[gate] & 1) === 1);
    cost[gate] = touching.reduce((sum, place) => sum + (allowed[place] ? 1 : 0), 0);
  }
  const { kinds, left, right, to } = program;
  for (let step = 0; step < to.length; step += 1) {
    const [one, other] = [cost[left[step]], cost[right[step]]];
    const needed = inputsNeeded(kinds[step], cells[left[step]] & 1, cells[right[step]] & 1);
    cost[to[step]] = needed === BOTH ? one + other : needed === ONE ? one : needed === OTHER ? other : Math.min(one, other);
  }
}

const BOTH = 0;
const ONE = 1;
const OTHER = 2;
const EITHER = 3;

/**
 * Return which inputs force a gate to be what it is.
 * @param {number} kind
 * @param {number} one
 * @param {number} other
 * @returns {number}
 */
function inputsNeeded(kind, one, other) {
  if (kind !== AND && kind !== OR) return BOTH;
  const forcing = kind === AND ? 0 : 1; // an input of this value decides alone
  if (one === forcing) return other === forcing ? EITHER : ONE;
  return other === forcing ? OTHER : BOTH;
}

/**
 * Return the given facts that force some gates to be what they are, as few changes as can be touching them.
 * @param {Program} program
 * @param {Int32Array} cells
 * @param {Float64Array} cost
 * @param {number[]} gates
 * @returns {number[]}
 */
function forcing(program, cells, cost, gates) {
  const stepAt = stepsOf(program);
  /** @type {Set<number>} */
  const seen = new Set();
  const waiting = gates.slice();
  /** @type {number[]} */
  const facts = [];
  for (let gate = waiting.pop(); gate !== undefined; gate = waiting.pop()) {
    if (gate < 2 || seen.has(gate)) continue;
    seen.add(gate);
    const step = stepAt.get(gate);
    if (step === undefined) {
      facts.push(gate);
      continue;
    }
    const [one, other] = [program.left[step], program.right[step]];
    const needed = inputsNeeded(program.kinds[step], cells[one] & 1, cells[other] & 1);
    if (needed === BOTH) waiting.push(one, other);
    else waiting.push(needed === OTHER || (needed === EITHER && cost[other] < cost[one]) ? other : one);
  }
  return facts;
}

/** @type {WeakMap<Program, Map<number, number>>} */
const STEPS = new WeakMap();

/**
 * Return at which step of a program each gate is worked out.
 * @param {Program} program
 * @returns {Map<number, number>}
 */
function stepsOf(program) {
  let steps = STEPS.get(program);
  if (steps === undefined) {
    steps = new Map(Array.from(program.to, (gate, step) => /** @type {const} */ ([gate, step])));
    STEPS.set(program, steps);
  }
  return steps;
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
