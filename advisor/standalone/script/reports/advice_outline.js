// The advice as an outline, about two screens; `full` has every reason and everything held back.
// As advisor/reports/_advice_outline.py.

import { say } from "../language.js";
import { shownName } from "../text.js";
import { alertsOf } from "./advice_alerts.js";
import { whereItStands } from "./advice_factors.js";
import { everything } from "./advice_full.js";
import { AdvicePage } from "./advice_page.js";
import { whatHoldsIt } from "./advice_standing.js";
import { beside, reminders, whatToDo } from "./advice_steps.js";
import { Outline, paragraph, PLAIN, point, STAR, title } from "./outline.js";
import { joined } from "./wording.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../advice/model.js").Alteration} Alteration */
/** @typedef {import("../advice/model.js").Extended} Extended */
/** @typedef {import("../advice/model.js").KnowledgeRef} KnowledgeRef */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./outline.js").Block} Block */

export const MOST_QUESTIONS = 3;
const MOST_ADDED = 5;

/**
 * Return what is on the page, in its order. What names a command in Python's is a block with a `hint`: `full` where
 * there is more, `word` where a word in [brackets] can be looked up.
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @param {boolean} [full]
 * @returns {Outline}
 */
export function adviceOutline(advice, knowledge, full = false) {
  const page = new AdvicePage(advice, knowledge, full);
  const outline = new Outline(alertsOf(advice, knowledge), 2);
  // Each part is made behind those above it: a note stands where it is first told.
  const parts = [heading, whereItStands, whatHoldsIt, whatToDo, reminders, full ? everything : beside, ownWords, notKnown];
  for (const part of [...parts, more]) outline.put(part(page));
  return outline;
}

/**
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
function heading({ advice }) {
  const blocks = [title(shownName(caseTitle(advice))), paragraph(say("advice_page.caveat"), true)];
  if (advice.plan.length > 0 || advice.findings.length > 0) blocks.push(paragraph(say("advice_page.whose"), true));
  if (advice.knowledge.extends != null) {
    blocks.push(paragraph(overlaySaid(advice.knowledge, advice.knowledge.extends), true));
  }
  return blocks;
}

/**
 * Return what a partnership is called, with who answered and when.
 * @param {Advice} advice
 * @returns {string}
 */
export function caseTitle({ case: of }) {
  const by = [of.respondent, of.date ?? ""].filter((word) => word !== "").join(", ");
  return (of.partnership || say("advice_page.a_partnership")) + (by === "" ? "" : ` (${by})`);
}

/**
 * Return what the leader added in her own words and what stands beside nothing else.
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
function ownWords(page) {
  const rest = page.notes.rest().map((note) => `${note.prompt} ${note.text}`);
  if (page.full) rest.push(...page.notesLeft().map(([said, note]) => `${said}: ${note}`));
  const head = rest.length > 0 ? [title(say("advice_page.own_words"))] : [];
  return [...head, ...rest.map((said) => point(said, 1, STAR))];
}

/**
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
function notKnown(page) {
  const { to_ask } = page.advice;
  const asked = page.full ? to_ask : to_ask.slice(0, MOST_QUESTIONS);
  const left = to_ask.length - asked.length;
  return [
    ...(asked.length > 0 ? [title(say("advice_page.not_known_yet"))] : []),
    ...asked.map((item) => point(`${promptOf(item.question, page)} [${item.question}] ${item.because}`, 1, STAR)),
    ...(left > 0 ? [point(say("advice_page.and_more", { n: left }), 1, PLAIN, "full")] : []),
  ];
}

/**
 * Return what a question asks.
 * @param {string} question
 * @param {AdvicePage} page
 * @returns {string}
 */
export function promptOf(question, page) {
  return page.knowledge.questions.get(question)?.prompt ?? "";
}

/**
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
function more({ full }) {
  const whole = full ? [] : [paragraph(say("advice_page.all_reasons"), false, "full")];
  return [...whole, paragraph(say("advice_page.what_words_mean"), !full, "word")];
}

/**
 * Return in a sentence what a knowledge base does to the one that it extends.
 * @param {KnowledgeRef} own
 * @param {Extended} extended
 * @returns {string}
 */
export function overlaySaid(own, extended) {
  const more = extended.added.length - MOST_ADDED;
  const added = extended.added.slice(0, MOST_ADDED);
  if (more > 0) added.push(say("advice_page.and_more", { n: more }));
  /** @type {[string, string[]][]} */
  const parts = [
    ["advice_page.adds", added],
    ["advice_page.changes", extended.changed.map(alterationSaid)],
    ["advice_page.switches_off", extended.switched_off.map(alterationSaid)],
  ];
  const said = parts.filter(([, things]) => things.length > 0).map(([name, things]) => say(name, { things: joined(things) }));
  return say("advice_page.rests_on_what", {
    own: `${own.name} ${own.version}`,
    other: `${extended.name} ${extended.version}`,
    what: said.join(", ") || say("advice_page.changes_nothing"),
  });
}

/**
 * @param {Alteration} altered
 * @returns {string}
 */
function alterationSaid(altered) {
  return `${altered.id} (${altered.reason.replace(/\.+$/, "")})`;
}
