// The smallest changes to the answers after which something is concluded. As advisor/explanation/changes.py.

import { changed, editOf } from "../cases/edits.js";
import { initialFacts } from "../cases/facts.js";
import { run } from "../inference/circuit.js";
import { setsThatBring, singleChanges } from "../inference/trials.js";
import { wantedOf, wantedStage, where } from "../inference/wanted.js";
import { fact, thingOf } from "../knowledge/facts.js";
import { valuesOfAnswers } from "../knowledge/questions.js";
import { sortedBy } from "../order_by.js";
import { isInReach, tellsOfTrouble } from "./reach.js";

/** @typedef {import("../advice/reasoner.js").Consultation} Consultation */
/** @typedef {import("../cases/edits.js").Edit} Edit */
/** @typedef {import("../inference/wanted.js").Wanted} Wanted */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */

const MOST_SETS = 5;

/**
 * Return the smallest sets of answers to find out or to wish for after which something is concluded.
 *
 * All are of the same size, at most five, those first that add what is not known, and among them what tells of no
 * trouble. Of an alert whatever raises it is told.
 * @param {string} id
 * @param {Consultation} consulted
 * @param {Knowledge} knowledge
 * @returns {Edit[][]}
 */
export function smallestChanges(id, consulted, knowledge) {
  return smallest(knowledge.memo(wantedOf)(id), consulted, knowledge, knowledge.has(id, ["alert"]));
}

/**
 * Return the smallest sets of changes after which a factor stands at a stage.
 * @param {string} factor
 * @param {string} stage
 * @param {Consultation} consulted
 * @param {Knowledge} knowledge
 * @returns {Edit[][]}
 */
export function changesToStage(factor, stage, consulted, knowledge) {
  return smallest(knowledge.memo(wantedStage)(`${factor}=${stage}`), consulted, knowledge, false);
}

/**
 * @param {Wanted} wanted
 * @param {Consultation} consulted
 * @param {Knowledge} knowledge
 * @param {boolean} troublesToo
 * @returns {Edit[][]}
 */
function smallest(wanted, consulted, knowledge, troublesToo) {
  const known = consulted.facts;
  const answered = new Map(known.map((each) => [thingOf(each), each.value]));
  const candidates = singleChanges(wanted, known, knowledge.once(factsOfAnswers)).filter((each) =>
    isInReach(each, answered, knowledge)
  );
  for (const those of setsThatBring(wanted, known, candidates)) {
    const found = sortedBy(those, (changes) => [
      changes.filter((each) => answered.has(thingOf(each))).length,
      changes.filter((each) => tellsOfTrouble(each, knowledge)).length,
      ...changes.flatMap(({ kind, id, value }) => [kind, id, value]),
    ]);
    const good = troublesToo ? found : withoutWorse(found, answered, knowledge);
    if (good.length > 0) {
      const sets = good.slice(0, MOST_SETS).map((changes) => changes.map(editOf));
      return sets.filter((edits) => brings(edits, wanted, consulted, knowledge));
    }
  }
  return [];
}

/**
 * Return the facts that may be given of each thing; ask for them with `knowledge.once`.
 * @param {Knowledge} knowledge
 * @returns {Map<string, Fact[]>}
 */
function factsOfAnswers(knowledge) {
  return new Map(
    Array.from(knowledge.once(valuesOfAnswers), ([thing, values]) => {
      const [kind, id] = [thing.slice(0, thing.indexOf(":")), thing.slice(thing.indexOf(":") + 1)];
      return [thing, values.map((value) => fact(kind, id, value))];
    })
  );
}

/**
 * Return the sets without those that join a trouble to what is to get better.
 *
 * Where something can be found out that tells of no trouble, what does is left out too.
 * @param {Fact[][]} found
 * @param {Map<string, string>} answered
 * @param {Knowledge} knowledge
 * @returns {Fact[][]}
 */
function withoutWorse(found, answered, knowledge) {
  const isWorse = (/** @type {Fact[]} */ changes) => changes.some((each) => tellsOfTrouble(each, knowledge));
  const good = found.filter((changes) => !isWorse(changes));
  if (good.length > 0) return good;
  return found.filter((changes) => !changes.some((each) => answered.has(thingOf(each))));
}

/**
 * Return whether changes bring it when they are made to the case itself.
 * @param {Edit[]} edits
 * @param {Wanted} wanted
 * @param {Consultation} consulted
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
function brings(edits, wanted, consulted, knowledge) {
  const facts = initialFacts(changed(consulted.case, edits, knowledge), knowledge);
  const cells = run(wanted.program, new Map(facts.map((each) => [each, 1])), 1);
  return (where(cells, wanted) & 1) === 1;
}
