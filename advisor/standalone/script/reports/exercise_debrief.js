// The debrief of an exercise: the point, the author's words on each choice. As advisor/reports/exercise_debrief.py.

import { titleAmong } from "../exercise/choices.js";
import { say } from "../language.js";
import { inShort } from "./exercise_comparison.js";
import { numbered, Outline, point } from "./outline.js";
import { ended, inside } from "./wording.js";

/** @typedef {import("../exercise/choices.js").Group} Group */
/** @typedef {import("../exercise/debriefing.js").AuthorSays} AuthorSays */
/** @typedef {import("../exercise/debriefing.js").Debrief} Debrief */
/** @typedef {import("../exercise/debriefing.js").Discussed} Discussed */
/** @typedef {import("../exercise/exercise.js").OtherView} OtherView */

const WOULD_DO = new Set(["wait", "first", "among-first", "in-plan", "recommended"]);

/**
 * Return the debrief: the point, each choice, what else the author expects, the other side, questions.
 * @param {Debrief} found
 * @param {Group[]} choices
 * @returns {Outline}
 */
export function debriefOutline(found, choices) {
  const outline = new Outline();
  outline.add(0, say("exercise.the_point"));
  outline.add(1, `${ended(found.title)} ${found.teaches}`);
  if (found.discussed.length > 0) outline.add(0, say("exercise.choices_and_author"));
  found.discussed.forEach((each, place) => {
    outline.put([point(ended(titleAmong(each.choice.id, choices)), 1, numbered(place + 1))]);
    for (const line of ofChoice(each, choices)) outline.add(2, line);
  });
  if (found.also_expected.length > 0) outline.add(0, say("exercise.would_also_do"));
  for (const said of found.also_expected) outline.add(1, `${ended(titleAmong(said.id, choices))} ${said.reason}`);
  if (found.other_view !== null) addOtherView(outline, found.other_view);
  if (found.discuss.length > 0) outline.add(0, say("exercise.to_talk_about"));
  for (const question of found.discuss) outline.add(1, question);
  return outline;
}

/**
 * Return what the author says of a choice, each reason once, and where the rules say something else.
 * @param {Discussed} each
 * @param {Group[]} choices
 * @returns {string[]}
 */
export function ofChoice(each, choices) {
  const { author, standing } = each;
  const once = author.filter((said, place) => author.findIndex(({ reason }) => reason === said.reason) === place);
  return [
    ...once.map((said, place) => {
      const isBegun = once.slice(0, place).some((each) => WOULD_DO.has(each.kind));
      return isBegun && WOULD_DO.has(said.kind) ? said.reason : authorInWords(said, choices);
    }),
    ...(author.length === 0 ? [say("exercise.silent")] : []),
    ...(author.length === 0 || standing.verdict !== "agreed" ? [inShort(standing, choices)] : []),
  ];
}

/**
 * Return what an author expects of something, and why.
 * @param {AuthorSays} said
 * @param {Group[]} choices
 * @returns {string}
 */
function authorInWords(said, choices) {
  const ids = said.kind === "before" ? [said.id, said.then] : [];
  const [first = "", then = ""] = ids.map((id) => inside(titleAmong(id, choices)));
  return say(`exercise.author_${said.kind.replaceAll("-", "_")}`, { reason: said.reason, first, then });
}

/**
 * @param {Outline} outline
 * @param {OtherView} other
 */
function addOtherView(outline, { number, title, teaches }) {
  outline.add(0, say("exercise.other_side"));
  const fields = { title: title.replace(/\.+$/, ""), teaches };
  outline.add(1, number === null ? say("exercise.other_told", fields) : say("exercise.other_told_in", { number, ...fields }));
}
