// Facts to ask for: all that can be asked, in groups and folded, so that the list itself gives nothing away.

import { isKnown, spent } from "../exercise/exercise.js";
import { say, sayCount } from "../language.js";
import { button, fold, make, paragraph } from "../page/dom.js";
import { storyFold } from "./folds.js";
import { factsLeft } from "./session.js";
import { continuing } from "./steps.js";

/** @typedef {import("./session.js").Facts} Facts */
/** @typedef {import("./session.js").Room} Room */
/** @typedef {import("./session.js").View} View */
/** @typedef {() => void} Told what is done when a fact was asked for */

/**
 * @param {Room} room
 * @returns {View}
 */
export function factsView(room) {
  room.place = { view: "facts", piece: 1 };
  const title = say("room.facts");
  const count = make("p", { class: "count", role: "status" });
  const known = make("ol", { class: "known", reversed: true }); // what was asked for last is on top
  const soFar = make("section", {}, make("h2", {}, say("room.known")), known);
  const groups = make("div", { class: "groups" });
  const tell = () => {
    count.textContent = counted(room);
    const told = room.exercise.asked.filter((id) => isKnown(room.exercise, id, room.knowledge));
    known.replaceChildren(...told.reverse().map((id) => make("li", {}, ...factParts(id, room))));
    soFar.hidden = told.length === 0;
    if (factsLeft(room) === 0) for (const each of groups.querySelectorAll("button")) each.disabled = true;
  };
  groups.append(...room.carried.facts.map((each) => groupOf(each, room, tell)));
  tell();
  const { you } = room.carried;
  return {
    title,
    parts: [
      make("h1", {}, title),
      paragraph(you === "" ? "" : say("room.who_is_you", { you }), { class: "hint" }),
      count,
      storyFold(room),
      make("div", { class: "facts" }, groups, soFar),
      continuing(room),
    ],
  };
}

/**
 * Return how many facts were told, and how many may be.
 * @param {Room} room
 * @returns {string}
 */
function counted({ exercise, knowledge, most }) {
  const n = spent(exercise, knowledge);
  if (most === null) return sayCount("room.told", n);
  return sayCount(n < most ? "room.told_of" : "room.told_all", n, { most });
}

/**
 * @param {Facts} facts
 * @param {Room} room
 * @param {Told} tell
 * @returns {HTMLElement}
 */
function groupOf(facts, room, tell) {
  const heading = facts.heading === "" ? say("room.questions") : facts.heading;
  return fold(heading, () => [make("ul", {}, ...facts.questions.map((id) => questionOf(id, room, tell)))]);
}

/**
 * Return a question to press, and in its place, once it was asked, what is known.
 * @param {string} id
 * @param {Room} room
 * @param {Told} tell
 * @returns {HTMLLIElement}
 */
function questionOf(id, room, tell) {
  const item = make("li");
  if (room.exercise.asked.includes(id)) {
    item.append(...factParts(id, room));
    return item;
  }
  const prompt = promptOf(id, room);
  const press = button(prompt, () => {
    room.exercise.asked.push(id);
    item.replaceChildren(...factParts(id, room));
    tell();
    const answer = /** @type {HTMLElement} */ (item.lastElementChild);
    answer.setAttribute("tabindex", "-1");
    answer.focus();
  }, { class: "link", disabled: factsLeft(room) === 0 });
  item.append(press);
  return item;
}

/**
 * Return what was asked and what is known of it.
 * @param {string} id
 * @param {Room} room
 * @returns {HTMLElement[]}
 */
function factParts(id, room) {
  const isTold = isKnown(room.exercise, id, room.knowledge);
  return [
    make("p", { class: "asked" }, promptOf(id, room)),
    make("p", { class: isTold ? "fact" : "unknown" }, isTold ? room.exercise.scenario.known[id] : say("room.not_known")),
  ];
}

/**
 * @param {string} id
 * @param {Room} room
 * @returns {string}
 */
function promptOf(id, room) {
  return /** @type {string} */ (room.knowledge.questions.get(id)?.prompt);
}
