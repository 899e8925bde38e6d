// From firings to advice: one pass that gathers, orders and names. As advisor/advice/build.py.

import { caseAsDict } from "../cases/case.js";
import { hasNote } from "../cases/questions.js";
import { byConclusion } from "../inference/firing.js";
import { traceOf } from "../inference/trace.js";
import { Wording } from "../inference/wording.js";
import { thing } from "../knowledge/facts.js";
import { askedThings } from "../knowledge/questions.js";
import { sortedBy } from "../order_by.js";
import { alerts } from "./alerts.js";
import { ownViews, saidOfFactors } from "./context.js";
import { Grounds } from "./grounds.js";
import { calls, leading } from "./leading.js";
import { ADVICE_SCHEMA_VERSION } from "./model.js";
import { toAsk } from "./open_questions.js";
import { factorsReached } from "./order.js";
import { leadingFacts, recognised } from "./patterns.js";
import { plan } from "./plan.js";
import { interventions, recommendations, withheld } from "./recommend.js";
import { Said } from "./said.js";
import { gather } from "./support.js";
import { tellsOfTrouble } from "./trouble.js";

/** @typedef {import("../cases/case.js").Case} Case */
/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../knowledge/base.js").Entry} Entry */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("./context.js").BuildContext} BuildContext */
/** @typedef {import("./leading.js").Advised} Advised */
/** @typedef {import("./model.js").Advice} Advice */
/** @typedef {import("./model.js").FactorAdvice} FactorAdvice */
/** @typedef {import("./model.js").FindingAdvice} FindingAdvice */
/** @typedef {import("./model.js").InterventionAdvice} InterventionAdvice */
/** @typedef {import("./model.js").KnowledgeRef} KnowledgeRef */
/** @typedef {import("./model.js").OwnWords} OwnWords */
/** @typedef {import("./model.js").PatternAdvice} PatternAdvice */

const ENGINE = "script";

/**
 * Return the advice that the firings of a case amount to.
 * @param {Firing[]} firings
 * @param {Fact[]} given the facts of the case
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {Advice}
 */
export function adviceFrom(firings, given, of, knowledge) {
  const concluded = firings.map((firing) => firing.concludes);
  const [rules, derived] = rulesAndDerived(firings, knowledge);
  const concluding = byConclusion([...rules, ...derived]);
  const wording = new Wording(knowledge, [...given, ...concluded], concluding);
  const patterns = recognised(derived, knowledge, wording);
  /** @type {BuildContext} */
  const context = {
    knowledge,
    firings: rules,
    reasons: gather(rules, knowledge),
    stages: saidOfFactors("stage", concluded),
    sure: saidOfFactors("sure", concluded),
    own_views: ownViews(derived, knowledge),
    reached: factorsReached(firings, knowledge),
    leading: leadingFacts(patterns, knowledge),
    wording,
    grounds: new Grounds(firings, concluding),
    answers: of.answers,
  };
  const advised = advisedOf(context);
  const findings = findingsOf(context);
  const called = calls(context, advised);
  const raised = alerts(context);
  const isTrouble = tellsOfTrouble(of, findings, patterns, knowledge);
  const planned = plan(advised, called, isTrouble, context, raised.length > 0);
  const first = planned.steps.filter((step) => step.when === "first");
  /** @type {Record<string, any>} with a field for each kind that is advised, in the order of the contract */
  const advice = {
    schema_version: ADVICE_SCHEMA_VERSION,
    knowledge: knowledgeRef(knowledge),
    engine: ENGINE,
    case: caseAsDict(of),
    beside: [],
    alerts: raised,
    factors: factorsOf(context),
    findings,
    patterns,
    ...Object.fromEntries(Array.from(advised, ([kind, items]) => [knowledge.kinds.get(kind).field, items])),
    withheld: withheld(context),
    plan: planned.steps,
    leading: leading(patterns, called, new Set(first.map((step) => step.id)), context),
    nothing_first: planned.nothing_first,
    to_ask: toAsk(of, given, patterns, knowledge),
    notes: notesOf(of, knowledge),
    said: saidBehindSigns(rules, derived, concluding, knowledge),
    firings: traceOf([...rules.map((firing) => wording.firing(firing)), ...derived]),
    kinds: knowledge.kinds,
  };
  return /** @type {Advice} */ (advice);
}

