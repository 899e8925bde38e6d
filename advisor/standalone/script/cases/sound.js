// What may stand in a case, and the case of a tree in which nothing else does. As advisor/cases/sound.py and case.py.

import { memberOf, membersOf } from "../files/yaml_nodes.js";
import { OUTCOMES } from "../knowledge/facts.js";
import { stripped } from "../text.js";
import { newCase } from "./case.js";

/** @typedef {import("../files/yaml_nodes.js").Node} Node */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/validate.js").Field} Field */
/** @typedef {import("../knowledge/validate.js").Fields} Fields */
/** @typedef {import("./case.js").Action} Action */
/** @typedef {import("./case.js").Answer} Answer */
/** @typedef {import("./case.js").Case} Case */
/** @typedef {import("./case.js").Partner} Partner */

export const STANDS = ["tight", "in-between", "loose"];
export const SEATS = ["centre", "partner", "above"];
export const YES_NO = ["yes", "no"];
/** @type {Field} */
const TEXT = { text: true };
/** @type {Field} */
const ELSEWHERE = { elsewhere: true }; // what `check.js` looks at
/** @type {Fields} */
const PARTNER = {
  fields: new Map(
    /** @type {[string, Field][]} */ ([
      ["name", TEXT],
      ["sector", TEXT],
      ["stands", { words: STANDS, orNone: true }],
    ])
  ),
  needed: ["name"],
};

/**
 * Return what may stand in a case.
 * @param {Knowledge} knowledge
 * @returns {Fields}
 */
export function caseFields(knowledge) {
  /** @type {[string, Field][]} */
  const tried = [
    ["date", ELSEWHERE],
    ["kind", { words: knowledge.triedKinds, orNone: false }],
    ["id", TEXT],
    ["outcome", { words: OUTCOMES, orNone: false }],
    ["note", TEXT],
  ];
  const action = { fields: new Map(tried), needed: ["id", "outcome"] };
  /** @type {[string, Field][]} */
  const fields = [
    ["format", ELSEWHERE],
    ["partnership", TEXT],
    ["about", TEXT],
    ["partners", { list: PARTNER }],
    ["respondent", TEXT],
    ["seen-from", { words: SEATS, orNone: true }],
    ["share", { words: YES_NO, orNone: true }],
    ["date", ELSEWHERE],
    ["questionnaire", TEXT],
    ["answers", ELSEWHERE],
    ["notes", ELSEWHERE],
    ["actions", { list: action }],
  ];
  return { fields: new Map(fields), needed: [] };
}

/**
 * Return the case that a tree holds in which all is right.
 * @param {Node} tree
 * @returns {Case}
 */
export function caseIn(tree) {
  return newCase({
    partnership: textIn(tree, "partnership"),
    about: textIn(tree, "about"),
    partners: listIn(tree, "partners").map(partnerIn),
    respondent: textIn(tree, "respondent"),
    seen_from: wordIn(tree, "seen-from"),
    share: wordIn(tree, "share"),
    date: wordIn(tree, "date"),
    questionnaire: textIn(tree, "questionnaire"),
    answers: answersIn(tree),
    notes: wordsBehind(memberOf(tree, "notes")),
    actions: listIn(tree, "actions").map(actionIn),
  });
}

/**
 * @param {Node} node
 * @returns {Partner}
 */
function partnerIn(node) {
  return { name: textIn(node, "name"), sector: textIn(node, "sector"), stands: wordIn(node, "stands") };
}

/**
 * @param {Node} node
 * @returns {Action}
 */
function actionIn(node) {
  return {
    date: wordIn(node, "date"),
    kind: wordIn(node, "kind") ?? "intervention",
    id: textIn(node, "id"),
    outcome: textIn(node, "outcome"),
    note: textIn(node, "note"),
  };
}

/**
 * @param {Node} tree
 * @returns {Map<string, Answer>}
 */
function answersIn(tree) {
  const said = memberOf(tree, "answers");
  const answers = said === null ? [] : Array.from(membersOf(said));
  return new Map(
    answers.map(([id, [, node]]) => [id, typeof node.value === "string" ? node.value : wordsBehind(node)])
  );
}

/**
 * Return the words that stand behind the keys of a mapping; none where there is none.
 * @param {Node | null} node
 * @returns {Map<string, string>}
 */
function wordsBehind(node) {
  const members = node === null ? [] : Array.from(membersOf(node));
  return new Map(members.map(([key, [, each]]) => [key, String(each.value)]));
}

/**
 * @param {Node} node
 * @param {string} key
 * @returns {string}
 */
function textIn(node, key) {
  return stripped(wordIn(node, key) ?? "");
}

/**
 * @param {Node} node
 * @param {string} key
 * @returns {string | null}
 */
function wordIn(node, key) {
  const value = memberOf(node, key)?.value;
  return typeof value === "string" ? value : null;
}

/**
 * @param {Node} node
 * @param {string} key
 * @returns {Node[]}
 */
function listIn(node, key) {
  const value = memberOf(node, key)?.value;
  return Array.isArray(value) ? value : [];
}
