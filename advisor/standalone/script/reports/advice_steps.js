// What to do, what to remember and what else fits, as parts of the page. As advisor/reports/advice_steps.py.

import { say } from "../language.js";
import { sortedBy } from "../order_by.js";
import { group, HANGING, numbered, PLAIN, point, STAR, title } from "./outline.js";
import { ended, joined } from "./wording.js";

/** @typedef {import("../advice/model.js").Recommendation} Recommendation */
/** @typedef {import("../advice/model.js").Step} Step */
/** @typedef {import("./advice_page.js").AdvicePage} AdvicePage */
/** @typedef {import("./outline.js").Block} Block */

const MOST_REMINDERS = 2;
const MOST_TOOLS = 3;
const MOST_HELD = 2;
const MOST_WAYS = 2;
const WHEN = ["first", "next", "later"];

/**
 * Return the steps of the plan in their order, what comes first, next and later.
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
export function whatToDo(page) {
  const { plan, nothing_first } = page.advice;
  /** @type {Block[]} */
  const blocks = [];
  if (plan.length > 0 || nothing_first || isUnknown(page)) blocks.push(title(say("advice_page.what_to_do")));
  if (plan.length === 0 && !nothing_first && isUnknown(page)) blocks.push(point(tooLittle(page), 1, PLAIN));
  if (nothing_first) blocks.push(point(nothing_first, 1, PLAIN));
  const advised = page.advised();
  let number = 0;
  for (const when of WHEN) {
    const steps = plan.filter((step) => step.when === when);
    if (steps.length > 0) blocks.push(group(say(`advice_page.when_${when}`)));
    for (const step of steps) {
      number += 1;
      blocks.push(...stepWhole(step, number, /** @type {Recommendation} */ (advised.get(step.id)), page));
    }
  }
  return blocks;
}

/**
 * Return whether nothing is known of where the partnership stands.
 * @param {AdvicePage} page
 * @returns {boolean}
 */
export function isUnknown(page) {
  return page.advice.factors.every((factor) => factor.stage === "unknown");
}

/**
 * Return that too little is known, and what to do about it where something can be.
 * @param {AdvicePage} page
 * @returns {string}
 */
export function tooLittle(page) {
  if (page.advice.to_ask.length === 0) return say("advice_page.no_question_left");
  return say(page.advice.alerts.length > 0 ? "advice_page.too_little_for_more" : "advice_page.too_little");
}

/**
 * Return what a step is called; one that was tried before does not stand there as if it were new.
 * @param {Step} step
 * @param {string} titleOf
 * @param {AdvicePage} page
 * @returns {string}
 */
export function called(step, titleOf, page) {
  const outcome = page.outcome(step.id);
  if (outcome === "no-change" || outcome === "worse") return say("advice_page.again", { title: titleOf });
  if (outcome === "helped" && !isOfTrying(step, page)) return say("advice_page.go_on", { title: titleOf });
  return step.small ? say("advice_page.a_small_step", { title: titleOf }) : titleOf;
}

/**
 * Return whether the reason that is told with a step is itself about what was tried.
 * @param {Step} step
 * @param {AdvicePage} page
 * @returns {boolean}
 */
export function isOfTrying(step, page) {
  return isAboutTrying(step.reason, page);
}

/**
 * @param {string} id of a firing
 * @param {AdvicePage} page
 * @returns {boolean}
 */
function isAboutTrying(id, page) {
  return page.firing(id).support.some((fact) => fact.kind === "tried");
}

/**
 * @param {Step} step
 * @param {number} number
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
function stepWhole(step, number, item, page) {
  const short = step.short === item.title ? "" : `: ${step.short}`;
  return [
    point(`${called(step, item.title, page)} [${step.id}]${short}`, 1, numbered(number)),
    ...aboutStep(step, item, page).map((said) => point(said, 2, PLAIN)),
  ];
}

/**
 * Return why, who and how, on a short page less of what is not first.
 *
 * There what is next has no way to begin; of what is later it is only what it waits for and who leads.
 * @param {Step} step
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @returns {string[]}
 */
