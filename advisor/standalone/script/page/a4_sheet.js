// The sheet to take along: exactly one A4. As advisor/pages/templates/sheet.html.

import { say } from "../language.js";
import { element, paragraphs } from "./elements.js";

/** @typedef {import("../pages/model.js").Errand} Errand */
/** @typedef {import("../pages/model.js").Sheet} Sheet */

/**
 * Return what is on the sheet.
 * @param {Sheet} sheet
 * @returns {Element[]}
 */
export function takeAlong(sheet) {
  return [
    ...paragraphs(sheet.instead),
    ...(sheet.errands.length > 0 ? [element("ol", { class: "errands" }, sheet.errands.map(errand))] : []),
    ...(sheet.worse === "" ? [] : [element("p", {}, [element("strong", {}, [sheet.worse])])]),
    lookAgain(sheet.again),
    element("p", { class: "small" }, [
      say("a4.your_eyes"),
      " ",
      element("span", { class: "screen" }, [say("a4.page_one")]),
    ]),
  ];
}

/**
 * @param {Errand} each
 * @returns {HTMLElement}
 */
function errand(each) {
  const what = each.what === "" ? [] : [element("strong", {}, [each.what]), " "];
  return element("li", {}, [
    element("h3", {}, [each.title]),
    element("p", {}, [...what, each.how]),
    element("p", {}, [`${say("a4.because_you_said")} ${each.words.join("; ")}`]),
    ...paragraphs([each.leads, each.care]),
    element("p", { class: "blanks" }, [blank(say("a4.who")), " ", blank(say("a4.when"))]),
  ]);
}

/**
 * Return a word with a line behind it, to write on.
 * @param {string} word
 * @returns {HTMLElement}
 */
function blank(word) {
  return element("span", { class: "blank" }, [`${word} `, element("span", { class: "line" }, [])]);
}

/**
 * @param {string} day
 * @returns {HTMLElement}
 */
function lookAgain(day) {
  const again = element("strong", {}, [say("a4.again")]);
  if (day !== "") return element("p", {}, [again, ` ${day}`]);
  return element("p", { class: "blanks" }, [again, " ", element("span", { class: "line" }, [])]);
}
