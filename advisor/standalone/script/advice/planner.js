// Takes what is advised into a plan. As `_Planner` in advisor/advice/plan.py.

import { sortedBy } from "../order_by.js";
import { StepWriter } from "./steps.js";
import { hasWeight, isFree, merged, thoseOfSort, weighsEnoughForLater, weight } from "./weight.js";

/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("./context.js").BuildContext} BuildContext */
/** @typedef {import("./leading.js").Advised} Advised */
/** @typedef {import("./leading.js").Called} Called */
/** @typedef {import("./model.js").Recommendation} Recommendation */
/** @typedef {import("./model.js").Step} Step */
/** @typedef {import("./model.js").When} When */

const MOST_FIRST = 3;
const MOST_LATER = 3;
const FEW_LATER = 2; // where more would be what only one moderate reason speaks for
const MOST_NOURISHING = 2;
const PRESSING = ["leverage", "own", "asked"];
const NEXT = ["leverage", "asked", "own"];

/** Takes what is advised into a plan, one after another. */
export class Planner {
  /**
   * @param {Advised} advised
   * @param {boolean} isTrouble
   * @param {BuildContext} context
   */
  constructor(advised, isTrouble, context) {
    /** @type {Step[]} */
    this.steps = [];
    this.isTrouble = isTrouble;
    this.context = context;
    this.writer = new StepWriter(advised.get("technique") ?? [], context);
    const ofSort = (/** @type {string} */ sort) => thoseOfSort(sort, advised, context.knowledge);
    this.nourishing = ofSort("nourishing");
    /** @type {Map<string, Recommendation[]>} */
    this.left = new Map([
      ["leverage", merged(Array.from(advised.keys(), (kind) => ofSort("leverage").filter((item) => item.kind === kind)))],
      ["own", sortedBy(ofSort("own"), weight)],
      ["asked", sortedBy(ofSort("asked"), weight)],
    ]);
  }

  /**
   * Take what the leading situation calls for, then what has a strong reason, then more in turn.
   * @param {Called[]} called
   */
  takeFirst(called) {
    const done = this.takeCalled(called);
    const sorts = this.takeStrong(PRESSING.filter((sort) => sort !== done));
    for (const sort of sorts) {
      this.takeSome("first", sortedBy(this.pressing(sort), (item) => this.repeats(item)), this.leftFirst(1));
    }
    for (const sort of PRESSING) this.takeSome("first", this.pressing(sort), this.leftFirst());
    if (this.steps.length === 0 && this.isTrouble) {
      this.takeSome("first", sortedBy(this.rest().filter(isFree), weight), 1, true);
    }
  }

  /**
   * Take the first that leads of what the leading situation calls for, and return its sort; null if there is none.
   * @param {Called[]} called
   * @returns {string | null}
   */
  takeCalled(called) {
    for (const { item } of called) {
      if (item === null || !this.leads(item)) continue;
      const sort = PRESSING.find((each) => this.of(each).includes(item)) ?? null;
      if (this.take("first", item)) return sort;
    }
    return null;
  }

  /**
   * Take the best of each sort that has a strong reason, then what else has one, of any sort; return the sorts of which
   * none was taken.
   *
   * Three things of three sorts were too often one thing that pressed, and two that were only true.
   * @param {string[]} sorts
   * @returns {string[]}
   */
  takeStrong(sorts) {
    const untaken = sorts.filter((sort) => {
      const strong = sortedBy(this.strong(sort), (item) => this.repeats(item));
      return this.takeSome("first", strong, this.leftFirst(1)) === 0;
    });
    const left = PRESSING.flatMap((sort) => this.strong(sort));
    this.takeSome("first", sortedBy(left, weight), this.leftFirst());
    return untaken;
  }

