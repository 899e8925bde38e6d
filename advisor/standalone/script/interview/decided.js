// What an interview has settled: stages, the first interventions, the plan's beginning. As interview/decided.py.
// It rests on bounds: whatever the answers that are left turn out to be, what is called settled stays as it is.

import { fact, STAGES } from "../knowledge/facts.js";
import { compared } from "../order_by.js";
import { leadIsSettled, sayTheSame } from "./decided_lead.js";
import { rulesByWhatTheyAreAbout, sortsOfFirstThings } from "./first_things.js";

/** @typedef {import("../inference/bounds.js").CaseBounds} CaseBounds */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./decided_lead.js").About} About */
/**
 * What is certain of one thing that can be advised; a weight is how many reasons are strong, moderate and slight.
 * @typedef {{advised: boolean | null, least: number[], most: number[]}} WeightBounds
 */

export const FIRST = 3; // so many interventions must be settled
const STRENGTHS = ["strong", "moderate", "slight"];
/** @type {About} */
const NOTHING = { supports: [], withholds: [], waits: [], helpers: [] };

/** What is settled of one case; each part is worked out when it is first asked for. */
export class Decided {
  /**
   * @param {CaseBounds} certain
   * @param {Knowledge} knowledge
   */
  constructor(certain, knowledge) {
    this.certain = certain;
    this.knowledge = knowledge;
    this.about = knowledge.once(rulesByWhatTheyAreAbout);
    /** @type {Map<string, WeightBounds>} */
    this.bounds = new Map();
    /** @type {Map<string, any>} */
    this.made = new Map();
  }

  /** @returns {Map<string, string>} the factors whose stage is settled; `unknown` where it will stay unknown */
  get stages() {
    return this.once("stages", () => {
      /** @type {Map<string, string>} */
      const found = new Map();
      for (const factor of this.knowledge.idsOf("factor")) {
        const said = STAGES.map((stage) => this.certain.facts.get(fact("stage", factor, stage)));
        const sure = said.indexOf(true);
        if (sure !== -1) found.set(factor, STAGES[sure]);
        else if (!said.includes(null)) found.set(factor, "unknown");
      }
      return found;
    });
  }

  /** @returns {string[]} the first interventions that are settled in their place */
  get interventions() {
    return this.once("interventions", () => {
      const left = this.possible(this.knowledge.idsOf("intervention"));
      /** @type {string[]} */
      const found = [];
      while (found.length < FIRST) {
        const next = this.surelyFirst(left);
        if (next === null) break;
        found.push(next);
        left.delete(next);
      }
      return found;
    });
  }

  /** @returns {boolean} whether the first three are settled, or all there are if they are fewer */
  get allInterventions() {
    return this.once("allInterventions", () => {
      const possible = this.possible(this.knowledge.idsOf("intervention")).size;
      const settled = this.interventions.length === Math.min(FIRST, possible);
      return settled && this.interventions.every((id) => this.readinessIsSure(id));
    });
  }

  /** @returns {boolean} whether the first things of the plan are settled: what leads, of each sort the weightiest */
  get planBegins() {
    return this.once("planBegins", () => {
      const sorts = [this.interventions.slice(0, 1), ...this.sortsOfFirstThings];
      return (
        this.allInterventions &&
        sorts.every((ids) => this.weightiestIsSure(ids)) &&
        leadIsSettled(this.certain, this.about, this.knowledge) &&
        !sayTheSame(sorts.map((ids) => this.likelyFirst(ids)), this.about)
      );
    });
  }

  /** @returns {boolean} whether nothing left to ask could change the stages, the first three or the first things */
  get everything() {
    return this.stages.size === this.knowledge.idsOf("factor").length && this.planBegins;
  }

  /** @returns {string[][]} what may be among the first things of a plan, a sort each */
  get sortsOfFirstThings() {
    return this.knowledge.once(sortsOfFirstThings);
  }

