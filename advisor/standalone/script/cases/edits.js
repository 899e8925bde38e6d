// Changes to the answers of a case: set one, take one away, an item as QUESTION.ITEM. As advisor/cases/edits.py.

import { kindGiving, kindOf } from "../knowledge/question_kinds.js";
import { partsOf, questionNamed } from "../knowledge/questions.js";
import { UNKNOWN } from "../knowledge/facts.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Question} Question */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("./case.js").Answer} Answer */
/** @typedef {import("./case.js").Case} Case */
/** @typedef {{name: string, value: string | null}} Edit one change; null takes the answer away */

/**
 * Return the change that gives a fact.
 * @param {Fact} of
 * @returns {Edit}
 */
export function editOf(of) {
  const { alias } = kindGiving(of.kind);
  return { name: alias === "" ? of.id : `${alias}.${of.id}`, value: of.value };
}

/**
 * Return the case with the changes, which name what is there. `RangeError` if there is no such question.
 * @param {Case} of
 * @param {Iterable<Edit>} edits
 * @param {Knowledge} knowledge
 * @returns {Case}
 */
export function changed(of, edits, knowledge) {
  return Array.from(edits).reduce((so, edit) => edited(so, edit, knowledge), of);
}

/**
 * @param {Case} of
 * @param {Edit} edit
 * @param {Knowledge} knowledge
 * @returns {Case}
 */
function edited(of, edit, knowledge) {
  const dot = edit.name.indexOf(".");
  const question = questionNamed(dot === -1 ? edit.name : edit.name.slice(0, dot), knowledge);
  if (question === null) throw new RangeError(edit.name);
  const item = dot === -1 ? "" : edit.name.slice(dot + 1);
  if (!kindOf(question).inActions) return { ...of, answers: answered(of.answers, question, item, edit.value, knowledge) };
  if (item !== "") return withTried(of, item, knowledge.kind(item), edit.value);
  const actions = of.actions.filter((action) => action.kind !== "intervention");
  return { ...of, actions, answers: answered(of.answers, question, "", edit.value, knowledge) };
}

/**
 * @param {Map<string, Answer>} answers
 * @param {Question} question
 * @param {string} item
 * @param {string | null} value
 * @param {Knowledge} knowledge
 * @returns {Map<string, Answer>}
 */
function answered(answers, question, item, value, knowledge) {
  const found = new Map(answers);
  if (item !== "") {
    const rows = knowledge.memo(partsOf)(question.id).map((part) => part.key);
    found.set(question.id, withRow(answers.get(question.id), rows, item, value));
  } else if (value === null) {
    found.delete(question.id);
  } else {
    found.set(question.id, value);
  }
  return found;
}

/**
 * Return the answer to a list with one item changed; one for the whole list holds for the others.
 * @param {Answer | undefined} answer
 * @param {string[]} rows
 * @param {string} item
 * @param {string | null} value
 * @returns {Map<string, string>}
 */
function withRow(answer, rows, item, value) {
  const spread = typeof answer === "string" && answer !== UNKNOWN ? answer : null;
  /** @type {Map<string, string>} */
  const found = new Map(spread === null ? [] : rows.map((row) => /** @type {const} */ ([row, spread])));
  for (const [row, said] of answer instanceof Map ? answer : []) found.set(row, said);
  if (value === null) found.delete(item);
  else found.set(item, value);
  return found;
}

/**
 * @param {Case} of
 * @param {string} id
 * @param {string} kind
 * @param {string | null} outcome
 * @returns {Case}
 */
function withTried(of, id, kind, outcome) {
  const kept = of.actions.filter((action) => action.kind !== kind || action.id !== id);
  const added = outcome === null ? [] : [{ date: null, kind, id, outcome, note: "" }];
  return { ...of, actions: [...kept, ...added] };
}
