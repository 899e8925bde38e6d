// Which view comes next: a question, or the end with what is asked before it. As `BeforeAdvice` in cli/before_advice.py.

import { aheadOf } from "./ahead.js";
import { alertAdvice } from "./so_far.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */

export const HANDFUL = 5; // further questions, after which the end is offered again

/**
 * Go on: to an alert that was just raised, the next question, or the end.
 * @param {Sitting} sitting
 */
export function goOn(sitting) {
  if (newlyRaised(sitting).length > 0) sitting.go("alert");
  else if (isEndDue(sitting)) toEnd(sitting);
  else sitting.go("question", sitting.interview.nextQuestion()?.id);
}

/**
 * Return the alerts that stand and were not told yet in this sitting: she may stop early.
 * @param {Sitting} sitting
 * @returns {import("../advice/model.js").AlertAdvice[]}
 */
export function newlyRaised(sitting) {
  const fresh = sitting.interview.alerts.filter((id) => !sitting.alertsTold.has(id));
  return fresh.length === 0 ? [] : alertAdvice(sitting, fresh);
}

/**
 * Return whether to offer the end: for a new reason, or once a handful of questions is through.
 * @param {Sitting} sitting
 * @returns {boolean}
 */
export function isEndDue(sitting) {
  const { interview } = sitting;
  if (interview.isGoingBack) return false;
  const { ending } = aheadOf(interview);
  const isDue = ending !== null && (ending !== sitting.offered || sitting.more === 0);
  return interview.nextQuestion() === null || isDue;
}

/**
 * Go to the end: whose view it is and who may see it first, then all answers to look over, then what now.
 * @param {Sitting} sitting
 */
export function toEnd(sitting) {
  const { interview } = sitting;
  const known = { seat: interview.case.seen_from, share: interview.case.share };
  for (const which of /** @type {("seat" | "share")[]} */ (["seat", "share"])) {
    if (known[which] === null && !sitting.askedLast.has(which)) {
      sitting.go(which, "end");
      return;
    }
  }
  if (!sitting.wasChecked) {
    sitting.go("check");
    return;
  }
  sitting.offered = aheadOf(interview).ending ?? "asked";
  sitting.go("end");
}

/**
 * Ask a handful of further questions.
 * @param {Sitting} sitting
 */
export function askMore(sitting) {
  sitting.offered = aheadOf(sitting.interview).ending ?? "asked";
  sitting.more = HANDFUL;
  sitting.go("question", sitting.interview.goOn()?.id);
}

/**
 * Go to the view before: the question before, or what is asked before the first one.
 * @param {Sitting} sitting
 */
export function goBack(sitting) {
  const before = sitting.interview.back();
  if (before === null) sitting.go("partners");
  else sitting.go("question", before.id);
}
