// What keeps texts from steering or hiding: each is put on one line before it is shown. As pages/render.py.

import { onOneLine } from "../text.js";

/**
 * Return plain data in which every text can be shown.
 * @template T
 * @param {T} value
 * @returns {T}
 */
export function harmless(value) {
  return /** @type {T} */ (shown(value));
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function shown(value) {
  if (typeof value === "string") return onOneLine(value);
  if (Array.isArray(value)) return value.map(shown);
  if (value instanceof Map) return new Map(Array.from(value, ([key, each]) => [key, shown(each)]));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shown(each)]));
}
