// Answers in the words of the questions, and the titles of what is concluded. As advisor/knowledge/phrases.py.

import { say } from "../language.js";
import { withoutStops } from "../text.js";
import { besideAsked, besideSaid, besideValue, isBeside } from "./beside.js";
import { STAGES, thing } from "./facts.js";
import { askedBy, kindGiving, sayAs } from "./question_kinds.js";
import { askedThings } from "./questions.js";

/** @typedef {import("./base.js").Knowledge} Knowledge */

/**
 * Return an answer of the leader, quoted: the question, and what she said.
 * @param {string} kind
 * @param {string} id
 * @param {string} value
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function quoted(kind, id, value, knowledge) {
  if (isBeside(kind)) return besideSaid(kind, id, value, knowledge);
  const fields = { question: askedOf(kind, id, knowledge), answer: valueOf(kind, id, value, knowledge) };
  return say("phrases.you_said", fields);
}

/**
 * Return an answer in the words that the leader chose it by, without the question.
 *
 * Of a choice that is the option's text, of a list the item; behind a colon stands what else was said of it.
 * @param {string} kind
 * @param {string} id
 * @param {string} value
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function ownWords(kind, id, value, knowledge) {
  if (isBeside(kind)) return besideSaid(kind, id, value, knowledge);
  const said = valueOf(kind, id, value, knowledge);
  if (kind === "answer") return withoutStops(said.replace(/^'/, "").replace(/'$/, ""));
  const asked = askedOf(kind, id, knowledge).replace(/[.:]+$/, "");
  return (kind === "item" || kind === "sector") && value === "yes" ? asked : `${asked}: ${said}`;
}

/**
 * Return what was asked: the question, and the item or row of it.
 * @param {string} kind
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function askedOf(kind, id, knowledge) {
  const asked = knowledge.once(askedThings).get(thing(kind, id));
  if (asked !== undefined) return askedBy(asked.kind, asked.part.text);
  if (kind === "sector") return say("phrases.of_the_sector", { sector: sectorTitle(id, knowledge) });
  if (isBeside(kind)) return besideAsked(kind, id, knowledge);
  return askedBy(kindGiving(kind), titleOf(id, knowledge)); // no question asks for it
}

/**
 * Return what was said, in quotation marks where it is an option's text.
 * @param {string} kind
 * @param {string} id
 * @param {string} value
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function valueOf(kind, id, value, knowledge) {
  if (kind === "sector") return value;
  if (isBeside(kind)) return besideValue(value);
  const asked = knowledge.once(askedThings).get(thing(kind, id));
  return asked === undefined ? sayAs(kindGiving(kind), null, value) : sayAs(asked.kind, asked.question, value);
}

/**
 * Return what a sector is called.
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function sectorTitle(id, knowledge) {
  return knowledge.sectors.find((sector) => sector.id === id)?.title ?? id;
}

/**
 * Return the title of an entry.
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function titleOf(id, knowledge) {
  return knowledge.entry(id).title;
}

/**
 * Return what a fact says of a stage, or of how sure it is: `loose`, or `loose (firm)`.
 * @param {string} value
 * @returns {string}
 */
export function stageInWords(value) {
  const [stage, ...sure] = value.split("-");
  const said = STAGES.includes(stage) ? say(`phrases.stage_${stage}`) : stage;
  if (sure.join("-") === "") return said;
  return say(sure.join("-") === "firm" ? "phrases.stage_firm" : "phrases.stage_tentative", { stage: said });
}
