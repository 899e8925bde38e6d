// Which signs decide where a factor stands. As `deciding_signs` in advisor/explanation/stages.py.

import { STAGES } from "../knowledge/facts.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */

const DEFINING = 3; // signs that a defining one counts for, as in advisor/inference/weighing.py

/**
 * Return those of the signs of a factor, ids of rules, without which it would stand elsewhere.
 * @param {string[]} signs
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
export function decidingSigns(signs, knowledge) {
  const now = weighed(signs, knowledge);
  return signs.filter((sign) => weighed(signs.filter((each) => each !== sign), knowledge) !== now);
}

/**
 * Return the stage that signs say; null where there is none. Faint ones are looked at only where there is no other.
 * @param {string[]} signs
 * @param {Knowledge} knowledge
 * @returns {string | null}
 */
function weighed(signs, knowledge) {
  const said = signs.map((sign) => knowledge.entry(sign).then);
  const clear = said.filter((then) => then.weight !== "faint");
  const [low, middling, high] = STAGES.map((stage) =>
    (clear.length > 0 ? clear : said)
      .filter((then) => then.says === stage)
      .reduce((sum, then) => sum + (then.weight === "defining" ? DEFINING : 1), 0)
  );
  if (low + middling + high === 0) return null;
  if (low >= middling + high) return "emerging";
  return low + middling >= high || low > 0 ? "developing" : "confident";
}
