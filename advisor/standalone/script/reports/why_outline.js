// Why something is so, as an outline: reasons inside reasons, all of them. As advisor/reports/why_outline.py.

import { factorNames } from "../advice/naming.js";
import { titleOf } from "../knowledge/phrases.js";
import { say } from "../language.js";
import { Outline } from "./outline.js";
import { citation, ended } from "./wording.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../explanation/reasons.js").Reason} Reason */
/** @typedef {import("../explanation/reasons.js").Why} Why */

export const FEW = 3; // reasons, misses and the like that are shown at first
const EVERYTHING = 99; // levels
/** @type {Map<string, string>} */
const SPEAKS = new Map([["against", "asking.speaks_against"], ["take-care", "asking.speaks_take_care"]]);
/** @type {Map<string, string>} */
const STRENGTH = new Map([
  ["strong", "asking.strong_reason"],
  ["moderate", "asking.moderate_reason"],
  ["slight", "asking.slight_reason"],
]);

/**
 * Return why: every reason, down to the answers.
 * @param {Why} found
 * @param {Knowledge} knowledge
 * @returns {Outline}
 */
export function whyOutline(found, knowledge) {
  const outline = new Outline();
  outline.add(0, `${found.title}: ${found.verdict}`);
  if (found.kind === "factor") outline.add(1, decided(found));
  const tree = reasonTree(outline, [...found.reasons, ...found.against, ...found.further], knowledge);
  for (const reason of found.reasons) tree.add(reason, 1);
  if (found.against.length > 0) outline.add(0, say("asking.beside_that"));
  for (const reason of found.against) tree.add(reason, 1);
  if (tree.isCut()) outline.add(0, say("asking.ask_why_of_it"));
  return outline;
}

/**
 * Return which signs decide where a factor stands.
 * @param {Why} found
 * @returns {string}
 */
function decided(found) {
  const signs = [...found.reasons, ...found.against].filter((each) => found.decided_by.includes(each.id));
  if (signs.length === 0) return say("asking.no_one_sign");
  return say("asking.decides", { signs: signs.map((each) => ended(each.text)).join(" ") });
}

/**
 * Return what the interview calls a factor; of anything else its title.
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function factorName(id, knowledge) {
  return knowledge.once(factorNames).get(id) || titleOf(id, knowledge);
}

/**
 * Return the answers that a reason rests on, however deep, each once.
 * @param {Reason} reason
 * @returns {string[]}
 */
export function leafAnswers(reason) {
  const answers = [reason, ...all(reason.below)].filter((each) => each.kind === "answer");
  return Array.from(new Set(answers.map((each) => each.text)));
}

/**
 * Return what adds reasons to an outline; a part is shown where it first comes up, and referred to from then on.
 * @param {Outline} outline
 * @param {Iterable<Reason>} reasons
 * @param {Knowledge} knowledge
 * @returns {{add: (reason: Reason, level: number) => void, isCut: () => boolean}}
 */
function reasonTree(outline, reasons, knowledge) {
  const complete = Array.from(all(reasons)).filter((each) => each.kind === "conclusion" && !each.seen_before);
  const wholeOf = new Map(complete.map((each) => [each.text, each]));
  /** @type {Set<string>} */
  const shown = new Set();
  let isCut = false;

  /**
   * @param {Reason} reason
   * @param {number} level
   */
  function add(reason, level) {
    const concluded = reason.kind === "conclusion";
    const again = concluded && shown.has(reason.text);
    const below = again ? [] : ((concluded && wholeOf.get(reason.text)) || reason).below;
    const cut = level >= EVERYTHING && below.some((each) => each.kind !== "answer");
    if (concluded && !cut) shown.add(reason.text);
    isCut = isCut || cut;
    const mark = again ? say("asking.see_above") : cut ? " ..." : "";
    outline.add(level, reasonText(reason, knowledge) + mark);
    for (const each of below.flatMap((each) => withoutEcho(each, reason, cut))) add(each, level + 1);
  }
  return { add, isCut: () => isCut };
}

/**
 * Return a reason, or what it rests on where it is a rule that only says again what it concludes.
 * @param {Reason} below
 * @param {Reason} above
 * @param {boolean} cut whether no more than answers are told of what is above
 * @returns {Reason[]}
 */
function withoutEcho(below, above, cut) {
  if (below.text === above.text) return below.below;
  return cut && below.kind !== "answer" ? [] : [below];
}

/**
 * @param {Iterable<Reason>} reasons
 * @returns {Generator<Reason>}
 */
function* all(reasons) {
  for (const reason of reasons) {
    yield reason;
    yield* all(reason.below);
  }
}

/**
 * Return a reason in a line: which way it speaks, why, its source and its name.
 * @param {Reason} reason
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function reasonText(reason, knowledge) {
  if (reason.kind === "answer") return reason.text;
  const isRule = reason.kind === "rule";
  const way = SPEAKS.get(reason.speaks);
  const speaks = way === undefined ? "" : say(way);
  const because = isRule && reason.because ? ` ${ended(reason.because)}` : "";
  const source = isRule && reason.source ? ` (${citation(reason, knowledge)})` : "";
  const name = isRule || reason.kind === "conclusion" ? ` [${reason.id}]` : "";
  const strong = STRENGTH.get(reason.strength);
  const strength = strong !== undefined ? ` ${say(strong)}` : "";
  return `${speaks}${ended(reason.text)}${because}${source}${name}${strength}`;
}
