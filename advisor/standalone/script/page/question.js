// One question on a page: how far it is, the question, why it is asked, the answers, a note, and on.

import { say, sayCount } from "../language.js";
import { lostActions } from "../interview/answering.js";
import { button, fold, link, list, make, paragraph } from "./dom.js";
import { writing, written } from "./fields.js";
import { form } from "./form.js";
import { answering } from "./answering.js";
import { cleaned, LONGEST } from "./typed.js";
import { howFar } from "./progress.js";
import { lostText } from "./lost.js";
import { wayBack } from "./frame.js";
import { whyAsked } from "./so_far.js";
import { goBack, goOn, newlyRaised } from "./way.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").View} View */
/** @typedef {import("./fields.js").Wrong} Wrong */
/** @typedef {import("../knowledge/base.js").Question} Question */
/** @typedef {import("../cases/case.js").Answer} Answer */

export const NOTE = "note";

/**
 * Return the question at the place.
 * @param {Sitting} sitting
 * @returns {View}
 */
export function questionView(sitting) {
  const question = /** @type {Question} */ (sitting.interview.nextQuestion());
  const answers = answering(question, sitting);
  const title = make("h1", {}, question.prompt);
  const parts = answers.asked(title, hintOf(question, answers.how));
  sitting.warnedOf = "";
  return {
    title: question.prompt,
    parts: [
      ...wayBack(() => (isChange(question, sitting) ? leave(question, sitting) : goBack(sitting))),
      howFar(sitting),
      form(
        [...parts, whyFold(question, sitting), noteFold(question, sitting)],
        (filled) => taken(filled, question, answers.read(filled), sitting),
        say("page.continue"),
        [keepButton(question, sitting)]
      ),
      further(sitting),
    ],
  };
}

/**
 * @param {Question} question
 * @param {string} how
 * @returns {HTMLElement | null}
 */
function hintOf(question, how) {
  const said = [question.hint ?? "", how].filter((each) => each !== "").join(" ");
  return paragraph(said, { class: "hint", id: "hint" });
}

/**
 * @param {Question} question
 * @param {Sitting} sitting
 * @returns {HTMLElement}
 */
function whyFold(question, sitting) {
  return fold(say("page.why_asked"), () => whyAsked(question, sitting), { class: "aside" });
}

/**
 * @param {Question} question
 * @param {Sitting} sitting
 * @returns {HTMLElement}
 */
function noteFold(question, sitting) {
  const value = sitting.interview.case.notes.get(question.id) ?? "";
  const how = { id: NOTE, label: say("page.note"), hint: say("page.note_hint"), value, most: LONGEST, rows: 3 };
  return fold(say("page.note_fold"), () => [writing(how)], { class: "aside", open: value !== "" });
}

/**
 * Return the button that goes on with what is there of a list that was answered in part.
 * @param {Question} question
 * @param {Sitting} sitting
 * @returns {HTMLElement | null}
 */
function keepButton(question, sitting) {
  const { interview } = sitting;
  const isInPart = interview.answerTo(question.id) !== null && interview.openParts(question.id).length > 0;
  if (!isInPart) return null;
  return button(say("page.keep"), () => {
    interview.keep();
    leave(question, sitting);
  });
}

/**
 * Return whether she came from the list of her answers, to change this one.
 * @param {Question} question
 * @param {Sitting} sitting
 * @returns {boolean}
 */
function isChange(question, sitting) {
  return sitting.changing === question.id && sitting.interview.isGoingBack;
}

/**
 * Go on from a question: back to the list, where one answer of it was to be changed.
 * @param {Question} question
 * @param {Sitting} sitting
 */
function leave(question, sitting) {
  const isOne = sitting.changing === question.id;
  sitting.changing = "";
  if (!isOne) {
    goOn(sitting);
    return;
  }
  sitting.interview.goOn();
  if (newlyRaised(sitting).length > 0) sitting.go("alert");
  else sitting.go("check");
}

/**
 * Return what else may be done at a question.
 * @param {Sitting} sitting
 * @returns {HTMLElement}
 */
function further(sitting) {
  const { interview } = sitting;
  const ways = [];
  if (interview.isGoingBack) {
    const n = interview.entries.length - interview.place;
    ways.push(link(sayCount("page.go_on", n), () => {
      interview.goOn();
      goOn(sitting);
    }));
  }
  if (interview.entries.length > 0) ways.push(link(say("page.to_check"), () => sitting.go("check")));
  if (sitting.mode === "leader" && interview.entries.length > 0) {
    ways.push(link(say("page.to_so_far"), () => sitting.go("so-far")));
  }
  return list(ways, { class: "ways" });
}

/**
 * Take an answer and go on; or return what is wrong with it.
 * @param {HTMLFormElement} filled
 * @param {Question} question
 * @param {{answer?: Answer, wantsWords?: boolean, wrong?: Wrong[]}} reply
 * @param {Sitting} sitting
 * @returns {Wrong[]}
 */
function taken(filled, question, reply, sitting) {
  const note = noteIn(filled, question, sitting);
  if (reply.wrong || reply.answer === undefined) return reply.wrong ?? [];
  if (reply.wantsWords && cleaned(written(filled, NOTE)) === "") return [{ field: openNote(filled), text: say("page.wrong_own_words") }];
  const { interview } = sitting;
  const before = interview.state;
  interview.answer(question.id, reply.answer, note);
  const lost = lostActions(before.case, interview.case);
  const said = JSON.stringify([question.id, ...(typeof reply.answer === "string" ? [reply.answer] : reply.answer)]);
  if (lost.length > 0 && sitting.warnedOf !== said) {
    interview.state = before;
    sitting.warnedOf = said;
    return [{ field: String(filled.querySelector("input")?.id), text: lostText(lost, sitting.knowledge) }];
  }
  leave(question, sitting);
  return [];
}

/**
 * Return the note that is written; null where it is what was there, laid out in lines perhaps.
 * @param {HTMLFormElement} filled
 * @param {Question} question
 * @param {Sitting} sitting
 * @returns {string | null}
 */
function noteIn(filled, question, sitting) {
  if (filled.querySelector(`#${NOTE}`) === null) return null;
  const note = cleaned(written(filled, NOTE));
  return note === cleaned(sitting.interview.case.notes.get(question.id) ?? "") ? null : note;
}

/**
 * Unfold the note, and return the id of its field.
 * @param {HTMLFormElement} filled
 * @returns {string}
 */
function openNote(filled) {
  const found = /** @type {HTMLDetailsElement} */ (filled.querySelectorAll("details")[1]);
  found.open = true;
  found.dispatchEvent(new Event("fill"));
  return NOTE;
}
