// In which words a case is told: where a text is said otherwise. As advisor/inference/wording.py.

import { say } from "../language.js";
import { Doubts, lookingAtPossible, putAsQuestions } from "./doubt.js";
import { firing as made, justified } from "./firing.js";
import { positive } from "./network.js";
import { holds } from "./truth.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Entry} Entry */
/** @typedef {import("./firing.js").Firing} Firing */
/** @typedef {import("./network.js").Test} Test */

/** The entries and rules of a knowledge base, in the words for one case. */
export class Wording {
  /**
   * @param {Knowledge} knowledge
   * @param {Iterable<Fact>} known all facts that the case gives, and those that were concluded
   * @param {Map<Fact, Firing[]>} [concluding] what is known by what concluded it
   */
  constructor(knowledge, known, concluding = new Map()) {
    this.knowledge = knowledge;
    this.known = new Set(known);
    this.ways = knowledge.memo(waysOf);
    this.changing = knowledge.once(changing);
    this.doubts = new Doubts(knowledge, this.known, concluding);
    /** @type {Map<string, number>} */
    this.told = new Map();
  }

  /**
   * Return an entry or a rule with the first texts whose condition is true, or else its own.
   * @param {string} id
   * @returns {Entry}
   */
  entry(id) {
    return this.ways(id)[this.way(id)].said;
  }

  /**
   * Return the firing of a rule, in the words for this case; what is only possible is a question.
   * @param {Firing} firing
   * @returns {Firing}
   */
  firing(firing) {
    if (!this.changing.has(firing.id)) return firing;
    const doubts = this.doubts.of(firing);
    if (this.way(firing.id) === 0 && doubts.length === 0) return firing;
    const said = justified(this.entry(firing.id), this.knowledge);
    const told = doubts.length > 0 ? putAsQuestions(said, doubts.map((each) => this.question(each))) : said;
    return made(firing.id, told, firing.support);
  }

  /**
   * Return a pattern as the question that it is while it is only possible.
   * @param {string} pattern
   * @returns {string}
   */
  question(pattern) {
    const entry = this.entry(pattern);
    return entry.question || say("inference.is_it_so", { text: entry.text });
  }

  /**
   * Return whether a rule is known not to hold; where it is open, it is not ruled out.
   * @param {string} id
   * @returns {boolean}
   */
  isRuledOut(id) {
    return holds(this.knowledge.memo(oppositeOf)(id), this.known);
  }

  /**
   * Return which texts: a number from 1, or 0 for the entry's own.
   * @param {string} id
   * @returns {number}
   */
  way(id) {
    let way = this.told.get(id);
    if (way === undefined) {
      way = Math.max(0, this.ways(id).findIndex(({ test }) => test !== null && holds(test, this.known)));
      this.told.set(id, way);
    }
    return way;
  }
}

/**
 * Return an entry as it is, then as it can be said otherwise, each with its test.
 * @param {Knowledge} knowledge
 * @param {string} id
 * @returns {{test: Test | null, said: Entry}[]}
 */
function waysOf(knowledge, id) {
  const entry = knowledge.entry(id);
  const otherwise = (entry.said_otherwise ?? []).map((/** @type {Entry} */ { when, ...texts }) => ({
    test: positive(when, knowledge),
    said: { ...entry, ...texts },
  }));
  return [{ test: null, said: entry }, ...otherwise];
}

/**
 * @param {Knowledge} knowledge
 * @param {string} rule
 * @returns {Test}
 */
function oppositeOf(knowledge, rule) {
  return positive(knowledge.entry(rule).when, knowledge, true);
}

/**
 * Return the rules whose words are not the same in every case.
 * @param {Knowledge} knowledge
 * @returns {Set<string>}
 */
function changing(knowledge) {
  const found = new Set(knowledge.once(lookingAtPossible));
  for (const rule of knowledge.rules) if (rule.said_otherwise.length > 0) found.add(rule.id);
  return found;
}
