// What each kind of question says about itself: its parts, and what is worth trying. As knowledge/question_kinds/.

import { say } from "../language.js";
import { fact, NOT_APPLICABLE, OUTCOMES, STAGES, thing, UNKNOWN } from "./facts.js";

/** @typedef {import("./facts.js").Fact} Fact */
/** @typedef {import("./base.js").Knowledge} Knowledge */
/** @typedef {import("./base.js").Question} Question */
/** @typedef {{id: string, text: string}} Option */
/**
 * What can be answered by itself; `key` is its id within the question, empty for the whole question. `values` are
 * what its facts can say, `words` those of them that are not special.
 * @typedef {{key: string, kind: string, id: string, thing: string, words: string[], values: string[], text: string,
 *   special: boolean}} Part
 */
/**
 * @typedef {object} QuestionKind
 * @property {string} name
 * @property {string} factKind
 * @property {string} alias what edits may call the question
 * @property {boolean} inActions whether answers are kept among the actions of a case
 * @property {boolean} isOwnView
 * @property {(question: Question, knowledge: Knowledge) => Part[]} parts
 * @property {(question: Question, parts: Part[]) => Fact[][]} tries the facts of each answer worth trying in advance
 */

/** @type {QuestionKind} */
const CHOICE = {
  name: "choice",
  factKind: "answer",
  alias: "",
  inActions: false,
  isOwnView: false,
  parts: (question) => [part("", "answer", question.id, idsOf(question.options), titleOf(question))],
  tries: (_question, parts) =>
    parts.flatMap((each) => each.words.map((word) => [fact(each.kind, each.id, word)])),
};
/** @type {QuestionKind} */
const CHECKLIST = {
  name: "checklist",
  factKind: "item",
  alias: "",
  inActions: false,
  isOwnView: false,
  parts: (question) =>
    question.items.map((item) => part(item.id, "item", `${question.id}.${item.id}`, ["yes", "no"], item.text)),
  tries: (_question, parts) =>
    [null, ...parts].map((ticked) =>
      parts.map((each) => fact(each.kind, each.id, each === ticked ? "yes" : "no"))
    ),
};
/** @type {QuestionKind} */
const PLACING = {
  name: "placing",
  factKind: "placed",
  alias: "placing",
  inActions: false,
  isOwnView: true,
  parts: (question) => question.rows.map((row) => part(row.id, "placed", row.id, STAGES, row.text)),
  tries: (_question, parts) =>
    STAGES.map((stage) => parts.map((each) => fact(each.kind, each.id, stage))),
};
/** @type {QuestionKind} */
const ACTIONS = {
  name: "actions",
  factKind: "tried",
  alias: "tried",
  inActions: true,
  isOwnView: false,
  parts: (_question, knowledge) =>
    knowledge
      .ofKind("intervention")
      .map((entry) => part(entry.id, "tried", entry.id, OUTCOMES, entry.title, false)),
  tries: (_question, parts) =>
    parts.flatMap((each) => ["helped", "worse"].map((outcome) => [fact(each.kind, each.id, outcome)])),
};
const WORDS = [UNKNOWN, NOT_APPLICABLE, "yes", "no"]; // that have words of their own
const KINDS = new Map([CHOICE, CHECKLIST, PLACING, ACTIONS].map((kind) => [kind.name, kind]));

/**
 * Return the kind of a question.
 * @param {Question} question
 * @returns {QuestionKind}
 */
export function kindOf(question) {
  return /** @type {QuestionKind} */ (KINDS.get(question.kind));
}

/**
 * Return what lists and forms show: the question, and how to answer it.
 * @param {Question} question
 * @returns {string}
 */
export function titleOf(question) {
  return question.hint ? `${question.prompt} ${question.hint}` : question.prompt;
}

/**
 * Return the first kind whose answers give facts of this kind.
 * @param {string} factKind
 * @returns {QuestionKind}
 */
export function kindGiving(factKind) {
  return /** @type {QuestionKind} */ (Array.from(KINDS.values()).find((kind) => kind.factKind === factKind));
}

/**
 * Return what was asked, by the text of a part.
 * @param {QuestionKind} kind
 * @param {string} text
 * @returns {string}
 */
export function askedBy(kind, text) {
  if (kind === ACTIONS) return say("phrases.was_tried", { text });
  return kind === CHOICE ? text : `${text}:`;
}

/**
 * Return what was asked, by the text of a part, for a reader who does not see the question.
 *
 * The question stands before an item: "What each is there for" says nothing by itself.
 * @param {Question} question
 * @param {string} text
 * @returns {string}
 */
export function askedAlone(question, text) {
  const asked = askedBy(kindOf(question), text);
  return kindOf(question) === CHECKLIST ? `${question.prompt} ${asked}` : asked;
}

/**
 * Return in plain words what was said of a part of a question.
 * @param {Question} question
 * @param {string} value
 * @returns {string}
 */
export function sayOf(question, value) {
  return sayAs(kindOf(question), question, value);
}

/**
 * Return in plain words what was said of a part; `question` is null where none asks for it.
 * @param {QuestionKind} kind
 * @param {Question | null} question
 * @param {string} value
 * @returns {string}
 */
export function sayAs(kind, question, value) {
  if (kind === CHOICE) return sayWhole(question, value);
  if (kind === PLACING && STAGES.includes(value)) return say(`phrases.stage_${value}`);
  if (kind === ACTIONS && OUTCOMES.includes(value)) return say(`phrases.outcome_${value}`);
  return WORDS.includes(value) ? say(`phrases.said_${value}`) : value;
}

/**
 * Return in plain words what was said to the whole question; the texts of options are quoted.
 * @param {Question | null} question
 * @param {string} value
 * @returns {string}
 */
export function sayWhole(question, value) {
  const text = question?.options.find((option) => option.id === value)?.text;
  if (text === undefined && WORDS.includes(value)) return say(`phrases.said_${value}`);
  if (text === undefined && question === null) return value;
  return `'${text ?? value}'`;
}

/**
 * Return the fact that an answer to a part gives; null for one that says nothing.
 * @param {Part} of
 * @param {string} said
 * @returns {Fact | null}
 */
export function factOf(of, said) {
  return said === UNKNOWN ? null : fact(of.kind, of.id, said);
}

/**
 * @param {string} key
 * @param {string} kind
 * @param {string} id
 * @param {string[]} words
 * @param {string} text
 * @param {boolean} [special]
 * @returns {Part}
 */
function part(key, kind, id, words, text, special = true) {
  const values = special ? [...words, NOT_APPLICABLE] : words;
  return { key, kind, id, thing: thing(kind, id), words, values, text, special };
}

/**
 * @param {Option[]} options
 * @returns {string[]}
 */
function idsOf(options) {
  return options.map((option) => option.id);
}
