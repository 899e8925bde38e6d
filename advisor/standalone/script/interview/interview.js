// The interview: which question comes next, and what the answers so far have settled. As interview/interview.py.

import { advise } from "../advice/reasoner.js";
import { senseless } from "../advice/senseless.js";
import { newCase } from "../cases/case.js";
import { initialFacts } from "../cases/facts.js";
import { isBegun, partsNotAsked } from "../cases/questions.js";
import { boundsOfCase, staysUnknown } from "../inference/bounds.js";
import { askingForAlerts, partsOf } from "../knowledge/questions.js";
import { compared } from "../order_by.js";
import { questionOf } from "./answering.js";
import { Decided } from "./decided.js";
import { firstStepHangsOn } from "./first_step.js";
import { decisive } from "./lookahead.js";
import { alertsThatStand, questionsLeft, rulesAbout } from "./relevance.js";
import { Way } from "./way.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../cases/case.js").Case} Case */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Question} Question */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/question_kinds.js").Part} Part */
/** @typedef {import("../knowledge/rules.js").Rule} Rule */
/** @typedef {"what-matters" | "core" | "all"} Scope */
/** @typedef {"settled" | "no-single-answer" | "enough" | "limit" | "asked"} Ending */

const ENOUGH = 20; // prompts after which a typical case may well end
const MOST = 40; // prompts that no interview goes beyond of itself

/**
 * Asks about one case; `case` is what is known so far, and was checked.
 *
 * `scope` says what is asked: what can still change the advice, the core questions, or everything. What the leader does
 * not know will not be known.
 */
export class Interview extends Way {
  /**
   * @param {Knowledge} knowledge
   * @param {Case} [of]
   * @param {Scope} [scope]
   */
  constructor(knowledge, of = newCase(), scope = "what-matters") {
    super(knowledge, of);
    this.scope = scope;
    /** @type {{case: Case, settled: Decided} | null} */
    this.lastSettled = null;
    /** @type {{case: Case, seen: Set<string>, question: Question | null} | null} */
    this.lastChosen = null;
  }

  /**
   * Return the question at the place; at the end a new one, or null if there is none left to ask.
   * @override
   * @returns {Question | null}
   */
  nextQuestion() {
    if (this.isGoingBack) return super.nextQuestion();
    const { seen } = this.state.trail;
    if (this.lastChosen?.case !== this.case || this.lastChosen.seen !== seen) {
      this.lastChosen = { case: this.case, seen, question: this.choose() };
    }
    return this.lastChosen.question;
  }

  /** @returns {Decided} what no further answer can change, be it to a new question or to a part left open */
  get settled() {
    if (this.lastSettled?.case !== this.case) {
      const certain = boundsOfCase([...this.known, ...this.closed], this.knowledge);
      this.lastSettled = { case: this.case, settled: new Decided(certain, this.knowledge) };
    }
    return this.lastSettled.settled;
  }

  /** @returns {string[]} the questions that can still change the advice, in the order of the questionnaire */
  get open() {
    const without = this.senseless;
    return questionsLeft(this.settled, this.case, this.knowledge).filter((id) => !without.has(id));
  }

  /** @returns {string[]} the ids of the alerts that stand already, whatever else is answered */
  get alerts() {
    return alertsThatStand(this.settled.certain, this.knowledge);
  }

  /** @returns {number} how many questions were asked: answered in full, or seen in this sitting */
  get asked() {
    return Array.from(this.knowledge.questions.keys()).filter((id) => !this.isNew(id)).length;
  }

  /**
   * About how many questions are left: of the core; then, those that could change something alone. Where none could, it
   * is those that could together with others. It is 0 only where none will be asked.
   * @returns {number}
   */
  get left() {
    if (this.scope !== "what-matters") return this.inScope().length;
    const left = this.toCome(this.open);
    const core = left.filter((id) => questionOf(id, this.knowledge).core).length;
    if (core > 0) return core;
    const most = Math.max(0, MOST - this.asked) || left.length;
    const alone = Array.from(this.decisive(left).values()).filter((much) => much > 0).length;
    return Math.min(most, alone || left.length);
  }

