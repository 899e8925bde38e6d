// The comparison and the debrief, as outlines in sections. (Placeholder until the exercise is there.)

/** @typedef {import("./session.js").Room} Room */
/** @typedef {import("../reports/outline.js").Block} Block */

/**
 * @param {Room} _room
 * @returns {Block[][]}
 */
export function compared(_room) {
  return [[]];
}

/**
 * @param {Room} _room
 * @returns {Block[][]}
 */
export function debriefed(_room) {
  return [[]];
}
