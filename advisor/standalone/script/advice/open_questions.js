// What to ask next: the questions whose answers would help most. As advisor/advice/open_questions.py.

import { isBegun, isOpen, mayBeInOwnWords, partsNotAsked, wasNotAsked } from "../cases/questions.js";
import { concluding } from "../inference/evaluator.js";
import { kindOfLeaf, leaves, thingOfLeaf } from "../knowledge/conditions.js";
import { thing } from "../knowledge/facts.js";
import { askingForAlerts, questionsBehind } from "../knowledge/questions.js";
import { say } from "../language.js";
import { sortedBy } from "../order_by.js";
import { senseless } from "./senseless.js";

/** @typedef {import("../cases/case.js").Case} Case */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/facts.js").Thing} Thing */
/** @typedef {import("./model.js").PatternAdvice} PatternAdvice */
/** @typedef {import("./model.js").ToAsk} ToAsk */

const MOST_NAMED = 4;
const SOME_NAMED = 2; // of more than that: a reader then looks at the whole list

/**
 * Return the open questions, most useful first.
 *
 * First comes what asks for an alert, also where the leader said she does not know; then what tells two patterns apart,
 * the core questions, what could confirm a pattern that is only possible; last, what she does not know. A list that was
 * answered in part is open for the rest. At the very end stands what she may have answered in her own words. What makes
 * no sense in this case is left out.
 * @param {Case} of
 * @param {Iterable<Fact>} given the facts that the case gives
 * @param {PatternAdvice[]} patterns
 * @param {Knowledge} knowledge
 * @returns {ToAsk[]}
 */
export function toAsk(of, given, patterns, knowledge) {
  const leftOut = senseless(given, knowledge);
  const core = Array.from(knowledge.questions.values()).filter((question) => question.core);
  const useful = [
    ...tellingApart(patterns, knowledge),
    ...core.map((question) => ({ question: question.id, because: question.why })),
    ...confirming(patterns, knowledge),
  ];
  const open = useful.filter(({ question }) => !leftOut.has(question) && isOpen(question, of, knowledge));
  /** @type {Map<string, string>[]} */
  const [wanted, unsure, inWords] = [new Map(), new Map(), new Map()];
  for (const { question, because } of open) {
    if (wasNotAsked(question, of, knowledge)) {
      if (!wanted.has(question)) wanted.set(question, because + stillOpen(question, of, knowledge));
    } else if (mayBeInOwnWords(question, of, knowledge)) {
      inWords.set(question, say("advice.in_your_words"));
    } else {
      unsure.set(question, say("advice.who_could_tell"));
    }
  }
  const beforeAll = knowledge.once(askingForAlerts);
  const found = [...wanted, ...unsure, ...inWords].map(([question, because]) => ({ question, because }));
  return sortedBy(found, ({ question }) => !beforeAll.has(question));
}

/**
 * Return which parts of a list are open where it was answered in part, for whoever sees it again.
 * @param {string} question
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {string}
 */
function stillOpen(question, of, knowledge) {
  if (!isBegun(question, of, knowledge)) return "";
  let texts = partsNotAsked(question, of, knowledge).map((part) => part.text);
  if (texts.length > MOST_NAMED) {
    texts = [...texts.slice(0, SOME_NAMED), say("advice.and_more", { more: texts.length - SOME_NAMED })];
  }
  return say("advice.still_open", { parts: texts.join("; ") });
}

/**
 * @param {PatternAdvice[]} patterns
 * @param {Knowledge} knowledge
 * @returns {ToAsk[]}
 */
function tellingApart(patterns, knowledge) {
  const named = new Set(patterns.map((pattern) => pattern.id));
  return patterns.flatMap((pattern) =>
    knowledge
      .entry(pattern.id)
      .look_alikes.filter((/** @type {{pattern: string}} */ other) => named.has(other.pattern))
      .map((/** @type {{question: string, tells: string}} */ { question, tells }) => ({ question, because: tells }))
  );
}

/**
 * @param {PatternAdvice[]} patterns
 * @param {Knowledge} knowledge
 * @returns {ToAsk[]}
 */
function confirming(patterns, knowledge) {
  return patterns
    .filter((pattern) => pattern.fit === "possible")
    .flatMap((pattern) => {
      const because = say("advice.would_show", { title: knowledge.entry(pattern.id).title });
      return knowledge.memo(questionsOfPattern)(pattern.id).map((question) => ({ question, because }));
    });
}

/**
 * Return the questions that a pattern rests on, directly or through findings, each once.
 * @param {Knowledge} knowledge
 * @param {string} pattern
 * @returns {string[]}
 */
function questionsOfPattern(knowledge, pattern) {
  const rules = knowledge.once(concluding);
  /** @type {Set<string>} */
  const found = new Set();
  const waiting = new Set([thing("pattern", pattern)]); // what is added behind is looked at in its turn
  for (const about of waiting) {
    for (const leaf of (rules.get(about) ?? []).flatMap((rule) => leaves(rule.when))) {
      const kind = kindOfLeaf(leaf);
      if (kind === "finding") waiting.add(thingOfLeaf(leaf));
      if (kind === "tried") continue; // what was tried is asked once, whatever it could still show
      for (const question of questionsBehind(leaf, knowledge)) found.add(question);
    }
  }
  return Array.from(found);
}
