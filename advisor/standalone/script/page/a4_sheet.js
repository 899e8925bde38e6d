// The sheet to take along: exactly one A4. As advisor/pages/templates/sheet.html.

import { say } from "../language.js";
import { make, paragraph } from "./dom.js";

/** @typedef {import("../pages/model.js").Errand} Errand */
/** @typedef {import("../pages/model.js").Sheet} Sheet */
/** @typedef {import("./dom.js").Child} Child */

/**
 * Return what is on the sheet.
 * @param {Sheet} sheet
 * @returns {Child[]}
 */
export function takeAlong(sheet) {
  const onScreen = make("span", { class: "screen" }, say("a4.page_one"));
  return [
    ...sheet.instead.map((text) => paragraph(text)),
    sheet.errands.length === 0 ? null : make("ol", { class: "errands" }, ...sheet.errands.map(errand)),
    sheet.worse === "" ? null : make("p", {}, make("strong", {}, sheet.worse)),
    lookAgain(sheet.again),
    make("p", { class: "small" }, say("a4.your_eyes"), " ", onScreen),
  ];
}

/**
 * @param {Errand} each
 * @returns {HTMLElement}
 */
function errand(each) {
  const what = each.what === "" ? [] : [make("strong", {}, each.what), " "];
  return make(
    "li",
    {},
    make("h3", {}, each.title),
    make("p", {}, ...what, each.how),
    make("p", {}, `${say("a4.because_you_said")} ${each.words.join("; ")}`),
    paragraph(each.leads),
    paragraph(each.care),
    make("p", { class: "blanks" }, blank(say("a4.who")), " ", blank(say("a4.when")))
  );
}

/**
 * Return a word with a line behind it, to write on.
 * @param {string} word
 * @returns {HTMLElement}
 */
function blank(word) {
  return make("span", { class: "blank" }, `${word} `, make("span", { class: "line" }));
}

/**
 * @param {string} day
 * @returns {HTMLElement}
 */
function lookAgain(day) {
  const again = make("strong", {}, say("a4.again"));
  if (day !== "") return make("p", {}, again, ` ${day}`);
  return make("p", { class: "blanks" }, again, " ", make("span", { class: "line" }));
}
