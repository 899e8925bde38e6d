// What was chosen, as a file to keep.

import { resultsText, rowOf } from "../exercise/results.js";
import { comparisonOf, playedBy } from "./told.js";

/** @typedef {import("./session.js").Room} Room */

/**
 * @param {Room} room
 * @returns {string}
 */
export function resultsOf(room) {
  const exercise = playedBy(room);
  return resultsText(rowOf(room.learner, exercise, comparisonOf(exercise, room)));
}
