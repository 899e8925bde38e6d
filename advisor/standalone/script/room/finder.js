// A word to look for among all that can be chosen: what does not hold it goes out of sight, folds with it open.

import { say } from "../language.js";
import { fillFolds } from "../page/dom.js";
import { writing, written } from "../page/fields.js";
import { casefolded } from "../text.js";

const FIND = "find";
const LONGEST = 40;

/**
 * Return the field for the word.
 * @param {HTMLElement[]} groups folds, whose rows are divisions
 * @returns {HTMLElement}
 */
export function finder(groups) {
  const made = writing({ id: FIND, label: say("room.find"), value: "", most: LONGEST, type: "search" });
  made.addEventListener("input", () => {
    const word = casefolded(written(made, FIND));
    for (const group of groups) lookIn(/** @type {HTMLDetailsElement} */ (group), word);
  });
  return made;
}

/**
 * @param {HTMLDetailsElement} group
 * @param {string} word
 */
function lookIn(group, word) {
  fillFolds(/** @type {HTMLElement} */ (group.parentElement));
  const rows = /** @type {HTMLElement[]} */ (Array.from(group.children).slice(1));
  for (const row of rows) row.hidden = !casefolded(row.textContent ?? "").includes(word);
  const isFound = rows.some((row) => !row.hidden);
  group.open = word !== "" && isFound;
  group.hidden = !isFound;
}
