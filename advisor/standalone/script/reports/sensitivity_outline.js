// How firm advice is, as an outline: what is certain, what is open, and what would decide it.
// As advisor/reports/sensitivity_outline.py, but for the options of a command, which a page has not.

import { stageInWords, titleOf } from "../knowledge/phrases.js";
import { say, sayCount } from "../language.js";
import { sortedBy } from "../order_by.js";
import { numbered, Outline, point } from "./outline.js";
import { onAScreen } from "./screen.js";
import { factorName } from "./why_outline.js";
import { editText, joined } from "./wording.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../explanation/sensitivity.js").Sensitivity} Sensitivity */
/**
 * What is written, on what, and how many of each sort; all of them where `full`.
 * @typedef {{outline: Outline, found: Sensitivity, knowledge: Knowledge, few: number, full: boolean, isOpen: boolean}}
 *   Settled
 */

const MOST = 6; // questions and the like that are shown where there is room
const EVERYTHING = 10_000;

/**
 * Return how sure the plan is, what else is certain or may come, and what would decide it.
 * Everything with `full`, else as much as one looks at in one go.
 * @param {Sensitivity} found
 * @param {Knowledge} knowledge
 * @param {boolean} [full]
 * @returns {Outline}
 */
export function sensitivityOutline(found, knowledge, full = false) {
  return full ? outlineOf(found, knowledge, EVERYTHING, true) : onAScreen(outlines(found, knowledge));
}

/**
 * Yield it with fewer and fewer of each sort.
 * @param {Sensitivity} found
 * @param {Knowledge} knowledge
 * @returns {Generator<Outline>}
 */
function* outlines(found, knowledge) {
  for (let few = MOST; few > 0; few -= 1) yield outlineOf(found, knowledge, few, false);
}

/**
 * @param {Sensitivity} found
 * @param {Knowledge} knowledge
 * @param {number} few
 * @param {boolean} full
 * @returns {Outline}
 */
function outlineOf(found, knowledge, few, full) {
  const isOpen = found.possible.length > 0 || found.deciding.length > 0;
  const settled = { outline: new Outline(), found, knowledge, few, full, isOpen };
  addPlan(settled);
  addCertain(settled);
  if (isOpen) {
    addOpen(settled);
    addDeciding(settled);
  }
  addHanging(settled);
  if (!full) settled.outline.paragraph(say("asking.each_by_name"));
  return settled.outline;
}

/**
 * @param {Settled} settled
 */
function addPlan({ outline, found, knowledge, isOpen }) {
  outline.add(0, say("asking.first_in_plan"));
  for (const id of found.alerts) {
    outline.add(1, say("asking.alert_certain", { title: titleOf(id, knowledge) }));
  }
  found.plan_first.forEach((id, place) => {
    const sure = found.certain.includes(id) ? "asking.certain" : "asking.as_far_as_known";
    outline.put([point(say(sure, { title: titleOf(id, knowledge) }), 1, numbered(place + 1))]);
  });
  if (found.plan_first.length === 0) outline.add(1, say("asking.nothing_comes_first"));
  if (!isOpen) outline.paragraph(say("asking.nothing_is_open"));
}

/**
 * @param {Settled} settled
 */
function addCertain({ outline, found, knowledge, full, isOpen }) {
  outline.add(0, say(isOpen ? "asking.what_is_certain" : "asking.what_else_is_certain"));
  for (const [id, stage] of found.stages) {
    const words = stage === "unknown" ? say("asking.not_known") : stageInWords(stage);
    outline.add(1, `${factorName(id, knowledge)}: ${words}`);
  }
  if (found.plan.length > 0) {
    const n = found.plan.filter((id) => found.certain.includes(id)).length;
    outline.add(1, sayCount("asking.of_the_steps", found.plan.length, { n, all: found.plan.length }));
  } else if (found.stages.size === 0) {
    outline.add(1, say("asking.nothing_yet"));
  }
  if (!full) return;
  if (found.certain.length > 0) outline.add(1, sayCount("asking.in_any_case", found.certain.length));
  for (const id of found.certain) outline.add(2, titleOf(id, knowledge));
}

/**
 * @param {Settled} settled
 */
function addOpen(settled) {
  const { outline, found } = settled;
  outline.add(0, say("asking.what_is_open"));
  const come = found.possible.filter((id) => !found.may_fall_away.includes(id));
  const fall = found.may_fall_away.filter((id) => !found.plan_first.includes(id));
  addNamed(settled, "asking.may_come_in", come);
  addNamed(settled, "asking.may_fall_away", fall);
}

/**
 * Add things in a line, what gives most leverage first, and how many more.
 * @param {Settled} settled
 * @param {string} name
 * @param {string[]} ids
 */
function addNamed({ outline, knowledge, few }, name, ids) {
  if (ids.length === 0) return;
  const inOrder = sortedBy(ids, (id) => knowledge.kinds.advisable.indexOf(knowledge.kind(id)));
  const titles = inOrder.slice(0, few).map((id) => titleOf(id, knowledge));
  const left = ids.length - titles.length;
  if (left > 0) titles.push(sayCount("asking.n_more", left));
  outline.add(1, say(name, { titles: joined(titles) }));
}

/**
 * Add the questions that would decide it, and those of which she said that she does not know.
 * @param {Settled} settled
 */
function addDeciding(settled) {
  const { outline, found, knowledge, full } = settled;
  const promptOf = (/** @type {string} */ id) => String(knowledge.questions.get(id)?.prompt);
  outline.add(0, say("asking.would_decide"));
  const lines = found.deciding.map(({ question }) =>
    found.unsure.includes(question)
      ? say("asking.said_not_to_know", { question: promptOf(question) })
      : promptOf(question)
  );
  addShown(settled, lines.length > 0 ? lines : [say("asking.none_would_change")]);
  const deciding = found.deciding.map((each) => each.question);
  const unsure = found.unsure.filter((id) => !deciding.includes(id));
  if (unsure.length === 0 || !full) return;
  outline.add(0, say("asking.unsure_of_no_matter"));
  for (const id of unsure) outline.add(1, promptOf(id));
}

/**
 * Add the answers without which something else would come first in the plan.
 * @param {Settled} settled
 */
function addHanging(settled) {
  const { outline, found, knowledge } = settled;
  outline.add(0, say("asking.hangs_on_one"));
  const now = found.plan_first.join("\n");
  const lines = found.hangs_on
    .filter((each) => each.plan_first.join("\n") !== now)
    .map((each) => {
      const titles = joined(each.plan_first.map((id) => titleOf(id, knowledge))) || say("asking.nothing");
      return say("asking.would_come_first", { answer: editText(each.edit, knowledge), titles });
    });
  addShown(settled, lines);
  if (lines.length === 0) outline.add(1, say("asking.no_single_answer"));
}

/**
 * Add the first of some lines, and how many more there are.
 * @param {Settled} settled
 * @param {string[]} lines
 */
function addShown({ outline, few }, lines) {
  for (const line of lines.slice(0, few)) outline.add(1, line);
  const left = lines.length - few;
  if (left > 0) outline.add(1, sayCount("asking.more", left));
}
