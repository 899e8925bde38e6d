// Checks a case against the questionnaire: every answer, note and action that does not fit is a fault. As cases/check.py.

import { isNewer, otherFormat } from "../files/format_line.js";
import { faultAt, memberOf, membersOf } from "../files/yaml_nodes.js";
import { dateIn } from "../knowledge/dates.js";
import { wrong } from "../knowledge/question_kinds_wrong.js";
import { meant } from "../knowledge/titles.js";
import { misfits } from "../knowledge/validate.js";
import { say } from "../language.js";
import { sparing } from "../suggest.js";
import { shown } from "../text.js";
import { CASE_FORMAT } from "./case.js";
import { areOthers } from "./questionnaire.js";
import { caseFields, caseIn } from "./sound.js";

/** @typedef {import("../errors.js").Fault} Fault */
/** @typedef {import("../files/yaml_nodes.js").Node} Node */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Question} Question */
/** @typedef {import("../suggest.js").Sparing} Sparing */
/** @typedef {import("./case.js").Case} Case */
const EXAMPLE = "contact: regular"; // words of files, which are the same in every language

/** @typedef {(question: Question, key: Node, node: Node) => Fault[]} WrongWith of what stands behind a key */
/** @typedef {{case: Case, faults: []} | {case: null, faults: Fault[]}} Checked */

/**
 * Return the case that a tree holds and no faults, or null and all its faults.
 * @param {Node} tree
 * @param {Knowledge} knowledge
 * @returns {Checked}
 */
export function checkedCase(tree, knowledge) {
  if (!(tree.value instanceof Map)) {
    return { case: null, faults: [faultAt(tree, say("cases.no_case"), say("cases.begin_with_format"))] };
  }
  const other = otherFormat(tree, CASE_FORMAT);
  if (other !== null && isNewer(tree, CASE_FORMAT)) return { case: null, faults: [other] };
  if (tree.value.has("case") && tree.value.has("narrative")) {
    return { case: null, faults: [faultAt(tree, say("cases.scenario"), say("cases.own_answers"))] };
  }
  const own = caseFields(knowledge);
  const isOutside = (/** @type {string} */ key) => knowledge.questions.has(key) && !own.fields.has(key);
  const held = Array.from(tree.value);
  const outside = held.filter(([key]) => isOutside(key));
  const rest = held.filter(([key]) => !isOutside(key));
  const shape = misfits({ ...tree, value: new Map(rest) }, own, sparing(knowledge));
  const faults = [...shape, ...dateFaults(tree), ...(other === null ? [] : [other]), ...outsideFaults(outside)];
  const content = contentFaults(tree, knowledge);
  faults.push(...content, ...(content.length > 0 ? ofOtherQuestions(tree, knowledge) : []));
  return faults.length > 0 ? { case: null, faults } : { case: caseIn(tree), faults: [] };
}

/**
 * Return a fault for each answer that stands beside `answers`, where it should stand under it.
 * @param {[string, [Node, Node]][]} outside
 * @returns {Fault[]}
 */
function outsideFaults(outside) {
  const remedy = say("cases.write_under", { key: "answers" });
  return outside.map(([key, [name]]) => faultAt(name, say("cases.unknown_key", { key: shown(key) }), remedy));
}

/**
 * Return the faults of what the knowledge base has to know: answers, what was tried, notes.
 * @param {Node} tree
 * @param {Knowledge} knowledge
 * @returns {Fault[]}
 */
function contentFaults(tree, knowledge) {
  const spare = sparing(knowledge);
  /** @type {WrongWith} */
  const wrongAnswer = (question, key, node) => wrong(question, key, node, knowledge, spare);
  return [
    ...faultsByQuestion(tree, "answers", knowledge, spare, wrongAnswer),
    ...actionFaults(tree, knowledge, spare),
    ...faultsByQuestion(tree, "notes", knowledge, spare, wrongNote),
  ];
}

/**
 * Return a fault for each date that is none.
 * @param {Node} tree
 * @returns {Fault[]}
 */
function dateFaults(tree) {
  const actions = memberOf(tree, "actions")?.value;
  return [tree, ...(Array.isArray(actions) ? actions : [])].flatMap((owner) => {
    const node = memberOf(owner, "date");
    if (node === null || node.value === null || dateIn(node.value) !== null) return [];
    return [faultAt(node, say("cases.no_date", { text: shown(node.text) }), say("cases.write_date"))];
  });
}

/**
 * Return the faults of the part that has a line for each question.
 * @param {Node} tree
 * @param {"answers" | "notes"} part
 * @param {Knowledge} knowledge
 * @param {Sparing} spare
 * @param {WrongWith} wrongWith
 * @returns {Fault[]}
 */
function faultsByQuestion(tree, part, knowledge, spare, wrongWith) {
  const said = memberOf(tree, part);
  if (said === null || said.value === null) return [];
  if (!(said.value instanceof Map)) {
    const example = part === "answers" ? EXAMPLE : say("cases.example_note");
    return [faultAt(said, say("cases.line_for_question", { key: part }), say("cases.write", { example }))];
  }
  return Array.from(said.value).flatMap(([word, [key, node]]) => {
    const question = knowledge.questions.get(word);
    if (question !== undefined) return wrongWith(question, key, node);
    const near = meant(word, ["question"], knowledge, spare);
    return [faultAt(key, say("cases.no_question", { word: shown(word) }), near)];
  });
}

/** @type {WrongWith} */
function wrongNote(question, _key, node) {
  if (typeof node.value === "string") return [];
  return [faultAt(node, say("cases.note_no_text", { id: question.id }), say("cases.in_quotes"))];
}

/**
 * Return what may be behind answers that do not fit: the case was answered on other questions.
 * @param {Node} tree
 * @param {Knowledge} knowledge
 * @returns {Fault[]}
 */
function ofOtherQuestions(tree, knowledge) {
  const node = memberOf(tree, "questionnaire");
  if (typeof node?.value !== "string" || !areOthers(node.value, knowledge)) return [];
  const fields = { value: shown(node.value), name: shown(knowledge.name) };
  return [faultAt(node, say("cases.other_questions", fields), say("cases.other_page"))];
}

/**
 * @param {Node} tree
 * @param {Knowledge} knowledge
 * @param {Sparing} spare
 * @returns {Fault[]}
 */
function actionFaults(tree, knowledge, spare) {
  const actions = memberOf(tree, "actions")?.value;
  return (Array.isArray(actions) ? actions : []).flatMap((action) => {
    const node = memberOf(action, "id");
    const kinds = kindsOf(action, knowledge);
    if (typeof node?.value !== "string" || knowledge.has(node.value, kinds)) return [];
    const kind = kinds.length === 1 ? kinds[0] : say("cases.entry");
    const near = meant(node.value, kinds, knowledge, spare);
    return [faultAt(node, say("cases.no_entry", { kind, name: shown(node.value) }), near)];
  });
}

/**
 * Return of which kinds may be what an action names; all where it says of none that there is.
 * @param {Node} action
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
export function kindsOf(action, knowledge) {
  const { advisable } = knowledge.kinds;
  const kind = membersOf(action).has("kind") ? memberOf(action, "kind")?.value : "intervention";
  return typeof kind === "string" && advisable.includes(kind) ? [kind] : advisable;
}
