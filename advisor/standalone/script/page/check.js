// Check your answers: all of them in words before the advice, each with a link to change it. As cli/checking.py.

import { say, sayCount } from "../language.js";
import { dateInWords } from "../days.js";
import { sayOf, sayWhole } from "../knowledge/question_kinds.js";
import { button, link, make } from "./dom.js";
import { interventionsOf } from "./lost.js";
import { headed } from "./frame.js";
import { goBack, goOn, isEndDue } from "./way.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").View} View */
/** @typedef {import("../interview/way.js").Entry} Entry */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Question} Question */

/** @type {Map<string | null, string>} */
const SEATS = new Map([
  ["centre", "talk.seat_centre"],
  ["partner", "talk.seat_partner"],
  ["above", "talk.seat_above"],
]);

/**
 * Return all answers, to look over: a slip is seen before the advice rests on it.
 * @param {Sitting} sitting
 * @returns {View}
 */
export function checkView(sitting) {
  const title = say("page.check");
  const { interview } = sitting;
  const next = button(say("page.continue"), () => {
    interview.goOn();
    sitting.wasChecked ||= isEndDue(sitting); // on the way she looks, but there is more to come
    goOn(sitting);
  }, { class: "main" });
  return {
    title,
    parts: [
      ...headed(title, () => goBack(sitting)),
      make("h2", {}, say("page.particulars")),
      make("dl", { class: "answers" }, ...particulars(sitting)),
      make("h2", {}, say("page.answers")),
      interview.entries.length === 0
        ? make("p", {}, say("page.no_answers"))
        : make("dl", { class: "answers" }, ...interview.entries.map((entry) => answered(entry, sitting))),
      make("p", { class: "buttons" }, next),
    ],
  };
}

/**
 * @param {Sitting} sitting
 * @returns {HTMLElement[]}
 */
function particulars(sitting) {
  const of = sitting.interview.case;
  const partners = of.partners.map((partner) => partner.name).join(", ");
  const said = [
    ["name", "page.which_name", of.partnership],
    ["date", "page.which_date", of.date === null ? "" : dateInWords(of.date)],
    ["partners", "page.which_partners", partners],
    ["seat", "page.which_seat", say(SEATS.get(of.seen_from) ?? "page.not_said")],
    ["share", "page.which_share", say(of.share === "yes" ? "talk.share_yes" : "talk.share_no")],
  ];
  return said.map(([which, title, value]) => {
    const change = link(say("page.change"), () => sitting.go(which, "check"), say(title));
    return row(say(title), [value === "" ? say("page.not_said") : value], change);
  });
}

/**
 * @param {Entry} entry
 * @param {Sitting} sitting
 * @returns {HTMLElement}
 */
function answered(entry, sitting) {
  const question = /** @type {Question} */ (sitting.knowledge.questions.get(entry.question));
  const change = link(
    say("page.change"),
    () => {
      sitting.interview.goTo(entry.question);
      sitting.changing = entry.question;
      sitting.go("question", entry.question);
    },
    question.prompt
  );
  return row(question.prompt, inWords(entry, question, sitting.knowledge), change);
}

/**
 * @param {string} title
 * @param {string[]} said
 * @param {HTMLElement} change
 * @returns {HTMLElement}
 */
function row(title, said, change) {
  const values = said.map((each) => make("dd", {}, each));
  return make("div", {}, make("dt", {}, title), ...values, make("dd", { class: "change" }, change));
}

/**
 * Return an answer in words: of a list what was said of which lines, the noes by their number.
 * @param {Entry} entry
 * @param {Question} question
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
export function inWords(entry, question, knowledge) {
  const said = typeof entry.answer === "string" ? [bare(sayWhole(question, entry.answer))] : byWord(entry.answer, question, knowledge);
  const open = entry.open_parts.length;
  if (open > 0) said.push(sayCount("talk.left_open", open));
  if (entry.note !== "") said.push(say("talk.your_note", { note: entry.note }));
  return said;
}

/**
 * @param {Map<string, string>} answer
 * @param {Question} question
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
function byWord(answer, question, knowledge) {
  const texts = new Map(linesOf(question, knowledge).map((line) => [line.id, line.text]));
  /** @type {Map<string, string[]>} */
  const parts = new Map();
  for (const [part, word] of answer) parts.set(word, [...(parts.get(word) ?? []), texts.get(part) ?? part]);
  const others = parts.size === 1 ? "talk.all_lines" : "talk.other_lines";
  return Array.from(parts, ([word, lines]) => {
    const told = word === "no" ? say(others, { n: lines.length }) : lines.join("; ");
    return `${bare(sayOf(question, word))}: ${told}`;
  });
}

/**
 * Return the lines of a question.
 * @param {Question} question
 * @param {Knowledge} knowledge
 * @returns {{id: string, text: string}[]}
 */
function linesOf(question, knowledge) {
  if (question.kind === "actions") return interventionsOf(knowledge);
  return question.kind === "placing" ? question.rows : question.items;
}

/**
 * Return an answer without the marks around it; an apostrophe at its own end stays.
 * @param {string} said
 * @returns {string}
 */
function bare(said) {
  const isMarked = said.length > 1 && said[0] === said[said.length - 1] && said[0] === "'";
  return isMarked ? said.slice(1, -1) : said;
}
