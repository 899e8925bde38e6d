// What was chosen, as a file to keep.

import { entriesOf } from "../exercise/choices.js";
import { resultsText, rowOf } from "../exercise/results.js";
import { comparisonOf, handsOf, playedBy } from "./told.js";

/** @typedef {import("./session.js").Room} Room */

/**
 * Return a table with one row. Of a group it says in place of reasons how many hands went up.
 * @param {Room} room
 * @returns {string}
 */
export function resultsOf(room) {
  const exercise = playedBy(room);
  const after = afterOf(room);
  const afterwards = { chosen: after, disagrees: room.disagrees };
  const row = rowOf(room.learner, exercise, comparisonOf(exercise, room), afterwards, room.group);
  return resultsText(room.mode === "group" ? { ...row, reasons: handsIn(room) } : row);
}

/**
 * @param {Room} room
 * @returns {string[] | null}
 */
function afterOf(room) {
  if (room.mode === "alone") return room.after?.map((choice) => choice.id) ?? null;
  const after = handsOf(room, "after").map(({ entry }) => entry.id);
  return after.length > 0 ? after : null;
}

/**
 * Return the hands in signs and not in words, so that pages of any language can be laid side by side.
 * @param {Room} room
 * @returns {string}
 */
function handsIn({ exercise, hands }) {
  const voted = entriesOf(exercise.scenario.choices).filter(({ id }) => hands.before.has(id) || hands.after.has(id));
  const said = voted.map(({ id }) => {
    const [before, after] = [hands.before, hands.after].map((votes) => votes.get(id) ?? 0);
    return `${id}: hands=${before} after=${after}`;
  });
  return said.join(" | ");
}
