// Why not: what keeps something from being concluded, and the smallest change. As advisor/explanation/_why_not.py.

import { consult } from "../advice/reasoner.js";
import { editOf } from "../cases/edits.js";
import { STAGES, thingOf } from "../knowledge/facts.js";
import { titleOf } from "../knowledge/phrases.js";
import { askedThings } from "../knowledge/questions.js";
import { changesToStage, smallestChanges } from "./changes.js";
import { missedSigns, nearestMisses } from "./misses.js";
import { asReasons, heldBack } from "./why.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../advice/reasoner.js").Consultation} Consultation */
/** @typedef {import("../cases/case.js").Case} Case */
/** @typedef {import("../cases/edits.js").Edit} Edit */
/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./misses.js").Miss} Miss */
/** @typedef {import("./reasons.js").Reason} Reason */
/**
 * `misses` are the rules that could bring it, nearest first; `blocked_by` holds it back; `changes` are the smallest sets
 * of answers that would bring it, and `to_find_out` the names in them of which nothing is said yet. Of a factor `stage`
 * says where it stands, and `wanted` where not. `switched_off` is why the knowledge base does without it, if it does.
 * @typedef {{id: string, kind: string, title: string, misses: Miss[], blocked_by: Reason[], changes: Edit[][],
 *   stage: string, wanted: string, to_find_out: string[], switched_off: string}} WhyNot
 */

/**
 * Return why something is not so in a case: a recommendation, a finding, a pattern, an alert, or a rule.
 *
 * Of a factor it is why it does not stand a stage further, or at another stage: `FACTOR=STAGE`.
 * @param {Case} of
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {WhyNot}
 */
export function whyNot(of, id, knowledge) {
  const consulted = consult(of, knowledge);
  const [factor, wanted] = id.split("=");
  if (knowledge.has(factor, ["factor"])) return whyNotAt(factor, wanted ?? "", consulted, knowledge);
  const changes = smallestChanges(id, consulted, knowledge);
  return {
    id,
    kind: knowledge.kind(id),
    title: titleOf(id, knowledge),
    misses: nearestMisses(id, consulted.facts, knowledge),
    blocked_by: heldBack(consulted.advice, id, knowledge),
    changes,
    stage: "",
    wanted: "",
    to_find_out: open(changes, consulted, knowledge),
    switched_off: knowledge.whyOff(id),
  };
}

/**
 * Return why a factor does not stand at a stage; at the next one if none is named.
 * @param {string} factor
 * @param {string} named
 * @param {Consultation} consulted
 * @param {Knowledge} knowledge
 * @returns {WhyNot}
 */
function whyNotAt(factor, named, consulted, knowledge) {
  const stage = String(consulted.advice.factors.find((each) => each.id === factor)?.stage);
  const place = STAGES.indexOf(stage);
  const wanted = named === "" ? STAGES[place + 1] : named;
  const changes = changesToStage(factor, wanted, consulted, knowledge);
  const firings = holding(consulted.advice, factor, place, wanted);
  return {
    id: factor,
    kind: "factor",
    title: titleOf(factor, knowledge),
    misses: missedSigns(factor, wanted, consulted.facts, knowledge),
    blocked_by: asReasons(firings, consulted.advice, knowledge),
    changes,
    stage,
    wanted,
    to_find_out: open(changes, consulted, knowledge),
    switched_off: "",
  };
}

/**
 * Return the names in some changes of which the case says nothing.
 * @param {Edit[][]} changes
 * @param {Consultation} consulted
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
function open(changes, consulted, knowledge) {
  const asked = knowledge.once(askedThings);
  const facts = consulted.facts.filter((each) => asked.has(thingOf(each)));
  const said = new Set(facts.map((each) => editOf(each).name));
  const names = changes.flat().map((edit) => edit.name);
  return Array.from(new Set(names.filter((name) => !said.has(name))));
}

/**
 * Return the signs that say less than the stage that is wanted, or more if it lies below.
 * @param {Advice} advice
 * @param {string} factor
 * @param {number} place where the factor stands among the stages, -1 if that is not known
 * @param {string} wanted
 * @returns {Firing[]}
 */
function holding(advice, factor, place, wanted) {
  const goal = STAGES.indexOf(wanted);
  const stages = place < goal ? STAGES.slice(0, goal) : STAGES.slice(goal + 1);
  return advice.firings.filter(
    ({ concludes }) => concludes.kind === "sign" && concludes.id === factor && stages.includes(concludes.value)
  );
}
