// The story: before a group large and piece by piece, for one reader all of it.

import { make } from "../page/dom.js";
import { continuing, pieceIn } from "./steps.js";

/** @typedef {import("./session.js").Room} Room */
/** @typedef {import("./session.js").View} View */

/**
 * @param {Room} room
 * @param {string} detail
 * @returns {View}
 */
export function storyView(room, detail) {
  const piece = pieceIn("story", detail, room);
  room.place = { view: "story", piece };
  const { name, story } = room.carried;
  const heading = make("h1", {}, name);
  if (room.mode === "alone") {
    return { title: name, parts: [heading, ...storyParts(room), continuing(room)] };
  }
  const told = story.slice(0, piece).map((text) => make("p", { class: "told" }, text));
  const parts = [heading, ...told, piece === story.length ? termsOf(room) : null];
  return { title: name, parts, ...(piece > 1 ? { begin: told[piece - 1] } : {}) };
}

/**
 * Return the whole story with its words explained.
 * @param {Room} room
 * @returns {HTMLElement[]}
 */
export function storyParts(room) {
  const told = room.carried.story.map((text) => make("p", { class: "told" }, text));
  const terms = termsOf(room);
  return terms === null ? told : [...told, terms];
}

/**
 * @param {Room} room
 * @returns {HTMLElement | null}
 */
function termsOf({ carried }) {
  if (carried.terms.length === 0) return null;
  const each = carried.terms.flatMap(([word, said]) => [make("dt", {}, word), make("dd", {}, said)]);
  return make("dl", { class: "terms" }, ...each);
}
