// (Placeholder until the columns are settled.)

/** @typedef {import("./session.js").Room} Room */

/**
 * @param {Room} _room
 * @returns {string}
 */
export function resultsOf(_room) {
  return "";
}
