// The facts that a case gives: what inference starts from. As advisor/cases/facts.py.

import { fact, UNKNOWN } from "../knowledge/facts.js";
import { factOf, kindOf } from "../knowledge/question_kinds.js";
import { partsOf } from "../knowledge/questions.js";
import { sortedBy } from "../order_by.js";
import { sectorNamed } from "./sectors.js";

/** @typedef {import("./case.js").Case} Case */
/** @typedef {import("./case.js").Action} Action */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */

/**
 * Return what a case gives: answers in the order of the questionnaire, what was tried, and sectors.
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {Fact[]}
 */
export function initialFacts(of, knowledge) {
  return [...answerFacts(of, knowledge), ...actionFacts(of, knowledge), ...sectorFacts(of, knowledge)];
}

/**
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {Fact[]}
 */
function answerFacts(of, knowledge) {
  /** @type {Fact[]} */
  const facts = [];
  for (const [id, question] of knowledge.questions) {
    const answer = of.answers.get(id) ?? UNKNOWN;
    if (answer === UNKNOWN || kindOf(question).inActions) continue;
    for (const part of knowledge.memo(partsOf)(id)) {
      const said = typeof answer === "string" ? answer : (answer.get(part.key) ?? UNKNOWN);
      const found = factOf(part, said);
      if (found !== null) facts.push(found);
    }
  }
  return facts;
}

/**
 * Return the latest outcome of each thing that was tried, in the order of the knowledge base.
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {Fact[]}
 */
function actionFacts(of, knowledge) {
  const latest = latestActions(of);
  const there = Array.from(latest.keys()).filter((id) => knowledge.has(id, knowledge.triedKinds));
  const inOrder = sortedBy(there, (id) => Number(knowledge.positions.get(id)));
  return inOrder.map((id) => fact("tried", id, /** @type {Action} */ (latest.get(id)).outcome));
}

/**
 * Return that a partner is of a sector; that none is, only where every partner's sector is known.
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {Fact[]}
 */
function sectorFacts(of, knowledge) {
  const found = of.partners.map((partner) => sectorNamed(partner.sector, knowledge));
  /** @type {Fact[]} */
  const facts = [];
  for (const sector of knowledge.sectors) {
    if (found.includes(sector.id)) facts.push(fact("sector", sector.id, "yes"));
    else if (found.length > 0 && !found.includes(null)) facts.push(fact("sector", sector.id, "no"));
  }
  return facts;
}

/**
 * Return the latest action of each thing that was tried; undated ones are the oldest.
 *
 * Of several on one day it is the one that comes last in the case.
 * @param {Case} of
 * @returns {Map<string, Action>}
 */
export function latestActions(of) {
  /** @type {Map<string, Action>} */
  const latest = new Map();
  for (const action of of.actions) {
    const there = latest.get(action.id);
    if (there === undefined || dayOf(action) >= dayOf(there)) latest.set(action.id, action);
  }
  return latest;
}

/**
 * @param {Action} action
 * @returns {string}
 */
function dayOf(action) {
  return action.date ?? "";
}
