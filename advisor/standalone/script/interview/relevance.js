// Which questions can still change what an interview wants to settle. As advisor/interview/relevance.py.

import { partsNotAsked } from "../cases/questions.js";
import { concluding } from "../inference/evaluator.js";
import { kindOfLeaf, leaves, thingOfLeaf } from "../knowledge/conditions.js";
import { partsOf } from "../knowledge/questions.js";

/** @typedef {import("../cases/case.js").Case} Case */
/** @typedef {import("../inference/bounds.js").CaseBounds} CaseBounds */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Thing} Thing */
/** @typedef {import("../knowledge/rules.js").Rule} Rule */
/** @typedef {import("./decided.js").Decided} Decided */
/** @typedef {{asks: Map<string, Set<Thing>>, needs: Map<string, Thing[]>}} Looks what each rule looks at, by its id */

const CONCLUDED_KINDS = new Set(["finding", "stage", "pattern"]);
const OF_WHAT_IS_ADVISED = new Set(["recommend", "withhold", "first", "needs-help"]);

/**
 * Return what each rule asks of answers, and which conclusions it needs; ask for it with `knowledge.once`.
 * @param {Knowledge} knowledge
 * @returns {Looks}
 */
function looksOf(knowledge) {
  /** @type {Looks} */
  const looks = { asks: new Map(), needs: new Map() };
  for (const rule of knowledge.rules) {
    const found = leaves(rule.when);
    const needed = found.filter((leaf) => CONCLUDED_KINDS.has(kindOfLeaf(leaf)));
    looks.asks.set(rule.id, new Set(found.map(thingOfLeaf)));
    looks.needs.set(rule.id, Array.from(new Set(needed.map(thingOfLeaf))));
  }
  return looks;
}

/**
 * Return the rules that raise an alert, by the question that asks for it; ask for them with `knowledge.once`.
 * @param {Knowledge} knowledge
 * @returns {Map<string, Rule[]>}
 */
function raising(knowledge) {
  /** @type {Map<string, Rule[]>} */
  const found = new Map();
  for (const rule of knowledge.rules) {
    if (rule.then.key !== "alert") continue;
    const { question } = knowledge.entry(rule.then.subject);
    found.set(question, [...(found.get(question) ?? []), rule]);
  }
  return found;
}

/**
 * Return the questions that can still change what is not settled, in their order.
 *
 * Of what could still raise an alert it is only the question that asks for it.
 * @param {Decided} settled
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
export function questionsLeft(settled, of, knowledge) {
  const { certain } = settled;
  const alerts = new Set(
    Array.from(knowledge.once(raising)).flatMap(([asked, rules]) => (isOpen(rules, certain) ? [asked] : []))
  );
  /** @type {Set<Thing>} */
  const reached = new Set();
  const { asks } = knowledge.once(looksOf);
  for (const rule of rulesBehind(targets(settled, knowledge), certain, knowledge)) {
    for (const thing of asks.get(rule.id) ?? []) reached.add(thing);
  }
  return Array.from(knowledge.questions.keys()).filter((id) =>
    partsNotAsked(id, of, knowledge).some((part) => alerts.has(id) || reached.has(part.thing))
  );
}

/**
 * Return whether an alert is not raised yet, and still may be.
 * @param {Rule[]} rules
 * @param {CaseBounds} certain
 * @returns {boolean}
 */
function isOpen(rules, certain) {
  const said = rules.map((rule) => certain.rules.get(rule.id));
  return !said.includes(true) && said.includes(null);
}

/**
 * Return the alerts that stand, whatever else is answered.
 * @param {CaseBounds} certain
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
export function alertsThatStand(certain, knowledge) {
  const rules = Array.from(knowledge.once(raising).values()).flat();
  const raised = rules.filter((rule) => certain.rules.get(rule.id)).map((rule) => rule.then.subject);
  return knowledge.idsOf("alert").filter((id) => raised.includes(id));
}

/**
 * Return the open rules that some rest on, themselves among them.
 * @param {Rule[]} from
 * @param {CaseBounds} certain
 * @param {Knowledge} knowledge
 * @returns {Set<Rule>}
 */
function rulesBehind(from, certain, knowledge) {
  const { needs } = knowledge.once(looksOf);
  const concludes = knowledge.once(concluding);
  const waiting = [...from];
  /** @type {Set<Thing>} */
  const things = new Set(); // what many rules look at is followed once
  /** @type {Set<Rule>} */
  const found = new Set();
  for (let rule = waiting.pop(); rule !== undefined; rule = waiting.pop()) {
    if (found.has(rule) || certain.rules.get(rule.id) !== null) continue;
    found.add(rule);
    for (const thing of needs.get(rule.id) ?? []) {
      if (things.has(thing)) continue;
      things.add(thing);
      waiting.push(...(concludes.get(thing) ?? []));
    }
  }
  return found;
}

/**
 * Return the open rules that speak of what is not settled.
 * @param {Decided} settled
 * @param {Knowledge} knowledge
 * @returns {Rule[]}
 */
function targets(settled, knowledge) {
  /** @type {Set<string>} */
  const about = new Set();
  const sorts = settled.planBegins ? [] : settled.sortsOfFirstThings;
  const wanted = settled.allInterventions ? sorts : [knowledge.idsOf("intervention"), ...sorts];
  for (const ids of wanted) for (const id of settled.contenders(ids)) about.add(id);
  return knowledge.rules.filter((rule) => {
    if (settled.certain.rules.get(rule.id) !== null) return false;
    if (rule.then.key === "sign") return !settled.stages.has(rule.then.subject);
    return OF_WHAT_IS_ADVISED.has(rule.then.key) && about.has(rule.then.subject);
  });
}

/**
 * Return the open rules that an answer to a question may decide, then those that rest on them.
 * @param {string} question
 * @param {CaseBounds} certain
 * @param {Knowledge} knowledge
 * @returns {Set<Rule>}
 */
export function rulesAbout(question, certain, knowledge) {
  const { asks, needs } = knowledge.once(looksOf);
  const asked = knowledge.memo(partsOf)(question).map((part) => part.thing);
  const open = knowledge.rules.filter((rule) => certain.rules.get(rule.id) === null);
  const found = open.filter((rule) => asked.some((thing) => asks.get(rule.id)?.has(thing)));
  const things = new Set(found.map((rule) => rule.then.weighs));
  const upon = open.filter((rule) => needs.get(rule.id)?.some((thing) => things.has(thing)));
  return new Set([...found, ...upon]);
}
