// One exercise in the room: who plays it, what was asked and chosen, and where they are.

import { scenarioFrom, spent } from "../exercise/exercise.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../page/frame.js").View} View */
/** @typedef {import("../exercise/model.js").Choice} Choice */
/** @typedef {import("../exercise/exercise.js").Exercise} Exercise */
/** @typedef {import("../exercise/exercise.js").Scenario} Scenario */
/** @typedef {"group" | "alone"} Mode */
/** @typedef {{heading: string, questions: string[]}} Facts questions by their ids */
/**
 * What the page carries of a scenario to show it. `facts` is all that can be asked for.
 * @typedef {object} Carried
 * @property {string} name what it is called before the debrief
 * @property {string} file the name under which results are saved, without its ending
 * @property {number | null} most how many facts may be asked for
 * @property {number | null} minutes
 * @property {string} you who says "we" in the story
 * @property {string[]} story
 * @property {[string, string][]} terms
 * @property {Facts[]} facts
 * @property {Scenario} scenario
 */
/**
 * `hands` are votes: before the comparison, and after the debrief. `place` is the view that stands there, and which
 * piece of it.
 * @typedef {object} Room
 * @property {Knowledge} knowledge
 * @property {Carried} carried
 * @property {Exercise} exercise
 * @property {Mode} mode
 * @property {number | null} most
 * @property {number} minutes
 * @property {boolean} hasLetterKeys
 * @property {{before: Map<string, number>, after: Map<string, number>}} hands
 * @property {Choice[] | null} after what one would choose now, after the debrief; null: not told
 * @property {string} learner
 * @property {string} group
 * @property {string} disagrees
 * @property {boolean} isChanged since it was saved
 * @property {{view: string, piece: number}} place
 * @property {(name: string, detail?: string) => void} go
 */

const USUAL_MINUTES = 5;

/**
 * Return a room in which nothing has been done yet.
 * @param {Knowledge} knowledge
 * @param {Carried} carried
 * @param {(name: string, detail?: string) => void} go
 * @returns {Room}
 */
export function newRoom(knowledge, carried, go) {
  return {
    knowledge,
    carried,
    exercise: { scenario: scenarioFrom(carried.scenario), asked: [], chosen: [] },
    mode: "alone",
    most: carried.most,
    minutes: USUAL_MINUTES,
    hasLetterKeys: true,
    hands: { before: new Map(), after: new Map() },
    after: null,
    learner: "",
    group: "",
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
 * Return what one chose before the comparison, or chooses after the debrief.
 * @param {Room} room
 * @param {boolean} isAfter
 * @returns {Choice[]}
 */
export function chosenBy(room, isAfter) {
  return isAfter ? (room.after ?? room.exercise.chosen) : room.exercise.chosen;
}

/**
 * @param {Room} room
 * @param {boolean} isAfter
 * @param {Choice[]} chosen
 */
export function choose(room, isAfter, chosen) {
  if (isAfter) room.after = chosen;
  else room.exercise.chosen = chosen;
  room.isChanged = true;
}

/**
 * Return how many facts may still be asked for; null: any number.
 * @param {Room} room
 * @returns {number | null}
 */
export function factsLeft(room) {
  return room.most === null ? null : Math.max(0, room.most - spent(room.exercise, room.knowledge));
}
