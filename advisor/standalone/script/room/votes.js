// Votes by show of hands, typed in: before the comparison, and once more after the debrief.

import { entriesOf } from "../exercise/choices.js";
import { say, sayCount } from "../language.js";
import { fold, make, paragraph } from "../page/dom.js";
import { finder } from "./finder.js";
import { handsOf } from "./told.js";

/** @typedef {import("../exercise/choices.js").Entry} Entry */
/** @typedef {import("../exercise/choices.js").Group} Group */
/** @typedef {import("./session.js").Room} Room */
/** @typedef {import("./session.js").View} View */
/** @typedef {import("./told.js").When} When */

const MOST_HANDS = 999;
const VOTED = "";

/**
 * @param {Room} room
 * @returns {View}
 */
export function votesView(room) {
  return voting(room, "votes", "before");
}

/**
 * @param {Room} room
 * @returns {View}
 */
export function votesAfterView(room) {
  return voting(room, "votes-after", "after");
}

/**
 * @param {Room} room
 * @param {string} view
 * @param {When} when
 * @returns {View}
 */
function voting(room, view, when) {
  room.place = { view, piece: 1 };
  const title = say(`room.votes_${when}`);
  const result = make("ul", { class: "hands" });
  const tell = () => {
    result.replaceChildren(
      ...handsOf(room, when).map(({ entry, hands }) => make("li", {}, say("room.hands_for", { hands, title: entry.title })))
    );
  };
  tell();
  const groups = groupsFor(room, when).map((group) => groupOf(group, room, when, tell));
  return {
    title,
    parts: [
      make("h1", {}, title),
      paragraph(say("room.votes_how"), { class: "hint" }),
      make("div", { class: "facts" }, make("div", { class: "groups" }, finder(groups), ...groups), make("section", {}, make("h2", {}, say("room.hands")), result)),
    ],
  };
}

/**
 * Return what can be voted for; the second time what had hands before is in a group of its own, in front and open.
 * @param {Room} room
 * @param {When} when
 * @returns {Group[]}
 */
function groupsFor(room, when) {
  const { choices } = room.exercise.scenario;
  const voted = when === "after" ? handsOf(room, "before").map((each) => each.entry) : [];
  if (voted.length === 0) return choices;
  const others = choices.map((group) => ({ ...group, entries: group.entries.filter((each) => !voted.includes(each)) }));
  return [{ id: VOTED, title: say("room.voted"), entries: voted }, ...others];
}

/**
 * @param {Group} group
 * @param {Room} room
 * @param {When} when
 * @param {() => void} tell
 * @returns {HTMLElement}
 */
function groupOf(group, room, when, tell) {
  return fold(group.title, () => group.entries.map((entry) => row(entry, room, when, tell)), {
    open: group.id === VOTED,
  });
}

/**
 * @param {Entry} entry
 * @param {Room} room
 * @param {When} when
 * @param {() => void} tell
 * @returns {HTMLElement}
 */
function row(entry, room, when, tell) {
  const id = `hands-${entriesOf(room.exercise.scenario.choices).findIndex((each) => each.id === entry.id)}`;
  const field = make("input", { id, type: "number", min: 0, max: MOST_HANDS, inputmode: "numeric", autocomplete: "off", "aria-describedby": `${id}-line` });
  const votes = room.hands[when];
  field.value = votes.has(entry.id) ? String(votes.get(entry.id)) : "";
  field.addEventListener("input", () => {
    const hands = Math.min(MOST_HANDS, Math.max(0, Math.floor(Number(field.value) || 0)));
    if (hands === 0) votes.delete(entry.id);
    else votes.set(entry.id, hands);
    room.isChanged = true;
    tell();
  });
  const earlier = when === "after" ? (room.hands.before.get(entry.id) ?? 0) : 0;
  return make(
    "div",
    { class: "vote" },
    make("label", { for: id }, entry.title),
    field,
    make("p", { class: "line", id: `${id}-line` }, entry.line, earlier === 0 ? null : ` ${sayCount("room.hands_before", earlier)}`)
  );
}
