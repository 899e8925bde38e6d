// Advice: the result, typed, and as plain data. As advisor/advice/model.py, planned.py and knowledge_ref.py.

import { jsonText } from "../document.js";
import { records } from "../inference/trace_json.js";

/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../inference/trace.js").Trace} Trace */
/** @typedef {import("../knowledge/base.js").Kinds} Kinds */
/** @typedef {{id: string, reason: string}} Alteration */
/** @typedef {{name: string, version: string, added: string[], changed: Alteration[], switched_off: Alteration[]}} Extended */
/** @typedef {{name: string, version: string, digest: string, extends: Extended | null}} KnowledgeRef */
/** @typedef {{id: string, title: string, text: string, turn_to: string, firings: string[]}} AlertAdvice */
/**
 * Where a factor stands; `sure` is null where that is not known. `own_view`: it is what she placed, and nothing else.
 * @typedef {{id: string, title: string, stage: string, placed: string | null, sure: string | null, own_view: boolean,
 *   firings: string[]}} FactorAdvice
 */
/** @typedef {{id: string, kind: string, title: string, tone: string, firings: string[]}} FindingAdvice */
/**
 * A situation, with the signs for and against it; while it is only possible, `text` is the question whether it is so.
 * @typedef {{id: string, title: string, fit: "likely" | "possible", for: string[], against: string[], text: string,
 *   calls_for: string, makes_worse: string}} PatternAdvice
 */
/**
 * Something advised, in its rank; `firings` are the reasons, strongest first, `reason` the one to tell first.
 *
 * What stands last is there of interventions alone.
 * @typedef {object} Recommendation
 * @property {string} id
 * @property {string} kind
 * @property {string} title
 * @property {number} rank
 * @property {number} strong
 * @property {number} moderate
 * @property {number} slight
 * @property {string} reason
 * @property {string[]} firings
 * @property {string[]} cautions
 * @property {string | null} factor
 * @property {string} short
 * @property {"now" | "after" | "needs-help"} [readiness]
 * @property {string[]} [after]
 * @property {string} [led_by]
 * @property {string[]} [techniques]
 * @property {string} [first_step]
 */
/**
 * @typedef {Recommendation & {readiness: "now" | "after" | "needs-help", after: string[], led_by: string,
 *   techniques: string[], first_step: string}} InterventionAdvice
 */
/** @typedef {{id: string, kind: string, title: string, firings: string[]}} Withheld */
/** @typedef {{question: string, because: string}} ToAsk */
/** @typedef {{question: string, prompt: string, text: string}} OwnWords */
/** @typedef {"first" | "next" | "later"} When */
/**
 * One line of the plan. `led_by` says who leads where it is not plainly the leader; `small`: only slight reasons
 * speak for it, and nothing presses more.
 * @typedef {{when: When, kind: string, id: string, text: string, short: string, reason: string, led_by: string,
 *   small: boolean}} Step
 */
/**
 * Something that the leading situation calls for, and what became of it.
 * @typedef {{kind: string, id: string, title: string, became: "first" | "later" | "after" | "withheld",
 *   firings: string[]}} Call
 */
/** @typedef {{pattern: string, more_likely: number, calls: Call[]}} Leading */
/**
 * What the rules say of a case. `case` is plain data with the keys of case files, `said` her own words behind signs.
 * @typedef {object} Advice
 * @property {number} schema_version
 * @property {KnowledgeRef} knowledge
 * @property {string} engine
 * @property {Record<string, any>} case
 * @property {never[]} beside nothing: the page looks at one case by itself
 * @property {AlertAdvice[]} alerts
 * @property {FactorAdvice[]} factors
 * @property {FindingAdvice[]} findings
 * @property {PatternAdvice[]} patterns
 * @property {InterventionAdvice[]} interventions
 * @property {Recommendation[]} techniques
 * @property {Recommendation[]} shifts
 * @property {Recommendation[]} preconditions
 * @property {Recommendation[]} reminders
 * @property {Recommendation[]} processes
 * @property {Recommendation[]} borderlands
 * @property {Recommendation[]} tools
 * @property {Withheld[]} withheld
 * @property {Step[]} plan
 * @property {Leading | null} leading
 * @property {string} nothing_first
 * @property {ToAsk[]} to_ask
 * @property {OwnWords[]} notes
 * @property {Map<string, string[]>} said
 * @property {Trace} firings
 * @property {Kinds} kinds
 */

export const ADVICE_SCHEMA_VERSION = 2;

/**
 * Return the firing with this id; an error if there is none.
 * @param {Advice} advice
 * @param {string} id
 * @returns {Firing}
 */
export function firingOf(advice, id) {
  const found = advice.firings.byId.get(id);
  if (found === undefined) throw new RangeError(id);
  return found;
}

/**
 * Return what is advised of one kind, best first.
 * @param {Advice} advice
 * @param {string} kind
 * @returns {Recommendation[]}
 */
export function ofKind(advice, kind) {
  return /** @type {Record<string, any>} */ (advice)[advice.kinds.get(kind).field];
}

/**
 * Return everything advised, of all kinds, each kind in its order.
 * @param {Advice} advice
 * @returns {Recommendation[]}
 */
export function recommendations(advice) {
  return advice.kinds.advisable.flatMap((kind) => ofKind(advice, kind));
}

/**
 * Return the advice as plain data, its keys in the order of the contract; what has ids for keys is a Map.
 * @param {Advice} advice
 * @returns {Record<string, any>}
 */
export function adviceAsDict(advice) {
  const fields = Object.entries(advice).filter(([name]) => name !== "kinds");
  return { ...Object.fromEntries(fields), firings: records(advice.firings) };
}

/**
 * Return the advice as JSON text, as `--format json` gives it.
 * @param {Advice} advice
 * @returns {string}
 */
export function adviceAsJson(advice) {
  return jsonText(adviceAsDict(advice));
}
