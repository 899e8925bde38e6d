// Holds what stands in a case file against what may; every misfit is a fault with its place. As knowledge/validate.py.

import { say } from "../language.js";
import { dashWanted } from "../files/yaml_bullets.js";
import { faultAt } from "../files/yaml_nodes.js";
import { asPython } from "../python_text.js";
import { didYouMean } from "../suggest.js";
import { shown } from "../text.js";

/** @typedef {import("../errors.js").Fault} Fault */
/** @typedef {import("../files/yaml_nodes.js").Node} Node */
/** @typedef {import("../suggest.js").Sparing} Sparing */
/**
 * What may stand behind a key: a text, one of some words, nothing at all, a list of records; or what others check.
 * @typedef {{text: true} | {words: string[], orNone: boolean} | {list: Fields} | {elsewhere: true}} Field
 */
/** @typedef {{fields: Map<string, Field>, needed: string[]}} Fields */

/**
 * Return the faults of a mapping that should have these fields.
 * @param {Node} node
 * @param {Fields} of
 * @param {Sparing} spare
 * @returns {Fault[]}
 */
export function misfits(node, of, spare) {
  if (!(node.value instanceof Map)) {
    const keys = of.needed.join(", ");
    const remedy = keys === "" ? say("cases.write_below") : say("cases.write_keys_below", { keys });
    return [faultAt(node, instead("cases.instead_of_lines", node), remedy)];
  }
  const held = node.value;
  /** @type {Fault[]} */
  const faults = [];
  for (const [key, field] of of.fields) {
    const member = held.get(key)?.[1];
    if (member !== undefined) faults.push(...misfit(key, member, field, spare));
    else if (of.needed.includes(key)) faults.push(missing(node, key, field));
  }
  for (const [key, [name]] of held) if (!of.fields.has(key)) faults.push(unknown(key, name, of, spare));
  return faults;
}

/**
 * @param {string} key
 * @param {Node} node
 * @param {Field} field
 * @param {Sparing} spare
 * @returns {Fault[]}
 */
function misfit(key, node, field, spare) {
  if ("list" in field) {
    if (Array.isArray(node.value)) return node.value.flatMap((each) => misfits(each, field.list, spare));
    return [inKey(key, node, instead("cases.instead_of_list", node), dashWanted(node.value))];
  }
  if ("text" in field && typeof node.value !== "string") {
    return [inKey(key, node, instead("cases.instead_of_text", node), asText(node))];
  }
  if (!("words" in field) || (field.orNone && node.value === null)) return [];
  if (typeof node.value === "string" && field.words.includes(node.value)) return [];
  const isOne = !Array.isArray(node.value) && !(node.value instanceof Map);
  const value = isOne ? `'${shown(asWritten(node))}'` : kindOfValue(node);
  return [inKey(key, node, say("cases.cannot_stand", { value }), didYouMean(asPython(node), field.words, spare))];
}

/**
 * Return what to try where a text is wanted and something else stands.
 * @param {Node} node
 * @returns {string}
 */
function asText(node) {
  if (node.value === null) return say("cases.write_something");
  if (typeof node.value === "number" || typeof node.value === "bigint") {
    return say("cases.put_in_quotes", { value: `"${asWritten(node)}"` });
  }
  return say("cases.write_words");
}

/**
 * @param {string} key
 * @param {Node} node
 * @param {string} what
 * @param {string} remedy
 * @returns {Fault}
 */
function inKey(key, node, what, remedy) {
  return faultAt(node, what + say("cases.in_key", { key: shown(key) }), remedy);
}

/**
 * @param {string} words
 * @param {Node} node
 * @returns {string}
 */
function instead(words, node) {
  return say(words, { kind: kindOfValue(node) });
}

/**
 * @param {Node} node
 * @param {string} key
 * @param {Field} field
 * @returns {Fault}
 */
function missing(node, key, field) {
  const words = "words" in field ? field.words.join(", ") : "";
  const remedy = words === "" ? say("cases.add_it") : say("cases.add_one_of", { words });
  return { ...faultAt(node, say("cases.key_missing", { key }), remedy), path: [...node.path, key] };
}

/**
 * @param {string} key
 * @param {Node} name its node
 * @param {Fields} of
 * @param {Sparing} spare
 * @returns {Fault}
 */
function unknown(key, name, of, spare) {
  const near = didYouMean(key, of.fields.keys(), spare);
  const remedy = key.includes(" ") ? say("cases.part_of_text") : near;
  return faultAt(name, say("cases.unknown_key", { key: shown(key) }), remedy);
}

/**
 * Return what a node holds as it was written, where that is a number: it may be longer than any number here.
 * @param {Node} node
 * @returns {string | boolean | null}
 */
export function asWritten(node) {
  const { value } = node;
  return typeof value === "boolean" || value === null ? value : node.text;
}

/**
 * Return in words what kind of value a node holds.
 * @param {Node} node
 * @returns {string}
 */
function kindOfValue({ value }) {
  if (value === null) return say("cases.kind_nothing");
  if (Array.isArray(value)) return say("cases.kind_list");
  if (value instanceof Map) return say("cases.kind_lines");
  if (typeof value === "string") return say("cases.kind_text");
  return say(typeof value === "boolean" ? "cases.kind_boolean" : "cases.kind_number");
}
