// One thing of an advice whole: a step, a situation, where a factor stands, or a part of the page. As advice_shown.py.

import { say } from "../language.js";
import { casefolded, wordsOf } from "../text.js";
import { answersBehind, inALine } from "./advice_alerts.js";
import { howItStands, seenAndSaid } from "./advice_factors.js";
import { otherReasons } from "./advice_full.js";
import { adviceOutline } from "./advice_outline.js";
import { AdvicePage } from "./advice_page.js";
import { wholePattern } from "./advice_standing.js";
import { aboutStep } from "./advice_steps.js";
import { CARE, FOR, isTitle, Outline, paragraph, PLAIN, point, title } from "./outline.js";
import { ended } from "./wording.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../advice/model.js").Recommendation} Recommendation */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./outline.js").Block} Block */

/**
 * Return one thing whole, by its id; null if it is no part of this advice.
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @param {string} id
 * @returns {Outline | null}
 */
export function shownOutline(advice, knowledge, id) {
  const page = new AdvicePage(advice, knowledge, true);
  const found = told(id, page);
  return found === null ? null : under(advice, [title(`${page.title(id)} [${id}]`), ...found]);
}

/**
 * Return the part of the whole page whose heading begins with these whole words; null if none does.
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @param {string} heading
 * @returns {Outline | null}
 */
export function shownPart(advice, knowledge, heading) {
  const said = wordsOf(casefolded(heading)).join(" ");
  const { blocks } = adviceOutline(advice, knowledge, true);
  const first = blocks.findIndex(isTitle);
  const place = blocks.findIndex((block, at) => at > first && isHeading(block) && isCalled(block.text, said));
  if (said === "" || place < 0) return null;
  const head = /** @type {{text: string} & Block} */ (blocks[place]);
  const below = blocks.slice(place + 1);
  const end = below.findIndex((block) => isTitle(block) || (!isTitle(head) && (isHeading(block) || block.type === "paragraph")));
  return under(advice, [title(head.text), ...(end < 0 ? below : below.slice(0, end))]);
}

/**
 * @param {Block} block
 * @returns {block is import("./outline.js").Title | import("./outline.js").Group}
 */
function isHeading(block) {
  return block.type === "title" || block.type === "group";
}

/**
 * @param {string} heading
 * @param {string} words
 * @returns {boolean}
 */
function isCalled(heading, words) {
  return `${casefolded(heading)} `.replaceAll(",", " ").startsWith(`${words} `);
}

/**
 * Return blocks below what comes before everything else.
 * @param {Advice} advice
 * @param {Block[]} blocks
 * @returns {Outline}
 */
function under(advice, blocks) {
  return new Outline([...advice.alerts.map((alert, place) => paragraph(inALine(alert), place > 0)), ...blocks], 2);
}

/**
 * Return what is said of a thing, by what it is here; null where it is nothing here.
 * @param {string} id
 * @param {AdvicePage} page
 * @returns {Block[] | null}
 */
function told(id, page) {
  const ways = [advised, situation, factor, withheld, alert, finding];
  for (const way of ways) {
    const blocks = way(id, page);
    if (blocks.length > 0) return blocks;
  }
  return null;
}

/**
 * Return what to do and how, then all reasons and cautions.
 * @param {string} id
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
function advised(id, page) {
  const item = page.advised().get(id);
  if (item === undefined) return [];
  const steps = page.advice.plan.filter((step) => step.id === id);
  const whole = steps.flatMap((step) => [
    paragraph(ended(step.short), true),
    ...aboutStep(step, item, page).map((said) => point(said, 1, PLAIN)),
  ]);
  const others = otherReasons(item, steps.map((step) => step.reason), page);
  const heading = title(say(steps.length > 0 ? "advice_page.more_reasons" : "advice_page.reasons"));
  const cautions = steps.length > 0 ? [] : item.cautions;
  return [
    ...whole,
    ...(others.length > 0 ? [heading] : []),
    ...others,
    ...cautions.map((each) => point(page.because(each), 1, CARE)),
    paragraph(say("advice_page.whose")),
  ];
}

/**
 * @param {string} id
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
function situation(id, page) {
  return page.advice.patterns.filter((each) => each.id === id).flatMap((each) => wholePattern(each, page));
}

/**
 * @param {string} id
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
function factor(id, page) {
  const found = page.advice.factors.filter((each) => each.id === id);
  return found.flatMap((each) => [
    paragraph(howItStands(each, page), true),
    ...seenAndSaid(each, page),
    ...page.noted(each.firings).map((noted) => point(noted, 1, PLAIN)),
  ]);
}

/**
 * @param {string} id
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
function withheld(id, page) {
  const firings = page.advice.withheld.filter((each) => each.id === id).flatMap((each) => each.firings);
  return firings.map((each) => point(say("advice_page.not_now", { because: page.because(each) }), 1, PLAIN));
}

/**
 * @param {string} id
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
function alert(id, page) {
  const raised = page.advice.alerts.filter((each) => each.id === id);
  return raised.flatMap((each) => [paragraph(each.text, true), ...foundBy(each.firings, page)]);
}

/**
 * @param {string} id
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
function finding(id, page) {
  return page.advice.findings.filter((each) => each.id === id).flatMap((each) => foundBy(each.firings, page));
}

/**
 * Return from which answers something was found.
 * @param {string[]} firings
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
function foundBy(firings, page) {
  return [
    paragraph(say("advice_page.found_because"), true),
    ...answersBehind(firings, page.advice, page.knowledge).map((said) => point(said, 1, FOR)),
    ...page.noted(firings).map((noted) => point(noted, 1, PLAIN)),
  ];
}
