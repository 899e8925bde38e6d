// From the reasons for and against each thing to what is recommended, and held back. As advisor/advice/recommend.py.

import { sortedBy } from "../order_by.js";
import { beginnings, leadFor, shortOf } from "./beginning.js";
import { distance } from "./nearest.js";
import { ranked } from "./order.js";
import { strongest } from "./support.js";

/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("./beginning.js").Beginning} Beginning */
/** @typedef {import("./context.js").BuildContext} BuildContext */
/** @typedef {import("./model.js").InterventionAdvice} InterventionAdvice */
/** @typedef {import("./model.js").Recommendation} Recommendation */
/** @typedef {import("./model.js").Withheld} Withheld */
/** @typedef {import("./order.js").Ranked} Ranked */
/** @typedef {import("./support.js").Reasons} Reasons */

/**
 * Return what is recommended of one kind, best first.
 * @param {string} kind
 * @param {BuildContext} context
 * @returns {Recommendation[]}
 */
export function recommendations(kind, context) {
  return ranked(kind, context).map((item, place) =>
    common(kind, place + 1, item, reasonToTell(item.reasons, context), context)
  );
}

/**
 * @param {string} kind
 * @param {number} rank
 * @param {Ranked} item
 * @param {Firing} told
 * @param {BuildContext} context
 * @returns {Recommendation}
 */
function common(kind, rank, { id, reasons }, told, context) {
  const entry = context.knowledge.entry(id);
  return {
    id,
    kind,
    title: entry.title,
    rank,
    strong: reasons.strong.length,
    moderate: reasons.moderate.length,
    slight: reasons.slight.length,
    reason: told.id,
    firings: idsOf(reasons.supports),
    cautions: idsOf(reasons.cautions),
    factor: entry.factor ?? null,
    short: shortOf(id, told, context),
  };
}

/**
 * @param {Firing[]} firings
 * @returns {string[]}
 */
function idsOf(firings) {
  return firings.map((firing) => firing.id);
}

/**
 * Return the reason to tell first: one of the strongest, the one nearest to this case.
 * @param {Reasons} reasons
 * @param {BuildContext} context
 * @returns {Firing}
 */
function reasonToTell(reasons, context) {
  return sortedBy(strongest(reasons), (firing) => distance(firing, context))[0];
}

/**
 * Return the recommended interventions, best first.
 * @param {BuildContext} context
 * @param {Recommendation[]} techniques those recommended for the case
 * @returns {InterventionAdvice[]}
 */
export function interventions(context, techniques) {
  return ranked("intervention", context).map((item, place) => intervention(place + 1, item, techniques, context));
}

/**
 * @param {number} rank
 * @param {Ranked} item
 * @param {Recommendation[]} techniques
 * @param {BuildContext} context
 * @returns {InterventionAdvice}
 */
function intervention(rank, item, techniques, context) {
  const { knowledge } = context;
  const told = reasonToTell(item.reasons, context);
  const found = common("intervention", rank, item, told, context);
  const ways = waysOf(item.id, techniques, context);
  const lead = leadFor(item.id, told, context);
  const { helper } = lead;
  const waits = item.reasons.waits.filter(([first]) => item.after.includes(first));
  const help = sortedBy(item.reasons.helpers, ([each]) => each !== helper);
  const begin = /** @type {Beginning} */ (beginnings(item.id, lead, ways, told, context).next().value);
  return {
    ...found,
    cautions: [...found.cautions, ...idsOf([...waits, ...help].map(([, firing]) => firing))],
    short: begin.short,
    readiness: item.after.length > 0 ? "after" : helper === null ? "now" : "needs-help",
    after: item.after,
    led_by: helper === null ? knowledge.entry(item.id).lead.who : knowledge.entry(helper).title,
    techniques: ways.map((technique) => technique.id),
    first_step: begin.text,
  };
}

/**
 * Return those of the techniques that are ways to do an intervention, best first.
 * @param {string} id
 * @param {Recommendation[]} techniques
 * @param {BuildContext} context
 * @returns {Recommendation[]}
 */
export function waysOf(id, techniques, context) {
  return techniques.filter((each) => context.knowledge.entry(each.id).interventions.includes(id));
}

/**
 * Return what would be advised, were it not for a reason against it.
 * @param {BuildContext} context
 * @returns {Withheld[]}
 */
export function withheld({ knowledge, reasons }) {
  const both = Array.from(reasons).filter(([, each]) => each.withholds.length > 0 && each.supports.length > 0);
  return sortedBy(both, ([id]) => Number(knowledge.positions.get(id))).map(([id, each]) => ({
    id,
    kind: knowledge.kind(id),
    title: knowledge.entry(id).title,
    firings: idsOf(each.withholds),
  }));
}
