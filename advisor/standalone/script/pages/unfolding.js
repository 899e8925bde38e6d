// Reasons as they unfold on a page: from what is advised down to her answers, her notes and the sources.
// As advisor/pages/unfolding.py.

import { why } from "../explanation/why.js";
import { say } from "../language.js";
import { cut, ended, isJudged, placeInWork } from "../reports/wording.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../explanation/reasons.js").Reason} Reason */
/**
 * A reason, and what it rests on: shut until somebody wants it. `again` if it stands above already.
 * @typedef {{text: string, because: string, source: string, notes: string[], below: Unfolding[], again: boolean}}
 *   Unfolding
 */

const SPEAKS = new Map([
  ["against", "asking.other_way_reason"],
  ["take-care", "asking.take_care_reason"],
]);
const MOST_TOLD_TWICE = 5000; // reasons of a page: behind them what stands above is only referred to
const LONGEST_NOTE = 300; // letters of a note beside an answer: all of it stands in a part of its own

/** Makes the reasons for whatever an advice concluded into what unfolds on a page. */
export class Unfolder {
  /**
   * @param {Advice} advice
   * @param {Knowledge} knowledge
   */
  constructor(advice, knowledge) {
    this.advice = advice;
    this.knowledge = knowledge;
    this.above = new Set();
    this.made = 0;
    const tried = advice.case.actions.filter((action) => action.note);
    this.notes = new Map([
      ...tried.map((action) => /** @type {[string, string]} */ ([action.id, action.note])),
      ...advice.notes.map((note) => /** @type {[string, string]} */ ([note.question, note.text])),
    ]);
  }

  /**
   * Return all reasons for one thing; sentences that are `told` beside it are not said again.
   * @param {string} id
   * @param {string[]} [told]
   * @returns {Unfolding[]}
   */
  of(id, told = []) {
    const found = why(this.advice, id, this.knowledge);
    const reasons = [...found.reasons, ...found.against, ...found.further];
    return reasons.map((reason) => this.unfolded(reason, told));
  }

  /**
   * @param {Reason} reason
   * @param {string[]} told
   * @returns {Unfolding}
   */
  unfolded(reason, told) {
    if (reason.kind === "answer") {
      const note = this.notes.get(reason.id.split(".")[0]);
      return unfolding(ended(reason.text), { notes: note === undefined ? [] : [cut(note, LONGEST_NOTE)] });
    }
    const way = SPEAKS.get(reason.speaks);
    const said = way === undefined ? ended(reason.text) : say(way, { reason: ended(reason.text) });
    const key = `${said}\n${reason.because}`;
    const again = this.above.has(key);
    this.made += 1;
    if (reason.seen_before || (again && this.made > MOST_TOLD_TWICE)) {
      return unfolding(say("asking.reason_see_above", { reason: said }));
    }
    this.above.add(key);
    const below = reason.below.flatMap((each) => (each.text === reason.text ? each.below : [each]));
    return unfolding(said, {
      because: told.includes(reason.because) ? "" : reason.because,
      source: reason.source ? this.source(reason) : "",
      below: below.map((each) => this.unfolded(each, told)),
      again,
    });
  }

  /**
   * Return where a reason comes from; nothing if from no known work.
   * @param {Reason} reason
   * @returns {string}
   */
  source(reason) {
    const place = placeInWork(reason, this.knowledge);
    return place && isJudged(reason, this.knowledge) ? say("asking.after_place", { place }) : place;
  }
}

/**
 * @param {string} text
 * @param {Partial<Unfolding>} [more]
 * @returns {Unfolding}
 */
function unfolding(text, more = {}) {
  return { text, because: "", source: "", notes: [], below: [], again: false, ...more };
}
