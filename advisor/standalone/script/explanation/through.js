// The rules through which something moves between two advices, or stays. As in advisor/explanation/_what_if.py.

import { recommendations } from "../advice/model.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../inference/firing.js").Firing} Firing */
/**
 * A rule that fires only before, or only after, and what it says of which thing. `helps`: it moves the thing up, or
 * brings it in; a sign has the stage that it says in `value`.
 * @typedef {{rule: string, title: string, about: string, fires: string, helps: boolean, value: string}} Through
 */

const SPEAKING = ["recommend", "withhold", "sign"];
const HELPING = ["recommend", "sign", "alert"];
const WEIGHED = ["stage", "sure", "pattern"];

/**
 * Return the rules that speak of what has moved and fire here but not there.
 * @param {Advice} here
 * @param {Advice} there
 * @param {Set<string>} about
 * @param {"now" | "no longer"} fires
 * @returns {Through[]}
 */
export function through(here, there, about, fires) {
  return here.firings
    .filter(({ id, concludes }) => {
      const speaks = about.has(concludes.id) && !WEIGHED.includes(concludes.kind);
      return speaks && !there.firings.byId.has(id);
    })
    .map((firing) => {
      const said = firing.concludes;
      const helps = HELPING.includes(said.kind) === (fires === "now");
      return { rule: firing.id, title: firing.title, about: said.id, fires, helps, value: said.value };
    });
}

/**
 * Return a rule that goes on speaking of each thing of which another begins or ceases to.
 *
 * What is in the plan comes first, then where the factors stand, then what else is advised or held back.
 * @param {Advice} before
 * @param {Advice} after
 * @returns {Through[]}
 */
export function holding(before, after) {
  const turned = [
    ...before.firings.filter((firing) => !after.firings.byId.has(firing.id)),
    ...after.firings.filter((firing) => !before.firings.byId.has(firing.id)),
  ];
  const speaking = turned.filter(({ concludes }) => SPEAKING.includes(concludes.kind));
  const about = new Set(speaking.map(({ concludes }) => concludes.id));
  return Array.from(told(after)).flatMap(([id, kind]) => {
    const stays = after.firings.find(
      ({ id: rule, concludes }) => concludes.kind === kind && concludes.id === id && before.firings.byId.has(rule)
    );
    return about.has(id) && stays !== undefined ? [stillSaid(stays)] : [];
  });
}

/**
 * @param {Firing} firing
 * @returns {Through}
 */
function stillSaid({ id, title, concludes }) {
  return { rule: id, title, about: concludes.id, fires: "still", helps: true, value: concludes.value };
}

/**
 * Return what an advice tells, each with the kind of what rules say of it.
 * @param {Advice} advice
 * @returns {Map<string, string>}
 */
function told(advice) {
  return new Map([
    ...advice.plan.map((step) => /** @type {const} */ ([step.id, "recommend"])),
    ...advice.factors.map((factor) => /** @type {const} */ ([factor.id, "sign"])),
    ...recommendations(advice).map((item) => /** @type {const} */ ([item.id, "recommend"])),
    ...advice.withheld.map((each) => /** @type {const} */ ([each.id, "withhold"])),
  ]);
}
