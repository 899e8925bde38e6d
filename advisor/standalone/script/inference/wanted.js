// What is looked for in the circuit: something that is concluded, raised or advised. As `_program` in changes.py.

import { fact, PRESENT } from "../knowledge/facts.js";
import { coneOf } from "./circuit.js";
import { evaluatorOf, gateOf } from "./evaluator.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./circuit.js").Program} Program */
/** @typedef {import("./evaluator.js").Evaluator} Evaluator */
/**
 * It holds where one of the gates of `speaking` does, and none of `holding`; `program` works these out.
 * @typedef {{program: Program, speaking: number[], holding: number[]}} Wanted
 */

/**
 * Return what is looked for where something is to be concluded; ask for it with `knowledge.memo`.
 * @param {Knowledge} knowledge
 * @param {string} id
 * @returns {Wanted}
 */
export function wantedOf(knowledge, id) {
  const evaluator = knowledge.once(evaluatorOf);
  if (knowledge.has(id, knowledge.kinds.concluded)) {
    return wanted(evaluator, [gateOf(evaluator, fact("finding", id, PRESENT))]);
  }
  if (knowledge.has(id, ["pattern"])) {
    return wanted(evaluator, [gateOf(evaluator, fact("pattern", id, "likely"))]);
  }
  if (knowledge.has(id, ["alert"])) return wanted(evaluator, about(evaluator, "alert", id));
  if (knowledge.has(id, ["rule"])) return wanted(evaluator, [Number(evaluator.byId.get(id)?.fires)]);
  return wanted(evaluator, about(evaluator, "recommend", id), about(evaluator, "withhold", id));
}

/**
 * Return what is looked for where a factor is to stand at a stage; ask for it with `knowledge.memo`.
 * @param {Knowledge} knowledge
 * @param {string} at as FACTOR=STAGE
 * @returns {Wanted}
 */
export function wantedStage(knowledge, at) {
  const [factor, stage] = at.split("=");
  const evaluator = knowledge.once(evaluatorOf);
  return wanted(evaluator, [gateOf(evaluator, fact("stage", factor, stage))]);
}

/**
 * Return in which trials what is wanted holds.
 * @param {Int32Array} cells
 * @param {Wanted} of
 * @returns {number}
 */
export function where(cells, of) {
  const speaking = of.speaking.reduce((found, gate) => found | cells[gate], 0);
  return of.holding.reduce((found, gate) => found & ~cells[gate], speaking);
}

/**
 * @param {Evaluator} evaluator
 * @param {number[]} speaking
 * @param {number[]} [holding]
 * @returns {Wanted}
 */
function wanted(evaluator, speaking, holding = []) {
  return { program: coneOf(evaluator.program, [...speaking, ...holding]), speaking, holding };
}

/**
 * Return where the rules fire that say something of this kind about a thing.
 * @param {Evaluator} evaluator
 * @param {string} key
 * @param {string} id
 * @returns {number[]}
 */
function about(evaluator, key, id) {
  return evaluator.steps
    .filter(({ rule }) => rule !== null && rule.then.key === key && rule.then.subject === id)
    .map((step) => step.fires);
}
