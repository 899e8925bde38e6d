// What was noted of things tried and an answer would take out. As `lost_text` in cli/prompts.py.

import { say } from "../language.js";
import { inside } from "../reports/wording.js";
import { withoutStops } from "../text.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../cases/case.js").Action} Action */

const OUTCOME_WORDS = new Map([
  ["helped", "talk.helped"],
  ["no-change", "talk.no_change"],
  ["worse", "talk.worse"],
  ["too-early", "talk.too_early"],
]);

/**
 * Return what may have been tried, as lines of a question.
 * @param {Knowledge} knowledge
 * @returns {{id: string, text: string}[]}
 */
export function interventionsOf(knowledge) {
  return knowledge.ofKind("intervention").map((entry) => {
    const [first = "", ...letters] = Array.from(/** @type {string} */ (entry.plain));
    return { id: entry.id, text: `${first.toUpperCase()}${letters.join("")} (${inside(entry.title)})` };
  });
}

/**
 * Return which actions an answer would take out, and how to do so all the same.
 * @param {Action[]} lost
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function lostText(lost, knowledge) {
  const told = lost.map((action) => toldOf(action, knowledge)).join("; ");
  return say("page.wrong_lost", { actions: withoutStops(told) });
}

/**
 * @param {Action} action
 * @param {Knowledge} knowledge
 * @returns {string}
 */
function toldOf(action, knowledge) {
  const title = knowledge.kindOfId.has(action.id) ? knowledge.entry(action.id).title : action.id;
  const outcome = say(/** @type {string} */ (OUTCOME_WORDS.get(action.outcome)));
  return [title, outcome, action.date ?? "", action.note].filter((each) => each !== "").join(", ");
}
