// What would change in a future, as an outline: what moves, and why.
// As advisor/reports/what_if_outline.py, but for the options of a command, which a page has not.

import { stageInWords, titleOf } from "../knowledge/phrases.js";
import { say, sayCount } from "../language.js";
import { sortedBy } from "../order_by.js";
import { Outline, PLAIN, point } from "./outline.js";
import { onAScreen } from "./screen.js";
import { FEW, factorName } from "./why_outline.js";
import { editText, ended, joined } from "./wording.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../explanation/what_if.js").Future} Future */
/** @typedef {import("../explanation/plan_moves.js").Moved} Moved */
/**
 * What is written, on what, and how many moves of each sort; all of them where `full`.
 * @typedef {{outline: Outline, future: Future, knowledge: Knowledge, few: number, full: boolean}} Page
 */

const MOST = 8; // moves of the plan that are shown where there is room
const EVERYTHING = 10_000;
const PARTS = new Map([
  ["first", "asking.part_first"],
  ["next", "asking.part_next"],
  ["later", "asking.part_later"],
]);

/**
 * Return what would change in one future: everything with `full`, else as much as one looks at in one go.
 * @param {Future} future
 * @param {Knowledge} knowledge
 * @param {boolean} [full]
 * @returns {Outline}
 */
export function futureOutline(future, knowledge, full = false) {
  return full ? outlineOf(future, knowledge, EVERYTHING, true) : onAScreen(outlines(future, knowledge));
}

/**
 * Yield it with fewer and fewer moves.
 * @param {Future} future
 * @param {Knowledge} knowledge
 * @returns {Generator<Outline>}
 */
function* outlines(future, knowledge) {
  for (let few = MOST; few > 0; few -= 1) yield outlineOf(future, knowledge, few, false);
}

/**
 * @param {Future} future
 * @param {Knowledge} knowledge
 * @param {number} few
 * @param {boolean} full
 * @returns {Outline}
 */
function outlineOf(future, knowledge, few, full) {
  const page = { outline: new Outline(), future, knowledge, few, full };
  const answers = future.edits.map((edit) => editText(edit, knowledge)).join("; ");
  page.outline.add(0, say("asking.if", { answers }));
  const { alerts, stages, places, plan, others } = future;
  if ([alerts, stages, places, plan, others].every((moves) => moves.length === 0)) {
    addNothing(page);
  } else {
    addFirst(page);
    addPlan(page);
    addStages(page);
    addRest(page);
  }
  return page.outline;
}

/**
 * @param {Page} page
 * @param {string} text
 */
function addPlain({ outline }, text) {
  outline.put([point(text, 1, PLAIN)]);
}

/**
 * Say that nothing changes, and what holds it.
 * @param {Page} page
 */
function addNothing(page) {
  const { outline, future, knowledge } = page;
  addPlain(page, say("asking.nothing_changes"));
  for (const id of future.alerts_stay) {
    const { title, turn_to } = knowledge.entry(id);
    addPlain(page, say("asking.before_all_already", { title, turn_to: ended(turn_to) }));
  }
  if (future.said_already) {
    addPlain(page, say("asking.said_already"));
  } else if (future.holding.length > 0) {
    addPlain(page, say("asking.others_hold_it"));
    const most = Math.min(page.few, FEW);
    for (const each of future.holding.slice(0, most)) {
      outline.add(1, `${factorName(each.about, knowledge)}: ${ended(each.title)}`);
    }
    addMore(page, future.holding.length - most);
  } else if (future.alerts_stay.length === 0) {
    addPlain(page, say("asking.tips_nothing"));
  }
}

/**
 * Say what comes before all else then, and what comes first in the plan.
 * @param {Page} page
 */
function addFirst(page) {
  const { future, knowledge } = page;
  for (const each of future.alerts) {
    const name = each.after ? "asking.before_all" : "asking.no_longer_before_all";
    addPlain(page, say(name, { title: titleOf(each.id, knowledge) }));
  }
  const titles = joined(future.plan_first.map((id) => titleOf(id, knowledge))) || say("asking.nothing");
  const stays = !future.plan.some(isAboutFirst);
  if (stays && future.plan_first.length === 0) addPlain(page, say("asking.nothing_first"));
  else addPlain(page, say(stays ? "asking.first_stays" : "asking.first_then", { titles }));
}