/**
 * Return the firings of rules, in the order of the knowledge base, and the derived ones, by their ids.
 * @param {Firing[]} firings
 * @param {Knowledge} knowledge
 * @returns {[Firing[], Firing[]]}
 */
function rulesAndDerived(firings, knowledge) {
  const rules = firings.filter((firing) => !firing.is_derived);
  const derived = firings.filter((firing) => firing.is_derived);
  return [
    sortedBy(rules, (firing) => Number(knowledge.positions.get(firing.id))),
    sortedBy(derived, (firing) => firing.id),
  ];
}

/**
 * Return what is advised of each kind, best first, in the order of an advice.
 * @param {BuildContext} context
 * @returns {Advised}
 */
function advisedOf(context) {
  const techniques = recommendations("technique", context);
  const ofKind = (/** @type {string} */ kind) => {
    if (kind === "intervention") return interventions(context, techniques);
    return kind === "technique" ? techniques : recommendations(kind, context);
  };
  return new Map(context.knowledge.kinds.advisable.map((kind) => [kind, ofKind(kind)]));
}

/**
 * @param {Knowledge} knowledge
 * @returns {KnowledgeRef}
 */
function knowledgeRef({ name, version, digest, overlay }) {
  if (overlay === null) return { name, version, digest, extends: null };
  const { added, changed, switched_off } = overlay;
  return { name, version, digest, extends: { name: overlay.name, version: overlay.version, added, changed, switched_off } };
}

/**
 * @param {BuildContext} context
 * @returns {FactorAdvice[]}
 */
function factorsOf({ knowledge, stages, sure, own_views, answers }) {
  const asked = knowledge.once(askedThings);
  const placed = (/** @type {string} */ factor) => {
    const answer = answers.get(asked.get(thing("placed", factor))?.question.id ?? "");
    return answer instanceof Map ? (answer.get(factor) ?? null) : null;
  };
  return knowledge.ofKind("factor").map(({ id, title }) => ({
    id,
    title,
    stage: stages.get(id) ?? "unknown",
    placed: placed(id),
    sure: sure.get(id) ?? null,
    own_view: own_views.has(id),
    firings: stages.has(id) ? [`stage:${id}`, `sure:${id}`] : [],
  }));
}

/**
 * Return her own words in the order of the questionnaire; blank ones say nothing.
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {OwnWords[]}
 */
function notesOf(of, knowledge) {
  return Array.from(knowledge.questions.values())
    .filter((question) => hasNote(question.id, of))
    .map(({ id, prompt }) => ({ question: id, prompt, text: of.notes.get(id) ?? "" }));
}

/**
 * Return for each sign that was weighed the answers that it rests on, in her words.
 * @param {Firing[]} rules
 * @param {Firing[]} derived
 * @param {Map<Fact, Firing[]>} concluding
 * @param {Knowledge} knowledge
 * @returns {Map<string, string[]>}
 */
function saidBehindSigns(rules, derived, concluding, knowledge) {
  const said = new Said(rules, concluding, knowledge);
  const signs = derived.flatMap((firing) => firing.support).filter((fact) => fact.kind === "sign");
  return new Map(signs.map(({ id }) => [id, said.words(id)]));
}

/**
 * @param {BuildContext} context
 * @returns {FindingAdvice[]}
 */
function findingsOf({ knowledge, firings }) {
  const found = byConclusion(firings.filter((firing) => firing.concludes.kind === "finding"));
  const inTheirOrder = sortedBy(found, ([{ id }]) => Number(knowledge.positions.get(id)));
  return inTheirOrder.map(([{ id }, finding]) => ({
    id,
    kind: knowledge.kind(id),
    title: knowledge.entry(id).title,
    tone: knowledge.entry(id).tone ?? "trouble",
    firings: finding.map((firing) => firing.id),
  }));
}
