// The comparison and the debrief of what was chosen, in sections.

import { entriesOf } from "../exercise/choices.js";
import { compared as comparedWith } from "../exercise/comparing.js";
import { debrief } from "../exercise/debriefing.js";
import { comparisonOutline } from "../reports/exercise_comparison.js";
import { debriefOutline } from "../reports/exercise_debrief.js";

/** @typedef {import("../exercise/choices.js").Entry} Entry */
/** @typedef {import("../exercise/exercise.js").Exercise} Exercise */
/** @typedef {import("../exercise/model.js").Comparison} Comparison */
/** @typedef {import("./session.js").Room} Room */
/** @typedef {import("../reports/outline.js").Block} Block */
/** @typedef {"before" | "after"} When */

/**
 * Return what has hands, most hands first; what has as many stays in the order of the list.
 * @param {Room} room
 * @param {When} when
 * @returns {{entry: Entry, hands: number}[]}
 */
export function handsOf(room, when) {
  const all = entriesOf(room.exercise.scenario.choices);
  const counted = all.map((entry) => ({ entry, hands: room.hands[when].get(entry.id) ?? 0 }));
  return counted.filter((each) => each.hands > 0).sort((one, other) => other.hands - one.hands);
}

/**
 * Return the exercise with what was chosen: a group chooses what has hands.
 * @param {Room} room
 * @param {When} [when]
 * @returns {Exercise}
 */
export function playedBy(room, when = "before") {
  if (room.mode === "alone") return room.exercise;
  return { ...room.exercise, chosen: handsOf(room, when).map(({ entry }) => ({ id: entry.id, reason: "" })) };
}

let last = "";
/** @type {Comparison | null} */
let found = null;

/**
 * Return the comparison; it is worked out anew only where something else was asked or chosen.
 * @param {Exercise} exercise
 * @param {Room} room
 * @returns {Comparison}
 */
export function comparisonOf(exercise, room) {
  const key = JSON.stringify([exercise.asked, exercise.chosen]);
  if (found === null || key !== last) found = comparedWith(exercise, room.knowledge);
  last = key;
  return found;
}

/**
 * @param {Room} room
 * @returns {Block[][]}
 */
export function compared(room) {
  const exercise = playedBy(room);
  return sectionsOf(comparisonOutline(comparisonOf(exercise, room), exercise, room.knowledge).blocks);
}

/**
 * @param {Room} room
 * @returns {Block[][]}
 */
export function debriefed(room) {
  const exercise = playedBy(room);
  const told = debrief(exercise, comparisonOf(exercise, room));
  return sectionsOf(debriefOutline(told, exercise.scenario.choices).blocks);
}

/**
 * Return a title as it is read from afar: capitals, which set it off at the terminal, are hard to read there.
 * @param {string} title
 * @returns {string}
 */
function inSmall(title) {
  return title === title.toUpperCase() ? `${title.slice(0, 1)}${title.slice(1).toLowerCase()}` : title;
}

/**
 * Return blocks in sections, each with its title in front.
 * @param {Block[]} blocks
 * @returns {Block[][]}
 */
function sectionsOf(blocks) {
  /** @type {Block[][]} */
  const sections = [];
  for (const block of blocks) {
    if (block.type === "title" || sections.length === 0) sections.push([]);
    sections[sections.length - 1].push(block.type === "title" ? { ...block, text: inSmall(block.text) } : block);
  }
  return sections;
}
