// Which question the first step of the plan hangs on: an answer to it alone may move it. As interview/first_step.py.

import { HEATS } from "../advice/patterns.js";
import { recommendations } from "../advice/model.js";
import { evaluatorOf, gateOf } from "../inference/evaluator.js";
import { fact } from "../knowledge/facts.js";
import { compared } from "../order_by.js";
import { signsOf } from "./decided_lead.js";
import { anyOf, changed, isIn, rowsOf, share, tried, trialsOf } from "./trials.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../advice/model.js").Step} Step */
/** @typedef {import("../inference/evaluator.js").Step} Rule */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/question_kinds.js").Part} Part */
/** @typedef {import("./trials.js").Column} Column */
/** @typedef {import("./trials.js").Trials} Trials */
/** @typedef {{knowledge: Knowledge, trials: Trials, at: (gate: number) => Column}} Tried what each answer would bring */

const FITS = ["likely", "possible"];

/**
 * Return for each question which share of its answers may move the first step of an advice.
 *
 * Where nothing comes first yet, nothing hangs on anything.
 * @param {Advice} advice
 * @param {Iterable<Fact>} known
 * @param {Map<string, Part[]>} left of each question the parts that an answer would be about
 * @param {Knowledge} knowledge
 * @returns {Map<string, number>}
 */
export function firstStepHangsOn(advice, known, left, knowledge) {
  const first = advice.plan.find((step) => step.when === "first");
  if (first === undefined) return new Map(Array.from(left.keys(), (id) => [id, 0]));
  const trials = trialsOf(left, knowledge);
  const at = tried(knowledge.once(evaluatorOf).program, trials, known);
  return share(trials, [anyOf(moving(first, advice, { knowledge, trials, at }), trials)]);
}

/**
 * Return where the first step may move.
 * @param {Step} first
 * @param {Advice} advice
 * @param {Tried} of
 * @returns {Column[]}
 */
function moving(first, advice, of) {
  const spoken = ["withhold", "first", "needs-help"].flatMap((key) => changesOf(key, first.id, of));
  const found = [...spoken, ...leading(advice, of)];
  const calls = advice.leading?.calls ?? [];
  if (calls.some((call) => call.id === first.id && call.became === "first")) return found;
  const gained = near(first, advice, of.knowledge).flatMap((id) => reasons(id, true, of));
  return [...found, ...reasons(first.id, false, of), ...gained];
}

/**
 * Return where it changes whether rules of a kind speak of a thing, for each of their words.
 * @param {string} key
 * @param {string} id
 * @param {Tried} of
 * @returns {Column[]}
 */
function changesOf(key, id, { knowledge, trials, at }) {
  /** @type {Map<string, Column[]>} */
  const said = new Map();
  for (const { rule, fires } of stepsAbout(key, id, knowledge)) {
    const word = String(rule?.then.says);
    said.set(word, [...(said.get(word) ?? []), at(fires)]);
  }
  return Array.from(said.values(), (columns) => changed(trials, anyOf(columns, trials)));
}

/**
 * Return where something gains strong reasons, or loses one.
 * @param {string} id
 * @param {boolean} gained
 * @param {Tried} of
 * @returns {Column[]}
 */
function reasons(id, gained, { knowledge, trials, at }) {
  return stepsAbout("recommend", id, knowledge)
    .filter(({ rule }) => rule?.then.says === "strong")
    .map(({ fires }) => {
      const now = at(fires);
      return changed(trials, now).map((bits, word) => bits & (gained ? now[word] : ~now[word]));
    });
}

/**
 * Return where the leading situation may go, or another may come before it.
 * @param {Advice} advice
 * @param {Tried} of
 * @returns {Column[]}
 */
function leading(advice, of) {
  const lead = advice.leading?.pattern ?? null;
  const others = of.knowledge.idsOf("pattern").filter((pattern) => pattern !== lead);
  const begins = others.map((pattern) => {
    const isHot = of.knowledge.entry(pattern).heat != null;
    const column = fitChanges(pattern, isHot ? FITS : FITS.slice(0, 1), of);
    return lead === null ? column : comingBefore(pattern, lead, column, of);
  });
  return lead === null ? begins : [fitChanges(lead, FITS, of), ...begins];
}

/**
 * Return where it changes whether a situation fits so well.
 * @param {string} pattern
 * @param {string[]} fits
 * @param {Tried} of
 * @returns {Column}
 */
function fitChanges(pattern, fits, { knowledge, trials, at }) {
  const evaluator = knowledge.once(evaluatorOf);
  const columns = fits.map((fit) => at(gateOf(evaluator, fact("pattern", pattern, fit))));
  return changed(trials, anyOf(columns, trials));
}

/**
 * Return in which rows a situation that begins to fit comes before the one that leads now.
 * @param {string} pattern
 * @param {string} lead
 * @param {Column} begins
 * @param {Tried} of
 * @returns {Column}
 */
function comingBefore(pattern, lead, begins, of) {
  const rows = rowsOf(begins);
  if (rows.length === 0) return begins;
  const now = order(lead, of.trials.now, of);
  const found = begins.map(() => 0);
  for (const row of rows) {
    if (compared(order(pattern, row, of), now) < 0) found[row >>> 5] |= 1 << (row & 31);
  }
  return found;
}

/**
 * Return what is smaller for what leads sooner, as advice/patterns.js has it.
 * @param {string} pattern
 * @param {number} row
 * @param {Tried} of
 * @returns {(number | boolean)[]}
 */
function order(pattern, row, { knowledge, at }) {
  const entry = knowledge.entry(pattern);
  const { byId } = knowledge.once(evaluatorOf);
  const signs = knowledge
    .memo(signsOf)(pattern)
    .filter((rule) => isIn(at(Number(byId.get(rule.id)?.fires)), row))
    .map((rule) => rule.then);
  const against = signs.filter((sign) => sign.is_against).length;
  const keys = signs.filter((sign) => sign.is_key && !sign.is_against).length;
  const for_ = signs.length - against;
  const heat = entry.heat == null ? HEATS.length : HEATS.indexOf(entry.heat);
  const place = Number(knowledge.positions.get(pattern));
  return [heat, entry.tone === "strength", -keys, against - for_, -for_, place];
}

/**
 * Return what one more strong reason would bring before what comes first.
 * @param {Step} first
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
function near(first, advice, knowledge) {
  const weights = new Map(recommendations(advice).map((item) => [item.id, [item.strong, item.moderate]]));
  const own = /** @type {number[]} */ (weights.get(first.id));
  const withheld = new Set(advice.withheld.map((item) => item.id));
  return knowledge.ids(knowledge.kinds.advisable).filter((id) => {
    const [strong, moderate] = weights.get(id) ?? [0, 0];
    return !withheld.has(id) && compared([strong + 1, moderate], own) > 0 && id !== first.id;
  });
}

/**
 * @param {string} key
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {Rule[]}
 */
function stepsAbout(key, id, knowledge) {
  return knowledge.once(stepsByWhatTheyAreAbout).get(`${key} ${id}`) ?? [];
}

/**
 * Return the steps of rules that say something of what is advised, by the kind of conclusion and its id.
 * @param {Knowledge} knowledge
 * @returns {Map<string, Rule[]>}
 */
function stepsByWhatTheyAreAbout(knowledge) {
  /** @type {Map<string, Rule[]>} */
  const found = new Map();
  for (const step of knowledge.once(evaluatorOf).steps) {
    const then = step.rule?.then;
    if (then === undefined || then.weighs !== null) continue;
    const name = `${then.key} ${then.subject}`;
    found.set(name, [...(found.get(name) ?? []), step]);
  }
  return found;
}
