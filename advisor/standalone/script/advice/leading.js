// What the situation that leads calls for, and what became of it. As advisor/advice/leading.py.

import { fact } from "../knowledge/facts.js";
import { sortedBy } from "../order_by.js";

/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../order_by.js").Key} Key */
/** @typedef {import("./context.js").BuildContext} BuildContext */
/** @typedef {import("./model.js").Call} Call */
/** @typedef {import("./model.js").Leading} Leading */
/** @typedef {import("./model.js").PatternAdvice} PatternAdvice */
/** @typedef {import("./model.js").Recommendation} Recommendation */
/** @typedef {import("./support.js").Reasons} Reasons */
/**
 * Something that the leading situation calls for; `item` is null where it is held back.
 * @typedef {{kind: string, id: string, item: Recommendation | null}} Called
 */
/** @typedef {Map<string, Recommendation[]>} Advised what is advised of each kind, best first */

/**
 * Return what the leading situation calls for, first the one with the strongest reason of its own.
 *
 * Its reasons are those that rest on it; where there are none, those that rest on what a sign at its heart rests on. It
 * calls for nothing that is not to be begun by a plan, such as a reminder.
 * @param {BuildContext} context
 * @param {Advised} advised
 * @returns {Called[]}
 */
export function calls(context, advised) {
  const [first] = context.leading;
  if (first === undefined) return [];
  const recommending = context.firings.filter((firing) => firing.concludes.kind === "recommend");
  const hasOwn = recommending.some((firing) => firing.support.includes(first));
  const own = hasOwn ? new Set([first]) : hearts(first, context);
  const items = new Map(Array.from(advised.values()).flatMap((several) => several.map((item) => [item.id, item])));
  const found = Array.from(context.reasons).flatMap(([id, reasons]) => {
    const order = callingOrder(id, reasons, own, context);
    return order === null ? [] : [{ order, id }];
  });
  return sortedBy(found, ({ order }) => order).map(({ id }) => ({
    kind: context.knowledge.kind(id),
    id,
    item: items.get(id) ?? null,
  }));
}

/**
 * Return what the key signs of a situation rest on; what all its signs rest on if it has no key ones.
 * @param {Fact} pattern
 * @param {BuildContext} context
 * @returns {Set<Fact>}
 */
function hearts(pattern, context) {
  const sign = fact("sign", pattern.id, "for");
  const signs = context.firings.filter((firing) => firing.concludes === sign);
  const keys = signs.filter((firing) => context.knowledge.entry(firing.id).then.is_key);
  return new Set((keys.length > 0 ? keys : signs).flatMap((firing) => firing.support));
}

/**
 * Return what is less for what is called for sooner; null for what is not called for.
 * @param {string} id
 * @param {Reasons} reasons
 * @param {Set<Fact>} own
 * @param {BuildContext} context
 * @returns {number[] | null}
 */
function callingOrder(id, { strong, moderate, slight }, own, { knowledge }) {
  const isOwn = (/** @type {Firing} */ firing) => firing.support.some((each) => own.has(each));
  const strength = [strong, moderate].findIndex((firings) => firings.some(isOwn)); // a slight one calls for nothing
  const kinds = knowledge.kinds.advisable;
  if (strength === -1 || !knowledge.has(id, kinds) || !isBegun(id, knowledge)) return null;
  const kind = kinds.indexOf(knowledge.kind(id));
  const weight = [-strong.length, -moderate.length, -slight.length];
  return [strength, ...weight, kind, Number(knowledge.positions.get(id))];
}

/**
 * Return whether a plan can begin with something: it presses, and is no mere nourishment.
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
export function isBegun(id, knowledge) {
  return (knowledge.sorts.get(id) ?? []).some((sort) => sort !== "nourishing");
}

/**
 * Return what leads, how many more are likely, and what became of what it calls for.
 *
 * What is called for is told up to the first that comes first in the plan.
 * @param {PatternAdvice[]} patterns
 * @param {Called[]} called
 * @param {Set<string>} begun the ids of what comes first in the plan
 * @param {BuildContext} context
 * @returns {Leading | null}
 */
export function leading(patterns, called, begun, context) {
  if (context.leading.length === 0) return null;
  const more = patterns.slice(1).filter((pattern) => pattern.fit === "likely");
  const last = called.findIndex((each) => begun.has(each.id));
  const told = last === -1 ? called : called.slice(0, last + 1);
  return {
    pattern: patterns[0].id,
    more_likely: more.length,
    calls: told.map((each) => callOf(each, begun, context)),
  };
}

/**
 * @param {Called} called
 * @param {Set<string>} begun
 * @param {BuildContext} context
 * @returns {Call}
 */
function callOf({ kind, id, item }, begun, context) {
  const reasons = /** @type {Reasons} */ (context.reasons.get(id));
  const { title } = context.knowledge.entry(id);
  if (item === null) {
    return { kind, id, title, became: "withheld", firings: reasons.withholds.map((firing) => firing.id) };
  }
  if (begun.has(id)) return { kind, id, title, became: "first", firings: [] };
  const after = item.after ?? [];
  const waits = reasons.waits.filter(([first]) => after.includes(first)).map(([, firing]) => firing.id);
  return { kind, id, title, became: after.length > 0 ? "after" : "later", firings: waits };
}
