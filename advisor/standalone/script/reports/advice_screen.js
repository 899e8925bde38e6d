// The advice on one screen: where it stands, what holds it, what to do first. As advisor/reports/advice_screen.py.
//
// What is left out where room is short is measured as at a terminal of 100 columns, so that both say as much.

import { say, sayCount } from "../language.js";
import { lengthOf, shownName } from "../text.js";
import { alertsOf } from "./advice_alerts.js";
import { howItStands, standsByStage } from "./advice_factors.js";
import { caseTitle, MOST_QUESTIONS, promptOf } from "./advice_outline.js";
import { AdvicePage } from "./advice_page.js";
import { rooms, Screen, shorterBelow } from "./advice_room.js";
import { laterSteps, stepsToBegin } from "./advice_screen_steps.js";
import { foremost, headingOf, titled } from "./advice_standing.js";
import { isUnknown, tooLittle } from "./advice_steps.js";
import { Outline, paragraph, PLAIN, point, STAR, title } from "./outline.js";
import { asText } from "./outline_text.js";
import { cut, ended, inside, joined } from "./wording.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../advice/model.js").PatternAdvice} PatternAdvice */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./advice_room.js").Room} Room */
/** @typedef {import("./outline.js").Block} Block */

const LINES = 29;
const NARROW = 80;
const LINES_BELOW = 23; // on a small terminal the first step is still in sight when all is said
const LETTERS_OF_THE_TITLE = 96;
const MOST_NAMED = 3; // situations that are likely too

/**
 * Return what is on the screen, in its order, as much of it as fits; alerts and the first step are whole. What names
 * a command in Python's is a block with a `hint`: `more`, `one` (thing whole), and `ask` to answer what is not known.
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {Outline}
 */
export function screenOutline(advice, knowledge) {
  const inRoom = (/** @type {Room} */ room) => outlineOf(new Screen(new AdvicePage(advice, knowledge, false), room));
  let outline = new Outline();
  for (const room of rooms()) {
    outline = inRoom(room);
    if (fits(outline)) return isFirstStepInSight(outline) ? outline : (shorter(room, inRoom) ?? outline);
  }
  return outline;
}

/**
 * Return the most below the first step with which that is in sight; null where it never is.
 * @param {Room} room
 * @param {(room: Room) => Outline} inRoom
 * @returns {Outline | null}
 */
function shorter(room, inRoom) {
  for (const less of shorterBelow(room)) {
    const outline = inRoom(less);
    if (isFirstStepInSight(outline)) return outline;
  }
  return null;
}

/**
 * @param {Screen} screen
 * @returns {Outline}
 */
function outlineOf(screen) {
  const { advice, knowledge } = screen.page;
  const outline = new Outline(alertsOf(advice, knowledge, { ids: false, answers: screen.room.answers }), 2);
  for (const part of [heading, whereItStands, whatHoldsIt, stepsToBegin, toAsk, laterSteps, more]) {
    outline.put(part(screen));
  }
  return outline;
}

/**
 * @param {Outline} outline
 * @returns {boolean}
 */
function fits(outline) {
  return linesIn(asText(outline)) <= LINES;
}

/**
 * @param {string} text
 * @returns {number}
 */
function linesIn(text) {
  return text.split("\n").length - 1;
}

/**
 * Return whether it is also on a small terminal, where the beginning has scrolled away in the end.
 * @param {Outline} outline
 * @returns {boolean}
 */
function isFirstStepInSight({ blocks, margin }) {
  const first = blocks.findIndex((block) => block.type === "point" && block.mark.number === 1);
  return first < 0 || linesIn(asText(new Outline(blocks.slice(first), margin), NARROW)) <= LINES_BELOW;
}

/**
 * @param {Screen} screen
 * @returns {Block[]}
 */
function heading({ page: { advice }, room }) {
  let name = caseTitle(advice);
  if (lengthOf(name) > LETTERS_OF_THE_TITLE) {
    name = cut(advice.case.partnership || name, LETTERS_OF_THE_TITLE); // then without who answered
  }
  /** @type {Block[]} */
  const blocks = [title(shownName(name))];
  if (room.caveat) blocks.push(paragraph(say("advice_page.caveat"), true));
  const { name: own, version, extends: extended } = advice.knowledge;
  if (extended != null) {
    blocks.push(paragraph(say("advice_page.rests_on", { own, version, other: extended.name }), true));
  }
  return blocks;
}

