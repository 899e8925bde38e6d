// Everything that is advised, held back and found, as a part of the page. As advisor/reports/advice_full.py.

import { ofKind } from "../advice/model.js";
import { say } from "../language.js";
import { sortedBy } from "../order_by.js";
import { CARE, FOR, numbered, PLAIN, point, title } from "./outline.js";
import { ended } from "./wording.js";

/** @typedef {import("../advice/model.js").Recommendation} Recommendation */
/** @typedef {import("./advice_page.js").AdvicePage} AdvicePage */
/** @typedef {import("./outline.js").Block} Block */

/**
 * Return all that is advised, kind by kind, then what is held back and what was found.
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
export function everything(page) {
  const { withheld, findings } = page.advice;
  const held = withheld.map(({ title: titleOf, id, firings }) => point(`${titleOf} [${id}]: ${page.because(firings[0])}`));
  const found = findings.map((finding) => point(`${finding.title} (${finding.kind}) [${finding.id}]`));
  return [
    ...headed(page).flatMap(([heading, items]) => under(heading, items.flatMap((item) => whole(item, page)))),
    ...under(say("advice_page.held_back"), held),
    ...under(say("advice_page.all_found"), found),
  ];
}

/**
 * Return blocks with their title, if there are any.
 * @param {string} heading
 * @param {Block[]} blocks
 * @returns {Block[]}
 */
function under(heading, blocks) {
  return blocks.length > 0 ? [title(heading), ...blocks] : [];
}

/**
 * Return what is advised, by headings.
 * @param {AdvicePage} page
 * @returns {[string, Recommendation[]][]}
 */
function headed(page) {
  const { kinds } = page.knowledge;
  const ordered = sortedBy(
    kinds.advisable.filter((kind) => kinds.advised(kind).heading !== ""),
    (kind) => kinds.advised(kind).heading_order
  );
  /** @type {Map<string, Recommendation[]>} */
  const found = new Map();
  for (const kind of ordered) {
    const { heading } = kinds.advised(kind);
    found.set(heading, [...(found.get(heading) ?? []), ...ofKind(page.advice, kind)]);
  }
  return Array.from(found);
}

/**
 * Return something advised with its reasons, and what to do by each that no step of the plan tells.
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
function whole(item, page) {
  const told = new Set(page.advice.plan.filter((step) => step.id === item.id).map((step) => step.reason));
  const shorts = new Map(item.firings.filter((id) => !told.has(id)).map((id) => [id, page.ownShort(id)]));
  const isSaid = told.size > 0 || Array.from(shorts.values()).some((short) => short !== "");
  const isBare = isSaid || item.short === "" || item.short === item.title;
  return [
    point(`${item.title} [${item.id}]${isBare ? "" : `: ${item.short}`}`, 1, numbered(item.rank)),
    ...item.firings.flatMap((id) => [point(page.because(id), 2, FOR), ...toDo(shorts.get(id) ?? "", 4)]),
    ...item.cautions.map((id) => point(page.because(id), 2, CARE)),
  ];
}

/**
 * Return the reasons of something advised, beside those that are told, and what to do by each.
 * @param {Recommendation} item
 * @param {string[]} told
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
export function otherReasons(item, told, page) {
  const others = item.firings.filter((id) => !told.includes(id));
  return others.flatMap((id) => [point(page.because(id), 1, FOR), ...toDo(page.ownShort(id), 2)]);
}

/**
 * @param {string} short
 * @param {number} depth
 * @returns {Block[]}
 */
function toDo(short, depth) {
  return short === "" ? [] : [point(say("advice_page.to_do", { what: ended(short) }), depth, PLAIN)];
}
