// What is wrong with what stands behind a question in a case file. As `wrong` in advisor/knowledge/question_kinds/.

import { faultAt } from "../files/yaml_nodes.js";
import { say } from "../language.js";
import { asPython } from "../python_text.js";
import { byTitle, didYouMean } from "../suggest.js";
import { shown } from "../text.js";
import { SPECIAL_ANSWERS } from "./facts.js";
import { kindOf } from "./question_kinds.js";
import { partsOf } from "./questions.js";

/** @typedef {import("../errors.js").Fault} Fault */
/** @typedef {import("../files/yaml_nodes.js").Node} Node */
/** @typedef {import("../suggest.js").Sparing} Sparing */
/** @typedef {import("./base.js").Knowledge} Knowledge */
/** @typedef {import("./base.js").Question} Question */

/**
 * What is plainly right as the answer to one question: as the whole of it, and to each of its parts.
 * @typedef {{whole: string[], parts: Map<string, string[]>}} Sound
 */

/**
 * Return what is right as the answer to a question; ask for it with `knowledge.memo`.
 * @param {Knowledge} knowledge
 * @param {string} id
 * @returns {Sound}
 */
export function soundAnswers(knowledge, id) {
  const question = /** @type {Question} */ (knowledge.questions.get(id));
  const kind = kindOf(question);
  const parts = kind.inActions ? [] : knowledge.memo(partsOf)(id);
  const options = kind.inActions ? [] : knowledge.optionsOf(id);
  return {
    whole: [...options, ...SPECIAL_ANSWERS],
    parts: new Map(
      parts.filter((part) => part.key !== "").map((part) => [part.key, [...part.words, ...SPECIAL_ANSWERS]])
    ),
  };
}

/**
 * Return the faults of the answer at `node`, which stands behind `key`.
 * @param {Question} question
 * @param {Node} key
 * @param {Node} node
 * @param {Knowledge} knowledge
 * @param {Sparing} spare
 * @returns {Fault[]}
 */
export function wrong(question, key, node, knowledge, spare) {
  const { id } = question;
  const sound = knowledge.memo(soundAnswers)(id);
  const hasParts = sound.parts.size > 0;
  if (isAmong(node, hasParts ? SPECIAL_ANSWERS : sound.whole)) return [];
  if (kindOf(question).inActions) return [faultAt(key, say("cases.not_here", { id }), say("cases.under_actions"))];
  return hasParts ? wrongRows(id, node, sound, spare) : wrongChoice(question, node, sound.whole, spare);
}

/**
 * @param {Question} question
 * @param {Node} node
 * @param {string[]} whole
 * @param {Sparing} spare
 * @returns {Fault[]}
 */
function wrongChoice({ id, options }, node, whole, spare) {
  if (Array.isArray(node.value) || node.value instanceof Map) {
    return [faultAt(node, say("cases.one_answer", { id }), didYouMean("", whole, spare))];
  }
  if (node.value === null) return [faultAt(node, say("cases.no_answer", { id }), say("cases.write_or_leave"))];
  const what = say("cases.no_option", { id, said: shown(node.text) });
  const titles = byTitle(options.map((each) => [each.text, each.id]));
  return [faultAt(node, what, didYouMean(node.text, whole, spare, titles))];
}

/**
 * @param {string} id
 * @param {Node} node
 * @param {Sound} sound
 * @param {Sparing} spare
 * @returns {Fault[]}
 */
function wrongRows(id, node, sound, spare) {
  const rows = Array.from(sound.parts.keys());
  if (!(node.value instanceof Map)) {
    const [word] = sound.parts.get(rows[0]) ?? [];
    return [faultAt(node, say("cases.line_for_each", { id, item: rows[0], word }), say("cases.write_below"))];
  }
  return Array.from(node.value).flatMap(([item, [name, said]]) => {
    const values = sound.parts.get(item);
    if (values !== undefined) return wrongValue(said, values, spare);
    return [faultAt(name, say("cases.no_item", { id, word: shown(item) }), didYouMean(item, rows, spare))];
  });
}

/**
 * @param {Node} node
 * @param {string[]} values
 * @param {Sparing} spare
 * @returns {Fault[]}
 */
function wrongValue(node, values, spare) {
  if (isAmong(node, values)) return [];
  const isSeveral = Array.isArray(node.value) || node.value instanceof Map;
  const what = isSeveral ? say("cases.one_word") : say("cases.text_cannot_stand", { text: shown(node.text) });
  const meant = typeof node.value === "boolean" && values.includes("yes") ? (node.value ? "yes" : "no") : null;
  const said = isSeveral ? "" : asPython(node); // nothing is near to several words
  const remedy = meant === null ? didYouMean(said, values, spare) : say("cases.did_you_mean", { near: meant });
  return [faultAt(node, what, remedy)];
}

/**
 * Return whether a node holds one of some words.
 * @param {Node} node
 * @param {string[]} words
 * @returns {boolean}
 */
export function isAmong(node, words) {
  return typeof node.value === "string" && words.includes(node.value);
}
