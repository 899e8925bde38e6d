// What the advice said of something: its title and the lines under it. As `_Told` in advisor/reports/why_told.py.

import { recommendations } from "../advice/model.js";
import { stageInWords } from "../knowledge/phrases.js";
import { say } from "../language.js";
import { wordingOf } from "./own_wording.js";
import { factorName } from "./why_outline.js";
import { ended, inside, joined } from "./wording.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../advice/model.js").Recommendation} Recommendation */
/** @typedef {import("../advice/model.js").Step} Step */
/** @typedef {import("../explanation/reasons.js").Reason} Reason */
/** @typedef {import("../explanation/reasons.js").Why} Why */
/**
 * What was told: `item` if it is advised, `step` if it stands in the plan, at `place`. `first` is the reason that
 * the advice told; of what it has no reason for, the first.
 * @typedef {{found: Why, advice: Advice, knowledge: Knowledge, item: Recommendation | null, step: Step | null,
 *   place: number, first: Reason | null}} Told
 */

const SURE = new Map([["firm", "asking.firm"], ["tentative", "asking.tentative"]]);
const WHEN = new Map([
  ["first", "asking.step_first"],
  ["next", "asking.step_next"],
  ["later", "asking.step_later"],
]);

/**
 * Return what was told of something.
 * @param {Why} found
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {Told}
 */
export function toldOf(found, advice, knowledge) {
  const item = recommendations(advice).find((each) => each.id === found.id) ?? null;
  const place = advice.plan.findIndex((step) => step.id === found.id) + 1;
  const step = place ? advice.plan[place - 1] : null;
  const id = step?.reason ?? item?.reason;
  const first = found.reasons.find((reason) => reason.id === id) ?? found.reasons[0] ?? null;
  return { found, advice, knowledge, item, step, place, first };
}

/**
 * Return the title: of a step its number and what to do in a line.
 * @param {Told} told
 * @returns {string}
 */
export function headingOf({ found, advice, knowledge, item, step, place }) {
  if (item !== null) {
    const short = (step ?? item).short;
    const number = place ? `${place}. ` : "";
    return number + (["", item.title].includes(short) ? item.title : `${item.title}: ${short}`);
  }
  if (found.kind !== "factor") return `${found.title}: ${found.verdict}`;
  const factor = byId(advice.factors, found.id);
  return `${factorName(found.id, knowledge)}: ${stageInWords(factor.stage)}`;
}

/**
 * Return what the advice said, line by line; an empty line where there is nothing to say.
 * @param {Told} told
 * @returns {string[]}
 */
export function saidOf(told) {
  const { found, advice, item, first } = told;
  if (item !== null) return ofStep(told, item);
  if (found.kind === "pattern") return ofPattern(byId(advice.patterns, found.id));
  if (found.kind === "factor") return ofFactor(found, byId(advice.factors, found.id));
  if (found.kind === "alert") {
    const alert = byId(advice.alerts, found.id);
    return [alert.turn_to, alert.text];
  }
  return first === null ? [] : [say("asking.why", { because: ended(first.because || first.text) })];
}

/**
 * @param {Told} told
 * @param {Recommendation} item
 * @returns {string[]}
 */
function ofStep(told, item) {
  const { found, knowledge, step, first } = told;
  const waits = (item.after ?? []).map((id) => knowledge.entry(id).title);
  const action = step ? "" : actionOf(told, item);
  return [
    whenOf(told),
    first === null ? "" : say("asking.why", { because: first.because }),
    waits.length > 0 ? say("asking.not_before", { titles: joined(waits) }) : "",
    step ? say("asking.begin", { text: ended(step.text) }) : "",
    action ? say("asking.how_it_goes", { text: ended(action) }) : "",
    step?.led_by ? say("asking.who_leads", { who: ended(step.led_by) }) : "",
    ...found.against
      .slice(0, 1)
      .map((care) => say("asking.take_care", { because: ended(care.because || care.text) })),
  ];
}

/**
 * Return where it stands in the plan, or why it is in none.
 * @param {Told} told
 * @returns {string}
 */
function whenOf({ found, advice, knowledge, step, place }) {
  if (step !== null) {
    const presses = advice.plan.some((each) => each.when === "first");
    return say((presses ? WHEN.get(step.when) : null) ?? "asking.step_calm", { number: place });
  }
  /** @type {string[]} */
  const served = knowledge.entry(found.id).interventions ?? [];
  const serves = advice.plan.filter((each) => served.includes(each.id));
  const titles = joined(serves.map((each) => knowledge.entry(each.id).title));
  return serves.length > 0 ? say("asking.is_a_way", { titles }) : say("asking.not_in_plan");
}

/**
 * Return how to begin with something that is in no plan.
 * @param {Told} told
 * @param {Recommendation} item
 * @returns {string}
 */
function actionOf({ advice, knowledge }, item) {
  const entry = wordingOf(advice, knowledge).entry(item.id);
  const action = knowledge.kinds.get(item.kind).advised?.action;
  const text = entry.how || (action && entry[action]) || "";
  return text === item.short ? "" : text;
}

/**
 * @param {import("../advice/model.js").PatternAdvice} pattern
 * @returns {string[]}
 */
function ofPattern(pattern) {
  const worse = pattern.fit === "likely" ? "asking.makes_worse" : "asking.may_make_worse";
  return [
    pattern.text,
    pattern.makes_worse ? say(worse, { what: pattern.makes_worse }) : "",
    pattern.calls_for ? say("asking.calls_for", { what: pattern.calls_for }) : "",
  ];
}

/**
 * @param {Why} found
 * @param {import("../advice/model.js").FactorAdvice} factor
 * @returns {string[]}
 */
function ofFactor(found, factor) {
  const sure = SURE.get(factor.sure ?? "");
  return [
    say("asking.study_calls", { title: inside(found.title) }),
    factor.own_view ? say("asking.own_view") : sure ? say(sure) : "",
  ];
}

/**
 * @template {{id: string}} T
 * @param {T[]} list
 * @param {string} id of something that is there, since it was concluded
 * @returns {T}
 */
function byId(list, id) {
  return /** @type {T} */ (list.find((each) => each.id === id));
}
