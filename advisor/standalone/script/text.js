// Texts as Python looks at them: what is a blank, a letter, the same in another case.

// Blanks to Python: `\s` of a script takes U+FEFF too, and not U+001C to U+001F and U+0085.
const BLANK = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const ENDS = new RegExp(`^${BLANK}+|${BLANK}+$`, "g");
const END = new RegExp(`${BLANK}+$`);
const BLANKS = new RegExp(`${BLANK}+`);
const EACH_BLANK = new RegExp(BLANK, "g");

/**
 * Return a text without the blanks at its ends, as `str.strip` does.
 * @param {string} text
 * @returns {string}
 */
export function stripped(text) {
  return text.replace(ENDS, "");
}

/**
 * Return a text without the blanks at its end, as `str.rstrip` does.
 * @param {string} text
 * @returns {string}
 */
export function strippedAtEnd(text) {
  return text.replace(END, "");
}

/**
 * Return the words of a text, as `str.split` does.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  return text.split(BLANKS).filter((word) => word !== "");
}

/**
 * Return a text without any blanks.
 * @param {string} text
 * @returns {string}
 */
export function withoutBlanks(text) {
  return text.replace(EACH_BLANK, "");
}

/**
 * Return how many characters a text has, an emoji counting as one.
 * @param {string} text
 * @returns {number}
 */
export function lengthOf(text) {
  let length = 0;
  for (const each of text) length += each === "" ? 0 : 1;
  return length;
}

/**
 * Return a text as it is compared whatever its case, as `str.casefold` does.
 * @param {string} text
 * @returns {string}
 */
export function casefolded(text) {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll("\u03c2", "\u03c3");
}
