// Days in words, as Python's Babel says them in the language of the page. As advisor/_language.py.

/** @typedef {{days: string[], months: string[]}} Days for each month what is said of a day in it, and of it alone */

/** @type {Days} */
let table = { days: [], months: [] };

/**
 * Let days be said so.
 * @param {Days} days
 */
export function useDays(days) {
  table = days;
}

/**
 * Return a day that is written as 2026-03-04 in words; of 2026-03 the month alone.
 * @param {string} date
 * @returns {string}
 */
export function dateInWords(date) {
  const [year, month, day] = date.split("-").map(Number);
  const said = day === undefined ? table.months[month - 1] : table.days[month - 1];
  return said.replace("{year}", String(year)).replace("{day}", String(day));
}
