// Order as Python has it: stable, by keys of several parts, texts by their code points.

/** @typedef {string | number | boolean} Part */
/** @typedef {Part | (Part | Part[] | Part[][])[]} Key */

/**
 * Return a list in the order of a key, which may have several parts.
 * @template T
 * @param {Iterable<T>} list
 * @param {(each: T) => Key} key
 * @returns {T[]}
 */
export function sortedBy(list, key) {
  const keyed = Array.from(list, (each) => ({ each, key: key(each) }));
  return keyed.sort((one, other) => compared(one.key, other.key)).map(({ each }) => each);
}

/**
 * Return less than 0 where one key comes before the other, more than 0 where it comes behind.
 * @param {Key} one
 * @param {Key} other
 * @returns {number}
 */
export function compared(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) {
    for (let place = 0; place < Math.min(one.length, other.length); place += 1) {
      const order = compared(one[place], other[place]);
      if (order !== 0) return order;
    }
    return one.length - other.length;
  }
  if (typeof one === "string" && typeof other === "string") return comparedTexts(one, other);
  return Number(one) - Number(other);
}

/**
 * Return the order of two texts by their code points; `<` would go by halves of letters.
 * @param {string} one
 * @param {string} other
 * @returns {number}
 */
function comparedTexts(one, other) {
  if (one === other) return 0;
  const mine = Array.from(one);
  const others = Array.from(other);
  for (let place = 0; place < Math.min(mine.length, others.length); place += 1) {
    const order = Number(mine[place].codePointAt(0)) - Number(others[place].codePointAt(0));
    if (order !== 0) return order;
  }
  return mine.length - others.length;
}
