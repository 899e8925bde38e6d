// The rules that could have brought something, and the nearest way in which each is missed. As explanation/misses.py.

import { fact, isGivenKind, thingOf } from "../knowledge/facts.js";
import { LANES, lanes, run } from "../inference/circuit.js";
import { evaluatorOf } from "../inference/evaluator.js";
import { sortedBy } from "../order_by.js";
import { Ways } from "./ways.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/rules.js").Rule} Rule */
/** @typedef {import("./ways.js").Need} Need */
/**
 * A rule that could have brought it: what holds already, and the nearest way in which it is missed.
 *
 * `is_enough`: the rule fires once all that it names is so. `is_in_reach`: all of that could be found out or wished for.
 * @typedef {{rule: string, title: string, because: string, holds: string[], fails: Need[], unknown: Need[],
 *   is_enough: boolean, is_in_reach: boolean}} Miss
 */
/** @typedef {{rule: Rule, lacking: Need[]}} Found */

/**
 * Return the rules that could bring it, first what could be found out or wished for, nearest first.
 * @param {string} id
 * @param {Fact[]} facts
 * @param {Knowledge} knowledge
 * @returns {Miss[]}
 */
export function nearestMisses(id, facts, knowledge) {
  return missed(knowledge.rules.filter((rule) => brings(rule, id)), facts, knowledge);
}

/**
 * Return the rules that could add a sign that a factor stands at a stage, nearest first.
 * @param {string} factor
 * @param {string} stage
 * @param {Fact[]} facts
 * @param {Knowledge} knowledge
 * @returns {Miss[]}
 */
export function missedSigns(factor, stage, facts, knowledge) {
  const sign = fact("sign", factor, stage);
  return missed(knowledge.rules.filter((rule) => rule.then.effect === sign), facts, knowledge);
}

/**
 * @param {Rule[]} rules
 * @param {Fact[]} facts
 * @param {Knowledge} knowledge
 * @returns {Miss[]}
 */
function missed(rules, facts, knowledge) {
  const ways = new Ways(facts, knowledge);
  const found = rules
    .map((rule) => ({ rule, lacking: distinct(ways.lacking(rule.when)) }))
    .filter(({ lacking }) => lacking.length > 0);
  const enough = areEnough(found, facts, knowledge);
  const misses = found.map((each, place) => missOf(each, ways, enough[place]));
  return sortedBy(misses, (miss) => [!miss.is_in_reach, !miss.is_enough, miss.fails.length + miss.unknown.length]);
}

/**
 * Return whether a rule could bring something; a rule is brought by itself alone.
 * @param {Rule} rule
 * @param {string} id
 * @returns {boolean}
 */
function brings({ id: own, then }, id) {
  const isAdvice = then.key === "recommend" || then.key === "alert" || then.key === "finding" || then.key === "pattern";
  return own === id || (then.subject === id && isAdvice && !then.is_against);
}

/**
 * @param {Found} found
 * @param {Ways} ways
 * @param {boolean} isEnough
 * @returns {Miss}
 */
function missOf({ rule, lacking }, ways, isEnough) {
  const told = ways.wording.entry(rule.id);
  return {
    rule: rule.id,
    title: told.title,
    because: told.because,
    holds: ways.holding(rule.when),
    fails: lacking.filter((need) => need.said !== null),
    unknown: lacking.filter((need) => need.said === null),
    is_enough: isEnough,
    is_in_reach: lacking.every((need) => ways.isInReach(need)),
  };
}

/**
 * Return for each rule whether it fires once its needs are met, 32 of them tried at a time.
 * @param {Found[]} found
 * @param {Fact[]} facts
 * @param {Knowledge} knowledge
 * @returns {boolean[]}
 */
function areEnough(found, facts, knowledge) {
  const evaluator = knowledge.once(evaluatorOf);
  return Array.from({ length: Math.ceil(found.length / LANES) }, (_, batch) => {
    const those = found.slice(batch * LANES, (batch + 1) * LANES);
    const everywhere = lanes(those.length);
    const cells = run(evaluator.program, known(those, facts, everywhere), everywhere);
    return those.map(({ rule }, lane) => ((cells[Number(evaluator.byId.get(rule.id)?.fires)] >>> lane) & 1) === 1);
  }).flat();
}

/**
 * Return in which trials each fact is known, where the needs of each rule are met in a trial of its own.
 * @param {Found[]} those
 * @param {Fact[]} facts
 * @param {number} everywhere
 * @returns {Map<Fact, number>}
 */
function known(those, facts, everywhere) {
  /** @type {Map<Fact, number>} */
  const columns = new Map(facts.map((each) => [each, everywhere]));
  those.forEach(({ lacking }, lane) => {
    const met = new Map(lacking.map((need) => [thingOf(fact(need.kind, need.id, need.value)), need]));
    for (const each of facts) {
      if (met.has(thingOf(each))) columns.set(each, Number(columns.get(each)) & ~(1 << lane));
    }
    for (const { kind, id, value } of met.values()) {
      const wanted = fact(kind, id, value);
      if (isGivenKind(kind)) columns.set(wanted, (columns.get(wanted) ?? 0) | (1 << lane));
    }
  });
  return columns;
}

/**
 * Return needs, each once.
 * @param {Need[]} needs
 * @returns {Need[]}
 */
function distinct(needs) {
  return Array.from(new Map(needs.map((need) => [JSON.stringify(need), need])).values());
}
