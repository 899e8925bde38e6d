// What is on the page with the advice, part by part, from above. As advisor/pages/advice.py.

import { dateInWords } from "../days.js";
import { say } from "../language.js";
import { answersBehind, inALine } from "../reports/advice_alerts.js";
import { AdvicePage as Reported } from "../reports/advice_page.js";
import { foremost } from "../reports/advice_standing.js";
import { cut, ended, joined } from "../reports/wording.js";
import { strippedAtEnd } from "../text.js";
import { matrix } from "./matrix.js";
import { SHEET } from "./model.js";
import { heldBack, plan, situations } from "./plan.js";
import { restsOn } from "./rests.js";
import { sheet } from "./sheet.js";
import { standings } from "./standing.js";
import { Unfolder } from "./unfolding.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./model.js").AdvicePage} AdvicePage */
/** @typedef {import("./model.js").Alert} Alert */
/** @typedef {import("./model.js").Part} Part */
/** @typedef {import("./model.js").Saying} Saying */

const LONGEST_NAME = 120; // letters: more of a name would push the sheet off its page
const MOST_HELD = 2; // that are not folded
const MOST_QUESTIONS = 3;

/**
 * Return what is on the page with an advice: the plan, with all its reasons.
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {AdvicePage}
 */
export function advicePage(advice, knowledge) {
  const page = new Reported(advice, knowledge);
  const unfolder = new Unfolder(advice, knowledge);
  const stand = standings(page, unfolder);
  const asked = askedStill(page);
  const held = heldBack(page);
  const fitting = situations(page, unfolder);
  const shown = Array.from(foremost(page)).length;
  /** @type {AdvicePage} */
  const made = {
    name: cut(advice.case.partnership, LONGEST_NAME) || say("a4.a_partnership"),
    by: by(advice),
    caveat: say("a4.caveat"),
    alerts: alerts(advice, knowledge),
    parts: new Map(),
    sheet: sheet(page, unfolder),
    picture: matrix(advice.factors, stand),
    standings: stand,
    situations: fitting.slice(0, shown),
    more_situations: fitting.slice(shown),
    beside: beside(page),
    plan: plan(page, unfolder),
    nothing_first: advice.nothing_first,
    held: held.slice(0, MOST_HELD),
    more_held: held.slice(MOST_HELD),
    notes: notes(page),
    to_ask: asked.slice(0, MOST_QUESTIONS),
    more_to_ask: asked.slice(MOST_QUESTIONS),
    how_sure: [say("a4.rests_on_answers"), say("a4.whose"), say("a4.study_is_small")],
    rests_on: restsOn(advice.knowledge),
  };
  return { ...made, parts: new Map(parts(made, page).map((part) => [part.id, part])) };
}

/**
 * Return who answered, and on which day.
 * @param {Advice} advice
 * @returns {string}
 */
function by(advice) {
  const day = advice.case.date ? dateInWords(advice.case.date) : "";
  return [cut(advice.case.respondent, LONGEST_NAME), day].filter((each) => each !== "").join(", ");
}

/**
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {Alert[]}
 */
function alerts(advice, knowledge) {
  return advice.alerts.map((alert) => {
    const answers = Array.from(answersBehind(alert.firings, advice, knowledge)).join("; ");
    const said = answers === "" ? "" : say("a4.you_said", { answers: ended(answers) });
    return { text: inALine(alert), means: strippedAtEnd(`${alert.text} ${said}`) };
  });
}

/**
 * Return the headings of the parts in which there is something.
 * @param {AdvicePage} made
 * @param {Reported} page
 * @returns {Part[]}
 */
function parts(made, page) {
  const { patterns } = page.advice;
  const isWell = patterns.length > 0 && page.knowledge.entry(patterns[0].id).tone === "strength";
  /** @type {[string, boolean, string][]} */
  const wanted = [
    [SHEET, true, "a4.part_sheet"],
    ["standing", true, "a4.part_standing"],
    ["situations", made.situations.length + made.beside.length > 0, isWell ? "a4.part_how_it_is" : "a4.part_holds"],
    ["plan", made.plan.length > 0 || made.nothing_first !== "", "a4.part_plan"],
    ["held", made.held.length > 0, "a4.part_held"],
    ["notes", made.notes.length > 0, "a4.part_notes"],
    ["unknown", made.to_ask.length > 0, "a4.part_unknown"],
    ["sure", true, "a4.part_sure"],
  ];
  return wanted.filter(([, isThere]) => isThere).map(([id, , words]) => ({ id, title: say(words) }));
}

/**
 * Return what else was found that is no situation of its own.
 * @param {Reported} page
 * @returns {string[]}
 */
function beside(page) {
  const inertia = page.findings("inertia").map((finding) => finding.title);
  const questions = page.advice.findings
    .filter((finding) => finding.tone === "question")
    .map((finding) => finding.title);
  const said = [];
  if (inertia.length > 0) said.push(say("a4.inertia", { signs: ended(joined(inertia)) }));
  if (questions.length > 0) said.push(say("a4.second_look", { questions: ended(joined(questions)) }));
  return said;
}

/**
 * Return all that she wrote in her own words, beside a question or of what was tried.
 * @param {Reported} page
 * @returns {Saying[]}
 */
function notes(page) {
  const beside = page.advice.notes.map((note) => ({ title: note.prompt, text: note.text }));
  return [...beside, ...Array.from(page.notesLeft(), ([title, text]) => ({ title, text }))];
}

/**
 * @param {Reported} page
 * @returns {Saying[]}
 */
function askedStill(page) {
  return page.advice.to_ask.map((each) => ({
    title: page.knowledge.entry(each.question).prompt,
    text: each.because,
  }));
}
