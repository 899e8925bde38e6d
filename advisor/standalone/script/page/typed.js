// Words that she types: without what could steer, and no longer than a reply at the terminal. As `cleaned` in cli/replies.py.

import { holdsControl, stripped } from "../text.js";

export const LONGEST = 2000; // characters of a note

/**
 * Return a text on one line, without control characters, such as pasted text may bring.
 * @param {string} text
 * @returns {string}
 */
export function cleaned(text) {
  const letters = Array.from(text, (letter) => (/[\n\t]/.test(letter) || holdsControl(letter) ? " " : letter));
  const said = stripped(letters.join(""));
  return stripped(Array.from(said).slice(0, LONGEST).join(""));
}
