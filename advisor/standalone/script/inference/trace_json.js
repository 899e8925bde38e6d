// The trace as JSON has it. As advisor/inference/trace_json.py.

import { reference } from "./trace.js";

/** @typedef {import("./trace.js").Trace} Trace */
/** @typedef {import("./trace.js").FactRef} FactRef */
/** @typedef {import("./firing.js").Firing} Firing */
/** @typedef {import("./firing.js").SourceRef} SourceRef */
/**
 * One rule, once, with all that it rests on.
 * @typedef {{id: string, rule: string, title: string, concludes: FactRef, from: FactRef[], because: string,
 *   basis: "source" | "judgement" | "derived", source: SourceRef | null}} FiringRecord
 */

/**
 * Return the firings of a trace as JSON has them.
 * @param {Trace} trace
 * @returns {FiringRecord[]}
 */
export function records(trace) {
  return trace.map((firing) => ({
    id: firing.id,
    rule: firing.id,
    title: firing.title,
    concludes: { ...firing.concludes, firings: [] },
    from: firing.support.map((fact) => reference(trace, fact)),
    because: firing.because,
    basis: firing.basis,
    source: firing.source,
  }));
}
