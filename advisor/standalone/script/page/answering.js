// How a question is answered on a page, by its kind: what stands there, and what is meant by what was ticked.

import { say } from "../language.js";
import { NOT_APPLICABLE, UNKNOWN } from "../knowledge/facts.js";
import { mayBeInOwnWords } from "../cases/questions.js";
import { checklist } from "./answering_checklist.js";
import { actions, placing } from "./answering_rows.js";
import { make } from "./dom.js";
import { fieldId, ticked, ticks } from "./fields.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./fields.js").Wrong} Wrong */
/** @typedef {import("./fields.js").Choice} Choice */
/** @typedef {import("../knowledge/base.js").Question} Question */
/** @typedef {import("../cases/case.js").Answer} Answer */
/** @typedef {{answer?: Answer, wantsWords?: boolean, wrong?: Wrong[]}} Reply `wantsWords` where it says nothing alone */
/**
 * `asked` returns what stands on the page, with the heading in its place; `read` what was answered.
 * @typedef {object} Answering
 * @property {string} how
 * @property {(title: HTMLElement, hint: HTMLElement | null) => HTMLElement[]} asked
 * @property {(form: HTMLFormElement) => Reply} read
 */

/** @type {Record<string, (question: Question, sitting: Sitting) => Answering>} */
const BY_KIND = { choice, checklist, placing, actions };
const NONE = "*"; // no id of an option is so
const NAME = "answer";

/**
 * Return how a question is answered here.
 * @param {Question} question
 * @param {Sitting} sitting
 * @returns {Answering}
 */
export function answering(question, sitting) {
  return BY_KIND[question.kind](question, sitting);
}

/**
 * One of several options, or words of her own.
 * @param {Question} question
 * @param {Sitting} sitting
 * @returns {Answering}
 */
function choice(question, sitting) {
  const { interview, knowledge } = sitting;
  const there = interview.answerTo(question.id);
  const isOwn = there === UNKNOWN && mayBeInOwnWords(question.id, interview.case, knowledge);
  const checked = isOwn ? NONE : there;
  /** @type {Choice[]} */
  const choices = [
    ...question.options.map((option) => ({ value: option.id, text: option.text })),
    { value: NONE, text: say("page.none_own_words"), apart: true },
    { value: UNKNOWN, text: say("page.dont_know"), apart: true },
    { value: NOT_APPLICABLE, text: say("page.not_applicable"), apart: true },
  ];
  return {
    how: "",
    asked: (title, hint) => [
      make(
        "fieldset",
        { "aria-describedby": hint === null ? null : hint.id },
        make("legend", {}, title),
        hint,
        ticks("radio", NAME, choices, new Set([String(checked)]), say("page.or"))
      ),
    ],
    read: (form) => {
      const [said] = ticked(form, NAME);
      if (said === undefined) return { wrong: [{ field: fieldId(NAME, 0), text: say("page.wrong_choice") }] };
      return said === NONE ? { answer: UNKNOWN, wantsWords: true } : { answer: said };
    },
  };
}
