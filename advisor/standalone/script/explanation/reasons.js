// What an explanation is made of: a tree of reasons. As advisor/explanation/_reasons.py.

/** @typedef {import("../inference/firing.js").SourceRef} SourceRef */
/**
 * One node of the tree: a rule that fired, something concluded, an answer, or what a rule counted.
 *
 * Of a rule `because` is its rationale, `basis` who makes the link. `below` is what it rests on; what stands elsewhere
 * is not repeated: it is `seen_before`. `speaks` is `for`, `against` or `take-care`.
 * @typedef {{id: string, kind: string, text: string, because: string, basis: string, source: SourceRef | null,
 *   strength: string, speaks: string, below: Reason[], seen_before: boolean}} Reason
 */
/**
 * The reasons for one conclusion, strongest first. `further` are conclusions that lie deep; of a factor `decided_by` are
 * the signs without which it would stand elsewhere.
 * @typedef {{id: string, kind: string, title: string, verdict: string, reasons: Reason[], against: Reason[],
 *   further: Reason[], decided_by: string[]}} Why
 */

/**
 * Return a reason; what is not given is empty.
 * @param {Partial<Reason> & {id: string, kind: string, text: string}} given
 * @returns {Reason}
 */
export function reason(given) {
  return {
    because: "",
    basis: "",
    source: null,
    strength: "",
    speaks: "for",
    below: [],
    seen_before: false,
    ...given,
  };
}
