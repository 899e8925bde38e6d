// The trace of one inference: all firings, indexed once by id and by what they conclude. As trace.py.

import { byConclusion } from "./firing.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("./firing.js").Firing} Firing */
/** @typedef {Firing[] & {byId: Map<string, Firing>, concluding: Map<Fact, Firing[]>}} Trace a list, with its indexes */
/** @typedef {{kind: string, id: string, value: string, firings: string[]}} FactRef */

/**
 * Return the trace of firings in their published order.
 * @param {Firing[]} firings
 * @returns {Trace}
 */
export function traceOf(firings) {
  return Object.assign([...firings], {
    byId: new Map(firings.map((each) => [each.id, each])),
    concluding: byConclusion(firings),
  });
}

/**
 * Return the ids of the firings that concluded a fact; none for an answer, the rule for a sign.
 * @param {Trace} trace
 * @param {Fact} of
 * @returns {string[]}
 */
export function behind(trace, of) {
  if (of.kind === "sign") return [of.id];
  return (trace.concluding.get(of) ?? []).map((each) => each.id);
}

/**
 * Return a fact with the firings behind it.
 * @param {Trace} trace
 * @param {Fact} of
 * @returns {FactRef}
 */
export function reference(trace, of) {
  return { kind: of.kind, id: of.id, value: of.value, firings: behind(trace, of) };
}
