// Who leads an intervention, and how it is begun: what fits the reason that is told. As advisor/advice/beginning.py.

import { shared } from "./grounds.js";

/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./context.js").BuildContext} BuildContext */
/** @typedef {import("./model.js").Recommendation} Recommendation */
/** @typedef {import("./support.js").Reasons} Reasons */
/**
 * Who else must lead, if anybody, and whether that is for the trouble that is told.
 * @typedef {{helper: string | null, is_for_this: boolean}} Lead
 */
/** @typedef {{text: string, short: string}} Beginning how to begin with something: whole, and in a line */

/**
 * Return who else must lead: for the trouble that is told if somebody must, else for another.
 * @param {string} id
 * @param {Firing} told
 * @param {BuildContext} context
 * @returns {Lead}
 */
export function leadFor(id, told, context) {
  const helpers = reasonsFor(id, context).helpers;
  if (helpers.length === 0) return { helper: null, is_for_this: false };
  const fitting = fittingOf(helpers, told, context);
  return { helper: fitting[0] ?? helpers[0][0], is_for_this: fitting.length > 0 };
}

/**
 * Return who must lead for the trouble that is told.
 *
 * A reason that rests on answers alone is about one trouble: who asks for help must share half of them, and not a wide
 * answer only, such as who decides. A pattern gathers many, and any of them may be the trouble.
 * @param {[string, Firing][]} helpers
 * @param {Firing} told
 * @param {BuildContext} context
 * @returns {string[]}
 */
function fittingOf(helpers, told, { grounds }) {
  const ground = grounds.of(told);
  const isWide = told.support.some((fact) => fact.kind === "pattern");
  const enough = isWide ? 1 : Math.max(1, Math.floor((ground.size + 1) / 2));
  return helpers.filter(([, firing]) => shared(ground, grounds.of(firing)) >= enough).map(([helper]) => helper);
}

/**
 * Return whether the reason told says itself how she begins, and nobody else must lead for it.
 *
 * In an open quarrel it is hers only where it is known who else leads, and that it is for another trouble.
 * @param {Lead} lead
 * @param {Firing} told
 * @param {BuildContext} context
 * @returns {boolean}
 */
export function isBegunByHer(lead, told, context) {
  if (!context.wording.entry(told.id).first_step || lead.is_for_this) return false;
  const quarrel = context.leading.some((fact) => context.knowledge.entry(fact.id).heat === "quarrel");
  return lead.helper !== null || !quarrel;
}

/**
 * Return whether the leader may lead an intervention: all that speaks for somebody else is ruled out.
 *
 * What was not asked rules out nothing. Where no rule speaks of it, the entry says what it takes.
 * @param {string} id
 * @param {BuildContext} context
 * @returns {boolean}
 */
export function isPlainlyHers(id, context) {
  const rules = context.knowledge.memo(askingForHelp)(id);
  if (rules.length > 0) return rules.every((rule) => context.wording.isRuledOut(rule));
  const { standing, neutrality } = context.knowledge.entry(id).lead;
  return standing !== "required" && neutrality !== "required";
}

/**
 * @param {Knowledge} knowledge
 * @param {string} id
 * @returns {string[]}
 */
function askingForHelp(knowledge, id) {
  return knowledge.rules
    .filter(({ then }) => then.key === "needs-help" && then.subject === id)
    .map((rule) => rule.id);
}

/**
 * Yield ways to begin with an intervention, the best first: win whoever must lead for the trouble told.
 *
 * Else what the reason itself says fits best. Where it says nothing, a technique fits of which a reason, and no slight
 * one, rests on an answer that the reason told rests on: any other would answer another trouble. Last comes what always
 * holds.
 * @param {string} id
 * @param {Lead} lead
 * @param {Recommendation[]} ways
 * @param {Firing} told
 * @param {BuildContext} context
 * @returns {Generator<Beginning, void>}
 */
export function* beginnings(id, lead, ways, told, context) {
  const reason = context.wording.entry(told.id);
  const short = shortOf(id, told, context);
  if (reason.first_step && !isWonFirst(id, lead, context)) {
    yield { text: reason.first_step, short };
    return;
  }
  if (lead.helper !== null) yield { text: winning(lead.helper, context), short };
  if (reason.first_step) {
    yield { text: reason.first_step, short };
    return;
  }
  for (const way of ways) {
    const found = begunBy(way, told, short, context);
    if (found !== null) yield found;
  }
  yield { text: context.wording.entry(id).first_step, short };
}

/**
 * Return how to begin with a technique; null where no reason for it rests on what the reason told rests on.
 * @param {Recommendation} way
 * @param {Firing} told
 * @param {string} short
 * @param {BuildContext} context
 * @returns {Beginning | null}
 */
function begunBy(way, told, short, context) {
  const { grounds, wording } = context;
  const { strong, moderate } = reasonsFor(way.id, context);
  const why = [...strong, ...moderate].find((each) => shared(grounds.of(told), grounds.of(each)) > 0);
  if (why === undefined) return null;
  const technique = wording.entry(way.id);
  const own = wording.entry(why.id);
  const how = own.first_step || technique.how;
  return { text: `${technique.title}. ${how}`, short: own.short || technique.short || short };
}

/**
 * Return whether a helper is won before the reason's own step: one for this trouble.
 *
 * Where it takes weight and nobody neutral, winning somebody is another step than the heading speaks of. It comes first
 * only where she said whether there is somebody; else her own step may lead there.
 * @param {string} id
 * @param {Lead} lead
 * @param {BuildContext} context
 * @returns {boolean}
 */
function isWonFirst(id, lead, context) {
  if (lead.helper === null || !lead.is_for_this) return false;
  const { standing, neutrality } = context.knowledge.entry(id).lead;
  const isWeight = standing === "required" && neutrality !== "required";
  return !isWeight || ["yes", "no"].includes(saidOf(lead.helper, context) ?? "");
}

/**
 * Return how to begin with something other than an intervention, for the reason that is told.
 * @param {string} kind
 * @param {string} id
 * @param {Firing} told
 * @param {BuildContext} context
 * @returns {Beginning}
 */
export function beginningOf(kind, id, told, context) {
  const { action } = context.knowledge.kinds.advised(kind);
  const text = context.wording.entry(told.id).first_step || context.wording.entry(id)[action];
  return { text, short: shortOf(id, told, context) };
}

/**
 * Return in a line what to do, for the reason that is told; the title where nothing says it.
 * @param {string} id
 * @param {Firing} told
 * @param {BuildContext} context
 * @returns {string}
 */
export function shortOf(id, told, context) {
  const entry = context.wording.entry(id);
  return context.wording.entry(told.id).short || entry.short || entry.title;
}

/**
 * Return how to win a helper, or what to do where she said that there is nobody such.
 * @param {string} helper
 * @param {BuildContext} context
 * @returns {string}
 */
function winning(helper, context) {
  const entry = context.wording.entry(helper);
  return saidOf(helper, context) === "no" ? entry.without : entry.ask;
}

/**
 * Return what she said of whether there is such a helper; null if nothing.
 * @param {string} helper
 * @param {BuildContext} context
 * @returns {string | null}
 */
function saidOf(helper, context) {
  const [question, item] = (context.knowledge.entry(helper).item ?? "").split("."); // ids of two parts
  const said = context.answers.get(question);
  return said instanceof Map ? (said.get(item) ?? null) : null;
}

/**
 * Return the reasons for something that is advised.
 * @param {string} id
 * @param {BuildContext} context
 * @returns {Reasons}
 */
function reasonsFor(id, context) {
  return /** @type {Reasons} */ (context.reasons.get(id));
}