  /**
   * Why the interview may end here, or null where it had better go on.
   *
   * `settled`: nothing that is left could change the stages, the first three interventions or what comes first in the
   * plan. `no-single-answer`: no one answer would by itself. `enough`: the core is asked. `limit`: more would be too
   * much. `asked`: the scope has been asked, or all that is left are parts that were left open in this sitting.
   * @returns {Ending | null}
   */
  get ending() {
    if (this.scope !== "what-matters") return this.inScope().length > 0 ? null : "asked";
    const left = this.open;
    const ahead = this.toCome(left);
    const alerts = this.knowledge.once(askingForAlerts);
    const asksForAlert = ahead.some((id) => alerts.has(id));
    if (left.length === 0 || (this.settled.everything && !asksForAlert)) return "settled";
    if (this.asked >= MOST && ahead.length === 0) return "limit";
    if (ahead.some((id) => questionOf(id, this.knowledge).core)) return null;
    if (Array.from(this.decisive(left).values()).every((much) => much === 0)) return "no-single-answer";
    if (ahead.length === 0) return "asked";
    return this.asked >= ENOUGH ? "enough" : null;
  }

  /**
   * Return for each question which share of its answers would touch the first step; 0 for none.
   * @param {string[]} questions
   * @returns {Map<string, number>}
   */
  firstStepHangsOn(questions) {
    return firstStepHangsOn(this.advice(), this.known, this.partsLeft(questions), this.knowledge);
  }

  /**
   * Return for each question how much an answer to it would change on average; 0 for nothing.
   * @param {string[]} questions
   * @returns {Map<string, number>}
   */
  decisive(questions) {
    return decisive(this.known, this.partsLeft(questions), this.knowledge);
  }

  /**
   * Return the advice on what is known so far.
   * @returns {Advice}
   */
  advice() {
    return advise(this.case, this.knowledge);
  }

  /**
   * Return what an answer to a question may still decide, each with the first rule by which it may.
   *
   * Factors, patterns and what can be advised, by their ids; what the answer itself speaks of comes first.
   * @param {string} question
   * @returns {Map<string, Rule>}
   */
  hangsOn(question) {
    questionOf(question, this.knowledge);
    /** @type {Map<string, Rule>} */
    const found = new Map();
    for (const rule of rulesAbout(question, this.settled.certain, this.knowledge)) {
      const { effect, subject } = rule.then;
      if (effect.kind === "finding" || effect.kind === "caution" || found.has(subject)) continue;
      found.set(subject, rule);
    }
    return found;
  }

  /**
   * @returns {Question | null}
   */
  choose() {
    const question = (/** @type {string | undefined} */ id) =>
      id === undefined ? null : questionOf(id, this.knowledge);
    if (this.scope !== "what-matters") return question(this.inScope()[0]);
    const left = this.toCome(this.open);
    const core = left.find((id) => questionOf(id, this.knowledge).core);
    if (core !== undefined || left.length === 0) return question(core);
    const first = this.firstStepHangsOn(left);
    const alone = this.decisive(left);
    const weight = (/** @type {string} */ id) => [Number(first.get(id)), Number(alone.get(id))];
    return question(left.reduce((one, other) => (compared(weight(other), weight(one)) > 0 ? other : one)));
  }

  /**
   * Return those of the open questions that will be asked; at the limit, lists begun and alerts.
   * @param {string[]} left
   * @returns {string[]}
   */
  toCome(left) {
    const ahead = left.filter((id) => this.isNew(id));
    if (this.asked < MOST) return ahead;
    const alerts = this.knowledge.once(askingForAlerts);
    return ahead.filter((id) => alerts.has(id) || isBegun(id, this.case, this.knowledge));
  }

  /**
   * @returns {string[]}
   */
  inScope() {
    const without = this.senseless;
    const wanted = Array.from(this.knowledge.questions.values()).filter((each) => each.core || this.scope === "all");
    return wanted.map((each) => each.id).filter((id) => this.isNew(id) && !without.has(id));
  }

  /**
   * @param {string[]} questions
   * @returns {Map<string, Part[]>}
   */
  partsLeft(questions) {
    return new Map(questions.map((id) => [id, partsNotAsked(id, this.case, this.knowledge)]));
  }

  /** @returns {Set<string>} the questions that make no sense after the answers so far */
  get senseless() {
    return senseless(this.known, this.knowledge);
  }

  /** @returns {Fact[]} */
  get known() {
    return initialFacts(this.case, this.knowledge);
  }

  /** @returns {Fact[]} what will not be known: what was asked, or makes no sense, with no answer that says something */
  get closed() {
    const without = this.senseless;
    return Array.from(this.knowledge.questions.keys()).flatMap((id) => {
      const open = new Set(without.has(id) ? [] : this.openParts(id));
      const parts = this.knowledge.memo(partsOf)(id).filter((part) => !open.has(part.key));
      return parts.map((part) => staysUnknown(part.kind, part.id));
    });
  }
}
