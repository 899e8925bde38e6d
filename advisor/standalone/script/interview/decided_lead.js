// Whether it is settled which situation leads and what it calls for. As advisor/interview/decided_lead.py.

import { HEATS } from "../advice/patterns.js";
import { kindOfLeaf, leaves } from "../knowledge/conditions.js";
import { fact, PRESENT } from "../knowledge/facts.js";
import { compared } from "../order_by.js";
import { sentencesOf } from "../text.js";

/** @typedef {import("../inference/bounds.js").CaseBounds} CaseBounds */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/rules.js").Rule} Rule */
/** @typedef {{supports: Rule[], withholds: Rule[], waits: Rule[], helpers: Rule[]}} About the rules that speak of a thing */
/** @typedef {{id: string, isStrength: boolean, surelyLeads: boolean, mayLead: boolean, best: Place, worst: Place}} Standing */
/** @typedef {(number | boolean)[]} Place */

/**
 * Return whether which situation leads is settled, that there is a trouble, and what is called for.
 * @param {CaseBounds} certain
 * @param {Map<string, About>} about
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
export function leadIsSettled(certain, about, knowledge) {
  const possible = knowledge
    .idsOf("pattern")
    .map((id) => standing(id, certain, knowledge))
    .filter((each) => each.mayLead);
  if (possible.length === 0) return someTrouble(certain, knowledge);
  const first = possible.reduce((one, other) => (compared(other.worst, one.worst) < 0 ? other : one));
  const others = possible.filter((each) => each !== first);
  if (!(first.surelyLeads && others.every((each) => compared(first.worst, each.best) < 0))) return false;
  if (first.isStrength && !someTrouble(certain, knowledge)) return false;
  const resting = knowledge.memo(restingOn)(first.id);
  if (!resting.some((rule) => certain.rules.get(rule.id))) return false;
  return resting.every((rule) => isDecided(rule.then.effect.id, certain, about));
}

/**
 * Return whether the reasons for two of these things may share a sentence: then one could be left out.
 * @param {Iterable<string>} ids
 * @param {Map<string, About>} about
 * @returns {boolean}
 */
export function sayTheSame(ids, about) {
  /** @type {Set<string>} */
  const said = new Set();
  for (const id of ids) {
    const own = new Set((about.get(id)?.supports ?? []).flatMap(sentencesIn));
    for (const sentence of own) if (said.has(sentence)) return true;
    for (const sentence of own) said.add(sentence);
  }
  return false;
}

/**
 * Return where a pattern can stand among the others: at best, and at worst.
 * @param {string} id
 * @param {CaseBounds} certain
 * @param {Knowledge} knowledge
 * @returns {Standing}
 */
function standing(id, certain, knowledge) {
  const entry = knowledge.entry(id);
  const signs = knowledge.memo(signsOf)(id);
  const saying = (/** @type {string} */ said) => signs.filter((rule) => rule.then.says === said);
  const keys = numberOf(saying("for").filter((rule) => rule.then.is_key), certain);
  const for_ = numberOf(saying("for"), certain);
  const against = numberOf(saying("against"), certain);
  const likely = certainOf(fact("pattern", id, "likely"), certain);
  const possible = certainOf(fact("pattern", id, "possible"), certain);
  const hasKeys = signs.some((rule) => rule.then.is_key);
  const hot = entry.heat != null;
  const heat = hot ? HEATS.indexOf(entry.heat) : HEATS.length;
  const isStrength = entry.tone === "strength";
  const place = Number(knowledge.positions.get(id));
  return {
    id,
    isStrength,
    surelyLeads: likely === true || (hot && likely === false && possible === true && (keys[0] > 0 || !hasKeys)),
    mayLead: likely !== false || (hot && possible !== false && (keys[1] > 0 || !hasKeys)),
    best: [heat, isStrength, -keys[1], against[0] - for_[1], -for_[1], place],
    worst: [heat, isStrength, -keys[0], against[1] - for_[0], -for_[0], place],
  };
}

/**
 * @param {Fact} of
 * @param {CaseBounds} certain
 * @returns {boolean | null} false where nothing concludes it
 */
function certainOf(of, certain) {
  const found = certain.facts.get(of);
  return found === undefined ? false : found;
}

/**
 * Return how many rules fire, at least and at most.
 * @param {Rule[]} rules
 * @param {CaseBounds} certain
 * @returns {[number, number]}
 */
function numberOf(rules, certain) {
  const said = rules.map((rule) => certain.rules.get(rule.id));
  return [said.filter((each) => each === true).length, said.filter((each) => each !== false).length];
}

/**
 * Return the rules that speak for or against a pattern; ask for them with `knowledge.memo`.
 * @param {Knowledge} knowledge
 * @param {string} pattern
 * @returns {Rule[]}
 */
export function signsOf(knowledge, pattern) {
  return knowledge.rules.filter((rule) => rule.then.key === "pattern" && rule.then.subject === pattern);
}

/**
 * Return the rules that recommend something, for more than a slight reason, and look at a pattern.
 * @param {Knowledge} knowledge
 * @param {string} pattern
 * @returns {Rule[]}
 */
function restingOn(knowledge, pattern) {
  return knowledge.rules.filter(
    (rule) =>
      rule.then.key === "recommend" &&
      rule.then.says !== "slight" &&
      leaves(rule.when).some((leaf) => kindOfLeaf(leaf) === "pattern" && leaf.pattern === pattern)
  );
}

/**
 * Return whether each rule that speaks of a thing is settled, and so its place and readiness.
 * @param {string} id
 * @param {CaseBounds} certain
 * @param {Map<string, About>} about
 * @returns {boolean}
 */
function isDecided(id, certain, about) {
  const { supports, withholds, waits } = /** @type {About} */ (about.get(id));
  const isSure = (/** @type {boolean | null | undefined} */ said) => said != null;
  return (
    [...supports, ...withholds, ...waits].every((rule) => isSure(certain.rules.get(rule.id))) &&
    waits.every((rule) => isSure(certain.recommended.get(rule.then.says)))
  );
}

/**
 * Return whether a trouble was surely found.
 * @param {CaseBounds} certain
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
function someTrouble(certain, knowledge) {
  return knowledge.once(troubles).some((each) => certain.facts.get(each) === true);
}

/**
 * @param {Knowledge} knowledge
 * @returns {Fact[]}
 */
function troubles(knowledge) {
  return knowledge.kinds.concluded.flatMap((kind) =>
    knowledge
      .ofKind(kind)
      .filter((entry) => kind !== "finding" || entry.tone === "trouble")
      .map((entry) => fact("finding", entry.id, PRESENT))
  );
}

/**
 * @param {Rule} rule
 * @returns {string[]}
 */
function sentencesIn(rule) {
  const otherwise = (rule.said_otherwise ?? []).map((other) => other.because ?? "");
  return [rule.because, ...otherwise].flatMap(sentencesOf);
}
