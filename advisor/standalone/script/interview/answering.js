// Answers into a case and out of it, in the order of the questionnaire. As advisor/interview/answering.py.
// What is put in must be what a form offers or a file was checked for: nothing here looks for faults again.

import { latestActions } from "../cases/facts.js";
import { NOT_APPLICABLE, OUTCOMES, UNKNOWN } from "../knowledge/facts.js";
import { kindOf } from "../knowledge/question_kinds.js";
import { partsOf } from "../knowledge/questions.js";
import { sortedBy } from "../order_by.js";

/** @typedef {import("../cases/case.js").Action} Action */
/** @typedef {import("../cases/case.js").Answer} Answer */
/** @typedef {import("../cases/case.js").Case} Case */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Question} Question */

const TRIED = "intervention"; // the kind of action that the question of what was tried is about

/**
 * Return the answer to a question that is there, as `withAnswer` takes it; null if there is none.
 *
 * Of what was tried it is the latest outcome of each intervention, which is what advice rests on.
 * @param {Case} of
 * @param {string} question
 * @param {Knowledge} knowledge
 * @returns {Answer | null}
 */
export function answerIn(of, question, knowledge) {
  if (kindOf(questionOf(question, knowledge)).inActions) {
    const latest = latestActions(of);
    const there = knowledge.idsOf(TRIED).filter((id) => latest.has(id));
    if (there.length > 0) return new Map(there.map((id) => [id, String(latest.get(id)?.outcome)]));
  }
  return of.answers.get(question) ?? null;
}

/**
 * Return the case with an answer; the same case if that is all of the answer already.
 *
 * Everything else that changes is the order: that of the questionnaire, whatever way it came, and that it was
 * answered on this one.
 * @param {Case} of
 * @param {string} question
 * @param {Answer} value
 * @param {Knowledge} knowledge
 * @returns {Case}
 */
export function withAnswer(of, question, value, knowledge) {
  const changed = kindOf(questionOf(question, knowledge)).inActions
    ? withTried(of, question, value)
    : { ...of, answers: new Map(of.answers).set(question, value) };
  const isThere = sameAnswer(of.answers.get(question), changed.answers.get(question));
  return isThere && sameActions(of.actions, changed.actions) ? of : inOrder(changed, knowledge);
}

/**
 * Return the case with a note on a question; an empty one takes the note away.
 * @param {Case} of
 * @param {string} question
 * @param {string} note
 * @param {Knowledge} knowledge
 * @returns {Case}
 */
export function withNote(of, question, note, knowledge) {
  questionOf(question, knowledge);
  if (note === (of.notes.get(question) ?? "")) return of;
  const notes = new Map(of.notes);
  if (note === "") notes.delete(question);
  else notes.set(question, note);
  return inOrder({ ...of, notes }, knowledge);
}

/**
 * Return the question with this id; an error if there is none.
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {Question}
 */
export function questionOf(id, knowledge) {
  const found = knowledge.questions.get(id);
  if (found === undefined) throw new RangeError(id);
  return found;
}

/**
 * Return the case with what was tried. It is the whole answer: what is not named was not tried.
 * @param {Case} of
 * @param {string} question
 * @param {Answer} value
 * @returns {Case}
 */
function withTried(of, question, value) {
  const said = typeof value === "string" ? [] : Array.from(value);
  const tried = new Map(said.filter(([, word]) => OUTCOMES.includes(word)));
  const rest = value === UNKNOWN ? UNKNOWN : NOT_APPLICABLE; // that nothing else was tried, beside actions
  return { ...of, answers: new Map(of.answers).set(question, rest), actions: told(of, tried) };
}

/**
 * Return the actions of a case, with what is now said of them.
 *
 * Where that is what the latest one says, nothing changes. What was noted on an earlier day stays, and the new outcome
 * comes beside it; what was noted on the day of the case, or has no earlier day, is put right.
 * @param {Case} of
 * @param {Map<string, string>} tried
 * @returns {Action[]}
 */
function told(of, tried) {
  const latest = latestActions(of);
  /** @type {Action[]} */
  const actions = [];
  for (const action of of.actions) {
    const outcome = tried.get(action.id);
    if (action.kind !== TRIED) {
      actions.push(action);
    } else if (outcome !== undefined) {
      const isPutRight = action === latest.get(action.id) && !isEarlier(action, of);
      actions.push(isPutRight ? { ...action, outcome } : action);
    }
  }
  for (const [id, outcome] of tried) {
    const last = latest.get(id);
    const isNew = last === undefined || (isEarlier(last, of) && last.outcome !== outcome);
    if (isNew) actions.push({ date: of.date, kind: TRIED, id, outcome, note: "" });
  }
  return actions;
}

/**
 * Return the actions that an answer has taken out and that the question could not bring back.
 *
 * Those are the ones with a note, or of another day than that of the case.
 * @param {Case} before
 * @param {Case} after
 * @returns {Action[]}
 */
export function lostActions(before, after) {
  const there = new Set(after.actions.map((action) => action.id));
  const gone = before.actions.filter((action) => !there.has(action.id));
  return gone.filter((action) => action.note !== "" || action.date !== before.date);
}

/**
 * @param {Action} action
 * @param {Case} of
 * @returns {boolean}
 */
function isEarlier(action, of) {
  return of.date !== null && (action.date === null || action.date < of.date);
}

/**
 * Return a case that was answered just now, in the order of the questions and with what these are.
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {Case}
 */
function inOrder(of, knowledge) {
  const places = new Map(knowledge.idsOf(TRIED).map((id, place) => [id, place]));
  /** @type {Case["answers"]} */
  const answers = new Map();
  /** @type {Case["notes"]} */
  const notes = new Map();
  for (const id of knowledge.questions.keys()) {
    const answer = of.answers.get(id);
    const note = of.notes.get(id);
    if (answer !== undefined) answers.set(id, partsInOrder(id, answer, knowledge));
    if (note !== undefined) notes.set(id, note);
  }
  const actions = sortedBy(of.actions, (action) => places.get(action.id) ?? places.size);
  return { ...of, answers, notes, actions, questionnaire: knowledge.questionnaire };
}

/**
 * @param {string} question
 * @param {Answer} answer
 * @param {Knowledge} knowledge
 * @returns {Answer}
 */
function partsInOrder(question, answer, knowledge) {
  if (typeof answer === "string") return answer;
  const parts = knowledge.memo(partsOf)(question).filter((part) => answer.has(part.key));
  return new Map(parts.map((part) => [part.key, String(answer.get(part.key))]));
}

/**
 * @param {Answer | undefined} one
 * @param {Answer | undefined} other
 * @returns {boolean}
 */
function sameAnswer(one, other) {
  if (!(one instanceof Map) || !(other instanceof Map)) return one === other;
  return one.size === other.size && Array.from(one).every(([key, said]) => other.get(key) === said);
}

/**
 * @param {Action[]} some
 * @param {Action[]} others each of `some` itself, or one that was put right or is new
 * @returns {boolean}
 */
function sameActions(some, others) {
  if (some.length !== others.length) return false;
  return some.every((one, place) => {
    const other = others[place];
    const isSameThing = one.kind === other.kind && one.id === other.id && one.outcome === other.outcome;
    return isSameThing && one.date === other.date && one.note === other.note;
  });
}
