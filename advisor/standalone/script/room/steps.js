// The way through the exercise: which view comes after which, and its pieces one after the other.

import { say } from "../language.js";
import { button, link, make } from "../page/dom.js";
import { debriefed, compared } from "./told.js";

/** @typedef {import("./session.js").Room} Room */
/** @typedef {{view: string, piece: number}} Place */

const STEPS = {
  group: ["story", "facts", "votes", "comparison", "debrief", "votes-after", "end"],
  alone: ["story", "facts", "choose", "comparison", "debrief", "choose-after", "end"],
};

/**
 * Return the views of whoever plays, in their order.
 * @param {Room} room
 * @returns {string[]}
 */
export function stepsOf(room) {
  return STEPS[room.mode];
}

/**
 * Return how many pieces a view has: before a group, what is long is shown bit by bit.
 * @param {string} view
 * @param {Room} room
 * @returns {number}
 */
export function piecesOf(view, room) {
  if (room.mode === "alone") return 1;
  if (view === "story") return room.carried.story.length;
  if (view === "comparison") return compared(room).length;
  if (view === "debrief") return debriefed(room).length;
  return 1;
}

/**
 * Return what comes next; null at the end.
 * @param {Room} room
 * @returns {Place | null}
 */
export function placeAhead(room) {
  const { view, piece } = room.place;
  if (piece < piecesOf(view, room)) return { view, piece: piece + 1 };
  const steps = stepsOf(room);
  const next = steps[steps.indexOf(view) + 1];
  return steps.includes(view) && next !== undefined ? { view: next, piece: 1 } : null;
}

/**
 * Return what was before; null at the beginning.
 * @param {Room} room
 * @returns {Place | null}
 */
export function placeBehind(room) {
  const { view, piece } = room.place;
  if (piece > 1) return { view, piece: piece - 1 };
  const steps = stepsOf(room);
  const before = steps[steps.indexOf(view) - 1];
  return before === undefined ? null : { view: before, piece: piecesOf(before, room) };
}

/**
 * Go to a place, if there is one.
 * @param {Room} room
 * @param {Place | null} place
 */
export function goTo(room, place) {
  if (place !== null) room.go(place.view, place.piece === 1 ? "" : String(place.piece));
}

/**
 * Return which piece an address names; the first where it names none that is there.
 * @param {string} view
 * @param {string} detail
 * @param {Room} room
 * @returns {number}
 */
export function pieceIn(view, detail, room) {
  const piece = /^\d{1,3}$/.test(detail) ? Number(detail) : 1;
  return piece >= 1 && piece <= piecesOf(view, room) ? piece : 1;
}

/**
 * Return the ways on and back of one who plays alone; before a group they are at the foot.
 * @param {Room} room
 * @param {() => void} [before] what is done before going on
 * @returns {HTMLElement | null}
 */
export function continuing(room, before = () => {}) {
  if (room.mode === "group") return null;
  const behind = placeBehind(room);
  return make(
    "p",
    { class: "buttons" },
    button(say("room.continue"), () => {
      before();
      goTo(room, placeAhead(room));
    }, { class: "main" }),
    behind === null ? null : link(say("room.back"), () => goTo(room, behind))
  );
}
