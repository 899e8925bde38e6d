// What follows from the facts of a case: which steps fire, and what is known then. As circuit/evaluator.py.

import { fact, thing } from "../knowledge/facts.js";
import { beginningOf, programOf, run } from "./circuit.js";
import { ABSENCE, counted, positive } from "./network.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/rules.js").Rule} Rule */
/** @typedef {import("./network.js").Test} Test */
/** @typedef {import("./circuit.js").Program} Program */
/**
 * A rule, an absence or a weighing: where it fires, and what it concludes. A weighing has no test; it weighs `signs`.
 * @typedef {{id: string, rule: Rule | null, fires: number, concludes: [Fact, number][], test: Test | null,
 *   signs: Step[]}} Step
 */
/**
 * @typedef {{program: Program, steps: Step[], byId: Map<string, Step>, concluded: Map<Fact, number>}} Evaluator
 */
/** @typedef {{cells: Int32Array, known: Set<Fact>}} Evaluation of one case: every gate, and all facts that hold */

/**
 * Return the evaluator of a knowledge base; ask for it with `knowledge.once`.
 * @param {Knowledge} knowledge
 * @returns {Evaluator}
 */
export function evaluatorOf(knowledge) {
  const { steps: rows, concluded } = knowledge.circuit;
  /** @type {Map<string, Step[]>} */
  const signs = new Map();
  /** @type {Step[]} */
  const steps = [];
  for (const row of rows) {
    const step = stepOf(row, signs, knowledge);
    steps.push(step);
    const weighs = step.rule?.then.weighs ?? null;
    if (weighs !== null) signs.set(weighs, [...(signs.get(weighs) ?? []), step]);
  }
  return {
    program: beginningOf(knowledge.once(wholeProgram), knowledge.circuit.evaluated),
    steps,
    byId: new Map(steps.map((step) => [step.id, step])),
    concluded: new Map(factsAt(concluded)),
  };
}

/**
 * Return all gates as a program: those of the evaluator, and behind them what interviews look at.
 * @param {Knowledge} knowledge
 * @returns {Program}
 */
export function wholeProgram(knowledge) {
  return programOf(knowledge.circuit);
}

/**
 * Return what follows from the facts of a case.
 * @param {Evaluator} evaluator
 * @param {Iterable<Fact>} facts
 * @returns {Evaluation}
 */
export function evaluate(evaluator, facts) {
  const given = Array.from(facts);
  const cells = run(evaluator.program, new Map(given.map((each) => [each, 1])), 1);
  const known = new Set(given);
  for (const [each, gate] of evaluator.concluded) if (cells[gate] !== 0) known.add(each);
  return { cells, known };
}

/**
 * Return the gate that is true where something is concluded; 0, which is false, where nothing concludes it.
 * @param {Evaluator} evaluator
 * @param {Fact} of
 * @returns {number}
 */
export function gateOf(evaluator, of) {
  return evaluator.concluded.get(of) ?? 0;
}

/**
 * @param {[string, number, any[]?]} row
 * @param {Map<string, Step[]>} signs
 * @param {Knowledge} knowledge
 * @returns {Step}
 */
function stepOf([id, fires, concluded], signs, knowledge) {
  const rule = knowledge.rule(id);
  if (rule !== null) {
    /** @type {[Fact, number][]} */
    const concludes = rule.then.key === "finding" ? [[rule.then.effect, fires]] : [];
    return { id, rule, fires, concludes, test: positive(rule.when, knowledge), signs: [] };
  }
  const concludes = factsAt(concluded ?? []);
  if (id.startsWith(ABSENCE)) {
    const test = ruledOut(concludes[0][0], knowledge);
    return { id, rule: null, fires, concludes, test, signs: [] };
  }
  const [kind, subject] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
  return { id, rule: null, fires, concludes, test: null, signs: signs.get(thing(kind, subject)) ?? [] };
}

/**
 * Return the test that every way to conclude something is known to be shut.
 * @param {Fact} absence
 * @param {Knowledge} knowledge
 * @returns {Test}
 */
function ruledOut(absence, knowledge) {
  const ways = knowledge.once(concluding).get(thing(absence.kind, absence.id)) ?? [];
  const tests = ways
    .filter((rule) => !rule.then.is_against)
    .map((rule) => positive(rule.when, knowledge, true));
  return counted(tests.length, tests);
}

/**
 * Return the rules that conclude each finding, or add a sign to each stage and pattern.
 * @param {Knowledge} knowledge
 * @returns {Map<string, Rule[]>}
 */
export function concluding(knowledge) {
  /** @type {Map<string, Rule[]>} */
  const found = new Map();
  for (const rule of knowledge.rules) {
    const weighs = rule.then.weighs;
    if (weighs === null) continue;
    const rules = found.get(weighs);
    if (rules === undefined) found.set(weighs, [rule]);
    else rules.push(rule);
  }
  return found;
}

/**
 * @param {[string, string, string, number][]} rows
 * @returns {[Fact, number][]}
 */
function factsAt(rows) {
  return rows.map(([kind, id, value, gate]) => [fact(kind, id, value), gate]);
}
