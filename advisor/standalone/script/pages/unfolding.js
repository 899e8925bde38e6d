// Reasons as they unfold on a page, down to her answers and the sources. As advisor/pages/unfolding.py.

import { why } from "../explanation/why.js";
import { say } from "../language.js";
import { cut, ended, isJudged, placeInWork } from "../reports/wording.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../cases/case.js").Action} Action */
/** @typedef {import("../explanation/reasons.js").Reason} Reason */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./model.js").Unfolding} Unfolding */

const SPEAKS = new Map([
  ["against", "a4.other_way"],
  ["take-care", "a4.take_care"],
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
    /** @type {Set<string>} */
    this.above = new Set();
    this.made = 0;
    const tried = /** @type {Action[]} */ (advice.case.actions).filter((action) => action.note !== "");
    /** @type {Map<string, string>} */
    this.notes = new Map(tried.map((action) => [action.id, action.note]));
    for (const note of advice.notes) this.notes.set(note.question, note.text);
  }

  /**
   * Return all reasons for one thing; sentences that are `told` beside it are not said again.
   * @param {string} id
   * @param {Set<string>} [told]
   * @returns {Unfolding[]}
   */
  of(id, told = new Set()) {
    const found = why(this.advice, id, this.knowledge);
    const reasons = [...found.reasons, ...found.against, ...found.further];
    return reasons.map((reason) => this.unfolded(reason, told));
  }

  /**
   * Return what she wrote beside these questions, or of what was tried, each once.
   * @param {Iterable<string>} things
   * @returns {string[]}
   */
  notesOn(things) {
    return Array.from(new Set(things)).flatMap((each) => this.notes.get(each) ?? []);
  }

  /**
   * @param {Reason} reason
   * @param {Set<string>} told
   * @returns {Unfolding}
   */
  unfolded(reason, told) {
    if (reason.kind === "answer") {
      const notes = this.notesOn([reason.id.split(".")[0]]);
      return line(ended(reason.text), notes.map((note) => cut(note, LONGEST_NOTE)));
    }
    const key = SPEAKS.get(reason.speaks);
    const said = key === undefined ? ended(reason.text) : say(key, { reason: ended(reason.text) });
    const place = JSON.stringify([said, reason.because]);
    const again = this.above.has(place);
    this.made += 1;
    if (reason.seen_before || (again && this.made > MOST_TOLD_TWICE)) {
      return line(say("a4.see_above", { reason: said }), []);
    }
    this.above.add(place);
    const below = reason.below.flatMap((each) => withoutEcho(each, reason));
    return {
      text: said,
      because: told.has(reason.because) ? "" : reason.because,
      source: this.source(reason),
      notes: [],
      below: below.map((each) => this.unfolded(each, told)),
      again,
    };
  }

  /**
   * Return where a reason comes from, as on all pages with advice; nothing if from no known work.
   * @param {Reason} reason
   * @returns {string}
   */
  source(reason) {
    if (reason.source == null) return "";
    const place = placeInWork(reason, this.knowledge);
    return place !== "" && isJudged(reason, this.knowledge) ? say("a4.after", { place }) : place;
  }
}

/**
 * @param {string} text
 * @param {string[]} notes
 * @returns {Unfolding}
 */
function line(text, notes) {
  return { text, because: "", source: "", notes, below: [], again: false };
}

/**
 * Return a reason, or what it rests on where it only says again what stands above it.
 * @param {Reason} below
 * @param {Reason} above
 * @returns {Reason[]}
 */
function withoutEcho(below, above) {
  return below.text === above.text ? below.below : [below];
}
