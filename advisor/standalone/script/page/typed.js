// Words that she types: without what could steer or hide, and no longer than a case holds. As `cleaned` in cli/replies.py.

import { steers, stripped } from "../text.js";

export const LONGEST = 2000; // characters of a note

/**
 * Return a text on one line, without control characters, such as pasted text may bring.
 * @param {string} text
 * @returns {string}
 */
export function cleaned(text) {
  const letters = Array.from(text, (letter) => (steers(letter) ? " " : letter));
  return stripped(letters.slice(0, LONGEST).join("")).replace(/ {2,}/g, " ");
}
