// The nearest way for a condition to become true, given what a case says. As `_Ways` in advisor/explanation/misses.py.

import { evaluate, evaluatorOf, concluding } from "../inference/evaluator.js";
import { shareNeed } from "../inference/network.js";
import { LIKELY_LEAD } from "../inference/weighing.js";
import { Wording } from "../inference/wording.js";
import { groupOf, kindOfLeaf, members, reads } from "../knowledge/conditions.js";
import { fact, isGivenKind, STAGES, thing, thingOf } from "../knowledge/facts.js";
import { askedOf, stageInWords, titleOf, valueOf } from "../knowledge/phrases.js";
import { sortedBy } from "../order_by.js";
import { isInReach } from "./reach.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/conditions.js").Condition} Condition */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/rules.js").Rule} Rule */
/**
 * Something that a rule needs and that is not so: what was said (null: unknown), and what would do.
 * @typedef {{kind: string, id: string, asked: string, said: string | null, wanted: string[], value: string}} Need
 */

const CONCLUDED = ["finding", "pattern", "stage"];
const DEEPEST = 6; // levels of conclusions that are looked through for what they need

/** What a case says, and what is known from it. */
export class Ways {
  /**
   * @param {Fact[]} facts
   * @param {Knowledge} knowledge
   */
  constructor(facts, knowledge) {
    this.knowledge = knowledge;
    this.evaluator = knowledge.once(evaluatorOf);
    this.said = new Map(facts.map((each) => [thingOf(each), each.value]));
    this.state = evaluate(this.evaluator, facts);
    this.known = this.state.known;
    /** @type {Map<string, string>} */
    this.values = new Map(Array.from(this.known, (each) => [thingOf(each), each.value]));
    this.wording = new Wording(knowledge, this.known);
  }

  /**
   * Return whether somebody could find out, or wish, that a need is met.
   * @param {Need} need
   * @returns {boolean}
   */
  isInReach(need) {
    if (need.wanted.length === 0) return false;
    if (isGivenKind(need.kind)) {
      return isInReach(fact(need.kind, need.id, need.value), this.said, this.knowledge);
    }
    if ((need.kind === "stage" || need.kind === "sure") && need.said !== null) {
      const stands = STAGES.findIndex((stage) => this.known.has(fact("stage", need.id, stage)));
      return stands >= 0 && STAGES.indexOf(need.value.split("-")[0]) >= stands;
    }
    return need.said === null;
  }

  /**
   * Return what holds already of a condition, in words.
   * @param {Condition} condition
   * @returns {string[]}
   */
  holding(condition) {
    const group = groupOf(condition);
    if (group === "none") return [];
    if (group !== null) return members(condition).flatMap((member) => this.holding(member));
    const facts = reads(condition, this.knowledge).yes.filter((each) => this.known.has(each));
    return facts.map((each) => this.inWords(each));
  }

  /**
   * @param {Fact} of
   * @returns {string}
   */
  inWords({ kind, id, value }) {
    if (isGivenKind(kind)) {
      return `${askedOf(kind, id, this.knowledge)} ${valueOf(kind, id, value, this.knowledge)}`;
    }
    const stage = kind === "stage" || kind === "sure" ? `: ${stageInWords(value)}` : "";
    return titleOf(id, this.knowledge) + stage;
  }

  /**
   * Return the fewest things that would have to be otherwise for a condition to be true, or false.
   * @param {Condition} condition
   * @param {boolean} [negated]
   * @param {number} [depth]
   * @returns {Need[]}
   */
  lacking(condition, negated = false, depth = DEEPEST) {
    const group = groupOf(condition);
    if (group === null) return this.leaf(condition, negated, depth);
    const inside = members(condition);
    const size = inside.length;
    if (group === "all") return this.enough(inside, negated ? 1 : size, negated, depth);
    if (group === "any") return this.enough(inside, negated ? size : 1, negated, depth);
    if (group === "none") return this.enough(inside, negated ? 1 : size, !negated, depth);
    const least = leastOf(condition);
    return this.enough(inside, negated ? size - least + 1 : least, negated, depth);
  }

  /**
   * @param {Condition[]} inner
   * @param {number} need
   * @param {boolean} negated
   * @param {number} depth
   * @returns {Need[]}
   */
  enough(inner, need, negated, depth) {
    const ways = sortedBy(inner.map((member) => this.lacking(member, negated, depth)), (way) => way.length);
    return ways.slice(0, need).flat();
  }

