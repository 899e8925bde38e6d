// What is certain of a case whatever its open answers turn out to be. As advisor/inference/circuit/bounds.py.

import { fact } from "../knowledge/facts.js";
import { coneOf, run } from "./circuit.js";
import { evaluatorOf, wholeProgram } from "./evaluator.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./circuit.js").Program} Program */
/** @typedef {{always: number[], never: number[]}} Columns */
/**
 * Of each rule, concluded fact and recommendation: true always, false never, null still open.
 * @typedef {{rules: Map<string, boolean | null>, facts: Map<Fact, boolean | null>,
 *   recommended: Map<string, boolean | null>}} CaseBounds
 */
/** @typedef {{program: Program, rules: string[], facts: Fact[], recommended: string[]}} Bounds */

/**
 * Return the bounds on every conclusion of a knowledge base; ask for it with `knowledge.once`.
 * @param {Knowledge} knowledge
 * @returns {Bounds}
 */
export function boundsOf(knowledge) {
  const columns = /** @type {Columns[]} */ (Object.values(knowledge.circuit.bounds));
  const wanted = columns.flatMap(({ always, never }) => [...always, ...never]);
  return {
    program: coneOf(knowledge.once(wholeProgram), wanted),
    rules: knowledge.rules.map((rule) => rule.id),
    facts: Array.from(knowledge.once(evaluatorOf).concluded.keys()),
    recommended: knowledge.ids(knowledge.kinds.advisable),
  };
}

/**
 * Return what is certain of one case, by the facts that it gives.
 *
 * Facts made by `staysUnknown` say which open answers will not be given.
 * @param {Iterable<Fact>} known
 * @param {Knowledge} knowledge
 * @returns {CaseBounds}
 */
export function boundsOfCase(known, knowledge) {
  const bounds = knowledge.once(boundsOf);
  const cells = run(bounds.program, new Map(Array.from(known, (each) => [each, 1])), 1);
  const { rules, concluded, recommended } = knowledge.circuit.bounds;
  return {
    rules: truths(bounds.rules, rules, cells),
    facts: truths(bounds.facts, concluded, cells),
    recommended: truths(bounds.recommended, recommended, cells),
  };
}

/**
 * @template K
 * @param {K[]} keys
 * @param {Columns} columns
 * @param {Int32Array} cells
 * @returns {Map<K, boolean | null>}
 */
function truths(keys, { always, never }, cells) {
  /** @type {Map<K, boolean | null>} */
  const found = new Map();
  for (let place = 0; place < keys.length; place += 1) {
    const isSo = cells[always[place]] !== 0;
    found.set(keys[place], isSo || (cells[never[place]] === 0 ? null : false));
  }
  return found;
}

/**
 * Return the fact that says of an answer or item that it will not be known, whatever else is.
 * @param {string} kind
 * @param {string} id
 * @returns {Fact}
 */
export function staysUnknown(kind, id) {
  return fact(kind, id, "stays-unknown");
}
