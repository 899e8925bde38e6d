// What lies over the view for a while: the story once more, and a screen that is blank.

import { say } from "../language.js";
import { button, make } from "../page/dom.js";
import { storyParts } from "./story.js";

/** @typedef {import("./session.js").Room} Room */

/**
 * Show the whole story over whatever stands there.
 * @param {Room} room
 */
export function showStory(room) {
  const title = make("h2", { id: "again" }, say("room.story"));
  const scrolled = make("div", { class: "scrolled", tabindex: 0, role: "region", "aria-labelledby": title.id }, ...storyParts(room));
  const head = make("div", { class: "head" }, title, closing(say("room.close")));
  show(make("dialog", { class: "again", "aria-labelledby": title.id }, head, scrolled));
  scrolled.focus();
}

/** Make the screen blank; or show again what was there. */
export function showBlank() {
  const there = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog.blank"));
  if (there !== null) {
    there.close();
    return;
  }
  const made = make("dialog", { class: "blank", tabindex: -1, "aria-label": say("room.is_blank") }, closing(say("room.unblank")));
  made.addEventListener("click", () => made.close());
  show(made);
  made.focus(); // its button shows itself only to whoever goes there
}

/**
 * @param {string} text
 * @returns {HTMLButtonElement}
 */
function closing(text) {
  const made = button(text, () => made.closest("dialog")?.close());
  return made;
}

/** @param {HTMLDialogElement} dialog */
function show(dialog) {
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
