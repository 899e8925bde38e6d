// The order of recommendations, without invented numbers. As advisor/advice/order.py.
//
// What can begin comes before what must wait; then more strong reasons, then moderate, then slight; then how many
// factors that are not confident it reaches; then the order of the source.

import { fact } from "../knowledge/facts.js";
import { sortedBy } from "../order_by.js";

/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("./context.js").BuildContext} BuildContext */
/** @typedef {import("./support.js").Reasons} Reasons */
/** @typedef {{id: string, reasons: Reasons, after: string[]}} Ranked something recommended, and what it waits for */

/**
 * Return what is recommended of one kind, best first.
 * @param {string} kind
 * @param {Pick<BuildContext, "knowledge" | "reasons" | "stages" | "reached">} context
 * @returns {Ranked[]}
 */
export function ranked(kind, { knowledge, reasons, stages, reached }) {
  /** @type {Map<string, Reasons>} */
  const wanted = new Map();
  for (const id of knowledge.idsOf(kind)) {
    const found = reasons.get(id);
    if (found && found.withholds.length === 0 && found.supports.length > 0) wanted.set(id, found);
  }
  const open = Array.from(stages).filter(([, stage]) => stage === "emerging" || stage === "developing");
  const unsettled = new Set(open.map(([factor]) => factor));
  const bestFirst = sortedBy(wanted, ([id, found]) => [
    ...weight(found, reached, unsettled),
    Number(knowledge.positions.get(id)),
  ]).map(([id]) => id);
  return placed(bestFirst, waitsOf(wanted)).map(([id, after]) => ({
    id,
    reasons: /** @type {Reasons} */ (wanted.get(id)),
    after,
  }));
}

/**
 * Return what waits, each with those of the others that come first.
 * @param {Map<string, Reasons>} wanted
 * @returns {Map<string, string[]>}
 */
function waitsOf(wanted) {
  /** @type {Map<string, string[]>} */
  const waits = new Map();
  for (const [id, reasons] of wanted) {
    const first = reasons.waits.map(([other]) => other).filter((other) => wanted.has(other));
    if (first.length > 0) waits.set(id, Array.from(new Set(first)));
  }
  return waits;
}

/**
 * Return ids in order, each with what it waits for.
 *
 * What waits comes behind all that can begin. Should two wait for each other, the better one begins.
 * @param {string[]} bestFirst
 * @param {Map<string, string[]>} waits
 * @returns {[string, string[]][]}
 */
function placed(bestFirst, waits) {
  const free = bestFirst.filter((id) => !waits.has(id));
  /** @type {[string, string[]][]} */
  const found = free.map((id) => [id, []]);
  const done = new Set(free);
  const left = bestFirst.filter((id) => waits.has(id));
  const isReady = (/** @type {string} */ id) => waits.get(id)?.every((first) => done.has(first));
  while (left.length > 0) {
    const [id] = left.splice(Math.max(0, left.findIndex(isReady)), 1);
    found.push([id, waits.get(id)?.filter((first) => done.has(first)) ?? []]);
    done.add(id);
  }
  return found;
}

/**
 * Return what is smaller for the better: counts of reasons, then of factors reached, all negative.
 * @param {Reasons} reasons
 * @param {BuildContext["reached"]} reached
 * @param {Set<string>} unsettled
 * @returns {number[]}
 */
function weight(reasons, reached, unsettled) {
  const behind = new Set(reasons.supports.flatMap((firing) => firing.support));
  const factors = new Set(Array.from(behind).flatMap((each) => Array.from(reached(each))));
  const open = Array.from(factors).filter((factor) => unsettled.has(factor));
  return [-reasons.strong.length, -reasons.moderate.length, -reasons.slight.length, -open.length];
}

/**
 * Return what says of each fact the factors that it is about, however deep.
 *
 * `firings` come in the order in which they fire: what one rests on is known before it.
 * @param {Iterable<Firing>} firings
 * @param {Knowledge} knowledge
 * @returns {BuildContext["reached"]}
 */
export function factorsReached(firings, knowledge) {
  const own = knowledge.memo(ownFactor);
  const known = knowledge.memo(makesKnown);
  /** @type {Map<Fact, Set<string>>} */
  const found = new Map();
  const reached = (/** @type {Fact} */ of) => found.get(of) ?? own(of);
  for (const firing of firings) {
    const about = firing.is_derived ? firing.concludes : known(firing.id);
    if (about === null) continue;
    found.set(about, new Set([about, ...firing.support].flatMap((each) => Array.from(reached(each)))));
  }
  return reached;
}

/**
 * Return the fact that a rule makes known, or the sign that it adds for weighings; null if neither.
 * @param {Knowledge} knowledge
 * @param {string} id
 * @returns {Fact | null}
 */
function makesKnown(knowledge, id) {
  const { weighs, effect } = knowledge.entry(id).then;
  if (weighs === null) return null;
  return effect.kind === "finding" ? effect : fact("sign", id, effect.value);
}

/**
 * Return the factor that a fact itself is about, if it is about one.
 * @param {Knowledge} knowledge
 * @param {Fact} of
 * @returns {Set<string>}
 */
function ownFactor(knowledge, of) {
  if (["stage", "sure", "placed"].includes(of.kind)) return new Set([of.id]);
  if (of.kind !== "finding" || knowledge.kind(of.id) !== "finding") return new Set();
  const factor = knowledge.entry(of.id).factor;
  return new Set(factor == null ? [] : [factor]);
}
