// Where the partnership stands, as a picture, in a table and with reasons. As advice.html.

import { say } from "../language.js";
import { picture } from "./a4_picture.js";
import { listed } from "./a4_reasons.js";
import { fold, make, paragraph } from "./dom.js";

/** @typedef {import("../pages/model.js").AdvicePage} AdvicePage */
/** @typedef {import("../pages/model.js").Standing} Standing */
/** @typedef {import("./dom.js").Child} Child */

/**
 * Return what is in this part of the page.
 * @param {AdvicePage} page
 * @returns {Child[]}
 */
export function standing(page) {
  const reasoned = page.standings.filter((each) => each.reasons.length > 0);
  return [
    picture(page.picture),
    paragraph(page.picture.legend, { class: "small" }),
    fold(say("a4.in_a_table"), () => [table(page.standings)]),
    ...reasoned.map((each) =>
      fold(`${each.name}: ${each.stands}`, () => [make("p", {}, each.seen), listed(each.reasons)])
    ),
  ];
}

/**
 * @param {Standing[]} standings
 * @returns {HTMLElement}
 */
function table(standings) {
  const headers = ["a4.what", "a4.stands", "a4.moves"].map((words) =>
    make("th", { scope: "col" }, say(words))
  );
  return make(
    "table",
    {},
    make("thead", {}, make("tr", {}, ...headers)),
    make("tbody", {}, ...standings.map(row))
  );
}

/**
 * @param {Standing} each
 * @returns {HTMLElement}
 */
function row(each) {
  const term = each.term === "" ? [] : [" ", make("span", { class: "term" }, each.term)];
  const further = [each.sure, each.own_view].filter((said) => said !== "");
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, each.name, ...term),
    make("td", {}, each.stands, ...further.flatMap((said) => [make("br"), said])),
    make("td", {}, each.moves || each.or_else)
  );
}
