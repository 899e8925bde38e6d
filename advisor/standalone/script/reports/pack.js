// A pack for the next meeting: a page that may lie on the table, or one for the leader alone.
// As advisor/reports/pack.py. Where that names a command, this says where she is.
//
// The page for the table is made of the meeting's own texts, which say nothing of this partnership, and of its name.
// Nothing that a rule says, that was answered or that was found may reach it.

import { itemOf } from "../advice/meeting.js";
import { firingOf, recommendations } from "../advice/model.js";
import { titleOf } from "../knowledge/phrases.js";
import { say } from "../language.js";
import { onOneLine, stripped } from "../text.js";
import { inALine } from "./advice_alerts.js";
import { DASH, Outline, numbered, paragraph, point, table, title } from "./outline.js";
import { ended } from "./wording.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Entry} Entry */
/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../advice/model.js").AlertAdvice} AlertAdvice */
/** @typedef {import("../advice/meeting.js").NotNow} NotNow */
/** @typedef {import("../advice/meeting.js").Planned} Planned */
/** @typedef {import("./outline.js").Block} Block */
/** @typedef {{minutes: number, title: string, text: string}} MeetingStep */

const HOUR = 60;
const MEETING_MINUTES = 40; // of an hour: arriving and agreeing take the rest
const ARRIVE = 2;
const OPEN = 4;
const LOOK_BACK = 4;
const AGREE = HOUR - MEETING_MINUTES - ARRIVE - OPEN - LOOK_BACK;
const BLANK = ".".repeat(10);
const ROWS = 4; // of a table to fill in
const TO_WRITE = 3;
const MOST_WAITING = 3;

/**
 * Return the page for the table. It is given no case and no advice, so it can tell nothing of them.
 * @param {Entry} meeting
 * @param {string} partnership
 * @returns {Outline}
 */
export function tablePage(meeting, partnership) {
  const outline = new Outline();
  const name = stripped(partnership);
  outline.add(0, name ? say("pack.our_meeting", { partnership: name }) : say("pack.our_meeting_unnamed"));
  outline.paragraph(say("pack.what_for", { purpose: meeting.text }));
  outline.add(0, say("pack.the_hour"));
  outline.put([agenda(meeting)]);
  outline.add(0, meeting.title);
  const steps = /** @type {MeetingStep[]} */ (meeting.steps);
  outline.put(steps.map((step, place) => point(`${ended(step.title)} ${step.text}`, 1, numbered(place + 1))));
  addList(outline, say("pack.keep_in_mind"), [...meeting.care, say("pack.more_than_six")]);
  addList(outline, say("pack.have_ready"), meeting.materials);
  outline.add(0, say("pack.parts"));
  const roles = /** @type {string[]} */ (meeting.roles);
  outline.put([blank([say("pack.part"), say("pack.who")], roles.map((role) => [role, BLANK]))]);
  addList(outline, say("pack.ask_on_the_way"), meeting.questions.slice(1));
  outline.add(0, say("pack.fill_in", { title: meeting.to_fill.title }));
  outline.put([empty(meeting.to_fill.columns)]);
  outline.add(0, say("pack.we_agree"));
  outline.put([empty([say("pack.who"), say("pack.does_what"), say("pack.by_when")])]);
  outline.add(0, say("pack.meet_again"));
  outline.paragraph(say("pack.day_time_place", { blank: BLANK }));
  return outline;
}

/**
 * Return the page for the leader alone, where a meeting of all is the wrong thing now, or none is needed.
 *
 * What comes before the partnership stands at its head.
 * @param {NotNow} notNow
 * @param {Advice} advice
 * @param {string} partnership
 * @returns {Outline}
 */
export function privatePage(notNow, advice, partnership) {
  const outline = new Outline();
  const told = notNow.is_urgent ? inALine : lookedAtAgain;
  outline.put(advice.alerts.map((alert) => paragraph(told(alert), true)));
  outline.put([title(privateTitle(notNow, stripped(partnership)))]);
  outline.paragraph(say("pack.for_you_alone"));
  outline.add(0, say(notNow.speaks_against ? "pack.why_not_now" : "pack.why_not"));
  outline.paragraph(notNow.why);
  outline.put(instead(notNow));
  outline.paragraph(say("pack.whole_advice", { command: say("pack.where_you_answered") }));
  if (notNow.speaks_against) {
    outline.add(0, say("pack.if_you_meet"));
    outline.paragraph(say("pack.keep_to_news"));
  }
  if (notNow.step === null) return outline;
  if (notNow.speaks_against) {
    outline.add(0, say("pack.whom_i_see"));
    outline.toWrite(TO_WRITE);
  }
  outline.add(0, say("pack.when_again"));
  outline.paragraph(say("pack.ask_again", { command: say("pack.where_you_answered") }));
  return outline;
}

/**
 * @param {NotNow} notNow
 * @param {string} name
 * @returns {string}
 */
