// How sure it is where a partnership stands in a factor. As `how_sure` in advisor/reports/advice_factors.py.

import { say } from "../language.js";

/** @typedef {import("../advice/model.js").FactorAdvice} FactorAdvice */
/** @typedef {import("./advice_page.js").AdvicePage} AdvicePage */

/**
 * Return how sure a stage is, in plain words; nothing where the stage is not known.
 * @param {FactorAdvice} factor
 * @param {AdvicePage} page
 * @returns {string}
 */
export function howSure(factor, page) {
  if (factor.sure == null) return "";
  if (factor.sure === "firm") return say("advice_page.firm");
  if (factor.own_view) return say("advice_page.plainly_your_view");
  const said = new Set(page.firing(factor.firings[0]).support.map((fact) => fact.value));
  return say(said.size === 1 ? "advice_page.plainly_one_answer" : "advice_page.plainly_they_differ");
}
