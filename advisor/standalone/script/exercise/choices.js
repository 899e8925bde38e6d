// What can be chosen in an exercise; Python writes the list. As advisor/exercise/choices.py.

/** @typedef {{id: string, kind: string, title: string, line: string}} Entry */
/** @typedef {{id: string, title: string, entries: Entry[]}} Group */

export const WAIT = "wait-and-ask";

/**
 * Return all that can be chosen.
 * @param {Group[]} groups
 * @returns {Entry[]}
 */
export function entriesOf(groups) {
  return groups.flatMap((group) => group.entries);
}

/**
 * Return the title of something that can be chosen.
 * @param {string} id
 * @param {Group[]} groups
 * @returns {string}
 */
export function titleAmong(id, groups) {
  return entriesOf(groups).find((entry) => entry.id === id)?.title ?? id;
}
