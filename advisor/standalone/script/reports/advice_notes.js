// The leader's own notes, each beside what it speaks of. As advisor/reports/advice_notes.py.

import { Grounds } from "../advice/grounds.js";
import { firingOf } from "../advice/model.js";
import { thingOf } from "../knowledge/facts.js";
import { askedThings } from "../knowledge/questions.js";
import { sortedBy } from "../order_by.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../advice/model.js").OwnWords} OwnWords */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */

// A stage or a situation rests on a dozen answers: a note beside one of them says nothing about what follows.
const TOO_WIDE = ["stage", "sure", "pattern"];

/** The notes of a case as a page tells them: each once, beside the first thing that it speaks of. */
export class Notes {
  /**
   * @param {Advice} advice
   * @param {Knowledge} knowledge
   */
  constructor(advice, knowledge) {
    this.advice = advice;
    this.asked = knowledge.once(askedThings);
    this.grounds = new Grounds(advice.firings, advice.firings.concluding);
    /** @type {Set<string>} */
    this.told = new Set();
  }

  /**
   * Return the notes, not told yet, of the questions whose answers decide these firings.
   *
   * What the first of them rests on comes first, and the answers that it looks at itself before others.
   * @param {Iterable<string>} firings
   * @returns {OwnWords[]}
   */
  beside(firings) {
    if (this.advice.notes.length === 0) return [];
    const notes = new Map(this.rest().map((note) => [note.question, note]));
    const questions = new Set(Array.from(firings).flatMap((id) => this.questions(id)));
    const found = Array.from(questions).flatMap((question) => notes.get(question) ?? []);
    for (const note of found) this.told.add(note.question);
    return found;
  }

  /**
   * Return the notes that are not told yet.
   * @returns {OwnWords[]}
   */
  rest() {
    return this.advice.notes.filter((note) => !this.told.has(note.question));
  }

  /**
   * @param {string} id of a firing
   * @returns {string[]}
   */
  questions(id) {
    const behind = sortedBy(this.behind(id), (fact) => [fact.kind, fact.id, fact.value]);
    return [...firingOf(this.advice, id).support, ...behind].flatMap((fact) => {
      const isLeftOut = fact.kind === "item" && fact.value !== "yes"; // of a list, what she did not tick
      return isLeftOut ? [] : (this.asked.get(thingOf(fact))?.question.id ?? []);
    });
  }

  /**
   * @param {string} id of a firing
   * @returns {Set<Fact>}
   */
  behind(id) {
    const support = firingOf(this.advice, id).support.filter((fact) => !TOO_WIDE.includes(fact.kind));
    return new Set(support.flatMap((fact) => Array.from(this.grounds.ofFact(fact))));
  }
}
