// The rules as gates on bits, 32 trials at a time: what is known goes in, what follows comes out.
// The gates are those of advisor/inference/circuit/gates.py, written out as data by circuit_data.py.

import { fact } from "../knowledge/facts.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {{kinds: string, left: number[], right: number[], given: [string, string, string][]}} Gates */
/**
 * Some gates in their order, and where what is given goes: what `run` works out.
 * @typedef {{cells: number, given: [Fact, number][], kinds: Uint8Array, left: Int32Array, right: Int32Array,
 *   to: Int32Array}} Program
 */

export const TRUE = 1;
export const LANES = 32;
const AND = 0;
const OR = 1;
const GIVEN = 3;

/**
 * Return the whole circuit as a program: each gate has the cell of its number.
 * @param {Gates} gates
 * @returns {Program}
 */
export function programOf(gates) {
  const cells = gates.kinds.length + 2;
  /** @type {[Fact, number][]} */
  const given = [];
  const kinds = new Uint8Array(gates.left.length);
  const left = new Int32Array(gates.left.length);
  const right = new Int32Array(gates.left.length);
  const to = new Int32Array(gates.left.length);
  let step = 0;
  for (let gate = 2; gate < cells; gate += 1) {
    const kind = Number(gates.kinds[gate - 2]);
    if (kind === GIVEN) {
      given.push([fact(...gates.given[given.length]), gate]);
    } else {
      kinds[step] = kind;
      left[step] = gate - gates.left[step];
      right[step] = gate - gates.right[step];
      to[step] = gate;
      step += 1;
    }
  }
  return { cells, given, kinds, left, right, to };
}

/**
 * Return the beginning of a program, as far as the gates before one.
 * @param {Program} program
 * @param {number} end
 * @returns {Program}
 */
export function beginningOf(program, end) {
  const next = program.to.findIndex((gate) => gate >= end);
  const steps = next === -1 ? program.to.length : next;
  return {
    cells: end,
    given: program.given.filter(([, gate]) => gate < end),
    kinds: program.kinds.subarray(0, steps),
    left: program.left.subarray(0, steps),
    right: program.right.subarray(0, steps),
    to: program.to.subarray(0, steps),
  };
}

/**
 * Return the part of a program that some gates need, and nothing else; cells keep their numbers.
 * @param {Program} program
 * @param {Iterable<number>} wanted
 * @returns {Program}
 */
export function coneOf(program, wanted) {
  const needed = new Uint8Array(program.cells);
  for (const gate of wanted) needed[gate] = 1;
  /** @type {number[]} */
  const steps = [];
  for (let step = program.to.length - 1; step >= 0; step -= 1) {
    if (needed[program.to[step]] === 0) continue;
    needed[program.left[step]] = 1;
    needed[program.right[step]] = 1;
    steps.push(step);
  }
  steps.reverse();
  return {
    cells: program.cells,
    given: program.given.filter(([, gate]) => needed[gate] === 1),
    kinds: Uint8Array.from(steps, (step) => program.kinds[step]),
    left: Int32Array.from(steps, (step) => program.left[step]),
    right: Int32Array.from(steps, (step) => program.right[step]),
    to: Int32Array.from(steps, (step) => program.to[step]),
  };
}

/**
 * Return all cells after a run: a bit for each trial in which a gate holds.
 * @param {Program} program
 * @param {Map<Fact, number>} known the trials in which each fact is known; 1 is the first, -1 all 32
 * @param {number} everywhere the trials that there are
 * @returns {Int32Array}
 */
export function run(program, known, everywhere) {
  const cells = new Int32Array(program.cells);
  for (const [given, gate] of program.given) cells[gate] = known.get(given) ?? 0;
  return settled(program, cells, everywhere);
}

/**
 * Work out all cells from those of what is given, which are filled; return them.
 * @param {Program} program
 * @param {Int32Array} cells
 * @param {number} everywhere
 * @returns {Int32Array}
 */
export function settled(program, cells, everywhere) {
  cells[TRUE] = everywhere;
  const { kinds, left, right, to } = program;
  for (let step = 0; step < to.length; step += 1) {
    const one = cells[left[step]];
    const other = cells[right[step]];
    const kind = kinds[step];
    cells[to[step]] = kind === AND ? one & other : kind === OR ? one | other : one ^ other;
  }
  return cells;
}

/**
 * Return which trials there are, where there are so many: a bit for each, 32 at most.
 * @param {number} trials
 * @returns {number}
 */
export function lanes(trials) {
  return trials >= LANES ? -1 : (1 << trials) - 1;
}
