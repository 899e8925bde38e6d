// Facts: what is known of a case, each a kind, an id and a value. As advisor/knowledge/facts.py.

/** @typedef {Readonly<{kind: string, id: string, value: string}>} Fact */
/** @typedef {string} Thing what a fact is about, as `kind:id` */

export const PRESENT = "present";
export const ABSENT = "absent";
export const MOVES = ["on", "same", "back"];
export const OUTCOMES = ["helped", "no-change", "worse", "too-early"];
export const STAGES = ["emerging", "developing", "confident"];
export const SURE = ["firm", "tentative"];
export const UNKNOWN = "dont-know";
export const NOT_APPLICABLE = "not-applicable";
export const SPECIAL_ANSWERS = [UNKNOWN, NOT_APPLICABLE];
export const TOLD_KINDS = ["sector", "apart", "moved", "observed"]; // what no question asks for
const GIVEN = new Set(["answer", "item", "placed", "tried", ...TOLD_KINDS]);

/** @type {Map<string, Fact>} */
const MADE = new Map();

/**
 * Return the fact of this kind, id and value: always the same object, so that facts can be keys.
 * @param {string} kind
 * @param {string} id
 * @param {string} value
 * @returns {Fact}
 */
export function fact(kind, id, value) {
  const key = `${kind}\n${id}\n${value}`;
  let found = MADE.get(key);
  if (found === undefined) {
    found = Object.freeze({ kind, id, value });
    MADE.set(key, found);
  }
  return found;
}

/**
 * Return what a fact is about, as one text.
 * @param {string} kind
 * @param {string} id
 * @returns {Thing}
 */
export function thing(kind, id) {
  return `${kind}:${id}`;
}

/**
 * Return what this fact is about.
 * @param {Fact} of
 * @returns {Thing}
 */
export function thingOf(of) {
  return thing(of.kind, of.id);
}

/**
 * Return whether facts of this kind are given, and not concluded.
 * @param {string} kind
 * @returns {boolean}
 */
export function isGivenKind(kind) {
  return GIVEN.has(kind);
}

/**
 * Return whether a fact says that a conclusion is known not to hold.
 * @param {Fact} of
 * @returns {boolean}
 */
export function isAbsence(of) {
  return (of.kind === "finding" || of.kind === "pattern") && of.value === ABSENT;
}
