// Whether the advice asks for a meeting of all now, and which: its first steps and what it found decide.
// As advisor/advice/meeting.py.

import { positive } from "../inference/network.js";
import { holds } from "../inference/truth.js";
import { fact } from "../knowledge/facts.js";
import { say } from "../language.js";
import { firingOf, ofKind } from "./model.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Entry} Entry */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../cases/case.js").Answer} Answer */
/** @typedef {import("./model.js").Advice} Advice */
/** @typedef {import("./model.js").Recommendation} Recommendation */
/** @typedef {import("./model.js").Step} Step */
/** @typedef {{meeting: Entry, step: Step}} Planned the meeting that the plan asks for, and the step that it serves */
/**
 * Why no meeting of all should be called now, and the step to take in its place, if the plan has one.
 * `speaks_against` is false where a meeting would do no harm and nothing asks for one. `is_urgent` where an alert
 * speaks against it: what the alert says is done before the step.
 * @typedef {{why: string, step: Step | null, speaks_against: boolean, is_urgent: boolean}} NotNow
 */

const SERVES = ["interventions", "techniques", "preconditions", "tools", "rules"];

/**
 * Return the meeting that the first steps of the plan ask for, or why there should be none.
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {Planned | NotNow}
 */
export function meetingFor(advice, knowledge) {
  const first = advice.plan.filter((step) => step.when === "first");
  const reasons = against(advice, first, knowledge);
  if (reasons.length === 0) return planned(advice, first, knowledge) ?? notCalled(advice, first);
  const isUrgent = advice.alerts.some((alert) => alert.id === reasons[0].id);
  const told = reasons.slice(0, isUrgent ? 2 : 1); // what an alert says is done today: what speaks next comes after
  const steps = first.length > 0 ? first : advice.plan;
  return {
    why: told.map((each) => each.why).join(" "),
    step: stepFor(told[told.length - 1].id, steps, advice),
    speaks_against: true,
    is_urgent: isUrgent,
  };
}

/**
 * Return whether there should be a meeting.
 * @param {Planned | NotNow} found
 * @returns {found is Planned}
 */
export function isPlanned(found) {
  return "meeting" in found;
}

/**
 * @param {Advice} advice
 * @param {Step[]} first
 * @param {Knowledge} knowledge
 * @returns {Planned | null}
 */
function planned(advice, first, knowledge) {
  for (const step of first) {
    const meeting = meetingOf(step, first, advice, knowledge);
    if (meeting !== null) return { meeting, step };
  }
  return null;
}

/**
 * Return that there is no meeting to plan, and why, though nothing speaks against one.
 * @param {Advice} advice
 * @param {Step[]} first
 * @returns {NotNow}
 */
function notCalled(advice, first) {
  const why = first.length > 0 ? say("pack.taken_alone") : advice.nothing_first || say("pack.too_little_known");
  const step = first[0] ?? advice.plan[0] ?? null;
  return { why, step, speaks_against: false, is_urgent: false };
}

/**
 * Return what says that there should be no meeting, and why: an alert before all else.
 *
 * Of the steps only the first that is no shift in the leader's own practice says so: what comes later is no reason
 * against the hour that the first step asks for.
 * @param {Advice} advice
 * @param {Step[]} first
 * @param {Knowledge} knowledge
 * @returns {{id: string, why: string}[]}
 */
function against(advice, first, knowledge) {
  const leads = advice.leading?.pattern;
  const taken = first.filter((step) => step.kind !== "shift").slice(0, 1);
  const patterns = advice.patterns.filter((each) => each.fit === "likely" || each.id === leads);
  const ids = [...advice.alerts, ...taken, ...patterns, ...advice.findings].map((each) => each.id);
  const answers = answersOf(advice);
  return ids
    .filter((id) => speaksAgainst(knowledge.entry(id), answers, knowledge))
    .map((id) => ({ id, why: knowledge.entry(id).no_meeting }));
}

/**
 * @param {Entry} entry
 * @param {Set<Fact>} answers
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
function speaksAgainst(entry, answers, knowledge) {
  const lifted = entry.no_meeting_unless;
  return entry.no_meeting != null && !(lifted && holds(positive(lifted, knowledge), answers));
}

/**
 * @param {Advice} advice
 * @returns {Set<Fact>}
 */
function answersOf(advice) {
  const given = Array.from(/** @type {Map<string, Answer>} */ (advice.case.answers));
  return new Set(given.flatMap(([id, said]) => (typeof said === "string" ? [fact("answer", id, said)] : [])));
}

/**
 * Return the step that fits a reason: what gave it, or what is advised because of that, or the first.
 * @param {string} id
 * @param {Step[]} steps
 * @param {Advice} advice
 * @returns {Step | null}
 */
function stepFor(id, steps, advice) {
  return steps.find((step) => step.id === id || restsOn(step, id, advice)) ?? steps[0] ?? null;
}

/**
 * @param {Step} step
 * @param {string} id
 * @param {Advice} advice
 * @returns {boolean}
 */
function restsOn(step, id, advice) {
  const supports = itemOf(step, advice).firings.flatMap((each) => firingOf(advice, each).support);
  return supports.some((each) => each.id === id);
}

/**
 * Return what is advised of which a step tells.
 * @param {Step} step
 * @param {Advice} advice
 * @returns {Recommendation}
 */
export function itemOf(step, advice) {
  const items = ofKind(advice, step.kind);
  return /** @type {Recommendation} */ (items.find((each) => each.id === step.id));
}

/**
 * Return the meeting that serves a step: by a way of doing it that the plan offers, else by itself.
 *
 * Ways are looked at only where the step itself can be taken in a meeting; one whose meeting serves another
 * intervention would lead elsewhere. Of several it is the one that serves most of the other first steps.
 * @param {Step} step
 * @param {Step[]} first
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {Entry | null}
 */
function meetingOf(step, first, advice, knowledge) {
  const byId = knowledge.once(meetings);
  const itsOwn = byId.get(step.id);
  if (itsOwn === undefined) return null;
  const item = itemOf(step, advice);
  const wording = item.firings.find((id) => byId.has(id) && words(id, step, knowledge));
  if (wording !== undefined) return byId.get(wording) ?? null;
  const ways = (item.techniques ?? []).flatMap((way) => byId.get(way) ?? []);
  const fitting = ways.filter((each) => each.interventions.length === 0 || each.interventions.includes(step.id));
  const others = first.filter((each) => each !== step).map((each) => each.id);
  return mostServing([...fitting, itsOwn], others);
}

/**
 * Return the first of the meetings that serve most of some things.
 * @param {Entry[]} of
 * @param {string[]} others
 * @returns {Entry}
 */
function mostServing(of, others) {
  const counts = of.map((each) => others.filter((id) => served(each).includes(id)).length);
  return of[counts.indexOf(Math.max(...counts))];
}

/**
 * Return for each entry that is served by a meeting the first that serves it.
 * @param {Knowledge} knowledge
 * @returns {Map<string, Entry>}
 */
function meetings(knowledge) {
  const found = new Map();
  for (const meeting of knowledge.ofKind("meeting")) {
    for (const id of served(meeting)) if (!found.has(id)) found.set(id, meeting);
  }
  return found;
}

/**
 * @param {Entry} meeting
 * @returns {string[]}
 */
function served(meeting) {
  return SERVES.flatMap((field) => meeting[field] ?? []);
}

/**
 * Return whether a step is put in the words of this rule.
 * @param {string} rule
 * @param {Step} step
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
function words(rule, step, knowledge) {
  const found = knowledge.rule(rule);
  return found !== null && found.short === step.short;
}
