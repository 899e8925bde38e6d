// Text that a spreadsheet would run as a formula, written so that it does not. As advisor/files/csv_safety.py.

const STARTS = "[=+\\-@\uff1d\uff0b\uff0d\uff20]"; // the wide forms count too in some places
const BLANK = "\\s\\x1c-\\x1f\\x85\u00ad\u180e\u200b-\u200f\u2060\ufeff"; // what takes no room, too
const GROUP = "[.,' \u00a0\u202f\u2019]";
const MONEY = "[$\u00a3\u20ac\u00a5]";
const DIGITS = `[0-9]+(${GROUP}[0-9]{3})*([.,][0-9]+)?([eE][+\\-]?[0-9]+)?`;
const NUMBER = new RegExp(`^(-|[+\\-] ?${MONEY}? ?${DIGITS}([ \u00a0\u202f]?(%|\u2030|${MONEY}))?)$`);
const BEGINS = new RegExp(`^([${BLANK}\\x00]*${STARTS}|[\\t\\r\\n])`);
const BEHIND = new RegExp(`([,;|\\t\\r\\n][${BLANK}]*)(${STARTS})`, "g");

/**
 * Return a text so that it is no formula: an apostrophe stands in front of one.
 * @param {string} text
 * @returns {string}
 */
export function harmlessText(text) {
  if (NUMBER.test(text)) return text;
  const inside = text.replace(BEHIND, "$1'$2");
  return BEGINS.test(text) ? `'${inside}` : inside;
}

/**
 * Return cells as a line of a table, as Python's `csv` writes them.
 * @param {string[]} cells
 * @returns {string}
 */
export function csvLine(cells) {
  return `${cells.map((cell) => quotedCell(harmlessText(cell))).join(",")}\n`;
}

/**
 * @param {string} cell
 * @returns {string}
 */
function quotedCell(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
