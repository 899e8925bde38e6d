// The comparison, and the debrief behind it: before a group section by section, for one reader all of it.

import { say } from "../language.js";
import { fold, make } from "../page/dom.js";
import { writing, written } from "../page/fields.js";
import { drawn } from "../page/outlined.js";
import { cleaned, LONGEST } from "../page/typed.js";
import { storyFold } from "./folds.js";
import { continuing, pieceIn } from "./steps.js";
import { compared, debriefed } from "./told.js";

/** @typedef {import("./session.js").Room} Room */
/** @typedef {import("./session.js").View} View */
/** @typedef {import("../reports/outline.js").Block} Block */

const DISAGREES = "disagrees";

/**
 * @param {Room} room
 * @param {string} detail
 * @returns {View}
 */
export function comparisonView(room, detail) {
  return told("comparison", compared(room), room, detail, []);
}

/**
 * @param {Room} room
 * @param {string} detail
 * @returns {View}
 */
export function debriefView(room, detail) {
  return told("debrief", debriefed(room), room, detail, room.mode === "alone" ? [disagreeing(room)] : []);
}

/**
 * @param {string} view
 * @param {Block[][]} sections
 * @param {Room} room
 * @param {string} detail
 * @param {Node[]} more
 * @returns {View}
 */
function told(view, sections, room, detail, more) {
  const piece = pieceIn(view, detail, room);
  room.place = { view, piece };
  const title = say(`room.${view}`);
  if (room.mode === "group") {
    return { title, parts: [make("p", { class: "above" }, title), ...drawn({ blocks: sections[piece - 1] }, 1, behindFold)] };
  }
  const all = sections.flatMap((blocks) => drawn({ blocks }, 2, behindFold));
  return { title, parts: [make("h1", {}, title), storyFold(room), ...all, ...more, continuing(room)] };
}

/**
 * Return what stands behind a reason, to be unfolded by who wants to know.
 * @param {HTMLElement} list
 * @returns {HTMLElement}
 */
function behindFold(list) {
  return fold(say("room.more"), () => [list], { class: "behind" });
}

/**
 * @param {Room} room
 * @returns {HTMLElement}
 */
function disagreeing(room) {
  const made = writing({ id: DISAGREES, label: say("room.disagree"), value: room.disagrees, most: LONGEST, rows: 3 });
  made.addEventListener("input", () => {
    room.disagrees = cleaned(written(made, DISAGREES));
    room.isChanged = true;
  });
  return made;
}
