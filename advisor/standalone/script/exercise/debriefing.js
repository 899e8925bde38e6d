// The debrief: the point of the story, and what its author says of each choice. As advisor/exercise/debriefing.py.

import { WAIT } from "./choices.js";

/** @typedef {import("./exercise.js").Exercise} Exercise */
/** @typedef {import("./exercise.js").Expectations} Expectations */
/** @typedef {import("./exercise.js").OtherView} OtherView */
/** @typedef {import("./model.js").Choice} Choice */
/** @typedef {import("./model.js").Comparison} Comparison */
/** @typedef {import("./model.js").Standing} Standing */
/** @typedef {{kind: string, id: string, reason: string, then: string}} AuthorSays of "before", `id` before `then` */
/** @typedef {{choice: Choice, author: AuthorSays[], standing: Standing}} Discussed */
/**
 * @typedef {{title: string, teaches: string, discussed: Discussed[], also_expected: AuthorSays[], other_view: OtherView | null,
 *   discuss: string[]}} Debrief
 */

const NOT_TO_DO = ["not-recommended", "before"];

/**
 * Return what ends an exercise.
 * @param {Exercise} exercise
 * @param {Comparison} found the comparison of what was chosen
 * @returns {Debrief}
 */
export function debrief({ scenario }, found) {
  const said = authorSays(scenario.expect);
  const chosen = found.chosen.map((each) => each.choice.id);
  const toDo = said.filter((each) => !NOT_TO_DO.includes(each.kind));
  return {
    title: scenario.title,
    teaches: scenario.teaches,
    discussed: found.chosen.map(({ choice, standing }) => ({
      choice,
      author: said.filter((each) => choice.id === each.id || choice.id === each.then),
      standing,
    })),
    also_expected: toDo.filter((each) => toDo.find(({ id }) => id === each.id) === each && !chosen.includes(each.id)),
    other_view: scenario.other_view,
    discuss: scenario.discuss,
  };
}

/**
 * Return what an author expects of what can be chosen, what is to be begun first before the rest.
 * @param {Expectations} expect
 * @returns {AuthorSays[]}
 */
export function authorSays(expect) {
  const as = (/** @type {string} */ kind) => (/** @type {{id: string, reason: string}} */ { id, reason }) => ({
    kind,
    id,
    reason,
    then: "",
  });
  return [
    ...(expect.wait == null ? [] : [{ id: WAIT, reason: expect.wait.reason }]).map(as("wait")),
    ...(expect.first == null ? [] : [expect.first]).map(as("first")),
    ...expect.among_first.map(as("among-first")),
    ...expect.in_plan.map(as("in-plan")),
    ...expect.recommended.map(as("recommended")),
    ...expect.before.map((/** @type {{first: string, then: string, reason: string}} */ pair) => ({
      kind: "before",
      id: pair.first,
      reason: pair.reason,
      then: pair.then,
    })),
    ...expect.not_recommended.map(as("not-recommended")),
  ];
}
