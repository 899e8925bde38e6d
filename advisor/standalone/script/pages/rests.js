// On which knowledge base a page rests: its last line. As advisor/pages/rests.py.

import { say } from "../language.js";
import { overlaySaid } from "../reports/advice_outline.js";

/** @typedef {import("../advice/model.js").KnowledgeRef} KnowledgeRef */

/**
 * Return the name and version of a knowledge base, and what it does to another that it extends.
 * @param {KnowledgeRef} own
 * @returns {string}
 */
export function restsOn(own) {
  if (own.extends != null) return overlaySaid(own, own.extends);
  return say("a4.rests_on", { name: own.name, version: own.version });
}
