// An exercise: what was chosen beside what the rules say. As advisor/reports/exercise_comparison.py.

import { titleAmong, WAIT } from "../exercise/choices.js";
import { spent } from "../exercise/exercise.js";
import { say, sayCount } from "../language.js";
import { inALine } from "./advice_alerts.js";
import { numbered, Outline, point } from "./outline.js";
import { ended, joined } from "./wording.js";

/** @typedef {import("../exercise/choices.js").Group} Group */
/** @typedef {import("../exercise/exercise.js").Exercise} Exercise */
/** @typedef {import("../exercise/model.js").Compared} Compared */
/** @typedef {import("../exercise/model.js").Comparison} Comparison */
/** @typedef {import("../exercise/model.js").OneMore} OneMore */
/** @typedef {import("../exercise/model.js").Standing} Standing */
/** @typedef {import("../exercise/model.js").Turned} Turned */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */

const MOST_SAID = 3; // reasons and cautions of what is held back

/**
 * Return the comparison: each choice, what else the rules would do, the order, and one more fact.
 * @param {Comparison} found
 * @param {Exercise} exercise
 * @param {Knowledge} knowledge
 * @returns {Outline}
 */
export function comparisonOutline(found, exercise, knowledge) {
  const outline = new Outline();
  const { choices } = exercise.scenario;
  if (found.alerts.length > 0) outline.add(0, say("exercise.before_any"));
  for (const alert of found.alerts) outline.add(1, inALine(alert));
  outline.add(0, say("exercise.your_choices"));
  found.chosen.forEach((each, place) => addChoice(outline, place + 1, each, choices));
  if (found.chosen.length === 0) outline.add(1, say(begins(found) ? "exercise.none" : "exercise.none_either"));
  addMissed(outline, found, choices);
  if (found.turned.length > 0) outline.add(0, say("exercise.in_which_order"));
  for (const turned of found.turned) outline.add(1, turnedText(turned, choices));
  outline.add(0, say("exercise.what_you_asked"));
  for (const line of askedLines(found, exercise, knowledge)) outline.add(1, endedOnce(line));
  return outline;
}

/**
 * Return in a sentence what the rules say of something.
 * @param {Standing} standing
 * @param {Group[]} choices
 * @returns {string}
 */
export function inShort(standing, choices) {
  const { verdict } = standing;
  if (verdict === "held-back") return say("exercise.held_back");
  if (standing.id === WAIT) return say(verdict === "agreed" ? "exercise.wait_agreed" : "exercise.wait_open");
  if (verdict === "open") return say("exercise.open");
  if (verdict === "not-yet") return say("exercise.not_yet", { names: titles(standing.after, choices) });
  if (standing.way_of.length > 0 && standing.place === "") {
    return say("exercise.way_of", { names: titles(standing.way_of, choices) });
  }
  return say(`exercise.agreed_${standing.place || "beside"}`);
}

/**
 * Return a text without the full stop behind a title that is a question.
 * @param {string} text
 * @returns {string}
 */
function endedOnce(text) {
  return text.endsWith("?.") ? text.slice(0, -1) : text;
}

/**
 * Return titles in a row: of each thing the same wherever it is spoken of.
 * @param {Iterable<string>} ids
 * @param {Group[]} choices
 * @returns {string}
 */
function titles(ids, choices) {
  return joined(Array.from(ids, (id) => titleAmong(id, choices)));
}

/**
 * @param {Comparison} found
 * @returns {boolean}
 */
function begins(found) {
  return found.plan.length > 0 && found.nothing_first === "";
}

/**
 * @param {Outline} outline
 * @param {number} number
 * @param {Compared} each
 * @param {Group[]} choices
 */
function addChoice(outline, number, { choice, standing }, choices) {
  const named = ended(titleAmong(standing.id, choices));
  outline.put([point(`${named} ${inShort(standing, choices)}`, 1, numbered(number))]);
  if (choice.reason !== "") outline.add(2, say("exercise.you_said", { reason: choice.reason }));
  addReasons(outline, standing);
  if (standing.led_by !== "") outline.add(2, leads(standing));
}

/**
 * Add why, and what to take care of. What stands behind the first is deeper: of what the rules hold back one reason is
 * enough at first; of anything else a caution belongs to it.
 * @param {Outline} outline
 * @param {Standing} standing
 */
