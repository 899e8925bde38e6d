// The format line that every file begins with, so that a newer file is known for one. As advisor/files/format_line.py.

import { say } from "../language.js";
import { faultAt, memberOf } from "./yaml_nodes.js";

/** @typedef {import("../errors.js").Fault} Fault */
/** @typedef {import("./yaml_nodes.js").Node} Node */

/**
 * Return whether a tree says that it was written for a later format.
 * @param {Node} tree
 * @param {number} current
 * @returns {boolean}
 */
export function isNewer(tree, current) {
  const format = memberOf(tree, "format")?.value;
  return typeof format === "bigint" && format > current;
}

/**
 * Return a fault if a tree does not say that it is of the current format, or null.
 * @param {Node} tree
 * @param {number} current
 * @returns {Fault | null}
 */
export function otherFormat(tree, current) {
  const node = memberOf(tree, "format");
  if (node === null) {
    const fault = faultAt(tree, say("cases.no_format"), say("cases.write_format_above", { current }));
    return { ...fault, path: [...tree.path, "format"] };
  }
  if (isNewer(tree, current)) {
    const value = String(node.value);
    return faultAt(node, say("cases.newer_format", { value, current }), say("cases.newer_page"));
  }
  if (node.value === BigInt(current)) return null;
  return faultAt(node, say("cases.other_format", { text: node.text }), say("cases.write_format", { current }));
}
