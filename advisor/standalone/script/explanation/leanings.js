// What each answer says by itself: troubles, strengths, a stage. As `_leanings` in advisor/explanation/reach.py.

import { LANES, lanes, run } from "../inference/circuit.js";
import { evaluatorOf } from "../inference/evaluator.js";
import { fact, STAGES } from "../knowledge/facts.js";
import { valuesOfAnswers } from "../knowledge/questions.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/**
 * What one answer by itself says; `stage` is the place of the lowest stage that it is a sign of, null for none.
 * @typedef {{troubles: Set<string>, strengths: Set<string>, stage: number | null}} Leaning
 */

const TROUBLES = ["inertia", "barrier", "degenerative-behaviour"];
/** @type {Leaning} */
export const NOTHING = { troubles: new Set(), strengths: new Set(), stage: null };

/**
 * Return what each answer says by itself, of those that say something; ask for it with `knowledge.once`.
 * @param {Knowledge} knowledge
 * @returns {Map<Fact, Leaning>}
 */
export function leaningsOf(knowledge) {
  const facts = Array.from(knowledge.once(valuesOfAnswers)).flatMap(([thing, values]) => {
    const [kind, id] = [thing.slice(0, thing.indexOf(":")), thing.slice(thing.indexOf(":") + 1)];
    return values.map((value) => fact(kind, id, value));
  });
  /** @type {Map<Fact, Fact[]>} */
  const said = new Map(facts.map((each) => [each, []]));
  for (let begin = 0; begin < facts.length; begin += LANES) addSaid(facts.slice(begin, begin + LANES), said, knowledge);
  const telling = Array.from(said).filter(([, effects]) => effects.length > 0);
  return new Map(telling.map(([each, effects]) => [each, leaning(effects, knowledge)]));
}

/**
 * Add what rules say where one of these facts is all that is known.
 * @param {Fact[]} facts
 * @param {Map<Fact, Fact[]>} said
 * @param {Knowledge} knowledge
 */
function addSaid(facts, said, knowledge) {
  const evaluator = knowledge.once(evaluatorOf);
  const known = new Map(facts.map((each, lane) => [each, 1 << lane]));
  const cells = run(evaluator.program, known, lanes(facts.length));
  for (const { id, then } of knowledge.rules) {
    if (then.effect.kind !== "sign" && then.effect.kind !== "finding") continue;
    const bits = cells[Number(evaluator.byId.get(id)?.fires)];
    facts.forEach((each, lane) => {
      if (((bits >>> lane) & 1) === 1) said.get(each)?.push(then.effect);
    });
  }
}

/**
 * @param {Fact[]} effects
 * @param {Knowledge} knowledge
 * @returns {Leaning}
 */
function leaning(effects, knowledge) {
  /** @type {Set<string>} */
  const troubles = new Set();
  /** @type {Set<string>} */
  const strengths = new Set();
  /** @type {number[]} */
  const stages = [];
  for (const effect of effects) {
    const kind = knowledge.kind(effect.id);
    const tone = knowledge.entry(effect.id).tone;
    if (kind === "factor") stages.push(STAGES.indexOf(effect.value));
    else if (kind === "pattern") signOf(effect, tone === "strength", troubles, strengths)?.add(effect.id);
    else if (TROUBLES.includes(kind) || tone === "trouble") troubles.add(effect.id);
    else if (tone === "strength") strengths.add(effect.id);
  }
  return { troubles, strengths, stage: stages.length > 0 ? Math.min(...stages) : null };
}

/**
 * Return where a sign of a pattern counts; one against a trouble is no strength yet.
 * @param {Fact} sign
 * @param {boolean} ofStrength
 * @param {Set<string>} troubles
 * @param {Set<string>} strengths
 * @returns {Set<string> | null}
 */
function signOf(sign, ofStrength, troubles, strengths) {
  if (ofStrength) return sign.value === "for" ? strengths : troubles;
  return sign.value === "for" ? troubles : null;
}
