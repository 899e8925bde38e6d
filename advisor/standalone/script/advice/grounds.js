// Which answers a reason rests on, however deep. As advisor/advice/grounds.py.

import { workedOut } from "../inference/bottom_up.js";
import { isAbsence } from "../knowledge/facts.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../inference/firing.js").Firing} Firing */

/** The answers behind each firing of a case; what is known not to be there, or speaks against, is no ground. */
export class Grounds {
  /**
   * @param {Iterable<Firing>} firings
   * @param {Map<Fact, Firing[]>} concluding
   */
  constructor(firings, concluding) {
    this.byId = new Map(Array.from(firings, (firing) => [firing.id, firing]));
    this.concluding = concluding;
    /** @type {Map<string, Set<Fact>>} */
    this.ofFirings = new Map();
    /** @type {Map<Fact, Set<Fact>>} */
    this.ofFacts = new Map();
  }

  /**
   * Return the answers that a firing rests on.
   * @param {Firing} firing
   * @returns {Set<Fact>}
   */
  of(firing) {
    let found = this.ofFirings.get(firing.id);
    if (found === undefined) {
      found = union(firing.support.map((fact) => this.ofFact(fact)));
      this.ofFirings.set(firing.id, found);
    }
    return found;
  }

  /**
   * Return the answers that a fact rests on; an answer rests on itself.
   * @param {Fact} fact
   * @returns {Set<Fact>}
   */
  ofFact(fact) {
    return workedOut(
      fact,
      this.ofFacts,
      (each) => this.below(each),
      (each) => this.lookedUp(each)
    );
  }

  /**
   * @param {Fact} fact
   * @returns {Firing[] | null}
   */
  behind(fact) {
    if (fact.kind === "sign") return [/** @type {Firing} */ (this.byId.get(fact.id))];
    return this.concluding.get(fact) ?? null;
  }

  /**
   * @param {Fact} fact
   * @returns {Fact[]}
   */
  below(fact) {
    return isNoGround(fact) ? [] : (this.behind(fact) ?? []).flatMap((firing) => firing.support);
  }

  /**
   * @param {Fact} fact
   * @returns {Set<Fact>}
   */
  lookedUp(fact) {
    if (isNoGround(fact)) return new Set();
    const behind = this.behind(fact);
    return behind === null ? new Set([fact]) : union(behind.map((firing) => this.of(firing)));
  }
}

/**
 * Return how many facts two grounds share.
 * @param {Set<Fact>} one
 * @param {Set<Fact>} other
 * @returns {number}
 */
export function shared(one, other) {
  let number = 0;
  for (const fact of one) if (other.has(fact)) number += 1;
  return number;
}

/**
 * @param {Fact} fact
 * @returns {boolean}
 */
function isNoGround(fact) {
  return isAbsence(fact) || fact.value === "against";
}

/**
 * @param {Set<Fact>[]} sets
 * @returns {Set<Fact>}
 */
function union(sets) {
  return new Set(sets.flatMap((each) => Array.from(each)));
}
