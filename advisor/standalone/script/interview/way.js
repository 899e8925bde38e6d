// The list of what an interview has asked, with the answers, and a place in it. As advisor/interview/way.py.

import { isBegun, partsNotAsked, wasNotAsked } from "../cases/questions.js";
import { noneOfThese } from "../knowledge/none_of_these.js";
import { answerIn, questionOf, withAnswer, withNote } from "./answering.js";
import { answered, at, atTheEndOf, isAtTheEnd, ofThese } from "./trail.js";

/** @typedef {import("../cases/case.js").Answer} Answer */
/** @typedef {import("../cases/case.js").Case} Case */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Question} Question */
/** @typedef {import("./trail.js").Trail} Trail */
/**
 * A question that was asked: its id, the answer as `answer` takes it, and the note, if any. `open_parts` are the ids of
 * its parts that have no answer.
 * @typedef {{question: string, answer: Answer, note: string, open_parts: string[]}} Entry
 */
/** @typedef {{case: Case, trail: Trail}} State all of an interview that changes */

/** A case, the list of what was asked of it, and the place in this list; `Interview` adds what to ask. */
export class Way {
  /**
   * @param {Knowledge} knowledge
   * @param {Case} of
   */
  constructor(knowledge, of) {
    this.knowledge = knowledge;
    /** @type {State} */
    this.state = { case: of, trail: atTheEndOf(begun(of, knowledge)) };
  }

  /** @returns {Case} what is known so far */
  get case() {
    return this.state.case;
  }

  /** What was in the list stays there in its order, what is new comes last. */
  set case(of) {
    this.state = { case: of, trail: ofThese(this.state.trail, begun(of, this.knowledge)) };
  }

  /** @returns {Entry[]} what was asked so far, in order: all that has an answer, be it in part */
  get entries() {
    return this.state.trail.asked.map((question) => ({
      question,
      answer: this.answerTo(question) ?? new Map(),
      note: this.case.notes.get(question) ?? "",
      open_parts: this.openParts(question),
    }));
  }

  /** @returns {number} which of `entries` is asked now; their number at the end, where new ones come */
  get place() {
    return this.state.trail.place;
  }

  /** @returns {boolean} whether `nextQuestion` is one that has an answer */
  get isGoingBack() {
    return !isAtTheEnd(this.state.trail);
  }

  /**
   * Return the question at the place, or null if there is none.
   * @returns {Question | null}
   */
  nextQuestion() {
    const { asked, place } = this.state.trail;
    return this.isGoingBack ? questionOf(asked[place], this.knowledge) : null;
  }

  /**
   * Take the answer to a question. Of what was tried it is the whole answer; other lists may be answered in part.
   *
   * After the question at the place comes the next one; an answer to another question leaves the place where it is.
   * @param {string} question
   * @param {Answer} value
   * @param {string | null} [note] words of her own; an empty one takes them away
   */
  answer(question, value, note = null) {
    this.take(question, withAnswer(this.case, question, value, this.knowledge), note);
  }

  /**
   * Return the answer to a question that says that none of its lines fits, for `answer` to take with a note.
   * @param {string} question
   * @returns {Answer}
   */
  noneOfThese(question) {
    const asked = questionOf(question, this.knowledge);
    return noneOfThese(asked, this.answerTo(question), this.openParts(question));
  }

  /**
   * Go on from the question at the place with the answer that is there; what is open in it stays open.
   * @param {string | null} [note]
   */
  keep(note = null) {
    const question = this.nextQuestion();
    if (question === null || this.answerTo(question.id) === null) throw new RangeError(question?.id);
    this.take(question.id, this.case, note);
  }

  /**
   * Go on from a question, with the case that has its answer, and a note.
   * @param {string} question
   * @param {Case} of
   * @param {string | null} note
   */
  take(question, of, note) {
    const noted = note === null ? of : withNote(of, question, note, this.knowledge);
    this.state = { case: noted, trail: answered(this.state.trail, question, this.isNew(question)) };
  }

  /**
   * Go back to the question before, and return it; null at the first one. Its answer is kept.
   * @returns {Question | null}
   */
  back() {
    return this.place === 0 ? null : this.moveTo(this.place - 1);
  }

  /**
   * Go to the end of the list, where new questions come, and return the next; null if there is none.
   * @returns {Question | null}
   */
  goOn() {
    return this.moveTo(this.state.trail.asked.length);
  }

  /**
   * Go to a question of the list, and return it; an error if it is not in the list.
   * @param {string} question
   * @returns {Question}
   */
  goTo(question) {
    const place = this.state.trail.asked.indexOf(question);
    if (place === -1) throw new RangeError(question);
    this.state = { ...this.state, trail: at(this.state.trail, place) };
    return questionOf(question, this.knowledge);
  }

  /**
   * @param {number} place
   * @returns {Question | null}
   */
  moveTo(place) {
    this.state = { ...this.state, trail: at(this.state.trail, place) };
    return this.nextQuestion();
  }

  /**
   * Return the answer that is there to a question, as `answer` takes it; null if there is none.
   * @param {string} question
   * @returns {Answer | null}
   */
  answerTo(question) {
    return answerIn(this.case, question, this.knowledge);
  }

  /**
   * Return the ids of those parts of a question that have no answer; an empty one for one that has no parts.
   * @param {string} question
   * @returns {string[]}
   */
  openParts(question) {
    return partsNotAsked(question, this.case, this.knowledge).map((part) => part.key);
  }

  /**
   * Return whether a question is to be asked: some of it has no answer, and it was not seen yet.
   * @param {string} question
   * @returns {boolean}
   */
  isNew(question) {
    return !this.state.trail.seen.has(question) && wasNotAsked(question, this.case, this.knowledge);
  }
}

/**
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
function begun(of, knowledge) {
  return Array.from(knowledge.questions.keys()).filter((id) => isBegun(id, of, knowledge));
}
