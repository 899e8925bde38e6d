// What one would do, chosen among all that can be advised, put in an order, each with a reason in her own words.
//
// After the debrief it is asked once more, without reasons.

import { entriesOf, titleAmong } from "../exercise/choices.js";
import { say } from "../language.js";
import { button, fold, make, paragraph } from "../page/dom.js";
import { tick, writing, written } from "../page/fields.js";
import { cleaned, LONGEST } from "../page/typed.js";
import { finder } from "./finder.js";
import { storyFold } from "./folds.js";
import { choose, chosenBy } from "./session.js";
import { continuing } from "./steps.js";

/** @typedef {import("../exercise/choices.js").Entry} Entry */
/** @typedef {import("./session.js").Room} Room */
/** @typedef {import("./session.js").View} View */
/** @typedef {{room: Room, isAfter: boolean, draw: () => void}} Choosing */

/**
 * @param {Room} room
 * @returns {View}
 */
export function chooseView(room) {
  return choosing("choose", room, false);
}

/**
 * @param {Room} room
 * @returns {View}
 */
export function chooseAfterView(room) {
  return choosing("choose-after", room, true);
}

/**
 * @param {string} view
 * @param {Room} room
 * @param {boolean} isAfter
 * @returns {View}
 */
function choosing(view, room, isAfter) {
  room.place = { view, piece: 1 };
  const chosen = make("ol", { class: "chosen" });
  const made = { room, isAfter, draw: () => {} };
  made.draw = () => chosen.replaceChildren(...chosenBy(room, isAfter).map((_each, place) => chosenItem(place, made)));
  made.draw();
  const { choices } = room.exercise.scenario;
  const all = entriesOf(choices);
  const groups = choices.map((group) =>
    fold(group.title, () => group.entries.map((entry) => option(entry, all.indexOf(entry), made)))
  );
  const title = say(isAfter ? "room.choose_after" : "room.choose");
  return {
    title,
    parts: [
      make("h1", {}, title),
      paragraph(say(isAfter ? "room.choose_after_how" : "room.choose_how"), { class: "hint" }),
      storyFold(room),
      make("div", {}, finder(groups), ...groups),
      make("section", {}, make("h2", {}, say("room.your_choices")), chosen),
      continuing(room, isAfter ? () => choose(room, true, chosenBy(room, true)) : undefined),
    ],
  };
}

/**
 * @param {Entry} entry
 * @param {number} place
 * @param {Choosing} of
 * @returns {HTMLElement}
 */
function option(entry, place, { room, isAfter, draw }) {
  const isChosen = chosenBy(room, isAfter).some((each) => each.id === entry.id);
  const made = tick("checkbox", `choice-${place}`, "choice", { value: entry.id, text: entry.title }, isChosen);
  const box = /** @type {HTMLInputElement} */ (made.firstElementChild);
  made.querySelector("label")?.append(make("br"), make("span", { class: "line" }, entry.line));
  box.addEventListener("change", () => {
    const others = chosenBy(room, isAfter).filter((each) => each.id !== entry.id);
    choose(room, isAfter, box.checked ? [...others, { id: entry.id, reason: "" }] : others);
    draw();
  });
  return made;
}

/**
 * Return a choice with room for the reason, and a button that puts it before the one above it.
 * @param {number} place
 * @param {Choosing} of
 * @returns {HTMLElement}
 */
function chosenItem(place, { room, isAfter, draw }) {
  const chosen = chosenBy(room, isAfter);
  const choice = chosen[place];
  const title = titleAmong(choice.id, room.exercise.scenario.choices);
  const made = make("li", {}, make("p", { class: "asked" }, title));
  if (!isAfter) made.append(reasonFor(choice, `reason-${place}`, room));
  if (place > 0) {
    const earlier = button(say("room.earlier"), () => {
      choose(room, isAfter, [...chosen.slice(0, place - 1), choice, chosen[place - 1], ...chosen.slice(place + 1)]);
      draw();
      const heading = /** @type {HTMLElement} */ (document.querySelectorAll(".chosen .asked")[place - 1]);
      heading.setAttribute("tabindex", "-1");
      heading.focus();
    });
    earlier.append(make("span", { class: "unseen" }, " ", title));
    made.append(earlier);
  }
  return made;
}

/**
 * @param {import("./session.js").Choice} choice
 * @param {string} id
 * @param {Room} room
 * @returns {HTMLElement}
 */
function reasonFor(choice, id, room) {
  const made = writing({ id, label: say("room.reason"), value: choice.reason, most: LONGEST, rows: 2 });
  made.addEventListener("input", () => {
    choice.reason = cleaned(written(made, id));
    room.isChanged = true;
  });
  return made;
}
