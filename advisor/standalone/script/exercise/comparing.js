// A learner's choices beside what the rules say, and the one fact that would have helped most. As advisor/exercise/comparing.py.

import { recommendations } from "../advice/model.js";
import { advise } from "../advice/reasoner.js";
import { WAIT } from "./choices.js";
import { isKnown, withFacts } from "./exercise.js";
import { distance } from "./nearness.js";
import { standing } from "./standing.js";
import { standingOfWaiting } from "./waiting.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./exercise.js").Exercise} Exercise */
/** @typedef {import("./model.js").Comparison} Comparison */
/** @typedef {import("./model.js").OneMore} OneMore */
/** @typedef {import("./model.js").Standing} Standing */
/** @typedef {import("./model.js").Turned} Turned */

/**
 * Return what was chosen beside what the rules say when all facts are known.
 * @param {Exercise} exercise
 * @param {Knowledge} knowledge
 * @returns {Comparison}
 */
export function compared(exercise, knowledge) {
  const full = advise(exercise.scenario.case, knowledge);
  const asked = advise(withFacts(exercise, exercise.asked, knowledge), knowledge);
  const ids = exercise.chosen.map((choice) => choice.id);
  const plan = stepsOf(full);
  return {
    alerts: full.alerts,
    chosen: exercise.chosen.map((choice, place) => ({
      choice,
      standing: standingOf(choice.id, ids.slice(0, place), exercise, full, asked),
    })),
    plan,
    missed: plan.filter((id) => !ids.includes(id)).map((id) => standing(id, full)),
    beside: recommendations(full).filter(({ id }) => !plan.includes(id) && !ids.includes(id)).length,
    nothing_first: full.nothing_first,
    turned: turned(ids, full),
    with_asked: begun(asked),
    is_enough: JSON.stringify(stepsOf(asked)) === JSON.stringify(plan),
    one_more: oneMore(exercise, asked, full, knowledge),
  };
}

/**
 * Return what an advice begins with.
 * @param {Advice} advice
 * @returns {string[]}
 */
export function begun(advice) {
  return advice.plan.filter((step) => step.when === "first").map((step) => step.id);
}

/**
 * @param {Advice} advice
 * @returns {string[]}
 */
function stepsOf(advice) {
  return advice.plan.map((step) => step.id);
}

/**
 * @param {string} id
 * @param {string[]} earlier
 * @param {Exercise} exercise
 * @param {Advice} full
 * @param {Advice} asked
 * @returns {Standing}
 */
function standingOf(id, earlier, exercise, full, asked) {
  if (id !== WAIT) return standing(id, full, earlier);
  return standingOfWaiting(full, begun(asked), exercise.scenario);
}

/**
 * Return neighbours among the choices that the rules put the other way round.
 * @param {string[]} ids
 * @param {Advice} advice
 * @returns {Turned[]}
 */
function turned(ids, advice) {
  const order = stepsOf(advice);
  const others = advice.interventions.map((item) => item.id).filter((id) => !order.includes(id));
  order.push(...others);
  const ordered = ids.filter((id) => order.includes(id));
  return ordered.slice(1).flatMap((then, place) => {
    const first = ordered[place];
    if (order.indexOf(first) < order.indexOf(then)) return [];
    return [{ earlier: then, later: first, because: waitsFor(first, then, advice) }];
  });
}

/**
 * Return why one thing has to wait for another; nothing if it need not.
 * @param {string} id
 * @param {string} other
 * @param {Advice} advice
 * @returns {string}
 */
function waitsFor(id, other, advice) {
  const found = Array.from(advice.firings).find(
    ({ concludes }) => concludes.kind === "wait" && concludes.id === id && concludes.value === other
  );
  return found === undefined ? "" : found.because;
}

/**
 * Return the fact not asked for that brings the advice nearest to the full one; null if none does.
 * @param {Exercise} exercise
 * @param {Advice} asked
 * @param {Advice} full
 * @param {Knowledge} knowledge
 * @returns {OneMore | null}
 */
export function oneMore(exercise, asked, full, knowledge) {
  let best = distance(asked, full);
  let nearest = null;
  for (const id of knowledge.questions.keys()) {
    if (exercise.asked.includes(id) || !isKnown(exercise, id, knowledge)) continue;
    const advice = advise(withFacts(exercise, [...exercise.asked, id], knowledge), knowledge);
    const far = distance(advice, full);
    if (far[0] < best[0] || (far[0] === best[0] && far[1] < best[1])) {
      best = far;
      nearest = broughtBy(id, advice, asked, full);
    }
  }
  return nearest;
}

/**
 * @param {string} question
 * @param {Advice} advice
 * @param {Advice} asked
 * @param {Advice} full
 * @returns {OneMore}
 */
function broughtBy(question, advice, asked, full) {
  const [plan, before, all] = [advice, asked, full].map(stepsOf);
  return {
    question,
    begins: begun(advice),
    nearer: plan.filter((id) => all.includes(id) && !before.includes(id)),
    gone: before.filter((id) => !all.includes(id) && !plan.includes(id)),
  };
}