  /**
   * Return those of some things that may be among the first three of them.
   * @param {string[]} ids
   * @returns {Set<string>}
   */
  contenders(ids) {
    const possible = Array.from(this.possible(ids));
    const sure = possible.map(([, bound]) => bound).filter((bound) => bound.advised === true);
    const before = (/** @type {WeightBounds} */ bound) =>
      sure.filter((other) => compared(other.least, bound.most) > 0).length;
    return new Set(possible.filter(([, bound]) => before(bound) < FIRST).map(([id]) => id));
  }

  /**
   * @template V
   * @param {string} name
   * @param {() => V} work
   * @returns {V}
   */
  once(name, work) {
    if (!this.made.has(name)) this.made.set(name, work());
    return this.made.get(name);
  }

  /**
   * Return the bounds of those of some things that may be advised.
   * @param {string[]} ids
   * @returns {Map<string, WeightBounds>}
   */
  possible(ids) {
    const bounds = ids.map((id) => /** @type {const} */ ([id, this.boundOf(id)]));
    return new Map(bounds.filter(([, bound]) => bound.advised !== false));
  }

  /**
   * @param {string} id
   * @returns {WeightBounds}
   */
  boundOf(id) {
    const there = this.bounds.get(id);
    if (there !== undefined) return there;
    const { supports } = this.about.get(id) ?? NOTHING;
    const numbers = (/** @type {(said: boolean | null | undefined) => boolean} */ counts) =>
      STRENGTHS.map(
        (strength) =>
          supports.filter((rule) => rule.then.says === strength && counts(this.certain.rules.get(rule.id))).length
      );
    const advised = this.certain.recommended.get(id);
    const bound = {
      advised: advised === undefined ? false : advised,
      least: numbers((said) => said === true),
      most: numbers((said) => said !== false),
    };
    this.bounds.set(id, bound);
    return bound;
  }

  /**
   * Return the one that surely comes next: advised, waiting for nothing, and the weightiest; null if none does.
   *
   * Where two weigh the same, reach and then the source's order decide: not looked into, so open.
   * @param {Map<string, WeightBounds>} left
   * @returns {string | null}
   */
  surelyFirst(left) {
    for (const [id, bound] of left) {
      const others = Array.from(left.values()).filter((other) => other !== bound);
      if (bound.advised && !this.mayWait(id) && others.every((other) => compared(bound.least, other.most) > 0)) {
        return id;
      }
    }
    return null;
  }

  /**
   * Return whether an intervention may have to wait for another.
   * @param {string} id
   * @returns {boolean}
   */
  mayWait(id) {
    const { rules, recommended } = this.certain;
    const { waits } = this.about.get(id) ?? NOTHING;
    return waits.some((rule) => rules.get(rule.id) !== false && recommended.get(rule.then.says) !== false);
  }

  /**
   * @param {string} id
   * @returns {boolean}
   */
  readinessIsSure(id) {
    const { helpers } = this.about.get(id) ?? NOTHING;
    const said = helpers.map((rule) => this.certain.rules.get(rule.id));
    return said.includes(true) || !said.includes(null);
  }

  /**
   * Return whether the weightiest is sure; not where none is possible: the next of another sort would move up.
   * @param {string[]} ids
   * @returns {boolean}
   */
  weightiestIsSure(ids) {
    const possible = Array.from(this.possible(ids).values());
    if (possible.length === 0) return false;
    const best = possible.reduce((one, other) => (compared(other.least, one.least) > 0 ? other : one));
    const hasWeight = best.least[0] > 0 || best.least[1] > 0;
    const isFirst = possible.every((other) => other === best || compared(best.least, other.most) > 0);
    return best.advised === true && hasWeight && isFirst;
  }

  /**
   * Return the weightiest of a sort.
   * @param {string[]} ids
   * @returns {string}
   */
  likelyFirst(ids) {
    const weight = (/** @type {string} */ id) => (this.boundOf(id).advised ? this.boundOf(id).least : []);
    return ids.reduce((one, other) => (compared(weight(other), weight(one)) > 0 ? other : one));
  }
}
