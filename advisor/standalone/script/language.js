// The program's words: one table, by area and name, that Python writes. As advisor/_language.py.

/** @typedef {Map<string, string | string[]>} Words */

/** @type {Words} */
let table = new Map();

/**
 * Let the page speak with these words.
 * @param {Words} words
 */
export function useWords(words) {
  table = words;
}

/**
 * Return the words of this name, with what varies put in by name.
 * @param {string} name as `area.name`
 * @param {Record<string, string | number>} [fields]
 * @returns {string}
 */
export function say(name, fields = {}) {
  return filled(/** @type {string} */ (found(name)), fields);
}

/**
 * Return the words of this name that fit a number, which they may name as `n`.
 * @param {string} name
 * @param {number} n
 * @param {Record<string, string | number>} [fields]
 * @returns {string}
 */
export function sayCount(name, n, fields = {}) {
  return filled(found(name)[n === 1 ? 0 : 1], { n, ...fields });
}

/**
 * Return a text with its `{fields}` put in.
 * @param {string} text
 * @param {Record<string, string | number>} fields
 * @returns {string}
 */
export function filled(text, fields) {
  return text.replace(/\{\{|\}\}|\{(\w+)\}/g, (all, name) =>
    name === undefined ? all[0] : String(fields[name])
  );
}

/**
 * @param {string} name
 * @returns {string | string[]}
 */
function found(name) {
  const words = table.get(name);
  if (words === undefined) throw new Error(name);
  return words;
}
