// One exercise in the room: who plays it, what was asked and chosen, and where they are.

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../page/frame.js").View} View */
/** @typedef {"group" | "alone"} Mode */
/** @typedef {{heading: string, questions: [string, string][]}} Facts questions by their ids, each with what is known */
/** @typedef {{id: string, title: string, line: string}} Entry something that can be chosen */
/** @typedef {{id: string, title: string, entries: Entry[]}} Group */
/** @typedef {{id: string, reason: string}} Choice */
/**
 * What the page carries of a scenario. `facts` is all that can be asked for, with what is known; empty: nothing is.
 * @typedef {object} Carried
 * @property {string} name what it is called before the debrief
 * @property {string} file the name under which results are saved, without its ending
 * @property {number | null} most how many facts may be asked for
 * @property {number | null} minutes
 * @property {string} you who says "we" in the story
 * @property {string[]} story
 * @property {[string, string][]} terms
 * @property {Facts[]} facts
 * @property {Group[]} choices
 */
/**
 * `asked` are the facts that were asked for and are known, `unknown` those of which nothing is. `hands` are votes:
 * before the comparison, and after the debrief. `place` is the view that stands there, and which piece of it.
 * @typedef {object} Room
 * @property {Knowledge} knowledge
 * @property {Carried} exercise
 * @property {Mode} mode
 * @property {number | null} most
 * @property {number} minutes
 * @property {boolean} hasLetterKeys
 * @property {string[]} asked
 * @property {Set<string>} unknown
 * @property {{before: Map<string, number>, after: Map<string, number>}} hands
 * @property {Choice[]} chosen
 * @property {string} learner
 * @property {string} disagrees
 * @property {boolean} isChanged since it was saved
 * @property {{view: string, piece: number}} place
 * @property {(name: string, detail?: string) => void} go
 */

const USUAL_MINUTES = 5;

/**
 * Return a room in which nothing has been done yet.
 * @param {Knowledge} knowledge
 * @param {Carried} exercise
 * @param {(name: string, detail?: string) => void} go
 * @returns {Room}
 */
export function newRoom(knowledge, exercise, go) {
  return {
    knowledge,
    exercise,
    mode: "alone",
    most: exercise.most,
    minutes: USUAL_MINUTES,
    hasLetterKeys: true,
    asked: [],
    unknown: new Set(),
    hands: { before: new Map(), after: new Map() },
    chosen: [],
    learner: "",
    disagrees: "",
    isChanged: false,
    place: { view: "begin", piece: 1 },
    go,
  };
}

/**
 * Return whether something was chosen that is in no file yet.
 * @param {Room} room
 * @returns {boolean}
 */
export function isUnsaved(room) {
  return room.isChanged;
}

/**
 * Return how many facts may still be asked for; null: any number.
 * @param {Room} room
 * @returns {number | null}
 */
export function factsLeft(room) {
  return room.most === null ? null : Math.max(0, room.most - room.asked.length);
}
