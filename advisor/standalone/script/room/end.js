// The end: what changed in the votes, and the results as a file, since nothing is kept in the browser.

import { entriesOf } from "../exercise/choices.js";
import { say } from "../language.js";
import { button, make, paragraph } from "../page/dom.js";
import { writing, written } from "../page/fields.js";
import { cleaned, LONGEST } from "../page/typed.js";
import { resultsOf } from "./results.js";

/** @typedef {import("./session.js").Room} Room */
/** @typedef {import("./session.js").View} View */

/**
 * @param {Room} room
 * @returns {View}
 */
export function endView(room) {
  room.place = { view: "end", piece: 1 };
  const title = say("room.end");
  const told = make("p", { role: "status" });
  const isAlone = room.mode === "alone";
  const names = isAlone ? [named("learner", room), named("group", room)] : [named("group", room)];
  const save = button(say("room.save"), () => saveAs(room, told), { class: "main" });
  return {
    title,
    parts: [
      make("h1", {}, title),
      paragraph(say("room.no_mark")),
      isAlone ? null : changes(room),
      paragraph(say(isAlone ? "room.save_told" : "room.save_told_group")),
      ...names,
      make("p", { class: "buttons" }, save),
      told,
    ],
  };
}

/**
 * Return a line for a name that goes into the file.
 * @param {"learner" | "group"} which
 * @param {Room} room
 * @returns {HTMLElement}
 */
function named(which, room) {
  const made = writing({ id: which, label: say(`room.${which}`), hint: say("room.name_hint"), value: room[which], most: LONGEST });
  made.addEventListener("input", () => {
    room[which] = cleaned(written(made, which));
  });
  return made;
}

/**
 * Return the votes before and after side by side.
 * @param {Room} room
 * @returns {HTMLElement}
 */
function changes(room) {
  const { before, after } = room.hands;
  const all = entriesOf(room.exercise.scenario.choices);
  const voted = all.filter((entry) => before.has(entry.id) || after.has(entry.id));
  if (voted.length === 0) return make("p", {}, say("room.no_hands"));
  const heads = ["room.choice", "room.before", "room.after"].map((words) => make("th", { scope: "col" }, say(words)));
  const rows = voted.map((entry) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, entry.title),
      make("td", {}, String(before.get(entry.id) ?? 0)),
      make("td", {}, String(after.get(entry.id) ?? 0))
    )
  );
  const caption = make("caption", {}, say("room.changed"));
  return make("table", { class: "changes" }, caption, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows));
}

/**
 * Give the results to the browser as a file to keep.
 * @param {Room} room
 * @param {HTMLElement} told
 */
function saveAs(room, told) {
  const file = `${room.carried.file}.csv`;
  const address = URL.createObjectURL(new Blob([resultsOf(room)], { type: "text/csv" }));
  const made = make("a", { href: address, download: file });
  document.body.append(made);
  made.click();
  made.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // by then it is written
  room.isChanged = false;
  told.textContent = say("room.was_saved", { file });
}
