// Why something is not so, as an outline: what holds it back, and what would bring it.
// As advisor/reports/why_not_outline.py, but for the options of a command, which a page has not.

import { stageInWords } from "../knowledge/phrases.js";
import { say, sayCount } from "../language.js";
import { Outline } from "./outline.js";
import { onAScreen } from "./screen.js";
import { FEW, factorName, leafAnswers, reasonText } from "./why_outline.js";
import { editText, ended } from "./wording.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../cases/edits.js").Edit} Edit */
/** @typedef {import("../explanation/misses.js").Miss} Miss */
/** @typedef {import("../explanation/misses.js").Need} Need */
/** @typedef {import("../explanation/reasons.js").Reason} Reason */
/** @typedef {import("../explanation/why_not.js").WhyNot} WhyNot */

const NOT_SO = new Map([
  ["pattern", "asking.not_likely"],
  ["alert", "asking.not_raised"],
  ["rule", "asking.does_not_fire"],
]);
const MOST = 5;

/**
 * Return why not: what holds it back, then what could be found out or wished for that would bring it.
 * Everything with `full`, else as much as one looks at in one go.
 * @param {WhyNot} found
 * @param {Knowledge} knowledge
 * @param {boolean} [full]
 * @returns {Outline}
 */
export function whyNotOutline(found, knowledge, full = false) {
  return full ? outlineOf(found, knowledge, MOST, true) : onAScreen(outlines(found, knowledge));
}

/**
 * Yield it with fewer and fewer of each sort.
 * @param {WhyNot} found
 * @param {Knowledge} knowledge
 * @returns {Generator<Outline>}
 */
function* outlines(found, knowledge) {
  for (let few = MOST; few > 0; few -= 1) yield outlineOf(found, knowledge, few, false);
}

/**
 * @param {WhyNot} found
 * @param {Knowledge} knowledge
 * @param {number} few
 * @param {boolean} full
 * @returns {Outline}
 */
function outlineOf(found, knowledge, few, full) {
  const outline = new Outline();
  outline.add(0, heading(found, knowledge));
  if (found.switched_off !== "") {
    outline.add(1, say("asking.switched_off", { reason: found.switched_off }));
    return outline;
  }
  for (const reason of full ? found.blocked_by : found.blocked_by.slice(0, Math.min(few, FEW))) {
    outline.add(1, holdsIt(found, reason, knowledge, full));
    for (const said of full ? [] : leafAnswers(reason).slice(0, 1)) outline.add(2, said);
  }
  addChanges(outline, found, knowledge, few, full);
  addMisses(outline, found, few, full);
  return outline;
}

/**
 * @param {WhyNot} found
 * @param {Knowledge} knowledge
 * @returns {string}
 */
function heading(found, knowledge) {
  if (!found.wanted) {
    const advised = knowledge.kinds.advisable.includes(found.kind);
    const verdict = advised ? "asking.not_advised" : (NOT_SO.get(found.kind) ?? "asking.not_found");
    return `${found.title}: ${say(verdict)}`;
  }
  return say("asking.stands_not_at", {
    factor: factorName(found.id, knowledge),
    stage: found.stage === "unknown" ? say("asking.not_known") : stageInWords(found.stage),
    wanted: stageInWords(found.wanted),
  });
}

/**
 * @param {WhyNot} found
 * @param {Reason} reason
 * @param {Knowledge} knowledge
 * @param {boolean} full
 * @returns {string}
 */
function holdsIt(found, reason, knowledge, full) {
  if (full) {
    const how = found.wanted ? "asking.holds_it" : "asking.held_back";
    return say(how, { reason: reasonText(reason, knowledge) });
  }
  if (found.wanted) return say("asking.holds_it", { reason: ended(reason.text) });
  return say("asking.not_now", { reason: ended(reason.because || reason.text) });
}

/**
 * Add the sets of answers that would bring it: first what is only to be found out.
 * @param {Outline} outline
 * @param {WhyNot} found
 * @param {Knowledge} knowledge
 * @param {number} few
 * @param {boolean} full
 */
