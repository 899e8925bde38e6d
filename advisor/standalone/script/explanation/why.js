// Why: from a conclusion down to the leader's own answers, as a tree. As advisor/explanation/_why.py.

import { recommendations } from "../advice/model.js";
import { titleOf } from "../knowledge/phrases.js";
import { say } from "../language.js";
import { sortedBy } from "../order_by.js";
import { Explainer } from "./explainer.js";
import { decidingSigns } from "./stages.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../advice/model.js").FactorAdvice} FactorAdvice */
/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./reasons.js").Reason} Reason */
/** @typedef {import("./reasons.js").Why} Why */
/** @typedef {{verdict: string, firings: string[], against: string[]}} Grounds */

/**
 * Return why something was concluded: something advised or held back, a finding, pattern, alert, factor, or a rule.
 * `RangeError` if nothing of the kind was concluded in this case.
 * @param {Advice} advice
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {Why}
 */
export function why(advice, id, knowledge) {
  const found = grounds(advice, id, knowledge);
  if (found === null) throw new RangeError(id);
  const explainer = new Explainer(advice, knowledge);
  const fired = advice.firings.byId.get(id);
  const kind = fired === undefined ? knowledge.kind(id) : "rule";
  const reasons = found.firings.map((each) => explainer.ruleOf(each));
  const care = kind === "factor" || kind === "pattern" ? "against" : "take-care";
  const against = found.against.map((each) => ({ ...explainer.ruleOf(each), speaks: care }));
  const signs = [...found.firings, ...found.against];
  return {
    id,
    kind,
    title: fired === undefined ? titleOf(id, knowledge) : fired.title,
    verdict: found.verdict,
    reasons,
    against,
    further: explainer.further(),
    decided_by: kind === "factor" ? decidingSigns(signs, knowledge) : [],
  };
}

/**
 * Return the reasons that hold something back in this case, whether or not anything speaks for it.
 * @param {Advice} advice
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {Reason[]}
 */
export function heldBack(advice, id, knowledge) {
  const said = advice.firings.filter(({ concludes }) => concludes.kind === "withhold" && concludes.id === id);
  return asReasons(said, advice, knowledge);
}

/**
 * Return firings of rules as reasons, each with what it rests on.
 * @param {Firing[]} firings
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {Reason[]}
 */
export function asReasons(firings, advice, knowledge) {
  const explainer = new Explainer(advice, knowledge);
  return firings.map((each) => explainer.rule(each));
}

/**
 * Return what was concluded of an id, the firings that speak for it and those against it; null if nothing was.
 * @param {Advice} advice
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {Grounds | null}
 */
function grounds(advice, id, knowledge) {
  if (advice.firings.byId.has(id)) return { verdict: say("explanation.it_fired"), firings: [id], against: [] };
  return advised(advice, id) ?? standing(advice, id, knowledge) ?? concluded(advice, id);
}

/**
 * @param {Advice} advice
 * @param {string} id
 * @returns {Grounds | null}
 */
function advised(advice, id) {
  const item = recommendations(advice).find((each) => each.id === id);
  if (item !== undefined) {
    const verdict = say(`explanation.ready_${item.readiness ?? "now"}`, { rank: item.rank });
    return { verdict, firings: item.firings, against: item.cautions };
  }
  const held = advice.withheld.find((each) => each.id === id);
  if (held === undefined) return null;
  return { verdict: say("explanation.held_back"), firings: held.firings, against: [] };
}

/**
 * @param {Advice} advice
 * @param {string} id
 * @returns {Grounds | null}
 */
function concluded(advice, id) {
  const pattern = advice.patterns.find((each) => each.id === id);
  if (pattern !== undefined) {
    const verdict = say(`explanation.fit_${pattern.fit}`);
    return { verdict, firings: pattern.for, against: pattern.against };
  }
  const finding = advice.findings.find((each) => each.id === id);
  if (finding !== undefined) {
    return { verdict: say("explanation.found"), firings: finding.firings, against: [] };
  }
  const alert = advice.alerts.find((each) => each.id === id);
  return alert === undefined
    ? null
    : { verdict: say("explanation.raised"), firings: alert.firings, against: [] };
}

/**
 * Return where a factor stands, the signs that say so, those that define it first, and the others.
 * @param {Advice} advice
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {Grounds | null}
 */
function standing(advice, id, knowledge) {
  const factor = advice.factors.find((each) => each.id === id && each.firings.length > 0);
  if (factor === undefined) return null;
  const stage = advice.firings.byId.get(factor.firings[0]);
  const signs = (stage?.support ?? []).map((sign) => sign.id);
  const isSame = (/** @type {string} */ sign) => advice.firings.byId.get(sign)?.concludes.value === factor.stage;
  const same = sortedBy(signs.filter(isSame), (sign) => knowledge.entry(sign).then.weight !== "defining");
  const sure = factor.own_view ? say("explanation.own_view") : say(`explanation.sure_${factor.sure}`);
  return {
    verdict: say("explanation.stands_at", { stage: factor.stage, sure }),
    firings: same,
    against: signs.filter((sign) => !isSame(sign)),
  };
}
