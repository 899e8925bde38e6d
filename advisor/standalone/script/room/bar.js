// What stands at the foot of each view: before a group the way on and back, the timer, the story, a blank screen.

import { say } from "../language.js";
import { button, make } from "../page/dom.js";
import { showBlank, showStory } from "./dialogs.js";
import { goTo, placeAhead, placeBehind } from "./steps.js";

/** @typedef {import("./session.js").Room} Room */
/** @typedef {import("./timer.js").Timer} Timer */

const BEFORE_IT_BEGINS = new Set(["begin", "setup"]);

/**
 * @param {Room} room
 * @param {Timer} timer
 * @returns {Node[]}
 */
export function bar(room, timer) {
  const isPresented = room.mode === "group" && !BEFORE_IT_BEGINS.has(room.place.view);
  document.documentElement.classList.toggle("presented", isPresented);
  return isPresented ? [controls(room, timer)] : [make("p", {}, restsOn(room))];
}

/**
 * @param {Room} room
 * @param {Timer} timer
 * @returns {HTMLElement}
 */
function controls(room, timer) {
  const ahead = placeAhead(room);
  const behind = placeBehind(room);
  const next = button(say("room.next"), () => goTo(room, ahead), { class: "main", disabled: ahead === null });
  return make(
    "div",
    { class: "bar" },
    button(say("room.back"), () => goTo(room, behind), { disabled: behind === null }),
    next,
    make("span", { class: "step" }, say(`room.step_${room.place.view.replace("-", "_")}`)),
    ...timed(room, timer),
    button(say("room.story"), () => showStory(room)),
    button(say("room.blank"), showBlank)
  );
}

/**
 * Return what is seen of the timer. It is set anew when other minutes were settled, and with what comes after its end.
 * @param {Room} room
 * @param {Timer} timer
 * @returns {HTMLElement[]}
 */
function timed(room, timer) {
  const isOver = timer.seconds === 0 && !timer.isRunning;
  if (isOver || timer.minutes !== room.minutes) timer.set(room.minutes);
  const shown = make("span", { class: "time", role: "timer", "aria-label": say("room.time_left") });
  const told = make("span", { class: "unseen", role: "status" });
  const press = button("", () => {
    if (timer.isRunning) timer.stop();
    else if (timer.seconds === 0) timer.set(room.minutes);
    else timer.start();
  });
  timer.listener = () => {
    shown.textContent = timer.shown();
    shown.classList.toggle("over", timer.seconds === 0);
    told.textContent = timer.seconds === 0 ? say("room.time_up") : "";
    press.textContent = say(timer.isRunning ? "room.stop" : timer.seconds === 0 ? "room.reset" : "room.start");
  };
  timer.listener();
  return [shown, press, told];
}

/**
 * Return which knowledge base and program it rests on; no name of the case.
 * @param {Room} room
 * @returns {string}
 */
function restsOn(room) {
  return say("room.rests_on", { name: room.knowledge.name, version: room.knowledge.version });
}