/**
 * Return where each factor stands in her words, with its name in the study behind.
 * @param {Screen} screen
 * @returns {Block[]}
 */
function whereItStands({ page, room }) {
  if (isUnknown(page)) return [];
  if (!room.factors) return [paragraph(say("advice_page.stands_by_stage", { stages: standsByStage(page) }), true)];
  return page.advice.factors.map((factor, place) => paragraph(howItStands(factor, page), place > 0));
}

/**
 * Return the situations that hold it, the leading one first, and how many more are likely.
 * @param {Screen} screen
 * @returns {Block[]}
 */
function whatHoldsIt(screen) {
  const { page, room } = screen;
  const patterns = foremost(page);
  if (patterns.length === 0 || !room.leads) return [];
  if (room.patterns === 0) return [paragraph(inShort(patterns[0], screen), true)]; // without room it is only named
  const told = patterns.slice(0, room.patterns);
  const said = told.flatMap((pattern, place) => {
    const more = place === told.length - 1 ? moreLikely(told, screen) : "";
    const noted = screen.noted([...pattern.for, ...pattern.against]);
    return [
      point(behind(titled(pattern), more), 1, STAR),
      ...noted.map((each) => point(each, 2, PLAIN)),
    ];
  });
  return [headingOf(patterns, page), ...said];
}

/**
 * @param {string} said
 * @param {string} more
 * @returns {string}
 */
function behind(said, more) {
  return more === "" ? said : `${said} ${more}`;
}

/**
 * Return the situation that leads by its name, and how many more are likely.
 * @param {PatternAdvice} pattern
 * @param {Screen} screen
 * @returns {string}
 */
function inShort(pattern, screen) {
  const named = ended(inside(pattern.title));
  const said = say("advice_page.what_leads", { title: named, more: moreLikely([pattern], screen) });
  return said.replace(/ +$/, "");
}

/**
 * Return how many more situations are likely, and which, if these are few; nothing if none is.
 * @param {PatternAdvice[]} told
 * @param {Screen} screen
 * @returns {string}
 */
function moreLikely(told, { page, room }) {
  const likely = page.advice.patterns.filter((each) => each.fit === "likely" && !told.includes(each));
  const more = likely.map((each) => inside(each.title));
  if (more.length === 0) return "";
  const isDoubtful = told.every((each) => each.fit !== "likely"); // then what is likelier is not hidden
  if ((room.likely && more.length <= MOST_NAMED) || (isDoubtful && more.length === 1)) {
    return sayCount("advice_page.more_are_likely", more.length, { titles: ended(joined(more)) });
  }
  if (isDoubtful) return say("advice_page.first_of_all", { n: more.length, title: ended(more[0]) });
  return sayCount("advice_page.more_situations", more.length);
}

/**
 * Return what to find out first, where there is nothing to do yet.
 * @param {Screen} screen
 * @returns {Block[]}
 */
function toAsk({ page }) {
  const { plan, nothing_first, to_ask } = page.advice;
  if (plan.length > 0 || nothing_first) return [];
  const asked = to_ask.slice(0, MOST_QUESTIONS);
  const unknown = isUnknown(page)
    ? [title(say("advice_page.what_to_do")), point(tooLittle(page), 1, PLAIN)]
    : [];
  if (asked.length === 0) return unknown;
  return [
    ...unknown,
    title(say("advice_page.not_known_yet")),
    ...asked.map((item) => point(promptOf(item.question, page), 1, STAR)),
    point(say("advice_page.answer_them"), 1, PLAIN, "ask"),
  ];
}

/**
 * Return whose judgement a star marks, and how to see more.
 * @param {Screen} screen
 * @returns {Block[]}
 */
function more({ page, isMarked }) {
  const marks = [];
  if (isMarked) marks.push(say("advice_page.star"));
  if (page.advice.factors.some((factor) => factor.sure === "tentative")) marks.push(say("advice_page.question_mark"));
  const meant = marks.length > 0 ? [paragraph(marks.join(" "))] : [];
  const one = page.advice.plan.length > 0 ? [paragraph(say("advice_page.one_thing"), true, "one")] : [];
  return [...meant, paragraph(say("advice_page.more"), marks.length > 0, "more"), ...one];
}
