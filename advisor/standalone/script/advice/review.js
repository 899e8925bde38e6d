// When to look again at a partnership: counted from the day of the answers. As advisor/advice/review.py.

const REVIEW_AFTER = 90;
const DAY = 24 * 60 * 60 * 1000;
const LAST_YEAR = 9999;

/**
 * Return the day to look again; null without a date, or where the calendar has no such day.
 * @param {string | null} date as 2026-03-04
 * @returns {string | null}
 */
export function reviewDay(date) {
  if (date === null) return null;
  const later = new Date(Date.parse(`${date}T00:00:00Z`) + REVIEW_AFTER * DAY);
  return later.getUTCFullYear() > LAST_YEAR ? null : later.toISOString().slice(0, 10);
}