function addChanges(outline, found, knowledge, few, full) {
  const isOpen = (/** @type {Edit[]} */ edits) => edits.every((each) => found.to_find_out.includes(each.name));
  /** @type {[string, Edit[][]][]} */
  const groups = [
    ["asking.if_found_out", found.changes.filter(isOpen)],
    ["asking.if_better", found.changes.filter((edits) => !isOpen(edits))],
  ];
  for (const [title, sets] of groups) {
    if (sets.length > 0) outline.add(0, say(title));
    const areShort = sets.every((edits) => edits.length === 1);
    const most = full || areShort ? few : Math.min(few, FEW);
    for (const edits of sets.slice(0, most)) {
      outline.add(1, edits.map((edit) => editText(edit, knowledge)).join(say("asking.and")));
    }
    const left = sets.length - most;
    if (left > 0) outline.add(1, sayCount("asking.other_ways", left));
  }
  if (found.changes.length === 0) outline.paragraph(say(nothing(found)));
}

/**
 * Return what says that no change is worth telling of, and that this is no loss.
 * @param {WhyNot} found
 * @returns {string}
 */
function nothing(found) {
  if (found.blocked_by.length > 0 && !found.wanted) return "asking.lose_nothing";
  if (found.misses.some((miss) => miss.is_in_reach)) return "asking.far_from_it";
  if (found.kind === "rule") return "asking.nothing_fires_it";
  if (found.wanted) return "asking.nothing_brings_it_there";
  if (["pattern", "alert"].includes(found.kind)) return "asking.nothing_brings_and_well";
  return "asking.nothing_brings_it";
}

/**
 * Add the rules that could have brought it, and how many more there are.
 * @param {Outline} outline
 * @param {WhyNot} found
 * @param {number} few
 * @param {boolean} full
 */
function addMisses(outline, found, few, full) {
  const misses = missesShown(found, few, full);
  const isBlocked = found.blocked_by.length > 0 || Boolean(found.wanted) || found.kind === "pattern";
  if (misses.length > 0) outline.add(0, say("asking.could_speak"));
  for (const miss of misses) addMiss(outline, miss, isBlocked, full);
  const left = found.misses.length - misses.length;
  if (left === 0) return;
  if (misses.length > 0) outline.add(1, sayCount("asking.more", left));
  else outline.paragraph(sayCount("asking.could_speak_in_all", left));
}

/**
 * Return the rules to show: all, or the nearest in reach where no change is named that would do.
 * @param {WhyNot} found
 * @param {number} few
 * @param {boolean} full
 * @returns {Miss[]}
 */
function missesShown(found, few, full) {
  if (full) return found.misses;
  if (found.kind === "rule") return found.misses.slice(0, few); // who asks for a rule wants to know what it lacks
  if (found.changes.length > 0 || (found.blocked_by.length > 0 && !found.wanted)) return [];
  return found.misses.filter((miss) => miss.is_in_reach).slice(0, Math.min(few, FEW));
}

/**
 * @param {Outline} outline
 * @param {Miss} miss
 * @param {boolean} isBlocked
 * @param {boolean} full
 */
function addMiss(outline, miss, isBlocked, full) {
  const title = ended(miss.title) + (full ? ` [${miss.rule}]` : "");
  const how = miss.is_enough ? "asking.could_come" : "asking.is_a_step";
  outline.add(1, say(isBlocked ? "asking.would_speak" : how, { title }));
  for (const what of miss.holds) outline.add(2, say("asking.is_so", { what }));
  for (const need of miss.fails) outline.add(2, say("asking.is_not_so", { what: needText(need) }));
  for (const need of miss.unknown) outline.add(2, say("asking.is_not_known", { what: needText(need) }));
}

/**
 * @param {Need} need
 * @returns {string}
 */
function needText({ asked, said, wanted }) {
  const would = wanted.join(say("asking.or"));
  if (said == null) return say("asking.it_would_take", { asked, wanted: would });
  return say("asking.said_would_take", { asked, said, wanted: would });
}
