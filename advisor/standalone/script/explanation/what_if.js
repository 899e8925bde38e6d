// What if some answers were others: what would change, and through which rules. As advisor/explanation/_what_if.py.

import { recommendations } from "../advice/model.js";
import { advise } from "../advice/reasoner.js";
import { changed } from "../cases/edits.js";
import { initialFacts } from "../cases/facts.js";
import { moved, movedInPlan } from "./plan_moves.js";
import { holding, through } from "./through.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../cases/case.js").Case} Case */
/** @typedef {import("../cases/edits.js").Edit} Edit */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./plan_moves.js").Moved} Moved */
/** @typedef {import("./through.js").Through} Through */
/**
 * What would change: alerts, stages, the order of interventions, everything else advised, and the plan; `through` are
 * the rules by which it moved. Where nothing moves, `holding` are the rules that go on speaking.
 * @typedef {{edits: Edit[], all_stages: Map<string, string>, stages: Moved[], interventions: string[], places: Moved[],
 *   others: Moved[], plan: Moved[], through: Through[], alerts: Moved[], plan_first: string[], holding: Through[],
 *   said_already: boolean, alerts_stay: string[]}} Future
 */

/**
 * Return what would change if answers were set or taken away; nothing is written.
 * @param {Case} of
 * @param {Edit[]} edits
 * @param {Knowledge} knowledge
 * @returns {Future}
 */
export function whatIf(of, edits, knowledge) {
  const other = changed(of, edits, knowledge);
  const [before, after] = [advise(of, knowledge), advise(other, knowledge)];
  const alerts = moved(raised(before), raised(after));
  const stages = moved(stagesOf(before), stagesOf(after));
  const places = moved(placesOf(before), placesOf(after));
  const others = moved(othersOf(before), othersOf(after));
  const plan = movedInPlan(before, after, knowledge);
  const about = new Set([...alerts, ...stages, ...places, ...others, ...plan].map((each) => each.id));
  for (const id of beside(plan, before, after, about)) about.add(id);
  return {
    edits,
    all_stages: stagesOf(after),
    stages,
    interventions: after.interventions.map((item) => item.id),
    places,
    others,
    plan,
    through: [...through(before, after, about, "no longer"), ...through(after, before, about, "now")],
    alerts,
    plan_first: after.plan.filter((step) => step.when === "first").map((step) => step.id),
    holding: about.size > 0 ? [] : holding(before, after),
    said_already: sayTheSame(of, other, knowledge),
    alerts_stay: Array.from(raised(after).keys()).filter((id) => raised(before).has(id)),
  };
}

/**
 * @param {Case} one
 * @param {Case} other
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
function sayTheSame(one, other, knowledge) {
  const [said, then] = [initialFacts(one, knowledge), initialFacts(other, knowledge)];
  return said.length === then.length && said.every((each, place) => each === then[place]);
}

/**
 * @param {Advice} advice
 * @returns {Map<string, string>}
 */
function raised(advice) {
  return new Map(advice.alerts.map((alert) => [alert.id, "raised"]));
}

/**
 * @param {Advice} advice
 * @returns {Map<string, string>}
 */
function stagesOf(advice) {
  return new Map(advice.factors.map((factor) => [factor.id, factor.stage]));
}

/**
 * @param {Advice} advice
 * @returns {Map<string, string>}
 */
function placesOf(advice) {
  return new Map(advice.interventions.map((item) => [item.id, `${item.rank} (${item.readiness})`]));
}

/**
 * @param {Advice} advice
 * @returns {Map<string, string>}
 */
function othersOf(advice) {
  const listed = recommendations(advice).filter((item) => item.kind !== "intervention");
  return new Map([
    ...listed.map((item) => /** @type {const} */ ([item.id, "advised"])),
    ...advice.patterns.map((pattern) => /** @type {const} */ ([pattern.id, pattern.fit])),
  ]);
}

/**
 * Return all of both plans, and what they wait for, if something moves there of which no rule speaks.
 *
 * It makes room for others then, or takes the place of others.
 * @param {Moved[]} plan
 * @param {Advice} before
 * @param {Advice} after
 * @param {Set<string>} about
 * @returns {string[]}
 */
function beside(plan, before, after, about) {
  const spoken = [...through(before, after, about, "no longer"), ...through(after, before, about, "now")];
  const spokenOf = new Set(spoken.map((each) => each.about));
  if (plan.every((each) => spokenOf.has(each.id))) return [];
  const both = [before, after];
  return [
    ...both.flatMap((advice) => advice.plan.map((step) => step.id)),
    ...both.flatMap((advice) => advice.interventions.flatMap((item) => item.after)),
  ];
}
