// The evaluator as an engine: the firings of a case, in the order of their layers. As circuit/engine.py.

import { fact } from "../knowledge/facts.js";
import { evaluate, evaluatorOf } from "./evaluator.js";
import { derived, firing, ofRule } from "./firing.js";
import { support } from "./truth.js";
import { lookedAt } from "./weighing.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./firing.js").Firing} Firing */
/** @typedef {import("./evaluator.js").Step} Step */
/** @typedef {import("./evaluator.js").Evaluation} Evaluation */

/**
 * Return the firings for the facts of a case.
 * @param {Iterable<Fact>} facts
 * @param {Knowledge} knowledge
 * @returns {Firing[]}
 */
export function infer(facts, knowledge) {
  const evaluator = knowledge.once(evaluatorOf);
  const state = evaluate(evaluator, facts);
  const firing = evaluator.steps.filter((step) => state.cells[step.fires] !== 0);
  return firing.flatMap((step) => firingsOf(step, state, knowledge));
}

/**
 * Return the firings of a step that fires: of a weighing one for each fact that it concludes.
 * @param {Step} step
 * @param {Evaluation} state
 * @param {Knowledge} knowledge
 * @returns {Firing[]}
 */
function firingsOf(step, state, knowledge) {
  if (step.test === null) return weighed(step, state, knowledge);
  const said = step.rule === null ? knowledge.memo(derived)(step.concludes[0][0]) : knowledge.memo(ofRule)(step.id);
  return [firing(step.id, said, support(step.test, state.known))];
}

/**
 * @param {Step} step
 * @param {Evaluation} state
 * @param {Knowledge} knowledge
 * @returns {Firing[]}
 */
function weighed(step, state, knowledge) {
  const holding = step.signs.filter((sign) => state.cells[sign.fires] !== 0);
  const signs = lookedAt(holding, weightOf).map((sign) => fact("sign", sign.id, String(sign.rule?.then.says)));
  return step.concludes
    .filter(([, gate]) => state.cells[gate] !== 0)
    .map(([each]) => firing(`${each.kind}:${each.id}`, knowledge.memo(derived)(each), signs));
}

/**
 * @param {Step} step
 * @returns {string}
 */
function weightOf(step) {
  return step.rule?.then.weight ?? "plain";
}
