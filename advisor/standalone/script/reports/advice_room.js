// How much of the advice goes on one screen: what is left out first where room is short. As advice_room.py.

import { titleOf } from "../knowledge/question_kinds.js";
import { say } from "../language.js";
import { lengthOf } from "../text.js";
import { cut, inside } from "./wording.js";

/** @typedef {import("./advice_page.js").AdvicePage} AdvicePage */
/** @typedef {import("../knowledge/base.js").Question} Question */
/**
 * How much is told of each part; the first step is whole in any case. So many `patterns` are told in a sentence, and
 * `steps` in a line; so many of these say how to begin (`begins`) and why (`whys`).
 * @typedef {object} Room
 * @property {number} patterns
 * @property {number} steps
 * @property {number} begins
 * @property {number} whys
 * @property {boolean} likely what else is likely is named, and not only counted
 * @property {boolean} helpers why somebody else should lead
 * @property {boolean} notes
 * @property {boolean} factors each on a line, with its name in the study
 * @property {boolean} ahead what comes next and later
 * @property {boolean} caveat
 * @property {boolean} answers that raised an alert
 * @property {boolean} leads the situation that leads, by its name
 */

export const LETTERS_OF_A_NOTE = 73; // one line, with what stands before it
const LEAST_LETTERS = 40;
/** @type {Room} */
const ROOMY = {
  patterns: 2,
  steps: 3,
  begins: 3,
  whys: 3,
  likely: true,
  helpers: true,
  notes: true,
  factors: true,
  ahead: true,
  caveat: true,
  answers: true,
  leads: true,
};
/** @type {Partial<Room>[]} what is given up, one after another; the longer page has it all */
const LEFT_OUT = [
  { whys: 2 },
  { whys: 1 },
  { likely: false },
  { begins: 2 },
  { patterns: 1 },
  { begins: 1 },
  { helpers: false },
  { factors: false },
  { patterns: 0 },
  { notes: false },
  { steps: 2 },
  { steps: 1 },
  { ahead: false },
  { caveat: false },
  { answers: false },
  { leads: false },
];

/**
 * Yield what may go on the screen, the most first.
 * @returns {Generator<Room>}
 */
export function* rooms() {
  let room = ROOMY;
  yield room;
  for (const less of LEFT_OUT) {
    room = { ...room, ...less };
    yield room;
  }
}

/**
 * Yield the same with less below the first step, the most first: how to begin goes before what to do.
 * @param {Room} room
 * @returns {Generator<Room>}
 */
export function* shorterBelow(room) {
  for (let begins = room.begins - 1; begins > 0; begins -= 1) yield { ...room, begins, whys: 1 };
  for (let steps = room.steps - 1; steps > 0; steps -= 1) yield { ...room, begins: 1, whys: 1, steps };
  const least = { ...room, begins: 1, whys: 1, steps: 1, helpers: false };
  yield least;
  yield { ...least, ahead: false };
}

/** One screen as it is made; `isMarked` once a reason on it is marked with a star. */
export class Screen {
  /**
   * @param {AdvicePage} page
   * @param {Room} room
   */
  constructor(page, room) {
    this.page = page;
    this.room = room;
    this.isMarked = false;
  }

  /**
   * Return a reason, with a star if those who wrote the rule judge so themselves.
   * @param {string} id
   * @returns {string}
   */
  because(id) {
    const isJudged = this.page.isJudged(id);
    this.isMarked ||= isJudged;
    return this.page.firing(id).because + (isJudged ? "*" : "");
  }

  /**
   * Return, on a line, what she wrote beside the answers behind these firings; the first of it.
   * @param {Iterable<string>} firings
   * @returns {string[]}
   */
  noted(firings) {
    if (!this.room.notes) return [];
    const first = this.page.notes.beside(firings).slice(0, 1);
    return first.map(({ question, text }) => {
      const asked = titleOf(/** @type {Question} */ (this.page.knowledge.questions.get(question)));
      const letters = Math.max(LEAST_LETTERS, LETTERS_OF_A_NOTE - lengthOf(asked));
      return say("advice_page.you_wrote_of", { question: inside(asked), note: cut(text, letters) });
    });
  }
}
