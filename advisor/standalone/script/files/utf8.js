// Bytes as text, or where they are none: as Python's decoder has it, which says at which byte.

const FIRST = [0xc2, 0xe0, 0xf0, 0xf5]; // the first bytes of letters of two, three and four bytes; none begins higher
/** @type {Map<number, [number, number]>} */
const SECOND = new Map([[0xe0, [0xa0, 0xbf]], [0xed, [0x80, 0x9f]], [0xf0, [0x90, 0xbf]], [0xf4, [0x80, 0x8f]]]);

/**
 * Return the text that bytes hold, and null; or null, and the place of the first byte that is none of a text.
 * @param {ArrayLike<number>} bytes
 * @returns {{text: string, bad: null} | {text: null, bad: number}}
 */
export function decoded(bytes) {
  /** @type {string[]} */
  const parts = [];
  /** @type {number[]} */
  let points = [];
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    if (length === 0) return { text: null, bad: at };
    points.push(pointAt(bytes, at, length));
    at += length;
    if (points.length === 4096) {
      parts.push(String.fromCodePoint(...points));
      points = [];
    }
  }
  return { text: parts.join("") + String.fromCodePoint(...points), bad: null };
}

/**
 * Return how many bytes the letter takes that begins here; 0 if none does.
 * @param {ArrayLike<number>} bytes
 * @param {number} at
 * @returns {number}
 */
function lengthAt(bytes, at) {
  const first = bytes[at];
  if (first < 0x80) return 1;
  const length = FIRST.findIndex((least, place) => first >= least && first < FIRST[place + 1]) + 2;
  const [least, most] = SECOND.get(first) ?? [0x80, 0xbf];
  if (length < 2 || !(bytes[at + 1] >= least && bytes[at + 1] <= most)) return 0;
  for (let place = 2; place < length; place += 1) {
    if (!(bytes[at + place] >= 0x80 && bytes[at + place] <= 0xbf)) return 0;
  }
  return length;
}

/**
 * @param {ArrayLike<number>} bytes
 * @param {number} at
 * @param {number} length
 * @returns {number}
 */
function pointAt(bytes, at, length) {
  if (length === 1) return bytes[at];
  let point = bytes[at] & (0xff >> (length + 1));
  for (let place = 1; place < length; place += 1) point = (point << 6) | (bytes[at + place] & 0x3f);
  return point;
}