function privateTitle(notNow, name) {
  const isNotYet = notNow.speaks_against || notNow.step === null; // without a step too little is known
  if (!name) return say(isNotYet ? "pack.no_meeting_unnamed" : "pack.no_extra_unnamed");
  return say(isNotYet ? "pack.no_meeting" : "pack.no_extra", { partnership: name });
}

/**
 * Return what to do instead: what an alert says before all else, then the step, if there is one.
 * @param {NotNow} notNow
 * @returns {Block[]}
 */
function instead({ step, speaks_against, is_urgent }) {
  const blocks = [];
  if (step !== null || is_urgent) blocks.push(title(say(speaks_against ? "pack.what_instead" : "pack.what_to_do")));
  if (is_urgent) blocks.push(paragraph(say("pack.first_and_today")));
  if (step === null) return blocks;
  blocks.push(paragraph(is_urgent ? say("pack.after_that", { step: step.text }) : step.text));
  if (step.led_by) blocks.push(paragraph(say("pack.who_leads", { who: ended(step.led_by.split(";")[0]) })));
  return blocks;
}

/**
 * Return what the leader should know and nobody else at the table: told to her, and on no page.
 * @param {Planned} planned
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
export function besideThePage({ step }, advice, knowledge) {
  const told = [
    ...advice.alerts.map(lookedAtAgain),
    say("pack.not_on_the_page"),
    say("pack.hour_goes_with", { step: step.text }),
  ];
  const name = stripped(onOneLine(advice.case.partnership));
  if (name) told.push(say("pack.everybody_reads", { name }));
  const cautions = itemOf(step, advice).cautions.map((id) => firingOf(advice, id));
  const care = cautions.find((firing) => firing.concludes.kind === "caution");
  if (care !== undefined) told.push(say("pack.take_care", { reason: care.because }));
  if (step.led_by) told.push(say("pack.who_leads", { who: ended(step.led_by) }));
  const waiting = whatWaits(advice, knowledge);
  if (waiting.length > 0) told.push(say("pack.leave_out", { names: waiting.join(" / ") }));
  return [...told, say("pack.why_this", { command: say("pack.where_you_answered") })];
}

/**
 * Return an alert whole, where an answer says that it is no reason against a meeting.
 * @param {AlertAdvice} alert
 * @returns {string}
 */
function lookedAtAgain(alert) {
  return `${ended(alert.title)} ${alert.text} ${alert.turn_to}`;
}

/**
 * Return what waits for something else or is held back, by what to do in a line.
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
function whatWaits(advice, knowledge) {
  const shorts = new Map(recommendations(advice).map((each) => [each.id, each.short]));
  const held = advice.withheld.filter((each) => each.kind === "intervention");
  const waits = advice.interventions.filter((each) => each.after.length > 0);
  const ids = [...held, ...waits].slice(0, MOST_WAITING).map((each) => each.id);
  return ids.map((id) => shorts.get(id) || knowledge.entry(id).short || ended(titleOf(id, knowledge)));
}

/**
 * Return the hour in parts, each with the minutes from when to when.
 * @param {Entry} meeting
 * @returns {Block}
 */
function agenda(meeting) {
  const steps = /** @type {MeetingStep[]} */ (meeting.steps);
  const parts = [
    ...opening(meeting),
    ...steps.map((step) => ({ minutes: step.minutes, what: step.title })),
    { minutes: AGREE, what: say("pack.who_does_what") },
  ];
  let start = 0;
  const rows = parts.map(({ minutes, what }) => {
    const when = say("pack.start_to_end", { start, end: start + minutes });
    start += minutes;
    return [when, what];
  });
  const narrow = rows.map(([when, what]) => point(`${when}: ${what}`, 1, DASH));
  return table([say("pack.minutes"), say("pack.what")], rows, narrow, { widths: [15, 85] });
}

/**
 * Return the parts before the meeting's own steps; one that looks back itself does not do it twice.
 * @param {Entry} meeting
 * @returns {{minutes: number, what: string}[]}
 */
function opening({ questions, looks_back }) {
  const parts = [
    { minutes: ARRIVE, what: say("pack.arrive") },
    {
      minutes: OPEN + (looks_back ? LOOK_BACK : 0),
      what: say("pack.a_sentence_each", { question: questions[0] }),
    },
  ];
  return looks_back ? parts : [...parts, { minutes: LOOK_BACK, what: say("pack.look_back") }];
}

/**
 * @param {Outline} outline
 * @param {string} heading
 * @param {string[]} points
 */
function addList(outline, heading, points) {
  if (points.length > 0) outline.add(0, heading);
  for (const each of points) outline.add(1, each);
}

/**
 * Return a table to fill in.
 * @param {string[]} columns
 * @returns {Block}
 */
function empty(columns) {
  return blank(columns, Array(ROWS).fill(columns.map(() => BLANK)));
}

/**
 * @param {string[]} columns
 * @param {string[][]} rows
 * @returns {Block}
 */
function blank(columns, rows) {
  const cells = rows.flatMap((row) => row.map((cell, place) => `${columns[place]}: ${cell}`));
  const narrow = cells.map((cell) => point(cell, 1, DASH));
  return table(columns, rows, narrow, { wraps: true, to_fill: true });
}