  /**
   * @param {Condition} leaf
   * @param {boolean} negated
   * @param {number} depth
   * @returns {Need[]}
   */
  leaf(leaf, negated, depth) {
    const { yes, no } = reads(leaf, this.knowledge);
    const wanted = negated ? no : yes;
    if (wanted.some((each) => this.known.has(each))) return [];
    const kind = kindOfLeaf(leaf);
    const through = negated || depth === 0 ? [] : this.through(kind, leaf[kind], depth);
    if (through.length > 0) return through;
    if (wanted.length === 0) return [this.cannotBe(kind, leaf[kind])];
    return [CONCLUDED.includes(kind) ? this.concluded(kind, wanted) : this.answer(wanted)];
  }

  /**
   * Return the need of something that nothing would make so: the opposite of what is always so.
   * @param {string} kind
   * @param {string} id
   * @returns {Need}
   */
  cannotBe(kind, id) {
    const asked = isGivenKind(kind) ? askedOf(kind, id, this.knowledge) : `${titleOf(id, this.knowledge)}:`;
    return { kind, id, asked, said: null, wanted: [], value: "" };
  }

  /**
   * Return what would bring a finding or a pattern, through the rules that conclude it; none if nothing would.
   * @param {string} kind
   * @param {string} id
   * @param {number} depth
   * @returns {Need[]}
   */
  through(kind, id, depth) {
    if (kind === "pattern") return this.signs(id, depth);
    if (kind !== "finding") return [];
    const ways = this.concluding(thing("finding", id))
      .map((rule) => this.lacking(rule.when, false, depth - 1))
      .filter((way) => way.length > 0);
    return sortedBy(ways, (way) => way.length)[0] ?? [];
  }

  /**
   * Return what would make a pattern likely: as many more signs as its lead lacks, a key sign first.
   * @param {string} pattern
   * @param {number} depth
   * @returns {Need[]}
   */
  signs(pattern, depth) {
    const signs = this.concluding(thing("pattern", pattern));
    const speaking = signs.filter((rule) => !rule.then.is_against);
    const seen = speaking.filter((rule) => this.fires(rule));
    const against = signs.filter((rule) => rule.then.is_against && this.fires(rule)).length;
    const missing = Math.max(1, LIKELY_LEAD - seen.length + against);
    const keySeen = seen.some((rule) => rule.then.is_key);
    const ways = speaking
      .filter((rule) => !this.fires(rule))
      .map((rule) => ({ rule, way: this.lacking(rule.when, false, depth - 1) }))
      .filter(({ way }) => way.length > 0);
    const best = sortedBy(ways, ({ rule, way }) => [!keySeen && !rule.then.is_key, way.length]);
    return best.slice(0, missing).flatMap(({ way }) => way);
  }

  /**
   * @param {Rule} rule
   * @returns {boolean}
   */
  fires(rule) {
    return this.state.cells[Number(this.evaluator.byId.get(rule.id)?.fires)] !== 0;
  }

  /**
   * Return the rules that conclude a finding or add a sign to a pattern.
   * @param {string} of
   * @returns {Rule[]}
   */
  concluding(of) {
    return this.knowledge.once(concluding).get(of) ?? [];
  }

  /**
   * Return the need of something that rules conclude.
   * @param {string} kind
   * @param {Fact[]} wanted
   * @returns {Need}
   */
  concluded(kind, wanted) {
    const inWords = kind === "stage" ? stageInWords : (/** @type {string} */ value) => value;
    const first = wanted[0];
    const said = this.values.get(thingOf(first));
    return {
      kind: first.kind,
      id: first.id,
      asked: `${titleOf(first.id, this.knowledge)}:`,
      said: said === undefined ? null : inWords(said),
      wanted: wanted.map((each) => inWords(each.value)),
      value: first.value,
    };
  }

  /**
   * Return the need of an answer.
   * @param {Fact[]} wanted
   * @returns {Need}
   */
  answer(wanted) {
    const { kind, id, value } = wanted[0];
    const said = this.said.get(thing(kind, id));
    return {
      kind,
      id,
      asked: askedOf(kind, id, this.knowledge),
      said: said === undefined ? null : valueOf(kind, id, said, this.knowledge),
      wanted: wanted.map((each) => valueOf(each.kind, each.id, each.value, this.knowledge)),
      value,
    };
  }
}

/**
 * Return how many members must hold: a number, or half or most of all.
 * @param {Condition} condition
 * @returns {number}
 */
function leastOf(condition) {
  const least = condition.at_least;
  return typeof least === "number" ? least : shareNeed(least, condition.of.length, false);
}
