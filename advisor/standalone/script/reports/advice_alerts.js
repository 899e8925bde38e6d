// What comes before the partnership: the first lines of every page with advice. As advisor/reports/advice_alerts.py.

import { Grounds } from "../advice/grounds.js";
import { firingOf } from "../advice/model.js";
import { isGivenKind, TOLD_KINDS } from "../knowledge/facts.js";
import { askedOf, ownWords } from "../knowledge/phrases.js";
import { sortedBy } from "../order_by.js";
import { ended } from "./wording.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */

/**
 * Return what an alert is, and whom to turn to.
 * @param {{title: string, turn_to: string}} alert
 * @returns {string}
 */
export function inALine(alert) {
  return `${ended(alert.title)} ${alert.turn_to}`;
}

/**
 * Return the answers that are behind firings, each once; of a choice with what was asked.
 *
 * What was not chosen raises nothing, and what no question asks for is no answer of hers.
 * @param {Iterable<string>} firings
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
export function answersBehind(firings, advice, knowledge) {
  const grounds = new Grounds(advice.firings, advice.firings.concluding);
  const raised = new Set(Array.from(firings).flatMap((id) => Array.from(grounds.of(firingOf(advice, id)))));
  const ordered = sortedBy(raised, (fact) => [placeOf(fact, knowledge), fact.kind, fact.id, fact.value]);
  const answers = ordered.filter(
    (fact) => isGivenKind(fact.kind) && !TOLD_KINDS.includes(fact.kind) && fact.value !== "no"
  );
  return answers.map((fact) => {
    const asked = fact.kind === "answer" ? `${askedOf(fact.kind, fact.id, knowledge)} ` : "";
    return `${asked}"${ownWords(fact.kind, fact.id, fact.value, knowledge)}"`;
  });
}

/**
 * Return the place of the question that a fact answers, in the order in which they are asked.
 * @param {Fact} fact
 * @param {Knowledge} knowledge
 * @returns {number}
 */
function placeOf(fact, knowledge) {
  return knowledge.positions.get(fact.id.split(".")[0]) ?? knowledge.positions.size;
}
