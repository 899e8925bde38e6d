// What if one answer were another: pick a question, then an answer, and see what would change. Nothing is kept of it.

import { whatIf } from "../explanation/what_if.js";
import { NOT_APPLICABLE, UNKNOWN } from "../knowledge/facts.js";
import { sayOf } from "../knowledge/question_kinds.js";
import { askedThings } from "../knowledge/questions.js";
import { say } from "../language.js";
import { futureOutline } from "../reports/what_if_outline.js";
import { picking, toldInShort } from "./ask.js";
import { make, paragraph } from "./dom.js";
import { fieldId, ticked, ticks } from "./fields.js";
import { form } from "./form.js";
import { headed } from "./frame.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").View} View */
/** @typedef {import("./ask.js").Group} Group */
/** @typedef {import("../knowledge/questions.js").Asked} Asked */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */

const GONE = "-"; // in place of an answer: as if it had not been asked
const NAME = "other";

/**
 * @param {Sitting} sitting
 * @param {string} detail the name of what would be answered otherwise, and behind a sign the answer
 * @returns {View}
 */
export function whatIfView(sitting, detail) {
  const [name, value] = detail.split("=");
  const asked = changeable(sitting.knowledge).get(name);
  const title = say("page.what_if");
  const head = headed(title, () => sitting.go(asked === undefined ? "advice" : "what-if"));
  if (asked === undefined) {
    const groups = groupsOf(sitting.knowledge);
    const pick = picking(say("page.what_if_which"), groups, "", (chosen) => sitting.go("what-if", chosen));
    return { title, parts: [...head, paragraph(say("page.what_if_told")), pick] };
  }
  const future = value === undefined ? null : futureOf(sitting, name, value, asked);
  const told = future === null ? [] : toldInShort((full) => futureOutline(future, sitting.knowledge, full));
  return { title, parts: [...head, otherAnswer(sitting, name, value ?? "", asked), ...told] };
}

/**
 * Return what can be answered otherwise, by the name that a change has for it.
 * @param {Knowledge} knowledge
 * @returns {Map<string, Asked>}
 */
function changeable(knowledge) {
  const asked = Array.from(knowledge.once(askedThings).values()).filter((each) => !each.kind.inActions);
  return new Map(asked.map((each) => [nameOf(each), each]));
}

/**
 * @param {Asked} asked
 * @returns {string}
 */
function nameOf({ kind, part }) {
  return kind.alias === "" ? part.id : `${kind.alias}.${part.id}`;
}

/**
 * Return the questions, and of lists their lines.
 * @param {Knowledge} knowledge
 * @returns {Group[]}
 */
function groupsOf(knowledge) {
  /** @type {Map<string, Group>} */
  const groups = new Map([["", { title: say("page.group_questions"), options: [] }]]);
  for (const [name, { question, part }] of changeable(knowledge)) {
    const title = part.key === "" ? say("page.group_questions") : question.prompt;
    const key = part.key === "" ? "" : question.id;
    const group = groups.get(key) ?? { title, options: [] };
    group.options.push({ value: name, text: part.key === "" ? question.prompt : part.text });
    groups.set(key, group);
  }
  return Array.from(groups.values()).filter((group) => group.options.length > 0);
}

/**
 * Return the form in which another answer is chosen.
 * @param {Sitting} sitting
 * @param {string} name
 * @param {string} chosen
 * @param {Asked} asked
 * @returns {HTMLElement}
 */
function otherAnswer(sitting, name, chosen, { question, part }) {
  const text = (/** @type {string} */ word) =>
    question.options.find((option) => option.id === word)?.text ?? sayOf(question, word);
  const choices = [
    ...part.words.map((word) => ({ value: word, text: text(word) })),
    { value: NOT_APPLICABLE, text: say("page.not_applicable"), apart: true },
    { value: UNKNOWN, text: say("page.dont_know"), apart: true },
    { value: GONE, text: say("page.take_away"), apart: true },
  ];
  const asks = part.key === "" ? question.prompt : `${question.prompt} ${part.text}`;
  const fields = make(
    "fieldset",
    {},
    make("legend", {}, make("h2", {}, asks)),
    ticks("radio", NAME, choices, new Set([chosen]), say("page.or"))
  );
  const made = form(
    [fields],
    (filled) => {
      const [value] = ticked(filled, NAME);
      if (value === undefined) return [{ field: fieldId(NAME, 0), text: say("page.wrong_choice") }];
      sitting.go("what-if", `${name}=${value}`);
      return [];
    },
    say("page.show")
  );
  made.classList.add("picking");
  return made;
}

/**
 * @param {Sitting} sitting
 * @param {string} name
 * @param {string} value
 * @param {Asked} asked
 * @returns {import("../explanation/what_if.js").Future | null}
 */
function futureOf(sitting, name, value, { part }) {
  const { knowledge } = sitting;
  const isAnAnswer = value === GONE || value === UNKNOWN || part.values.includes(value);
  if (!isAnAnswer) return null; // an address that somebody typed
  const edits = [{ name, value: value === GONE ? null : value }];
  return whatIf(sitting.interview.case, edits, knowledge);
}
