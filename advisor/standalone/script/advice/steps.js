// The steps of a plan in words: each says something that no other step of the plan says. As advisor/advice/steps.py.

import { fact } from "../knowledge/facts.js";
import { say } from "../language.js";
import { sortedBy } from "../order_by.js";
import { sentencesOf } from "../text.js";
import { beginningOf, beginnings, isBegunByHer, isPlainlyHers, leadFor } from "./beginning.js";
import { distance, hasOwnStep } from "./nearest.js";
import { waysOf } from "./recommend.js";
import { strongest } from "./support.js";

/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../order_by.js").Key} Key */
/** @typedef {import("./beginning.js").Beginning} Beginning */
/** @typedef {import("./beginning.js").Lead} Lead */
/** @typedef {import("./context.js").BuildContext} BuildContext */
/** @typedef {import("./model.js").Recommendation} Recommendation */
/** @typedef {import("./model.js").Step} Step */
/** @typedef {import("./model.js").When} When */
/** @typedef {import("./support.js").Reasons} Reasons */

/** Writes the steps of one plan in their order. */
export class StepWriter {
  /**
   * @param {Recommendation[]} techniques those recommended for the case
   * @param {BuildContext} context
   */
  constructor(techniques, context) {
    this.techniques = techniques;
    this.context = context;
    /** @type {Set<string>} of the reasons that are told */
    this.sentences = new Set();
    /** @type {Set<string>} */
    this.texts = new Set();
    /** @type {Set<Fact>} the answers on which the reasons told rest */
    this.troubles = new Set();
  }

  /**
   * Return a step for something advised; null if its reasons or its beginnings are all said already.
   *
   * It tells the first of its reasons of which no sentence is said yet, and how to begin for that trouble.
   * @param {When} when
   * @param {Recommendation} item
   * @param {boolean} small
   * @returns {Step | null}
   */
  step(when, item, small) {
    for (const told of sortedBy(this.reasons(item).supports, (firing) => this.turn(item, firing))) {
      const sentences = sentencesOf(this.context.wording.firing(told).because);
      const lead = leadFor(item.id, told, this.context);
      const begin = this.begin(item, told, lead);
      if (begin === null || sentences.some((each) => this.sentences.has(each))) continue;
      for (const each of sentences) this.sentences.add(each);
      this.texts.add(begin.text);
      for (const each of this.context.grounds.of(told)) this.troubles.add(each);
      const { kind, id } = item;
      return { when, kind, id, ...begin, reason: told.id, led_by: this.ledBy(item, told, lead), small };
    }
    return null;
  }

  /**
   * Return whether a strongest reason for something rests on answers of which no step tells.
   * @param {Recommendation} item
   * @returns {boolean}
   */
  bringsAnotherTrouble(item) {
    return !strongest(this.reasons(item)).every((firing) => this.isTold(firing));
  }

  /**
   * Return what is less for a reason to tell sooner.
   *
   * One that builds on what helped, a strong one, one that says how to begin, one of another trouble, the nearest.
   * @param {Recommendation} item
   * @param {Firing} firing
   * @returns {(number | boolean)[]}
   */
  turn(item, firing) {
    return [
      !buildsOn(item, firing),
      !strongest(this.reasons(item)).includes(firing),
      !hasOwnStep(firing, this.context),
      this.isTold(firing),
      ...distance(firing, this.context),
    ];
  }

  /**
   * @param {Firing} firing
   * @returns {boolean}
   */
  isTold(firing) {
    return Array.from(this.context.grounds.of(firing)).every((each) => this.troubles.has(each));
  }

  /**
   * Return the first way to begin that no step says yet; null if all are said.
   * @param {Recommendation} item
   * @param {Firing} told
   * @param {Lead} lead
   * @returns {Beginning | null}
   */
  begin(item, told, lead) {
    for (const each of this.beginnings(item, told, lead)) if (!this.texts.has(each.text)) return each;
    return null;
  }

  /**
   * @param {Recommendation} item
   * @param {Firing} told
   * @param {Lead} lead
   * @returns {Iterable<Beginning>}
   */
  beginnings(item, told, lead) {
    if (!isIntervention(item)) return [beginningOf(item.kind, item.id, told, this.context)];
    const ways = waysOf(item.id, this.techniques, this.context);
    return beginnings(item.id, lead, ways, told, this.context);
  }

  /**
   * Return who leads where that is not plainly the leader, also while it is not known.
   * @param {Recommendation} item
   * @param {Firing} told
   * @param {Lead} lead
   * @returns {string}
   */
  ledBy(item, told, lead) {
    const { knowledge, wording } = this.context;
    if (!isIntervention(item)) return wording.entry(item.id).who === "above" ? say("advice.those_above") : "";
    if (isBegunByHer(lead, told, this.context)) return "";
    if (lead.helper !== null) return knowledge.entry(lead.helper).title;
    return isPlainlyHers(item.id, this.context) ? "" : (item.led_by ?? "");
  }

  /**
   * @param {Recommendation} item
   * @returns {Reasons}
   */
  reasons(item) {
    return /** @type {Reasons} */ (this.context.reasons.get(item.id));
  }
}

/**
 * @param {Recommendation} item
 * @returns {boolean}
 */
function isIntervention(item) {
  return item.kind === "intervention";
}

/**
 * Return whether a reason is that the thing itself has helped, and says more than that.
 * @param {Recommendation} item
 * @param {Firing} firing
 * @returns {boolean}
 */
function buildsOn(item, firing) {
  return firing.concludes.value !== "slight" && firing.support.includes(fact("tried", item.id, "helped"));
}
