// The case file: read it, and write a case as its text. As advisor/cases/file.py.

import { inOrder, linesOf } from "../errors.js";
import { parseBytes } from "../files/positioned_yaml.js";
import { asYaml } from "../files/yaml_text.js";
import { say } from "../language.js";
import { checkedCase } from "./check.js";

/** @typedef {import("../files/yaml_text.js").Data} Data */
/** @typedef {import("../files/yaml_text.js").Flat} Flat */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./case.js").Case} Case */
/** @typedef {{case: Case | null, faults: string[]}} Read there is a case where there are no faults */

/**
 * Return the case that a file holds, or null and a line for each fault, in the order of their places.
 * @param {ArrayLike<number>} bytes
 * @param {string} name that of the file
 * @param {Knowledge} knowledge
 * @returns {Read}
 */
export function readCase(bytes, name, knowledge) {
  const { tree, faults } = parseBytes(bytes);
  const checked = tree === null ? { case: null, faults: [] } : checkedCase(tree, knowledge);
  const all = inOrder([...faults, ...checked.faults]);
  return { case: all.length > 0 ? null : checked.case, faults: linesOf(name, all) };
}

/**
 * Return the text of a case file that reads as this case; what is empty is left out.
 * @param {Case} of
 * @returns {string}
 */
export function caseText(of) {
  const comment = say("cases.head")
    .split("\n")
    .map((line) => `# ${line}\n`);
  return comment.join("") + asYaml(told(of));
}

/**
 * Return what is in a case as a file has it: what is empty is left out, but for the sector of a partner.
 * @param {Case} of
 * @returns {Map<string, Data>}
 */
function told(of) {
  /** @type {[string, Data | null][]} */
  const fields = [
    ["format", of.format],
    ["partnership", of.partnership],
    ["about", of.about],
    ["partners", of.partners.map(({ name, sector, stands }) => known({ name, sector, stands }))],
    ["respondent", of.respondent],
    ["seen-from", of.seen_from],
    ["share", of.share],
    ["date", of.date],
    ["questionnaire", of.questionnaire],
    ["answers", of.answers],
    ["notes", of.notes],
    ["actions", of.actions.map((action) => toldAction(action))],
  ];
  return new Map(/** @type {[string, Data][]} */ (fields.filter(([, value]) => !isEmpty(value))));
}

/**
 * @param {import("./case.js").Action} action
 * @returns {Flat}
 */
function toldAction({ date, kind, id, outcome, note }) {
  return new Map(Array.from(known({ date, kind, id, outcome, note })).filter(([, value]) => value !== ""));
}

/**
 * @param {Record<string, string | null>} record
 * @returns {Flat}
 */
function known(record) {
  return new Map(/** @type {[string, string][]} */ (Object.entries(record).filter(([, value]) => value !== null)));
}

/**
 * @param {Data | null} value
 * @returns {boolean}
 */
function isEmpty(value) {
  if (value === null || value === "") return true;
  return Array.isArray(value) ? value.length === 0 : value instanceof Map && value.size === 0;
}
