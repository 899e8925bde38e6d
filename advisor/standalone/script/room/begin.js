// How it begins: who plays, and, before a group, what the trainer settles beforehand.

import { say } from "../language.js";
import { button, list, make, paragraph } from "../page/dom.js";
import { tick, writing, written } from "../page/fields.js";
import { form } from "../page/form.js";

/** @typedef {import("./session.js").Room} Room */
/** @typedef {import("./session.js").View} View */

const MOST_FACTS = 99;
const MOST_MINUTES = 180;

/**
 * @param {Room} room
 * @returns {View}
 */
export function beginView(room) {
  room.place = { view: "begin", piece: 1 };
  const { name, minutes } = room.carried;
  const begin = (/** @type {import("./session.js").Mode} */ mode, /** @type {string} */ view) => () => {
    room.mode = mode;
    room.go(view);
  };
  return {
    title: name,
    parts: [
      make("h1", {}, name),
      paragraph(say("room.what")),
      minutes === null ? null : paragraph(say("room.takes", { minutes })),
      make(
        "p",
        { class: "buttons" },
        button(say("room.with_group"), begin("group", "setup"), { class: "main" }),
        button(say("room.alone"), begin("alone", "story"), { class: "main" })
      ),
      list([say("room.own_1"), say("room.own_2")]),
    ],
  };
}

/**
 * @param {Room} room
 * @returns {View}
 */
export function setupView(room) {
  room.place = { view: "setup", piece: 1 };
  const title = say("room.setup");
  const fields = [
    writing({ id: "most", label: say("room.most"), hint: say("room.most_hint"), value: room.most === null ? "" : String(room.most), most: 2 }),
    writing({ id: "minutes", label: say("room.minutes"), value: String(room.minutes), most: 3 }),
    tick("checkbox", "letters", "letters", { value: "yes", text: say("room.letters") }, room.hasLetterKeys),
  ];
  const keys = ["room.key_on", "room.key_back", "room.key_blank"].map((words) => say(words));
  const made = form(fields, (within) => settled(room, within), say("room.start_it"));
  return { title, parts: [make("h1", {}, title), made, make("h2", {}, say("room.keys")), list(keys)] };
}

/**
 * Take what was settled, and begin; or return what is wrong with it.
 * @param {Room} room
 * @param {HTMLFormElement} within
 * @returns {import("../page/fields.js").Wrong[]}
 */
function settled(room, within) {
  const most = written(within, "most");
  const minutes = written(within, "minutes");
  const wrong = [
    ...(most === "" || isNumber(most, MOST_FACTS) ? [] : [{ field: "most", text: say("room.wrong_most") }]),
    ...(isNumber(minutes, MOST_MINUTES) ? [] : [{ field: "minutes", text: say("room.wrong_minutes") }]),
  ];
  if (wrong.length > 0) return wrong;
  room.most = most === "" ? null : Number(most);
  room.minutes = Number(minutes);
  room.hasLetterKeys = /** @type {HTMLInputElement} */ (within.querySelector("#letters")).checked;
  room.go("story");
  return [];
}

/**
 * @param {string} text
 * @param {number} most
 * @returns {boolean}
 */
function isNumber(text, most) {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
}
