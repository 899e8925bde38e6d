// A place in a text that moves on, which knows its line and column as YAML counts them: by whole characters.

/** @typedef {{characters: string[], at: number, line: number, begins: number}} Cursor `begins` is where its line does */
/** @typedef {{line: number, column: number}} Place both count from 1 */

const BREAKS = new Set(["\n", "\r", "\u0085", "\u2028", "\u2029"]);
const BOM = "\ufeff";

/** The text is not a tree that is read here. */
export class Refused extends Error {
  /**
   * @param {Place} place
   * @param {string} what what is wrong
   * @param {string} remedy what to try
   */
  constructor(place, what, remedy) {
    super(what);
    this.place = place;
    this.remedy = remedy;
  }
}

/**
 * Return a cursor at the beginning of a text.
 * @param {string} text
 * @returns {Cursor}
 */
export function cursorAt(text) {
  return { characters: Array.from(text), at: 0, line: 1, begins: 0 };
}

/**
 * Return the character that comes so much later; nothing behind the end.
 * @param {Cursor} cursor
 * @param {number} [later]
 * @returns {string}
 */
export function seen(cursor, later = 0) {
  return cursor.characters[cursor.at + later] ?? "";
}

/**
 * Return the column of the cursor, which counts from 0.
 * @param {Cursor} cursor
 * @returns {number}
 */
export function columnOf(cursor) {
  return cursor.at - cursor.begins;
}

/**
 * Return where the cursor is, as faults say it.
 * @param {Cursor} cursor
 * @returns {Place}
 */
export function placeOf(cursor) {
  return { line: cursor.line, column: columnOf(cursor) + 1 };
}

/**
 * Return whether a character ends a line.
 * @param {string} character
 * @returns {boolean}
 */
export function isBreak(character) {
  return BREAKS.has(character);
}

/**
 * Return whether a character is a blank or a tab.
 * @param {string} character
 * @returns {boolean}
 */
export function isBlank(character) {
  return character === " " || character === "\t";
}

/**
 * Return whether a word ends here: before a blank, the end of a line, the end of the text.
 * @param {string} character
 * @returns {boolean}
 */
export function isApart(character) {
  return character === "" || isBlank(character) || isBreak(character);
}

/**
 * Pass the end of a line; return what it is in a text: mostly a line feed. At the end of the text it is nothing.
 * @param {Cursor} cursor
 * @returns {string}
 */
export function takeBreak(cursor) {
  const found = seen(cursor);
  if (found === "") return "";
  cursor.at += found === "\r" && seen(cursor, 1) === "\n" ? 2 : 1;
  cursor.line += 1;
  cursor.begins = cursor.at;
  return found === "\u2028" || found === "\u2029" ? found : "\n";
}

/**
 * Pass the rest of a line, which is a comment.
 * @param {Cursor} cursor
 */
export function passComment(cursor) {
  while (seen(cursor) !== "" && !isBreak(seen(cursor))) cursor.at += 1;
}

/**
 * Pass blanks, comments and ends of lines. Tabs are blanks behind something on its line, not at its beginning.
 * @param {Cursor} cursor
 * @param {{tabs: boolean, everywhere?: boolean}} may whether tabs are passed in this line, and in all that follow
 */
export function passBlanks(cursor, { tabs, everywhere = false }) {
  let mayBeTab = tabs;
  for (;;) {
    while (seen(cursor) === " " || (mayBeTab && seen(cursor) === "\t")) cursor.at += 1;
    if (seen(cursor) === "#") passComment(cursor);
    if (!isBreak(seen(cursor))) return;
    takeBreak(cursor);
    mayBeTab = everywhere;
  }
}

/**
 * Return whether a line begins here that parts documents: `---` or `...`, or with a mark of the order of bytes.
 * @param {Cursor} cursor
 * @param {string} mark
 * @returns {boolean}
 */
export function isMark(cursor, mark) {
  if (columnOf(cursor) !== 0 || !isApart(seen(cursor, 3))) return false;
  return [0, 1, 2].every((place) => seen(cursor, place) === mark);
}

/**
 * Return whether the document ends here.
 * @param {Cursor} cursor
 * @returns {boolean}
 */
export function isEnd(cursor) {
  return seen(cursor) === "" || isMark(cursor, "-") || isMark(cursor, ".");
}

/**
 * Return whether a line begins with a mark of the order of bytes, which belongs at the beginning of a file only.
 * @param {Cursor} cursor
 * @returns {boolean}
 */
export function isStrayMark(cursor) {
  return columnOf(cursor) === 0 && seen(cursor) === BOM;
}