export function aboutStep(step, item, page) {
  const isFirst = step.when === "first";
  const whole = isFirst || page.full;
  const isTold = whole || step.when === "next";
  const said = [];
  if (isTold) {
    said.push(say("advice_page.why", { because: page.because(step.reason) }));
    said.push(...page.noted([step.reason]), ...page.tried(step.id));
  }
  const waitsAndLeads = leadsAndWaits(step, item, page, whole).join(" ");
  if (waitsAndLeads !== "") said.push(waitsAndLeads);
  const cautions = page.full ? notSaidYet(item, page) : foremostCaution(item, page);
  if (isTold) said.push(...cautions.map((id) => say("advice_page.take_care", { because: page.because(id) })));
  if (whole) said.push(say("advice_page.begin", { what: step.text }));
  return isFirst ? [...said, ...ways(item, page)] : said;
}

/**
 * Return ways to do an intervention, if there are any; all of them on the full page.
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @returns {string[]}
 */
export function ways(item, page) {
  const techniques = item.techniques ?? [];
  const shown = page.full ? techniques : techniques.slice(0, MOST_WAYS);
  return shown.length > 0 ? [say("advice_page.ways", { ways: joined(shown.map((id) => page.title(id))) })] : [];
}

/**
 * Return what a step waits for, and who leads where it is not plainly the leader; if `whole`, why.
 * @param {Step} step
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @param {boolean} whole
 * @returns {string[]}
 */
export function leadsAndWaits(step, item, page, whole) {
  const why = whole ? askingForAnother(item, page).map((id) => page.because(id)) : [];
  return [...waits(item, page), ...(step.led_by ? [whoLeads(step, whole), ...why] : [])];
}

/**
 * Return what something advised waits for, if it does.
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @returns {string[]}
 */
export function waits(item, page) {
  const after = item.after ?? [];
  return after.length > 0 ? [say("advice_page.not_before", { titles: joined(after.map((id) => page.title(id))) })] : [];
}

/**
 * Return who leads a step where that is not plainly the leader; if not `whole`, only the first choice.
 * @param {Step} step
 * @param {boolean} whole
 * @returns {string}
 */
export function whoLeads(step, whole) {
  return say("advice_page.who_leads", { who: ended(whole ? step.led_by : step.led_by.split(";")[0]) });
}

/**
 * Return the rule that asks for somebody else to lead, if there is one: its reason says why.
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @returns {string[]}
 */
export function askingForAnother(item, page) {
  return item.cautions.filter((id) => page.firing(id).concludes.kind === "needs-help").slice(0, 1);
}

/**
 * Return the cautions, without the one that stands beside who leads.
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @returns {string[]}
 */
function notSaidYet(item, page) {
  const said = askingForAnother(item, page);
  return item.cautions.filter((id) => !said.includes(id));
}

/**
 * Return the caution to show; what the leader herself has tried comes first.
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @returns {string[]}
 */
export function foremostCaution(item, page) {
  const cautions = item.cautions.filter((id) => page.firing(id).concludes.kind === "caution");
  return sortedBy(cautions, (id) => !isAboutTrying(id, page)).slice(0, 1);
}

/**
 * Return what to remember about change.
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
export function reminders(page) {
  const shown = page.full ? page.advice.reminders : page.advice.reminders.slice(0, MOST_REMINDERS);
  const heading = shown.length > 0 ? [title(say("advice_page.remember"))] : [];
  return [...heading, ...shown.map((item) => point(`${item.title}. ${page.because(item.reason)}`, 1, STAR))];
}

/**
 * Return what else belongs on a short page: fitting exercises, and interventions that are held back.
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
export function beside(page) {
  const planned = new Set(page.advice.plan.map((step) => step.id));
  const fitting = page.advice.tools.filter((tool) => tool.strong > 0 || tool.moderate > 0);
  const tools = fitting.slice(0, MOST_TOOLS).filter((tool) => !planned.has(tool.id));
  const held = page.advice.withheld.filter((item) => item.kind === "intervention").slice(0, MOST_HELD);
  const named = joined(tools.map((tool) => `${tool.title} [${tool.id}]`));
  return [
    ...(tools.length > 0 || held.length > 0 ? [title(say("advice_page.beside_this"))] : []),
    ...(tools.length > 0 ? [point(say("advice_page.exercises", { named }), 1, HANGING)] : []),
    ...held.map(({ title: titleOf, id, firings }) =>
      point(say("advice_page.not_now_thing", { title: titleOf, id, because: page.because(firings[0]) }), 1, HANGING)
    ),
  ];
}
