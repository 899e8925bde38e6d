// The pack for the next meeting: a page for the table, and beside it, on the screen alone, what is for her.

import { isPlanned, meetingFor } from "../advice/meeting.js";
import { advise } from "../advice/reasoner.js";
import { say } from "../language.js";
import { besideThePage, privatePage, tablePage } from "../reports/pack.js";
import { button, make, paragraph } from "./dom.js";
import { drawn } from "./outlined.js";
import { wayBack } from "./frame.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").View} View */

/**
 * @param {Sitting} sitting
 * @returns {View}
 */
export function packView(sitting) {
  const { knowledge } = sitting;
  const of = sitting.interview.case;
  const advice = advise(of, knowledge);
  const found = meetingFor(advice, knowledge);
  const isForTable = isPlanned(found);
  const outline = isForTable ? tablePage(found.meeting, of.partnership) : privatePage(found, advice, of.partnership);
  const beside = isForTable ? besideThePage(found, advice, knowledge) : [];
  return {
    title: outline.title,
    parts: [
      ...wayBack(() => sitting.go("advice")),
      ...aside(Array.from(beside)),
      make("article", { class: "outline" }, ...drawn(outline)),
      make("p", { class: "buttons" }, button(say("page.print"), () => window.print())),
    ],
  };
}

/**
 * Return what the leader should know and nobody else at the table: on the screen, and on no paper.
 * @param {string[]} notes
 * @returns {HTMLElement[]}
 */
function aside(notes) {
  if (notes.length === 0) return [];
  return [make("section", { class: "alone", "aria-label": say("page.for_you_alone") }, ...notes.map((each) => paragraph(each)))];
}
