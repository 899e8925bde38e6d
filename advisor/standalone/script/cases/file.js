// The text of a case file. As `case_text` in advisor/cases/file.py.

import { asYaml } from "../files/yaml_text.js";
import { say } from "../language.js";

/** @typedef {import("../files/yaml_text.js").Data} Data */
/** @typedef {import("../files/yaml_text.js").Flat} Flat */
/** @typedef {import("./case.js").Case} Case */

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
