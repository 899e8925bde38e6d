// When it is right to wait and ask more. As advisor/exercise/waiting.py.

import { whyWait } from "../advice/waiting.js";
import { say } from "../language.js";
import { titleAmong, WAIT } from "./choices.js";
import { standingAs } from "./model.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("./exercise.js").Scenario} Scenario */
/** @typedef {import("./model.js").Standing} Standing */

const REMEMBER = "remember";

/**
 * Return what the rules say of waiting.
 * @param {Advice} advice
 * @param {string[]} withAsked what they begin with on the facts asked for
 * @param {Scenario} scenario
 * @returns {Standing}
 */
export function standingOfWaiting(advice, withAsked, scenario) {
  if (advice.alerts.length > 0) {
    return standingAs(WAIT, "held-back", { reasons: [say("exercise.before_waits")] });
  }
  const why = whyRight(advice, scenario);
  if (why !== "") return standingAs(WAIT, "agreed", { place: "first", reasons: [why] });
  const title = titleAmong(advice.plan[0].id, scenario.choices);
  const told = withAsked.length > 0 ? "exercise.enough_known" : "exercise.nothing_either";
  return standingAs(WAIT, "open", { reasons: [say(told, { title })] });
}

/**
 * Return why to wait is right; nothing if it is not.
 * @param {Advice} advice
 * @param {Scenario} scenario
 * @returns {string}
 */
function whyRight(advice, scenario) {
  const why = whyWait(advice);
  if (why === "" && scenario.expect.wait != null) return say("exercise.author_waits");
  return why === "" && beginsNothing(scenario) ? say("exercise.author_begins_nothing") : why;
}

/**
 * Return whether an author says what not to do, and expects nothing but what is to be remembered.
 * @param {Scenario} scenario
 * @returns {boolean}
 */
function beginsNothing({ expect, choices }) {
  const expected = [...expect.recommended, ...expect.in_plan, ...expect.among_first];
  if (expect.first != null || (expected.length === 0 && expect.not_recommended.length === 0)) return false;
  const remembered = choices.filter((group) => group.id === REMEMBER).flatMap((group) => group.entries.map((each) => each.id));
  return expected.every((each) => remembered.includes(each.id));
}
