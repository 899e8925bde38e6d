// What can be said to the questions, and which question asks what. As advisor/knowledge/questions.py.

import { leaves, thingOfLeaf } from "./conditions.js";
import { OUTCOMES, thing } from "./facts.js";
import { kindOf } from "./question_kinds.js";

/** @typedef {import("./facts.js").Thing} Thing */
/** @typedef {import("./base.js").Knowledge} Knowledge */
/** @typedef {import("./base.js").Question} Question */
/** @typedef {import("./conditions.js").Condition} Condition */
/** @typedef {import("./question_kinds.js").Part} Part */
/** @typedef {import("./question_kinds.js").QuestionKind} QuestionKind */
/** @typedef {{question: Question, kind: QuestionKind, part: Part}} Asked */

/**
 * Return what can be answered one by one; ask for it with `knowledge.memo`.
 * @param {Knowledge} knowledge
 * @param {string} question
 * @returns {Part[]}
 */
export function partsOf(knowledge, question) {
  const entry = /** @type {Question} */ (knowledge.questions.get(question));
  return kindOf(entry).parts(entry, knowledge);
}

/**
 * Return the questions that ask for an alert; ask for it with `knowledge.once`.
 * @param {Knowledge} knowledge
 * @returns {Set<string>}
 */
export function askingForAlerts(knowledge) {
  return new Set(knowledge.ofKind("alert").map((alert) => alert.question));
}

/**
 * Return what asks for each thing that a case can give facts about; ask for it with `knowledge.once`.
 * @param {Knowledge} knowledge
 * @returns {Map<Thing, Asked>}
 */
export function askedThings(knowledge) {
  /** @type {Map<Thing, Asked>} */
  const found = new Map();
  for (const question of knowledge.questions.values()) {
    for (const part of knowledge.memo(partsOf)(question.id)) {
      found.set(part.thing, { question, kind: kindOf(question), part });
    }
  }
  return found;
}

/**
 * Return the question that a name in an edit means: its id, or what its kind is called; null for none.
 * @param {string} name
 * @param {Knowledge} knowledge
 * @returns {Question | null}
 */
export function questionNamed(name, knowledge) {
  for (const question of knowledge.questions.values()) if (kindOf(question).alias === name) return question;
  return knowledge.questions.get(name) ?? null;
}

/**
 * Return which values an answer, item, placing or what was tried may have; what was tried comes last.
 * @param {Knowledge} knowledge
 * @returns {Map<Thing, string[]>}
 */
export function valuesOfAnswers(knowledge) {
  /** @type {Map<Thing, string[]>} */
  const found = new Map();
  for (const question of knowledge.questions.values()) {
    if (kindOf(question).inActions) continue;
    for (const part of knowledge.memo(partsOf)(question.id)) found.set(part.thing, part.values);
  }
  for (const id of knowledge.idsOf("intervention")) found.set(thing("tried", id), OUTCOMES);
  return found;
}

/**
 * Return the question of each answer that a condition looks at itself, in the order of the text.
 * @param {Condition} condition
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
export function questionsBehind(condition, knowledge) {
  const asked = knowledge.once(askedThings);
  return leaves(condition).flatMap((leaf) => asked.get(thingOfLeaf(leaf))?.question.id ?? []);
}
