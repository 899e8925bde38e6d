// What is told on the way: why a question is asked, an alert that was just raised, the advice so far. As cli/so_far.py.

import { advise } from "../advice/reasoner.js";
import { say } from "../language.js";
import { inALine } from "../reports/advice_alerts.js";
import { factorName } from "../reports/why_outline.js";
import { citation, inside } from "../reports/wording.js";
import { button, list, make, paragraph } from "./dom.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").View} View */
/** @typedef {import("../advice/model.js").AlertAdvice} AlertAdvice */
/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../interview/interview.js").Interview} Interview */
/** @typedef {import("../knowledge/base.js").Question} Question */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */

const MOST_DECIDED = 4; // told at a question
const STAGE_WORDS_UNKNOWN = "talk.stage_unknown";
const STAGE_WORDS = new Map([
  ["emerging", "talk.stage_emerging"],
  ["developing", "talk.stage_developing"],
  ["confident", "talk.stage_confident"],
]);

/**
 * Return why a question is asked: in general, and which advice hangs on it now, with its source.
 * @param {Question} question
 * @param {Sitting} sitting
 * @returns {(HTMLElement | null)[]}
 */
export function whyAsked(question, sitting) {
  const why = paragraph(question.why);
  if (sitting.mode === "partner") return [why]; // what is decided is the advice, and that is not hers to see here
  const decides = decided(question.id, sitting.interview);
  if (decides.length === 0) return [why, paragraph(say("talk.cannot_change"))];
  return [why, paragraph(say("talk.may_decide")), list(decides)];
}

/**
 * Return what an answer may still decide, in words, with its source.
 * @param {string} question
 * @param {Interview} interview
 * @returns {string[]}
 */
export function decided(question, interview) {
  const { knowledge } = interview;
  return Array.from(interview.hangsOn(question))
    .filter(([id]) => !knowledge.has(id, ["pattern"])) // their names would sound like an accusation here
    .slice(0, MOST_DECIDED)
    .map(([id, rule]) => `${plainly(id, knowledge)} (${citation(rule, knowledge)})`);
}

/**
 * Return what is decided of a thing, in plain words.
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {string}
 */
function plainly(id, knowledge) {
  const entry = knowledge.entry(id);
  if (knowledge.has(id, ["alert"])) return say("talk.decides_alert", { title: inside(entry.title) });
  if (knowledge.has(id, ["factor"])) {
    return say("talk.decides_factor", { factor: inside(factorName(id, knowledge)) });
  }
  return say("talk.decides_help", { title: inside(entry.plain ?? entry.title) });
}

/**
 * Return some of the alerts that stand now, in the words of the advice.
 * @param {Sitting} sitting
 * @param {string[]} ids
 * @returns {AlertAdvice[]}
 */
export function alertAdvice(sitting, ids) {
  const { alerts } = advise(sitting.interview.case, sitting.knowledge);
  return alerts.filter((each) => ids.includes(each.id));
}

/**
 * Return the alerts at the head of a view: what comes before the partnership.
 * @param {AlertAdvice[]} alerts
 * @returns {HTMLElement[]}
 */
export function alertBoxes(alerts) {
  return alerts.map((alert, place) => {
    const label = alerts.length > 1 ? `${say("talk.before_all")} ${place + 1}` : say("talk.before_all");
    const first = make("p", {}, make("strong", {}, inALine(alert)));
    return make("section", { class: "alert", "aria-label": label }, first, paragraph(alert.text));
  });
}

/**
 * Return the view that tells an alert as soon as an answer raised it.
 * @param {Sitting} sitting
 * @param {AlertAdvice[]} alerts
 * @param {() => void} goOn
 * @returns {View}
 */
export function alertView(sitting, alerts, goOn) {
  for (const alert of alerts) sitting.alertsTold.add(alert.id);
  const title = say("talk.before_all");
  const next = button(say("page.continue"), goOn, { class: "main" });
  return {
    title,
    parts: [make("h1", {}, title), ...alertBoxes(alerts), make("p", { class: "buttons" }, next)],
  };
}

/**
 * Return in a few lines what the advice would be so far.
 * @param {Sitting} sitting
 * @param {(Node | null)[]} head
 * @returns {View}
 */
export function soFarView(sitting, head) {
  const { interview, knowledge } = sitting;
  const advice = advise(interview.case, knowledge);
  const stages = advice.factors.map((factor) => `${factorName(factor.id, knowledge)}: ${say(STAGE_WORDS.get(factor.stage) ?? STAGE_WORDS_UNKNOWN)}`);
  const first = advice.plan.filter((step) => step.when === "first").map((step) => knowledge.entry(step.id).title);
  return {
    title: say("page.so_far"),
    parts: [
      ...alertBoxes(advice.alerts),
      ...head,
      paragraph(say("talk.so_far")),
      list(stages),
      paragraph(first.length > 0 ? say("talk.first", { steps: first.join("; ") }) : say("talk.nothing_first")),
    ],
  };
}
