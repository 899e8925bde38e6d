// A case file under other questions than it was written for: what still fits is kept, the rest named. As cases/fitting.py.

import { memberOf, membersOf } from "../files/yaml_nodes.js";
import { isAmong, soundAnswers } from "../knowledge/question_kinds_wrong.js";
import { asWritten } from "../knowledge/validate.js";
import { say } from "../language.js";
import { asPython, inPython } from "../python_text.js";
import { namesOne } from "../suggest.js";
import { shown } from "../text.js";
import { kindsOf } from "./check.js";

/** @typedef {import("../errors.js").Fault} Fault */
/** @typedef {import("../files/yaml_nodes.js").Node} Node */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {{node: Node, line: string}} LeftOut what is wrong, and a line that says what it was */
/** @typedef {[string, [Node, Node]][]} Members */

/**
 * Return a tree without what no question or entry knows, and a line for each of that.
 * @param {Node} tree
 * @param {Knowledge} knowledge
 * @param {Fault[]} faults those of the whole tree, which say what was meant
 * @returns {{fits: Node, leftOut: string[]}}
 */
export function fitting(tree, knowledge, faults) {
  /** @type {LeftOut[]} */
  const leftOut = [];
  const held = new Map(membersOf(tree));
  for (const [key, fit] of /** @type {const} */ ([["answers", answers], ["notes", notes], ["actions", actions]])) {
    const found = held.get(key);
    if (found !== undefined) held.set(key, [found[0], fit(found[1], knowledge, leftOut)]);
  }
  if (leftOut.length === 0) return { fits: tree, leftOut: [] };
  const meant = new Map(faults.map((fault) => [placeOf(fault), fault.remedy]));
  return { fits: { ...tree, value: held }, leftOut: leftOut.map((each) => lineOf(each, meant)) };
}

/**
 * @param {{line: number, column: number}} of
 * @returns {string}
 */
function placeOf({ line, column }) {
  return `${line}:${column}`;
}

/**
 * @param {LeftOut} of
 * @param {Map<string, string>} meant what to try, by the place of what is wrong
 * @returns {string}
 */
function lineOf({ node, line }, meant) {
  const remedy = meant.get(placeOf(node)) ?? "";
  return namesOne(remedy) ? `${line} (${remedy})` : line;
}

/**
 * @param {Node} node
 * @param {Knowledge} knowledge
 * @param {LeftOut[]} leftOut
 * @returns {Node}
 */
function answers(node, knowledge, leftOut) {
  if (!(node.value instanceof Map)) return node;
  /** @type {Members} */
  const fits = Array.from(node.value).flatMap(([word, [name, said]]) => {
    const fit = answer(name, said, knowledge, leftOut);
    return fit === null ? [] : [[word, [name, fit]]];
  });
  return { ...node, value: new Map(fits) };
}

/**
 * Return what fits of an answer, null if nothing does.
 * @param {Node} key
 * @param {Node} node
 * @param {Knowledge} knowledge
 * @param {LeftOut[]} leftOut
 * @returns {Node | null}
 */
function answer(key, node, knowledge, leftOut) {
  const word = key.text;
  if (!knowledge.questions.has(word)) {
    leftOut.push({ node: key, line: `${shown(word)}: ${saidIn(node)}` });
    return null;
  }
  const sound = knowledge.memo(soundAnswers)(word);
  if (node.value instanceof Map && sound.parts.size > 0) {
    /** @type {Members} */
    const fits = [];
    for (const [item, pair] of node.value) {
      const [name, said] = pair;
      const values = sound.parts.get(item);
      if (isAmong(said, values ?? [])) fits.push([item, pair]);
      else leftOut.push({ node: values ? said : name, line: `${word}.${shown(item)}: ${saidIn(said)}` });
    }
    return fits.length > 0 || node.value.size === 0 ? { ...node, value: new Map(fits) } : null;
  }
  if (isAmong(node, sound.whole)) return node;
  leftOut.push({ node, line: `${word}: ${saidIn(node)}` });
  return null;
}

/**
 * @param {Node} node
 * @param {Knowledge} knowledge
 * @param {LeftOut[]} leftOut
 * @returns {Node}
 */
function notes(node, knowledge, leftOut) {
  if (!(node.value instanceof Map)) return node;
  const fits = Array.from(node.value).filter(([word, [name, said]]) => {
    if (knowledge.questions.has(word)) return true;
    leftOut.push({ node: name, line: say("cases.note_on", { word: shown(word), said: saidIn(said) }) });
    return false;
  });
  return { ...node, value: new Map(fits) };
}

/**
 * @param {Node} node
 * @param {Knowledge} knowledge
 * @param {LeftOut[]} leftOut
 * @returns {Node}
 */
function actions(node, knowledge, leftOut) {
  if (!Array.isArray(node.value)) return node;
  const fits = node.value.filter((action) => {
    const id = memberOf(action, "id");
    if (typeof id?.value !== "string" || knowledge.has(id.value, kindsOf(action, knowledge))) return true;
    leftOut.push({ node: id, line: say("cases.what_was_tried", { said: saidIn(action) }) });
    return false;
  });
  return { ...node, value: fits };
}

/**
 * @param {Node} node
 * @returns {string}
 */
function saidIn(node) {
  if (Array.isArray(node.value)) return shown(inPython(node));
  if (!(node.value instanceof Map)) return shown(asWritten(node));
  return Array.from(node.value, ([item, [, said]]) => `${shown(item)} ${shownIn(said)}`).join(", ");
}

/**
 * @param {Node} node
 * @returns {string}
 */
function shownIn(node) {
  const isWord = typeof node.value === "boolean" || node.value === null;
  return shown(isWord ? asWritten(node) : asPython(node));
}
