// Which words of YAML are no text, when a file is read and when one is written. As advisor/files/yaml_words.py.

/** @typedef {string | bigint | number | boolean | null} Scalar a whole number is a bigint, another a number */

/** @type {[RegExp, (text: string) => Scalar][]} */
const WORDS = [
  [/^(?:|~|null|Null|NULL)$/, () => null],
  [/^(?:true|True|TRUE)$/, () => true],
  [/^(?:false|False|FALSE)$/, () => false],
  [/^[-+]?[0-9]{1,18}$/, (text) => BigInt(text.replace("+", ""))],
  [/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/, Number],
];

/**
 * Return what is meant by a word that stands without quotes; a number too large for any is text.
 * @param {string} text
 * @returns {Scalar}
 */
export function scalar(text) {
  const found = WORDS.find(([pattern]) => pattern.test(text));
  if (found === undefined) return text;
  const value = found[1](text);
  return typeof value === "number" && !Number.isFinite(value) ? text : value;
}

/**
 * Return whether a text would be read as something else, if it stood without quotes.
 * @param {string} text
 * @returns {boolean}
 */
export function isWord(text) {
  return WORDS.some(([pattern]) => pattern.test(text));
}
