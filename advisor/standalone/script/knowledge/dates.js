// Days as files write them: 2026-09-14, and nothing else. As advisor/knowledge/dates.py.

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Return the day that is written, or null if it is none.
 * @param {unknown} value
 * @returns {string | null}
 */
export function dateIn(value) {
  const found = typeof value === "string" ? DAY.exec(value) : null;
  if (found === null) return null;
  const [year, month, day] = found.slice(1).map(Number);
  const isDay = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return isDay ? found[0] : null;
}

/**
 * @param {number} year
 * @param {number} month
 * @returns {number}
 */
function daysIn(year, month) {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
