// What somebody could find out or wish for: the changes worth telling her of. As advisor/explanation/reach.py.

import { fact, NOT_APPLICABLE, STAGES, thingOf } from "../knowledge/facts.js";
import { askedThings } from "../knowledge/questions.js";
import { leaningsOf, NOTHING } from "./leanings.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Question} Question */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/questions.js").Asked} Asked */
/** @typedef {import("./leanings.js").Leaning} Leaning */

/**
 * Return whether an answer could be found out, for it is open, or is better than the one that was given.
 *
 * Her own view of things, what was tried, and that something does not apply, are neither.
 * @param {Fact} of
 * @param {Map<string, string>} said
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
export function isInReach(of, said, knowledge) {
  const asked = knowledge.once(askedThings).get(thingOf(of));
  if (asked === undefined || asked.kind.isOwnView || asked.kind.inActions) return false;
  if (of.value === NOT_APPLICABLE) return false;
  const before = said.get(thingOf(of));
  return before === undefined ? !isOwnFault(of, asked, knowledge) : isBetter(of, before, asked, knowledge);
}

/**
 * Return whether an answer by itself says that something is wrong, or is in a list of troubles.
 * @param {Fact} of
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
export function tellsOfTrouble(of, knowledge) {
  const leaning = leaningOf(of, knowledge);
  const asked = knowledge.once(askedThings).get(thingOf(of));
  const isListed = of.kind === "item" && of.value === "yes" && asked !== undefined;
  const inList = isListed && knowledge.once(listsOfTroubles).has(asked.question.id);
  return leaning.troubles.size > 0 || leaning.stage === 0 || inList;
}

/**
 * Return whether an answer is about the leader herself and speaks ill: that is for nobody to wish for.
 * @param {Fact} of
 * @param {Asked} asked
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
function isOwnFault(of, asked, knowledge) {
  const lacks = of.value === "no" && isGoodToHave(asked.part.key, knowledge);
  return asked.question.about === "self" && (lacks || tellsOfTrouble(of, knowledge));
}

/**
 * Return whether an answer is plainly better than another to the same question.
 * @param {Fact} of
 * @param {string} before
 * @param {Asked} asked
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
function isBetter(of, before, asked, knowledge) {
  const old = leaningOf(fact(of.kind, of.id, before), knowledge);
  const now = leaningOf(of, knowledge);
  if (before === NOT_APPLICABLE || before === of.value) return false;
  if (Array.from(now.troubles).some((trouble) => !old.troubles.has(trouble))) return false;
  if (asked.question.scale) return rises(asked.question, before, of.value);
  return of.kind === "item" ? isBetterItem(of, old, now, asked, knowledge) : isHigher(old, now);
}

/**
 * @param {Fact} of
 * @param {Leaning} old
 * @param {Leaning} now
 * @param {Asked} asked
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
function isBetterItem(of, old, now, asked, knowledge) {
  if (old.stage === 0 && of.value === "yes") return true;
  const isGood = isGoodToHave(asked.part.key, knowledge);
  const fallsAway = old.troubles.size > 0 && now.troubles.size === 0;
  return isGood || fallsAway ? of.value === (isGood ? "yes" : "no") : isHigher(old, now);
}

/**
 * @param {Leaning} old
 * @param {Leaning} now
 * @returns {boolean}
 */
function isHigher(old, now) {
  const isNew = Array.from(now.strengths).some((strength) => !old.strengths.has(strength));
  const top = STAGES.length - 1;
  return isNew || (now.stage === top && old.stage !== top);
}

/**
 * @param {Question} question
 * @param {string} before
 * @param {string} after
 * @returns {boolean}
 */
function rises(question, before, after) {
  const options = question.options.map((option) => option.id);
  return options.includes(before) && options.indexOf(after) > options.indexOf(before);
}

/**
 * Return whether an item of a list is something that rules advise, such as a precondition or a shift.
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
function isGoodToHave(id, knowledge) {
  return knowledge.has(id, knowledge.kinds.advisable);
}

/**
 * @param {Fact} of
 * @param {Knowledge} knowledge
 * @returns {Leaning}
 */
function leaningOf(of, knowledge) {
  return knowledge.once(leaningsOf).get(of) ?? NOTHING;
}

/**
 * Return the lists of which half and more are troubles, and none a strength or good to have.
 * @param {Knowledge} knowledge
 * @returns {Set<string>}
 */
function listsOfTroubles(knowledge) {
  /** @type {Map<string, {all: number, troubles: number, good: boolean}>} */
  const lists = new Map();
  for (const { question, part } of knowledge.once(askedThings).values()) {
    if (part.kind !== "item") continue;
    const leaning = leaningOf(fact("item", part.id, "yes"), knowledge);
    const list = lists.get(question.id) ?? { all: 0, troubles: 0, good: false };
    const isStrength = leaning.strengths.size > 0 && leaning.troubles.size === 0;
    lists.set(question.id, {
      all: list.all + 1,
      troubles: list.troubles + (leaning.troubles.size > 0 ? 1 : 0),
      good: list.good || isStrength || isGoodToHave(part.key, knowledge),
    });
  }
  const many = Array.from(lists).filter(([, list]) => 2 * list.troubles >= list.all && !list.good);
  return new Set(many.map(([id]) => id));
}
