// A result as JSON text, letter for letter as Python writes it. As advisor/_document.py.

const INDENT = "  ";

/**
 * Return plain data as JSON text; a Map is written in its order, which an object would not keep for ids like numbers.
 * @param {any} data
 * @returns {string}
 */
export function jsonText(data) {
  return `${written(data, "\n")}\n`;
}

/**
 * @param {any} value
 * @param {string} line what begins a line at this depth
 * @returns {string}
 */
function written(value, line) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const inside = line + INDENT;
  if (Array.isArray(value)) {
    return enclosed("[]", value.map((each) => written(each, inside)), line);
  }
  const entries = value instanceof Map ? Array.from(value) : Object.entries(value);
  const members = entries.map(([key, each]) => `${JSON.stringify(key)}: ${written(each, inside)}`);
  return enclosed("{}", members, line);
}

/**
 * @param {string} brackets
 * @param {string[]} members
 * @param {string} line
 * @returns {string}
 */
function enclosed(brackets, members, line) {
  if (members.length === 0) return brackets;
  const inside = line + INDENT;
  return brackets[0] + inside + members.join(`,${inside}`) + line + brackets[1];
}
