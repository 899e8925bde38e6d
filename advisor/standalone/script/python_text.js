// Values of a file as Python writes them: it compares such a text with the words that would be right, and quotes it.

/** @typedef {import("./files/yaml_nodes.js").Node} Node */

const HIDDEN = /(?! )[\p{C}\p{Z}]/gu; // what Python does not print

/**
 * Return the value of a node as `str` has it.
 * @param {Node} node
 * @returns {string}
 */
export function asPython(node) {
  return typeof node.value === "string" ? node.value : inPython(node);
}

/**
 * Return the value of a node as `repr` has it.
 * @param {Node} node
 * @returns {string}
 */
export function inPython(node) {
  const { value } = node;
  if (typeof value === "string") return quotedText(value);
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return fraction(value);
  if (Array.isArray(value)) return `[${value.map(inPython).join(", ")}]`;
  return `{${Array.from(value, ([key, [, each]]) => `${quotedText(key)}: ${inPython(each)}`).join(", ")}}`;
}

/**
 * @param {number} value
 * @returns {string}
 */
function fraction(value) {
  const size = Math.abs(value);
  if (size >= 1e16 || (size > 0 && size < 1e-4)) return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
  if (Object.is(value, -0)) return "-0.0";
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

/**
 * @param {string} text
 * @returns {string}
 */
function quotedText(text) {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const named = text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
  return quote + named.replaceAll(quote, `\\${quote}`).replace(HIDDEN, numbered) + quote;
}

/**
 * @param {string} character
 * @returns {string}
 */
function numbered(character) {
  const point = Number(character.codePointAt(0));
  const digits = point.toString(16);
  if (point <= 0xff) return `\\x${digits.padStart(2, "0")}`;
  return point <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}