/**
 * Say each move in the plan with its reason.
 * @param {Page} page
 */
function addPlan(page) {
  const { outline, future, knowledge, few } = page;
  if (future.plan.length > 0) outline.add(0, say("asking.moves_in_plan"));
  else if (future.plan_first.length > 0) addPlain(page, say("asking.rest_stays"));
  const shown = sortedBy(future.plan, (each) => [!isAboutFirst(each), each.after == null]).slice(0, few);
  for (const each of shown) outline.add(1, `${movedInPlan(each, knowledge)} ${ended(each.because)}`);
  addMore(page, future.plan.length - shown.length);
}

/**
 * Return whether something comes first in the plan now or then.
 * @param {Moved} moved
 * @returns {boolean}
 */
function isAboutFirst(moved) {
  return moved.before === "first" || moved.after === "first";
}

/**
 * @param {Moved} moved
 * @param {Knowledge} knowledge
 * @returns {string}
 */
function movedInPlan(moved, knowledge) {
  const title = titleOf(moved.id, knowledge);
  const [before, after] = [moved.before, moved.after].map(partSaid);
  if (!before) return say("asking.plan_comes_in", { title, after });
  if (!after) return say("asking.plan_falls_away", { title, before });
  return say("asking.plan_before_after", { title, before, after });
}

/**
 * @param {string | null} part of the plan
 * @returns {string}
 */
function partSaid(part) {
  const name = PARTS.get(part ?? "");
  return name === undefined ? "" : say(name);
}

/**
 * Say which factors stand elsewhere then, and by which sign.
 * @param {Page} page
 */
function addStages({ outline, future, knowledge }) {
  if (future.stages.length > 0) outline.add(0, say("asking.where_it_stands"));
  for (const each of future.stages) {
    const factor = factorName(each.id, knowledge);
    const told = say("asking.stage_before_after", {
      factor,
      before: stage(each.before),
      after: stage(each.after),
    });
    outline.add(1, told + sign(each, future));
  }
}

/**
 * Return the sign by which a factor has moved; none is told where none says so by itself.
 * @param {Moved} moved
 * @param {Future} future
 * @returns {string}
 */
function sign(moved, future) {
  const about = future.through.filter((each) => each.about === moved.id);
  const right = about.find((each) => (each.value === moved.after) === (each.fires === "now")) ?? about[0];
  if (right === undefined) return ".";
  const name = right.fires === "now" ? "asking.now_so" : "asking.no_longer_so";
  return say(name, { sign: ended(right.title) });
}

/**
 * @param {string | null} value
 * @returns {string}
 */
function stage(value) {
  return value == null || value === "unknown" ? say("asking.not_known") : stageInWords(value);
}

/**
 * Say how much moves beside the plan; in full what, and through which rules.
 * @param {Page} page
 */
function addRest({ outline, future, knowledge, full }) {
  const moves = future.places.length + future.others.length;
  if (moves === 0) return;
  if (!full) {
    outline.paragraph(sayCount("asking.moves_beside", moves));
    return;
  }
  /** @type {[string, Moved[]][]} */
  const parts = [
    ["asking.order_of_interventions", future.places],
    ["asking.what_else", future.others],
  ];
  for (const [title, moved] of parts) {
    if (moved.length > 0) outline.add(0, say(title));
    for (const each of moved) outline.add(1, movedText(each, knowledge));
  }
  outline.add(0, say("asking.because"));
  for (const through of future.through) {
    const about = factorName(through.about, knowledge);
    const fires = say(through.fires === "now" ? "asking.fires_now" : "asking.fires_no_longer");
    outline.add(1, `${about}: ${fires}: ${ended(through.title)} [${through.rule}]`);
  }
}

/**
 * @param {Moved} moved
 * @param {Knowledge} knowledge
 * @returns {string}
 */
function movedText({ id, before, after }, knowledge) {
  const title = titleOf(id, knowledge);
  if (before == null) return say("asking.comes_in", { title, after: String(after) });
  if (after == null) return say("asking.falls_away", { title, before });
  return say("asking.before_after", { title, before, after });
}

/**
 * @param {Page} page
 * @param {number} left
 */
function addMore({ outline }, left) {
  if (left > 0) outline.add(1, sayCount("asking.more", left));
}
