// What follows when a rule's condition holds. As advisor/knowledge/rules.py.

import { fact, PRESENT, thing } from "./facts.js";

/** @typedef {import("./facts.js").Fact} Fact */
/**
 * What a rule concludes: `effect` is what a firing of it says, `subject` what that is about, `weighs` what it adds
 * to that other rules may look at (a finding, a stage, a pattern, as `kind:id`), null if nothing.
 * @typedef {object} Conclusion
 * @property {string} key which kind of conclusion it is: finding, sign, pattern, recommend and so on
 * @property {Fact} effect
 * @property {string} subject
 * @property {string} says
 * @property {string | null} weighs
 * @property {boolean} is_key whether it goes to the heart of a pattern
 * @property {boolean} is_against whether it speaks against a pattern
 * @property {string} weight how much a sign counts for a stage
 */
/**
 * @typedef {object} Source
 * @property {string} work
 * @property {string} at
 * @property {number} [page]
 */
/**
 * @typedef {object} Rule
 * @property {string} id
 * @property {string} title
 * @property {any} when
 * @property {Conclusion} then
 * @property {string} because
 * @property {"source" | "judgement"} basis
 * @property {Source} source
 * @property {any[]} ground
 * @property {string} [short]
 * @property {string} [first_step]
 * @property {any[]} said_otherwise
 */

/** @type {[string, (then: any) => Fact][]} which conclusion it is, by a key that only it has; `pattern` before others */
const EFFECTS = [
  ["finding", (then) => fact("finding", then.finding, PRESENT)],
  ["sign", (then) => fact("sign", then.sign, then.stage)],
  ["pattern", (then) => fact("sign", then.pattern, then.speaks)],
  ["recommend", (then) => fact("recommend", then.recommend, then.strength)],
  ["withhold", (then) => fact("withhold", then.withhold, "not-now")],
  ["caution", (then) => fact("caution", then.caution, "take-care")],
  ["first", (then) => fact("wait", then.before, then.first)],
  ["needs_help", (then) => fact("needs-help", then.needs_help, then.led_by)],
  ["alert", (then) => fact("alert", then.alert, "raised")],
];
/** @type {Map<string, string>} */
const WEIGHED = new Map([
  ["finding", "finding"],
  ["sign", "stage"],
  ["pattern", "pattern"],
]);

/**
 * Return what a rule concludes, with all that others ask of it.
 * @param {any} then as the data has it
 * @returns {Conclusion}
 */
export function concluded(then) {
  const [key, effectOf] = /** @type {[string, (then: any) => Fact]} */ (EFFECTS.find(([name]) => name in then));
  const effect = effectOf(then);
  const weighed = WEIGHED.get(key);
  return {
    ...then,
    key: key.replace("_", "-"),
    effect,
    subject: effect.id,
    says: effect.value,
    weighs: weighed === undefined ? null : thing(weighed, effect.id),
    is_key: key === "pattern" && then.key === true,
    is_against: key === "pattern" && then.speaks === "against",
    weight: then.weight ?? "plain",
  };
}
