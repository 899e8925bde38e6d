// The keys of a presenter: page, arrow and space go on and back, b and the full stop make the screen blank.

import { showBlank } from "./dialogs.js";
import { goTo, placeAhead, placeBehind } from "./steps.js";

/** @typedef {import("./session.js").Room} Room */

const AHEAD = new Set(["PageDown", "ArrowRight", " "]);
const BEHIND = new Set(["PageUp", "ArrowLeft"]);
const BLANK = new Set(["b", "B", "."]);
const WRITING = "input, textarea, select";
const LEAST_SCROLLED = 100;
const ABOVE = 12; // what is left free above what was cut off
const PRESSED = "button, summary, a, input";

/**
 * Listen to the keys for as long as the page is open; they mean something before a group alone.
 * @param {Room} room
 */
export function listenToKeys(room) {
  document.addEventListener("keydown", (event) => {
    if (room.mode !== "group" || event.ctrlKey || event.altKey || event.metaKey) return;
    const act = meantBy(event, room);
    if (act === null) return;
    event.preventDefault();
    act();
  });
}

/**
 * Return what a key means here; null: nothing, or what it means to the browser.
 * @param {KeyboardEvent} event
 * @param {Room} room
 * @returns {(() => void) | null}
 */
function meantBy(event, room) {
  const target = /** @type {Element} */ (event.target);
  if (BLANK.has(event.key)) return room.hasLetterKeys && !target.matches(WRITING) ? showBlank : null;
  const isOverlaid = document.querySelector("dialog[open]") !== null; // there they turn its own pages
  if (isOverlaid || isTheirs(event.key, target)) return null;
  if (BEHIND.has(event.key) || (event.key === " " && event.shiftKey)) return () => goTo(room, placeBehind(room));
  return AHEAD.has(event.key) ? () => goOn(room) : null;
}

/**
 * Return whether a key belongs to what has the focus: a space presses a button, an arrow moves in what is written.
 * @param {string} key
 * @param {Element} target
 * @returns {boolean}
 */
function isTheirs(key, target) {
  if (key === " ") return target.matches(PRESSED) || target.matches(WRITING);
  return target.matches("textarea") || (key.startsWith("Arrow") && target.matches(WRITING));
}

/**
 * Go on; where more of the view lies below, scroll to that first, so that nothing is passed over.
 * @param {Room} room
 */
function goOn(room) {
  const inSight = Math.min(window.innerHeight, document.querySelector("footer")?.getBoundingClientRect().top ?? Infinity);
  const parts = Array.from(document.querySelector("main")?.children ?? []);
  const end = Math.max(...parts.map((each) => each.getBoundingClientRect().bottom));
  if (end > inSight + 1) window.scrollBy(0, cutOffAt(inSight));
  else goTo(room, placeAhead(room));
}

/**
 * Return where what the lower edge cuts off begins, so that it stands whole at the top after scrolling there.
 * @param {number} edge
 * @returns {number}
 */
function cutOffAt(edge) {
  for (const each of document.querySelectorAll("main :is(p, li, h1, h2, summary, .vote)")) {
    const { top, bottom } = each.getBoundingClientRect();
    if (bottom > edge && top >= LEAST_SCROLLED) return Math.min(top, edge) - ABOVE;
  }
  return Math.max(LEAST_SCROLLED, 0.9 * edge);
}