function addReasons(outline, { verdict, reasons, cautions }) {
  const isHeld = verdict === "held-back";
  const said = [...reasons.slice(0, isHeld ? 2 : 1), ...cautions.map((reason) => say("exercise.care", { reason }))];
  const atOnce = isHeld ? 1 : Math.min(reasons.length, 1) + 1;
  said.slice(0, isHeld ? MOST_SAID : said.length).forEach((line, place) => outline.add(place < atOnce ? 2 : 3, line));
}

/**
 * Add what else the rules would do: what comes first with its reason, of the rest the names.
 * @param {Outline} outline
 * @param {Comparison} found
 * @param {Group[]} choices
 */
function addMissed(outline, found, choices) {
  if (found.missed.length === 0 && found.nothing_first === "") return;
  const isAgreed = found.chosen.some(({ standing }) => standing.verdict === "agreed" || standing.verdict === "not-yet");
  outline.add(0, say(isAgreed ? "exercise.what_else" : "exercise.what_rules"));
  if (found.nothing_first !== "") outline.add(1, found.nothing_first);
  for (const each of found.missed) {
    if (each.place !== "first") continue;
    outline.add(1, `${ended(titleAmong(each.id, choices))} ${each.short}`);
    for (const line of ofMissed(each, choices)) outline.add(2, line);
  }
  for (const place of ["next", "later"]) {
    const told = found.missed.filter((each) => each.place === place);
    const names = titles(told.map((each) => each.id), choices);
    if (told.length > 0) outline.add(1, endedOnce(say(`exercise.missed_${place}`, { names })));
    for (const each of told.filter(({ after }) => after.length > 0)) {
      outline.add(2, `${ended(titleAmong(each.id, choices))} ${notBefore(each, choices)}`);
    }
  }
}

/**
 * @param {Standing} each
 * @param {Group[]} choices
 * @returns {string[]}
 */
function ofMissed(each, choices) {
  return [
    ...each.reasons.slice(0, 1),
    ...(each.after.length > 0 ? [notBefore(each, choices)] : []),
    ...(each.led_by !== "" ? [leads(each)] : []),
  ];
}

/**
 * @param {Standing} standing
 * @returns {string}
 */
function leads(standing) {
  return say("exercise.leads", { led_by: standing.led_by.replace(/\.+$/, "") });
}

/**
 * @param {Standing} each
 * @param {Group[]} choices
 * @returns {string}
 */
function notBefore({ after }, choices) {
  return endedOnce(say("exercise.not_before", { names: titles(after, choices) }));
}

/**
 * @param {Turned} turned
 * @param {Group[]} choices
 * @returns {string}
 */
function turnedText({ earlier, later, because }, choices) {
  const [first, then] = [earlier, later].map((id) => titleAmong(id, choices));
  return say(because === "" ? "exercise.turned" : "exercise.has_to_come", { earlier: first, later: then, because });
}

/**
 * @param {Comparison} found
 * @param {Exercise} exercise
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
function askedLines(found, exercise, knowledge) {
  const begin = beginning(found.with_asked, exercise.scenario.choices);
  const n = spent(exercise, knowledge);
  const asked = n === 0 ? say("exercise.you_asked_none", { begin }) : sayCount("exercise.you_asked", n, { begin });
  if (found.one_more !== null) return [asked, ...oneMoreLines(found.one_more, found.with_asked, exercise, knowledge)];
  return found.is_enough ? [asked] : [asked, say("exercise.no_single_fact")];
}

/**
 * @param {string[]} ids
 * @param {Group[]} choices
 * @returns {string}
 */
function beginning(ids, choices) {
  const names = titles(ids, choices);
  return names === "" ? say("exercise.begin_nothing") : say("exercise.begin_with", { names });
}

/**
 * Return which fact would have helped most, and what the rules would say with it.
 * @param {OneMore} more
 * @param {string[]} without what they would begin with otherwise
 * @param {Exercise} exercise
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
function oneMoreLines(more, without, exercise, knowledge) {
  const question = String(knowledge.questions.get(more.question)?.prompt);
  const { choices, known } = exercise.scenario;
  const said = known[more.question] ?? "";
  const isSame = more.begins.join() === without.join() && more.nearer.length > 0; // it brings what comes later
  return [
    say("exercise.one_fact", { question, said }),
    isSame
      ? say("exercise.with_it_also", { names: titles(more.nearer, choices) })
      : say("exercise.with_it", { begin: beginning(more.begins, choices) }),
    ...(more.gone.length > 0 ? [say("exercise.no_longer", { names: titles(more.gone, choices) })] : []),
  ];
}
