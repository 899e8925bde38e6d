// What she said: the answers on which a sign rests, in the words of the options she chose. As advisor/advice/said.py.

import { workedOut } from "../inference/bottom_up.js";
import { groupOf, kindOfLeaf, members, reads } from "../knowledge/conditions.js";
import { isGivenKind, PRESENT } from "../knowledge/facts.js";
import { ownWords } from "../knowledge/phrases.js";

/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/conditions.js").Condition} Condition */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/**
 * The facts that a rule looks for, and those of conditions so wide that they rule out the rest.
 * @typedef {{narrow: Set<Fact>, wide: Set<Fact>}} LookedFor
 */

/** The answers behind the firings of one case. */
export class Said {
  /**
   * @param {Iterable<Firing>} firings
   * @param {Map<Fact, Firing[]>} concluding
   * @param {Knowledge} knowledge
   */
  constructor(firings, concluding, knowledge) {
    this.byId = new Map(Array.from(firings, (firing) => [firing.id, firing]));
    this.concluding = concluding;
    this.lookedFor = knowledge.memo(lookedFor);
    this.inWords = knowledge.memo(inWords);
    /** @type {Map<Fact, Fact[]>} */
    this.behind = new Map();
  }

  /**
   * Return her words for the answers that made a rule true, each once, in the order of the rule.
   *
   * What only had to be ruled out is not among them, nor what was weighed from many signs: she did not say that.
   * @param {string} id
   * @returns {string[]}
   */
  words(id) {
    const answers = this.answers(/** @type {Firing} */ (this.byId.get(id)));
    return Array.from(new Set(answers.map((fact) => this.inWords(fact))));
  }

  /**
   * @param {Firing} firing
   * @returns {Fact[]}
   */
  answers(firing) {
    return this.named(firing).flatMap((fact) => this.of(fact));
  }

  /**
   * Return the facts that a firing was looking for.
   * @param {Firing} firing
   * @returns {Fact[]}
   */
  named(firing) {
    const { narrow, wide } = this.lookedFor(firing.id);
    const named = firing.support.filter((fact) => narrow.has(fact));
    return named.length > 0 ? named : firing.support.filter((fact) => wide.has(fact));
  }

  /**
   * @param {Fact} fact
   * @returns {Fact[]}
   */
  of(fact) {
    if (isGivenKind(fact.kind)) return [fact];
    return workedOut(
      fact,
      this.behind,
      (each) => this.below(each),
      (each) => this.found(each)
    );
  }

  /**
   * @param {Fact} fact
   * @returns {Fact[]}
   */
  below(fact) {
    const named = this.foundBy(fact).flatMap((firing) => this.named(firing));
    return named.filter((each) => !isGivenKind(each.kind));
  }

  /**
   * Return what found something that is there; what was ruled out or weighed, she did not say.
   * @param {Fact} fact
   * @returns {Firing[]}
   */
  foundBy(fact) {
    return fact.kind === "finding" && fact.value === PRESENT ? (this.concluding.get(fact) ?? []) : [];
  }

  /**
   * @param {Fact} fact
   * @returns {Fact[]}
   */
  found(fact) {
    return Array.from(new Set(this.foundBy(fact).flatMap((firing) => this.answers(firing))));
  }
}

/**
 * Return the facts that a rule looks for.
 *
 * Whoever lists most options of a question means the few that are not there, as with `none`.
 * @param {Knowledge} knowledge
 * @param {string} rule
 * @returns {LookedFor}
 */
function lookedFor(knowledge, rule) {
  /** @type {LookedFor} */
  const found = { narrow: new Set(), wide: new Set() };
  for (const leaf of wanted(knowledge.entry(rule).when)) {
    const { yes } = reads(leaf, knowledge);
    const into = isWide(leaf, yes.length, knowledge) ? found.wide : found.narrow;
    for (const fact of yes) into.add(fact);
  }
  return found;
}

/**
 * @param {Condition} leaf
 * @param {number} accepted
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
function isWide(leaf, accepted, knowledge) {
  if (kindOfLeaf(leaf) !== "answer") return false;
  if (knowledge.questions.get(leaf.answer)?.scale) return false; // so far up or down says something
  return 2 * accepted > knowledge.optionsOf(leaf.answer).length;
}

/**
 * Return the comparisons that are to be true, and not ruled out.
 * @param {Condition} condition
 * @returns {Condition[]}
 */
function wanted(condition) {
  const group = groupOf(condition);
  if (group === "none") return [];
  return group === null ? [condition] : members(condition).flatMap(wanted);
}

/**
 * @param {Knowledge} knowledge
 * @param {Fact} fact
 * @returns {string}
 */
function inWords(knowledge, fact) {
  return ownWords(fact.kind, fact.id, fact.value, knowledge);
}
