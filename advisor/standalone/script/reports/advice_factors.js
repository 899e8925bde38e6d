// Where a partnership stands in each factor, as a part of the page with the advice. As advisor/reports/advice_factors.py.

import { STAGES } from "../knowledge/facts.js";
import { say } from "../language.js";
import { quotes, signSaid } from "./advice_standing.js";
import { FOR, HANGING, PLAIN, point, table, title } from "./outline.js";
import { inside, joined } from "./wording.js";

/** @typedef {import("../advice/model.js").FactorAdvice} FactorAdvice */
/** @typedef {import("./advice_page.js").AdvicePage} AdvicePage */
/** @typedef {import("./outline.js").Block} Block */
/** @typedef {import("./outline.js").Point} Point */
/** @typedef {{short: string, long: string, means: string}} HowSure in a word or two, in plain words, and what it means */

/**
 * Return each factor's stage beside the leader's own view, how sure it is, and how many signs say what.
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
export function whereItStands(page) {
  const { factors } = page.advice;
  const sure = factors.map((factor) => howSure(factor, page));
  const rows = factors.map((factor, place) => rowOf(factor, sure[place], page));
  const headers = ["factor", "stage", "your_view", "signs", "how_sure"].map((name) => say(`advice_page.column_${name}`));
  const narrow = rows.map((row, place) => inALine(row, sure[place]));
  const blocks = [
    title(say("advice_page.where_it_stands")),
    table(headers, rows, narrow),
    point(say("advice_page.what_signs_say"), 1, PLAIN),
  ];
  if (page.full && factors.some((factor) => page.plainName(factor.id))) blocks.push(point(inTheStudy(page), 1, PLAIN));
  if (factors.some((factor) => factor.sure === "tentative")) {
    const means = new Set(sure.map((each) => each.means).filter((each) => each !== ""));
    blocks.push(point(say("advice_page.how_sure", { means: joined(means) }), 1, PLAIN));
  }
  return page.full ? [...blocks, ...factors.flatMap((factor) => seenAndSaid(factor, page))] : blocks;
}

/**
 * @param {FactorAdvice} factor
 * @param {HowSure} sure
 * @param {AdvicePage} page
 * @returns {string[]}
 */
function rowOf(factor, sure, page) {
  const placed = STAGES.includes(factor.placed ?? "") ? say(`phrases.stage_${factor.placed}`) : "-";
  return [nameOf(factor, page), say(`phrases.stage_${factor.stage}`), placed, signsOf(factor, page), sure.short];
}

/**
 * Return what the study calls the factors, in the order of the table, and the stages.
 * @param {AdvicePage} page
 * @returns {string}
 */
function inTheStudy(page) {
  const names = joined(page.advice.factors.map((factor) => inside(factor.title)));
  const stages = STAGES.map((stage) => say(`phrases.termed_${stage}`)).join("; ");
  return say("advice_page.in_the_study", { names, stages });
}

/**
 * @param {string[]} row
 * @param {HowSure} sure
 * @returns {Point}
 */
function inALine([factor, stage, , signs], sure) {
  const said = say("advice_page.factor_in_a_line", { factor, stage, signs });
  return point(sure.long === "" ? said : `${said}, ${sure.long}`, 1, HANGING);
}

/**
 * Return what is often seen at the stage of a factor, and the signs that made it so.
 * @param {FactorAdvice} factor
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
export function seenAndSaid(factor, page) {
  if (factor.stage === "unknown") return [];
  const stage = say(`phrases.stage_${factor.stage}`);
  const seen = page.knowledge.entry(factor.id).stages[factor.stage];
  const signs = page.firing(factor.firings[0]).support.map((fact) => fact.id);
  const quoted = quotes(signs, page, new Set());
  return [
    point(say("advice_page.often_seen", { factor: factor.title, stage, seen }), 1, PLAIN),
    ...signs.map((id) => point(signSaid(id, quoted.get(id) ?? [], page), 2, FOR)),
  ];
}

/**
 * Return how many signs say each stage.
 * @param {FactorAdvice} factor
 * @param {AdvicePage} page
 * @returns {string}
 */
function signsOf(factor, page) {
  if (factor.firings.length === 0) return "-";
  const said = page.firing(factor.firings[0]).support.map((fact) => fact.value);
  return STAGES.map((stage) => said.filter((each) => each === stage).length).join(" / ");
}

/**
 * Return how sure a stage is, in a word or two and in plain words.
 * @param {FactorAdvice} factor
 * @param {AdvicePage} page
 * @returns {HowSure}
 */
export function howSure(factor, page) {
  if (factor.sure == null) return { short: "", long: "", means: "" };
  if (factor.sure === "firm") return { short: say("advice_page.firm"), long: say("advice_page.firm"), means: "" };
  if (factor.own_view) return toldAs("your_view");
  const said = new Set(page.firing(factor.firings[0]).support.map((fact) => fact.value));
  return toldAs(said.size === 1 ? "one_answer" : "they_differ");
}

/**
 * @param {string} name
 * @returns {HowSure}
 */
function toldAs(name) {
  return {
    short: say(`advice_page.sure_${name}`),
    long: say(`advice_page.plainly_${name}`),
    means: say(`advice_page.means_${name}`),
  };
}

/**
 * Return for each stage which factors stand there, without their names in the study.
 * @param {AdvicePage} page
 * @returns {string}
 */
export function standsByStage(page) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const factor of page.advice.factors) {
    const stage = stageOf(factor);
    found.set(stage, [...(found.get(stage) ?? []), inside(nameOf(factor, page))]);
  }
  return Array.from(found, ([stage, factors]) => capital(`${stage}: ${factors.join("; ")}.`)).join(" ");
}

/**
 * @param {string} text
 * @returns {string}
 */
function capital(text) {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
}

/**
 * Return where a factor stands in her words, with its name in the study behind.
 * @param {FactorAdvice} factor
 * @param {AdvicePage} page
 * @returns {string}
 */
export function howItStands(factor, page) {
  const name = nameOf(factor, page);
  const said = `${name}: ${stageOf(factor)}`;
  return name === factor.title ? said : `${said} (${inside(factor.title)})`;
}

/**
 * @param {FactorAdvice} factor
 * @param {AdvicePage} page
 * @returns {string}
 */
function nameOf(factor, page) {
  return page.plainName(factor.id) || factor.title;
}

/**
 * @param {FactorAdvice} factor
 * @returns {string}
 */
function stageOf(factor) {
  return say(`phrases.stage_${factor.stage}`) + (factor.sure === "tentative" ? "?" : "");
}
