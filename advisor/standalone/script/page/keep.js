// Saving to a file and opening one: nothing is kept in the browser, so the file is all there is.

import { caseText } from "../cases/file.js";
import { say } from "../language.js";
import { button, make } from "./dom.js";
import { isUnsaved } from "./sitting.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("../cases/case.js").Case} Case */

const YAML = /\.ya?ml$/i;
const COPY = / ?\(\d+\)(?=\.ya?ml$)/i; // what a browser adds to the name of a file that was there already

/**
 * Return the button that saves.
 * @param {Sitting} sitting
 * @param {string} [looks]
 * @returns {HTMLButtonElement}
 */
export function saveButton(sitting, looks = "") {
  return button(say("page.save"), () => save(sitting), { class: `save-here ${looks}` });
}

/**
 * Return what stands at the foot of each view: whether all is saved, and how to save it.
 * @param {Sitting} sitting
 * @param {boolean} canSave whether a button above saves already
 * @returns {HTMLElement}
 */
export function saveStatus(sitting, canSave) {
  const told = make("p", { id: "saved", role: "status" }, statusOf(sitting));
  const isThere = sitting.interview.entries.length > 0 || isUnsaved(sitting);
  return make("div", { class: "save" }, isThere && !canSave ? saveButton(sitting) : null, told);
}

/**
 * @param {Sitting} sitting
 * @returns {string}
 */
function statusOf(sitting) {
  if (isUnsaved(sitting)) return say("page.unsaved");
  return say(sitting.interview.entries.length > 0 ? "page.is_saved" : "page.nothing_kept", { file: sitting.fileName });
}

/**
 * Give the case to the browser as a file to keep, under its name.
 * @param {Sitting} sitting
 */
function save(sitting) {
  const text = caseText(sitting.interview.case);
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const made = make("a", { href: address, download: sitting.fileName });
  document.body.append(made);
  made.click();
  made.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // by then it is written
  sitting.saved = text;
  const told = document.getElementById("saved");
  if (told !== null) told.textContent = say("page.was_saved", { file: sitting.fileName });
}

/**
 * Return the name under which a file is saved again: as it was opened, without what a browser added to it.
 * @param {string} name
 * @returns {string}
 */
export function nameToSave(name) {
  const own = name.replace(COPY, "");
  if (YAML.test(own)) return own;
  const stem = own.replace(/\.[^.]*$/, "");
  return YAML.test(stem) ? stem : `${stem}.yaml`;
}
