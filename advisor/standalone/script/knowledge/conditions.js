// The conditions of rules: trees of comparisons and counts. As advisor/knowledge/conditions.py and comparison.py.

import { ABSENT, fact, MOVES, NOT_APPLICABLE, OUTCOMES, PRESENT, STAGES, SURE, thing } from "./facts.js";

/** @typedef {import("./facts.js").Fact} Fact */
/** @typedef {import("./facts.js").Thing} Thing */
/** @typedef {Record<string, any>} Condition as the data has it: `{all: [...]}`, `{answer: id, is: option}` */
/**
 * What a leaf reads: any fact of `yes` makes it true, any of `no` makes it false; `not_applicable` takes it out of a
 * share (half or most of those that apply).
 * @typedef {{yes: Fact[], no: Fact[], not_applicable: Fact | null}} Reads
 */
/** @typedef {{optionsOf(question: string): string[]}} Scales */

const GROUPS = ["all", "any", "none", "of"];
const LEAVES = ["answer", "item", "finding", "stage", "placed", "pattern", "tried", "sector", "apart", "moved", "observed"];
/** @type {Map<string, string[]>} what facts of a kind can say; of an answer the options of the question */
const VALUES = new Map([
  ["item", ["yes", "no"]],
  ["finding", [PRESENT]],
  ["stage", STAGES],
  ["placed", STAGES],
  ["pattern", ["likely", "possible"]],
  ["tried", OUTCOMES],
  ["sector", ["yes", "no"]],
  ["apart", ["yes", "no"]],
  ["moved", MOVES],
  ["observed", ["yes", "no"]],
]);
const LEAVING_SHARES = new Set(["answer", "item", "placed"]);

/**
 * Return the key of a group under which its members stand, or null for a comparison.
 * @param {Condition} condition
 * @returns {string | null}
 */
export function groupOf(condition) {
  return GROUPS.find((key) => key in condition) ?? null;
}

/**
 * Return the conditions inside a group; none of a comparison.
 * @param {Condition} condition
 * @returns {Condition[]}
 */
export function members(condition) {
  const group = groupOf(condition);
  return group === null ? [] : condition[group];
}

/**
 * Return every comparison, in the order of the text.
 * @param {Condition} condition
 * @returns {Condition[]}
 */
export function leaves(condition) {
  return groupOf(condition) === null ? [condition] : members(condition).flatMap(leaves);
}

/**
 * Return the kind of the facts that a comparison looks at.
 * @param {Condition} leaf
 * @returns {string}
 */
export function kindOfLeaf(leaf) {
  return /** @type {string} */ (LEAVES.find((kind) => kind in leaf));
}

/**
 * Return what a comparison looks at.
 * @param {Condition} leaf
 * @returns {Thing}
 */
export function thingOfLeaf(leaf) {
  const kind = kindOfLeaf(leaf);
  return thing(kind, leaf[kind]);
}

/**
 * Return which facts make a comparison true, and which make it false.
 * @param {Condition} leaf
 * @param {Scales} scales
 * @returns {Reads}
 */
export function reads(leaf, scales) {
  const kind = kindOfLeaf(leaf);
  const subject = leaf[kind];
  if (kind === "stage" && leaf.sure != null) return readsSure(leaf);
  const values = VALUES.get(kind) ?? scales.optionsOf(subject);
  const wanted = wantedOf(kind, leaf, values);
  if (kind === "finding" || kind === "pattern") {
    return {
      yes: wanted.map((value) => fact(kind, subject, value)),
      no: [fact(kind, subject, ABSENT)],
      not_applicable: null,
    };
  }
  const yes = values.filter((value) => wanted.includes(value)).map((value) => fact(kind, subject, value));
  const no = values.filter((value) => !wanted.includes(value)).map((value) => fact(kind, subject, value));
  if (!LEAVING_SHARES.has(kind)) return { yes, no, not_applicable: null };
  const outside = fact(kind, subject, NOT_APPLICABLE);
  return { yes, no: [...no, outside], not_applicable: outside };
}

/**
 * Return what a comparison of how sure a stage is reads.
 * @param {Condition} leaf
 * @returns {Reads}
 */
function readsSure(leaf) {
  const stages = oneOrSeveral(leaf.is, leaf.in);
  const facts = STAGES.flatMap((stage) => SURE.map((sure) => ({ stage, sure })));
  const isWanted = (/** @type {{stage: string, sure: string}} */ each) =>
    stages.includes(each.stage) && each.sure === leaf.sure;
  const made = (/** @type {{stage: string, sure: string}} */ each) =>
    fact("sure", leaf.stage, `${each.stage}-${each.sure}`);
  return {
    yes: facts.filter(isWanted).map(made),
    no: facts.filter((each) => !isWanted(each)).map(made),
    not_applicable: null,
  };
}

/**
 * Return those of the values that make a comparison true.
 * @param {string} kind
 * @param {Condition} leaf
 * @param {string[]} values
 * @returns {string[]}
 */
function wantedOf(kind, leaf, values) {
  switch (kind) {
    case "answer":
      return wantedAnswers(leaf, values);
    case "pattern":
      return values.slice(0, leaf.fit === "possible" ? 2 : 1);
    case "finding":
      return values;
    case "sector":
    case "apart":
    case "observed":
      return values.slice(0, 1);
    case "tried":
      return oneOrSeveral(leaf.outcome, leaf.in);
    default:
      return oneOrSeveral(leaf.is, leaf.in);
  }
}

/**
 * @param {Condition} leaf
 * @param {string[]} values
 * @returns {string[]}
 */
function wantedAnswers(leaf, values) {
  if (leaf.in != null || leaf.is != null) return oneOrSeveral(leaf.is, leaf.in);
  const low = leaf.at_least == null ? 0 : values.indexOf(leaf.at_least);
  const high = leaf.at_most == null ? values.length - 1 : values.indexOf(leaf.at_most);
  return values.slice(low, high + 1);
}

/**
 * @param {string | null | undefined} one
 * @param {string[] | null | undefined} several
 * @returns {string[]}
 */
function oneOrSeveral(one, several) {
  if (several != null && several.length > 0) return several;
  return one == null ? [] : [one];
}
