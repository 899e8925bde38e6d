// Firings as reasons, each with what it rests on, down to the answers. As `_Explainer` in advisor/explanation/_why.py.

import { behind } from "../inference/trace.js";
import { groupOf, leaves, members, reads } from "../knowledge/conditions.js";
import { ABSENT, isGivenKind } from "../knowledge/facts.js";
import { askedOf, quoted, titleOf, valueOf } from "../knowledge/phrases.js";
import { say } from "../language.js";
import { sectorSaid } from "./partners.js";
import { reason } from "./reasons.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/conditions.js").Condition} Condition */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("./reasons.js").Reason} Reason */

const DEEPEST = 50; // levels of conclusions that rest on conclusions; what lies deeper begins a tree of its own

/** Makes trees of reasons for one advice; what one tree has shown is only referred to by the next. */
export class Explainer {
  /**
   * @param {Advice} advice
   * @param {Knowledge} knowledge
   */
  constructor(advice, knowledge) {
    this.advice = advice;
    this.knowledge = knowledge;
    /** @type {Set<Fact>} */
    this.shown = new Set();
    /** @type {Fact[]} */
    this.deeper = []; // still to be shown, because it lies too deep where it comes up
    this.level = 0;
  }

  /**
   * Return what lies too deep, and what lies too deep below that.
   * @returns {Reason[]}
   */
  further() {
    const found = [];
    for (const each of this.deeper) found.push(this.unfolded(each)); // which may lengthen the list
    return found;
  }

  /**
   * Return the firing with this id as a reason.
   * @param {string} id
   * @returns {Reason}
   */
  ruleOf(id) {
    return this.rule(/** @type {Firing} */ (this.advice.firings.byId.get(id)));
  }

  /**
   * Return a firing as a reason, with what it rests on.
   * @param {Firing} firing
   * @returns {Reason}
   */
  rule(firing) {
    const rule = this.knowledge.rule(firing.id);
    const said = firing.concludes;
    return reason({
      id: firing.id,
      kind: "rule",
      text: firing.title,
      because: firing.because,
      basis: firing.basis,
      source: firing.source,
      strength: said.kind === "recommend" ? said.value : "",
      below: [...(rule === null ? [] : this.counts(rule.when, firing)), ...this.facts(firing)],
    });
  }

  /**
   * Return what a rule counted, in full: so many of so many, and which.
   * @param {Condition} condition
   * @param {Firing} firing
   * @returns {Reason[]}
   */
  counts(condition, firing) {
    return countedIn(condition).map((group) => {
      const all = members(group).flatMap(leaves);
      const seen = all
        .flatMap((leaf) => reads(leaf, this.knowledge).yes)
        .filter((each) => firing.support.includes(each));
      const which = Array.from(new Set(seen.map((each) => this.named(each)))).join("; ");
      const text = say("explanation.of_these", { n: seen.length, all: all.length, which });
      return reason({ id: firing.id, kind: "count", text });
    });
  }

  /**
   * @param {Fact} of
   * @returns {string}
   */
  named(of) {
    if (!isGivenKind(of.kind)) return titleOf(of.id, this.knowledge);
    const said = valueOf(of.kind, of.id, of.value, this.knowledge);
    return `${askedOf(of.kind, of.id, this.knowledge)} ${said}`;
  }

  /**
   * @param {Firing} firing
   * @returns {Reason[]}
   */
  facts(firing) {
    return firing.support.map((each) => {
      if (each.kind === "sign") {
        return { ...this.ruleOf(each.id), speaks: each.value === "against" ? "against" : "for" };
      }
      if (isGivenKind(each.kind)) return reason({ id: each.id, kind: "answer", text: this.given(each) });
      return this.conclusion(each);
    });
  }

  /**
   * @param {Fact} of
   * @returns {string}
   */
  given(of) {
    if (of.kind === "sector") return sectorSaid(of, this.advice.case.partners ?? [], this.knowledge);
    return quoted(of.kind, of.id, of.value, this.knowledge);
  }

  /**
   * Return something that firings concluded; what is shown elsewhere is only referred to.
   * @param {Fact} of
   * @returns {Reason}
   */
  conclusion(of) {
    if (!this.shown.has(of)) {
      this.shown.add(of);
      if (this.level < DEEPEST) return this.unfolded(of);
      this.deeper.push(of);
    }
    return reason({ id: of.id, kind: "conclusion", text: concludedInWords(of, this.knowledge), seen_before: true });
  }

  /**
   * Return something that firings concluded, with what it rests on.
   * @param {Fact} of
   * @returns {Reason}
   */
  unfolded(of) {
    this.level += 1;
    const text = concludedInWords(of, this.knowledge);
    const firings = behind(this.advice.firings, of);
    const below = firings.map((each) => this.ruleOf(each));
    this.level -= 1;
    if (below.length === 1) return { ...below[0], id: of.id, kind: "conclusion", text, strength: "" };
    return reason({ id: of.id, kind: "conclusion", text, below });
  }
}

/**
 * Return the groups that count so many of several, a group before those inside it.
 * @param {Condition} condition
 * @returns {Condition[]}
 */
function countedIn(condition) {
  const inside = members(condition).flatMap(countedIn);
  return groupOf(condition) === "of" ? [condition, ...inside] : inside;
}

/**
 * Return a conclusion in words.
 * @param {Fact} of
 * @param {Knowledge} knowledge
 * @returns {string}
 */
function concludedInWords(of, knowledge) {
  const title = titleOf(of.id, knowledge);
  if (of.value === ABSENT) return say("explanation.no_sign_of", { title });
  if (of.kind === "stage") return `${title}: ${of.value}`;
  if (of.kind === "sure") {
    const [stage, sure] = of.value.split("-");
    return say("explanation.that_is", { title, stage, sure });
  }
  return of.kind === "pattern" ? `${title} (${of.value})` : title;
}
