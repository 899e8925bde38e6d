// Results of exercises: a table in which each learner is a row. As advisor/exercise/results.py.

import { csvLine } from "../files/csv_safety.js";

/** @typedef {import("./exercise.js").Exercise} Exercise */
/** @typedef {import("./model.js").Comparison} Comparison */

const VERDICTS = ["agreed", "not-yet", "held-back", "open"];
const COLUMNS = ["learner", "scenario", "asked", "chosen", "reasons", ...VERDICTS, "also-advised", "group", "after", "disagrees"];
const NOTHING = "0"; // in the column "after": she would choose nothing now

/**
 * What a learner says after the debrief; null where she said nothing of what she would choose now.
 * @typedef {{chosen: string[] | null, disagrees: string}} Afterwards
 */

/**
 * Return a learner's row; several ids in a cell are separated by blanks, in their order.
 * @param {string} learner
 * @param {Exercise} exercise
 * @param {Comparison} comparison
 * @param {Afterwards} afterwards
 * @param {string} [group]
 * @returns {Record<string, string>}
 */
export function rowOf(learner, exercise, comparison, afterwards, group = "") {
  const { asked, chosen, scenario } = exercise;
  const byVerdict = VERDICTS.map((verdict) => [
    verdict,
    comparison.chosen.filter((each) => each.standing.verdict === verdict).map((each) => each.choice.id).join(" "),
  ]);
  return {
    learner,
    scenario: scenario.id,
    asked: asked.join(" "),
    chosen: chosen.map((choice) => choice.id).join(" "),
    reasons: chosen.filter((choice) => choice.reason !== "").map(({ id, reason }) => `${id}: ${reason}`).join(" | "),
    ...Object.fromEntries(byVerdict),
    "also-advised": comparison.missed.map((each) => each.id).join(" "),
    group,
    after: afterwards.chosen === null ? "" : afterwards.chosen.join(" ") || NOTHING,
    disagrees: afterwards.disagrees,
  };
}

/**
 * Return a file of results with one row.
 * @param {Record<string, string>} row
 * @returns {string}
 */
export function resultsText(row) {
  return csvLine(COLUMNS) + csvLine(COLUMNS.map((column) => row[column]));
}
