// What one would do, chosen among all that can be advised, put in an order, each with a reason in her own words.

import { entriesOf, titleAmong } from "../exercise/choices.js";
import { say } from "../language.js";
import { button, fold, make, paragraph } from "../page/dom.js";
import { tick, writing, written } from "../page/fields.js";
import { cleaned, LONGEST } from "../page/typed.js";
import { storyFold } from "./folds.js";
import { continuing } from "./steps.js";

/** @typedef {import("../exercise/choices.js").Entry} Entry */
/** @typedef {import("./session.js").Room} Room */
/** @typedef {import("./session.js").View} View */

/**
 * @param {Room} room
 * @returns {View}
 */
export function chooseView(room) {
  room.place = { view: "choose", piece: 1 };
  const title = say("room.choose");
  const chosen = make("ol", { class: "chosen" });
  const draw = () => chosen.replaceChildren(...room.exercise.chosen.map((_each, place) => chosenItem(place, room, draw)));
  draw();
  const all = entriesOf(room.exercise.scenario.choices);
  const groups = room.exercise.scenario.choices.map((group) =>
    fold(group.title, () => group.entries.map((entry) => option(entry, all.indexOf(entry), room, draw)))
  );
  return {
    title,
    parts: [
      make("h1", {}, title),
      paragraph(say("room.choose_how"), { class: "hint" }),
      storyFold(room),
      ...groups,
      make("section", {}, make("h2", {}, say("room.your_choices")), chosen),
      continuing(room),
    ],
  };
}

/**
 * @param {Entry} entry
 * @param {number} place
 * @param {Room} room
 * @param {() => void} draw
 * @returns {HTMLElement}
 */
function option(entry, place, room, draw) {
  const isChosen = room.exercise.chosen.some((each) => each.id === entry.id);
  const made = tick("checkbox", `choice-${place}`, "choice", { value: entry.id, text: entry.title }, isChosen);
  const box = /** @type {HTMLInputElement} */ (made.firstElementChild);
  const line = make("span", { class: "line", id: `choice-${place}-line` }, entry.line);
  made.querySelector("label")?.append(make("br"), line);
  box.addEventListener("change", () => {
    room.exercise.chosen = room.exercise.chosen.filter((each) => each.id !== entry.id);
    if (box.checked) room.exercise.chosen.push({ id: entry.id, reason: "" });
    room.isChanged = true;
    draw();
  });
  return made;
}

/**
 * Return a choice with room for the reason, and a button that puts it before the one above it.
 * @param {number} place
 * @param {Room} room
 * @param {() => void} draw
 * @returns {HTMLElement}
 */
function chosenItem(place, room, draw) {
  const choice = room.exercise.chosen[place];
  const title = titleAmong(choice.id, room.exercise.scenario.choices);
  const id = `reason-${place}`;
  const made = make("li", {}, make("p", { class: "asked" }, title));
  made.append(writing({ id, label: say("room.reason"), value: choice.reason, most: LONGEST, rows: 2 }));
  made.addEventListener("input", () => {
    choice.reason = cleaned(written(made, id));
    room.isChanged = true;
  });
  if (place > 0) {
    const earlier = button(say("room.earlier"), () => {
      room.exercise.chosen.splice(place - 1, 2, choice, room.exercise.chosen[place - 1]);
      draw();
      document.getElementById(`reason-${place - 1}`)?.focus();
    });
    earlier.append(make("span", { class: "unseen" }, " ", title));
    made.append(earlier);
  }
  return made;
}
