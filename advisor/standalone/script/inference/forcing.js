// What forces a gate to be what it is: some of the given facts, whatever all others are. As forcing.py.
//
// There a count is looked at as a whole, and needs fewer facts; here it is the gates that it is made of. So more is
// gone into here, and what is found is the same.

/** @typedef {import("./circuit.js").Program} Program */
/** @typedef {import("./search.js").Trial} Trial */

const AND = 0;
const OR = 1;

/**
 * Return the changes that would turn a cell of what is given.
 * @param {Trial} trial
 * @param {number} gate
 * @param {boolean} isTrue
 * @returns {number[]}
 */
export function touchingCell(trial, gate, isTrue) {
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
export function workOutCosts(program, trial, cells, allowed, cost) {
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
export function forcing(program, cells, cost, gates) {
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
