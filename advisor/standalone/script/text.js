// Texts as Python looks at them: what is a blank, a letter, the same in another case.

// Blanks to Python: `\s` of a script takes U+FEFF too, and not U+001C to U+001F and U+0085.
export const BLANK = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const IS_BLANK = new RegExp(BLANK);
const BLANKS = new RegExp(`${BLANK}+`);
const DOTLESS = "\u0131"; // an i whose capital is that of another
const EACH_BLANK = new RegExp(BLANK, "g");
const BETWEEN_SENTENCES = new RegExp(`(?<=[.?!])${BLANK}+`);

/**
 * Return a text without the blanks at its ends, as `str.strip` does.
 * @param {string} text
 * @returns {string}
 */
export function stripped(text) {
  let begin = 0;
  while (begin < text.length && IS_BLANK.test(text[begin])) begin += 1;
  return strippedAtEnd(text.slice(begin));
}

/**
 * Return a text without the blanks at its end, as `str.rstrip` does.
 * @param {string} text
 * @returns {string}
 */
export function strippedAtEnd(text) {
  return withoutEnd(text, (letter) => IS_BLANK.test(letter));
}

/**
 * Return a text without the letters at its end that are so: a pattern would try each run of them, which takes hours.
 * @param {string} text
 * @param {(letter: string) => boolean} isSo
 * @returns {string}
 */
function withoutEnd(text, isSo) {
  let end = text.length;
  while (end > 0 && isSo(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

/**
 * Return a text without the full stops at its end.
 * @param {string} text
 * @returns {string}
 */
export function withoutStops(text) {
  return withoutEnd(text, (letter) => letter === ".");
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
 * Return the sentences of a text, as `re.split(r"(?<=[.?!])\s+", text)` does.
 * @param {string} text
 * @returns {string[]}
 */
export function sentencesOf(text) {
  return text.split(BETWEEN_SENTENCES);
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
  const folded = text.split(DOTLESS).map((part) => part.toLowerCase().toUpperCase().toLowerCase());
  const whole = folded.join(DOTLESS).replaceAll("\u03c2", "\u03c3");
  return whole.replace(/[\u13f8-\u13fd\uab70-\uabbf]/g, (each) => each.toUpperCase()); // Cherokee folds upwards
}

const STEERS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/u;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
const HOLDS_CONTROL = new RegExp(`(?![\\n\\t])${STEERS.source}`, "u");
const IGNORABLE = /\u034f|[\ufe00-\ufe0f]|[\u115f\u1160]|\u17b4|\u17b5|[\u180b-\u180f]|[\u2065\u3164\uffa0]|[\ufff0-\ufff8]|[\u{e0000}-\u{e0fff}]/u;
const SHOWN_FORMATS = /[\u0600-\u0605\u06dd\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u;
const JOINERS = "\u200c\u200d";
const JOINED = /^(?![\0-\u05ff])[\p{L}\p{M}]$/u; // letters of the scripts that need joiners to be spelt
const LONGEST = 40;
const HEAP = /(\p{M}{30})\p{M}+/gu; // of accents upon one letter: a browser would draw it for minutes

/**
 * Return whether a text holds what no file may hold: characters that steer, ends of lines and tabs aside.
 * @param {string} text
 * @returns {boolean}
 */
export function holdsControl(text) {
  return HOLDS_CONTROL.test(text);
}

/**
 * Return a text on one line, `?` for whatever could steer, without what is invisible; as `_text.shown_name`.
 * @param {string} text
 * @returns {string}
 */
export function shownName(text) {
  const steered = Array.from(text, (each) => (STEERS.test(each) ? "?" : each));
  const visible = steered.filter((each) => JOINERS.includes(each) || !isHidden(each));
  return visible.filter((each, place) => !JOINERS.includes(each) || joins(visible, place)).join("").replace(HEAP, "$1");
}

/**
 * Return a text as `shownName` does, ends of lines and tabs as blanks; as `_text.on_one_line`.
 * @param {string} text
 * @returns {string}
 */
export function onOneLine(text) {
  return shownName(text.replace(/[\t\n\v\f\r]/g, " "));
}

/**
 * Return what stands in a file short and fit to be shown; as `_text.shown`.
 * @param {string | boolean | null} value
 * @returns {string}
 */
export function shown(value) {
  return shortened(typeof value === "boolean" ? String(value) : shownName(value ?? ""), LONGEST);
}

/**
 * Return a text of at most so many characters; dots stand for what is left out.
 * @param {string} text
 * @param {number} longest
 * @returns {string}
 */
export function shortened(text, longest) {
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${characters.slice(0, longest - 3).join("")}...`;
}

/**
 * Return whether a character takes no room and shows nothing; as `_text.is_hidden`.
 * @param {string} character
 * @returns {boolean}
 */
export function isHidden(character) {
  if (IGNORABLE.test(character)) return true;
  return /\p{Cf}/u.test(character) && !SHOWN_FORMATS.test(character) && !TURNING.test(character);
}

/**
 * @param {string[]} characters
 * @param {number} place
 * @returns {boolean}
 */
function joins(characters, place) {
  return [place - 1, place + 1].every((beside) => JOINED.test(characters[beside] ?? ""));
}

/**
 * Return whether a text is letters alone, as `str.isalpha` does.
 * @param {string} text
 * @returns {boolean}
 */
export function isLetters(text) {
  return /^\p{L}+$/u.test(text);
}

/**
 * Return whether a character is a digit, as `str.isdigit` does: also small raised ones and ones in circles.
 * @param {string} character
 * @returns {boolean}
 */
export function isDigit(character) {
  return /[\p{Nd}\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468]/u.test(character);
}
