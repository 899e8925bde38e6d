// Days in words, in the language of the page. As advisor/_language.py.

import { say } from "./language.js";

/**
 * Return a day that is written as 2026-03-04 in words; of 2026-03 the month alone.
 * @param {string} date
 * @returns {string}
 */
export function dateInWords(date) {
  const [year, month, day] = date.split("-").map(Number);
  return day === undefined ? say(`days.month_${month}`, { year }) : say(`days.day_${month}`, { day, year });
}
