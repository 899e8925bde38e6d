// Doubt: what rests on a pattern that is only possible is put as a question. As advisor/inference/doubt.py.

import { kindOfLeaf, leaves, thingOfLeaf } from "../knowledge/conditions.js";
import { PRESENT, thingOf } from "../knowledge/facts.js";
import { say } from "../language.js";
import { workedOut } from "./bottom_up.js";
import { positive } from "./network.js";
import { holds } from "./truth.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/rules.js").Rule} Rule */
/** @typedef {import("./firing.js").Firing} Firing */

/** Which firings of a case hold only because of patterns that are no more than possible. */
export class Doubts {
  /**
   * @param {Knowledge} knowledge
   * @param {Set<Fact>} known
   * @param {Map<Fact, Firing[]>} concluding
   */
  constructor(knowledge, known, concluding) {
    this.knowledge = knowledge;
    this.known = known;
    this.concluding = concluding;
    this.rules = knowledge.once(lookingAtPossible);
    /** @type {Map<Fact, string[]>} */
    this.doubtful = new Map();
  }

  /**
   * Return the patterns without which a firing of a rule would not hold, all of them only possible.
   * @param {Firing} firing
   * @returns {string[]}
   */
  of(firing) {
    if (!this.rules.has(firing.id)) return [];
    const doubtful = firing.support.filter((each) => this.patterns(each).length > 0);
    if (doubtful.length === 0) return [];
    const without = new Set(this.known);
    for (const each of doubtful) without.delete(each);
    const rule = this.knowledge.entry(firing.id);
    if (holds(positive(rule.when, this.knowledge), without)) return [];
    return Array.from(new Set(doubtful.flatMap((each) => this.patterns(each))));
  }

  /**
   * Return the possible patterns on which a fact hangs; none where it is known without them.
   * @param {Fact} of
   * @returns {string[]}
   */
  patterns(of) {
    return workedOut(
      of,
      this.doubtful,
      (each) => this.behind(each).flatMap((firing) => firing.support),
      (each) => this.found(each)
    );
  }

  /**
   * Return what found something; what was weighed hangs on more than one of its signs.
   * @param {Fact} of
   * @returns {Firing[]}
   */
  behind(of) {
    return of.kind === "finding" ? (this.concluding.get(of) ?? []) : [];
  }

  /**
   * @param {Fact} of
   * @returns {string[]}
   */
  found(of) {
    if (of.kind === "pattern") return of.value === "possible" ? [of.id] : [];
    const found = this.behind(of).map((firing) => this.of(firing));
    return found.every((patterns) => patterns.length > 0) ? Array.from(new Set(found.flat())) : [];
  }
}

/**
 * Return what a firing says, behind the questions that have to be answered first.
 * @template {{title: string, because: string}} S
 * @param {S} said
 * @param {string[]} questions
 * @returns {S}
 */
export function putAsQuestions(said, questions) {
  const title = said.title.endsWith("?") ? said.title : say("inference.perhaps", { title: said.title });
  const because = say("inference.if_so", { asked: questions.join(" "), because: said.because });
  return { ...said, title, because };
}

/**
 * Return the rules that look at a possible pattern, or at a finding that may rest on one.
 * @param {Knowledge} knowledge
 * @returns {Set<string>}
 */
export function lookingAtPossible(knowledge) {
  /** @type {Map<string, Rule[]>} */
  const looking = new Map();
  /** @type {Rule[]} */
  const waiting = [];
  for (const rule of knowledge.rules) {
    for (const leaf of leaves(rule.when)) {
      const at = thingOfLeaf(leaf);
      looking.set(at, [...(looking.get(at) ?? []), rule]);
      if (kindOfLeaf(leaf) === "pattern" && leaf.fit === "possible") waiting.push(rule);
    }
  }
  /** @type {Set<string>} */
  const found = new Set();
  for (let rule = waiting.pop(); rule !== undefined; rule = waiting.pop()) {
    if (found.has(rule.id)) continue;
    found.add(rule.id);
    if (rule.then.says === PRESENT) waiting.push(...(looking.get(thingOf(rule.then.effect)) ?? []));
  }
  return found;
}
