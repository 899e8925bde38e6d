// A form of one view: its fields, one button, and what happens when it is sent.

import { say } from "../language.js";
import { make } from "./dom.js";
import { setChanged } from "./drafts.js";
import { showWrong } from "./errors.js";

/** @typedef {import("./dom.js").Child} Child */
/** @typedef {import("./fields.js").Wrong} Wrong */

/**
 * Return a form; `send` returns what is wrong with what is in it, and nothing where it was taken.
 * @param {Child[]} children
 * @param {(form: HTMLFormElement) => Wrong[]} send
 * @param {string} [text] of the button
 * @param {Child[]} [more] what stands beside the button
 * @returns {HTMLFormElement}
 */
export function form(children, send, text = say("page.continue"), more = []) {
  const made = make(
    "form",
    { novalidate: true, autocomplete: "off" },
    ...children,
    make("p", { class: "buttons" }, make("button", { type: "submit", class: "main" }, text), ...more)
  );
  made.addEventListener("input", () => setChanged(made, true));
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    setChanged(made, false); // `send` may go to another view, and what was taken is no draft
    const wrong = send(made);
    setChanged(made, wrong.length > 0);
    showWrong(made, wrong);
  });
  return made;
}
