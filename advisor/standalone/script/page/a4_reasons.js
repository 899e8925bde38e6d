// Reasons inside reasons: what has nothing below it is a line, all else unfolds. As reasons.html.

import { say } from "../language.js";
import { element, folded } from "./elements.js";

/** @typedef {import("../pages/model.js").Unfolding} Unfolding */

/**
 * Return reasons folded under a summary, which says to those who hear it what of; nothing if there are none.
 * @param {string} summary
 * @param {Unfolding[]} reasons
 * @param {string} of
 * @returns {Element[]}
 */
export function unfolding(summary, reasons, of) {
  if (reasons.length === 0) return [];
  return [folded([summary, element("span", { class: "unseen" }, [`: ${of}`])], [listed(reasons)])];
}

/**
 * Return reasons in a list.
 * @param {Unfolding[]} reasons
 * @returns {HTMLElement}
 */
export function listed(reasons) {
  return element("ul", { class: "reasons" }, reasons.map((each) => element("li", {}, reason(each))));
}

/**
 * @param {Unfolding} each
 * @returns {Element[]}
 */
function reason(each) {
  if (each.below.length === 0) return [element("p", {}, [each.text]), ...about(each)];
  const found = folded([each.text], [...about(each), listed(each.below)]);
  if (each.again) found.className = "again";
  return [found];
}

/**
 * Return the sentence that a reason gives, its source, and what she wrote.
 * @param {Unfolding} each
 * @returns {Element[]}
 */
function about(each) {
  const cited = each.source === "" ? [] : [" ", element("cite", {}, [`(${each.source})`])];
  const said = each.because === "" && each.source === "" ? [] : [element("p", {}, [each.because, ...cited])];
  const notes = each.notes.map((note) =>
    element("p", {}, [say("a4.you_wrote"), " ", element("q", {}, [note])])
  );
  return [...said, ...notes];
}
