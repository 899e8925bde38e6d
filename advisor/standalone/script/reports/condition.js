// The condition of a rule in plain words, as points inside points. As advisor/reports/condition.py.

import { groupOf, kindOfLeaf, members, reads } from "../knowledge/conditions.js";
import { askedOf, ownWords, stageInWords, titleOf, valueOf } from "../knowledge/phrases.js";
import { say, sayCount } from "../language.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Question} Question */
/** @typedef {import("../knowledge/conditions.js").Condition} Condition */

/** @type {Map<string | null, string>} */
const HEADINGS = new Map([
  ["all", "asking.all_of"],
  ["any", "asking.any_of"],
  ["none", "asking.none_of"],
]);

/**
 * Yield the lines of a condition, each with its depth.
 * @param {Condition} condition
 * @param {Knowledge} knowledge
 * @param {number} [depth]
 * @returns {Generator<[number, string]>}
 */
export function* conditionLines(condition, knowledge, depth = 1) {
  if (groupOf(condition) === null) {
    yield [depth, leafText(condition, knowledge)];
    return;
  }
  yield [depth, heading(condition)];
  for (const member of members(condition)) yield* conditionLines(member, knowledge, depth + 1);
}

/**
 * @param {Condition} condition
 * @returns {string}
 */
function heading(condition) {
  const name = HEADINGS.get(groupOf(condition));
  if (name !== undefined) return say(name);
  const least = condition.at_least;
  if (typeof least === "number") return sayCount("asking.at_least_of", least);
  return say(least === "half" ? "asking.half_of" : "asking.most_of");
}

/**
 * @param {Condition} leaf
 * @param {Knowledge} knowledge
 * @returns {string}
 */
function leafText(leaf, knowledge) {
  const kind = kindOfLeaf(leaf);
  const subject = leaf[kind];
  switch (kind) {
    case "answer":
      return `${askedOf(kind, subject, knowledge)} ${oneOf(
        reads(leaf, knowledge).yes.map((each) => valueOf(each.kind, each.id, each.value, knowledge))
      )}`;
    case "item": {
      const question = /** @type {Question} */ (knowledge.questions.get(subject.split(".")[0]));
      return `${question.prompt} ${askedOf(kind, subject, knowledge)} ${leaf.is}`;
    }
    case "finding":
      return say("asking.found", { title: titleOf(subject, knowledge) });
    case "stage":
      return stageText(leaf, knowledge);
    case "placed":
      return say("asking.placed_at", { factor: titleOf(subject, knowledge), stages: stages(leaf) });
    case "pattern":
      return say("asking.pattern_is", {
        title: titleOf(subject, knowledge),
        fit: say(leaf.fit === "likely" ? "asking.likely" : "asking.likely_or_possible"),
      });
    case "tried":
      return say("asking.was_tried", {
        title: titleOf(subject, knowledge),
        outcomes: oneOf(values(leaf.outcome, leaf.in).map((each) => valueOf(kind, subject, each, knowledge))),
      });
    default: // what is told of a case and not asked
      return oneOf(
        reads(leaf, knowledge).yes.map((each) => ownWords(each.kind, each.id, each.value, knowledge))
      );
  }
}

/**
 * @param {Condition} leaf
 * @param {Knowledge} knowledge
 * @returns {string}
 */
function stageText(leaf, knowledge) {
  const said = { factor: titleOf(leaf.stage, knowledge), stages: stages(leaf) };
  return leaf.sure ? say("asking.stands_sure", { ...said, sure: leaf.sure }) : say("asking.stands", said);
}

/**
 * @param {Condition} leaf
 * @returns {string}
 */
function stages(leaf) {
  return oneOf(values(leaf.is, leaf.in).map((stage) => `${stage} (${stageInWords(stage)})`));
}

/**
 * @param {string | null | undefined} one
 * @param {string[] | null | undefined} several
 * @returns {string[]}
 */
function values(one, several) {
  return one ? [one] : (several ?? []);
}

/**
 * @param {string[]} words
 * @returns {string}
 */
function oneOf(words) {
  return words.join(say("asking.or"));
}