  /** Take the best that is left of each sort; only what nourishes where there is nothing else. */
  takeNext() {
    if (this.steps.length === 0 && this.rest().length === 0) {
      this.takeSome("next", this.nourishing, MOST_NOURISHING);
    }
    for (const sort of NEXT) {
      const free = this.of(sort).filter((item) => isFree(item) && hasWeight(item));
      this.takeSome("next", free, 1);
    }
  }

  /** Take what ranks first of its kind, then what else weighs most; hints if nothing else is left. */
  takeLater() {
    const rest = sortedBy(this.rest().filter(hasWeight), (item) => [item.rank !== 1, ...weight(item)]);
    const heavy = this.takeSome("later", rest.filter(weighsEnoughForLater), MOST_LATER);
    const left = rest.filter((item) => this.rest().includes(item));
    const taken = heavy + this.takeSome("later", left, FEW_LATER - heavy);
    if (taken === 0) this.takeSome("next", sortedBy(this.rest().filter(isFree), weight), 1);
  }

  /**
   * @param {string} sort
   * @returns {Recommendation[]}
   */
  of(sort) {
    return this.left.get(sort) ?? [];
  }

  /**
   * @param {string} sort
   * @returns {Recommendation[]}
   */
  pressing(sort) {
    return this.of(sort).filter((item) => isFree(item) && this.presses(item));
  }

  /**
   * Return whether what the leading situation calls for leads: for heat, or a strong reason.
   * @param {Recommendation} item
   * @returns {boolean}
   */
  leads(item) {
    const isHot = this.context.knowledge.entry(this.context.leading[0].id).heat != null;
    return isFree(item) && this.presses(item) && (isHot || item.strong > 0);
  }

  /**
   * @param {string} sort
   * @returns {Recommendation[]}
   */
  strong(sort) {
    return this.pressing(sort).filter((item) => item.strong > 0);
  }

  /**
   * Return how many more things may come first, `most` at once.
   * @param {number} [most]
   * @returns {number}
   */
  leftFirst(most = MOST_FIRST) {
    return Math.min(most, MOST_FIRST - this.steps.length);
  }

  /**
   * Return what is less for what helps more: with a strong reason, and for a trouble not told yet.
   * @param {Recommendation} item
   * @returns {boolean[]}
   */
  repeats(item) {
    return [item.strong === 0, !this.writer.bringsAnotherTrouble(item)];
  }

  /**
   * Return whether something may come first: more than hints, and no lone gap where all is well.
   * @param {Recommendation} item
   * @returns {boolean}
   */
  presses(item) {
    return hasWeight(item) && (this.isTrouble || !this.isGap(item));
  }

  /**
   * @param {Recommendation} item
   * @returns {boolean}
   */
  isGap(item) {
    const told = this.context.reasons.get(item.id)?.supports.find((each) => each.id === item.reason);
    const ground = this.context.grounds.of(/** @type {Firing} */ (told));
    return Array.from(ground).some((fact) => fact.kind === "item" && fact.value === "no");
  }

  /**
   * @returns {Recommendation[]}
   */
  rest() {
    return PRESSING.flatMap((sort) => this.of(sort));
  }

  /**
   * Take in so many things at most, and return how many.
   * @param {When} when
   * @param {Recommendation[]} items
   * @param {number} most
   * @param {boolean} [small]
   * @returns {number}
   */
  takeSome(when, items, most, small = false) {
    let taken = 0;
    for (const item of items) {
      if (taken >= most) break;
      if (this.take(when, item, small)) taken += 1;
    }
    return taken;
  }

  /**
   * Take something in, and return whether it has anything to say that is not said yet.
   * @param {When} when
   * @param {Recommendation} item
   * @param {boolean} [small]
   * @returns {boolean}
   */
  take(when, item, small = false) {
    for (const [sort, items] of this.left) {
      this.left.set(
        sort,
        items.filter((each) => each !== item)
      );
    }
    const step = this.writer.step(when, item, small);
    if (step !== null) this.steps.push(step);
    return step !== null;
  }
}
