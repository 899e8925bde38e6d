// A scenario as an exercise: what a learner asks for, and what she chooses. As advisor/exercise/exercise.py.

import { caseFromDict } from "../cases/case.js";
import { UNKNOWN } from "../knowledge/facts.js";
import { kindOf } from "../knowledge/question_kinds.js";

/** @typedef {import("../cases/case.js").Case} Case */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Question} Question */
/** @typedef {import("./model.js").Choice} Choice */
/** @typedef {Record<string, any>} Expectations as the data has them, with underscores */
/** @typedef {import("./choices.js").Group} Group */
/** @typedef {{id: string, number: number | null, title: string, teaches: string}} OtherView */
/**
 * A scenario, and what Python knows of it: `known` is what was said to each question, in plain words.
 * @typedef {{id: string, title: string, teaches: string, discuss: string[], case: Case, expect: Expectations,
 *   other_view: OtherView | null, known: Record<string, string>, choices: Group[]}} Scenario
 */
/** @typedef {{scenario: Scenario, asked: string[], chosen: Choice[]}} Exercise `asked` are questions, in their order */

/**
 * Return a scenario from plain data, as Python writes it.
 * @param {Record<string, any>} plain
 * @returns {Scenario}
 */
export function scenarioFrom(plain) {
  return { .../** @type {Scenario} */ (plain), case: caseFromDict(plain.case) };
}

/**
 * Return how many facts she has been told: who asks for what nobody knows has lost nothing by it.
 * @param {Exercise} exercise
 * @param {Knowledge} knowledge
 * @returns {number}
 */
export function spent(exercise, knowledge) {
  return exercise.asked.filter((id) => isKnown(exercise, id, knowledge)).length;
}

/**
 * Return whether the story's leader says more to a question than that she does not know.
 * @param {Exercise} exercise
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
export function isKnown(exercise, id, knowledge) {
  const { answers, actions } = exercise.scenario.case;
  if (kindOf(/** @type {Question} */ (knowledge.questions.get(id))).inActions) return actions.length > 0;
  const answer = answers.get(id) ?? UNKNOWN;
  const said = typeof answer === "string" ? [answer] : Array.from(answer.values());
  return said.some((each) => each !== UNKNOWN);
}

/**
 * Return the case as far as these questions tell it.
 * @param {Exercise} exercise
 * @param {string[]} asked
 * @param {Knowledge} knowledge
 * @returns {Case}
 */
export function withFacts(exercise, asked, knowledge) {
  const of = exercise.scenario.case;
  const answers = new Map(Array.from(of.answers).filter(([id]) => asked.includes(id)));
  const isTriedAsked = asked.some((id) => kindOf(/** @type {Question} */ (knowledge.questions.get(id))).inActions);
  return { ...of, answers, actions: isTriedAsked ? of.actions : [] };
}
