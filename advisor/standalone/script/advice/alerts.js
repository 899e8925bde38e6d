// What comes before the partnership: alerts, and whom to turn to. As advisor/advice/alerts.py.

/** @typedef {import("./context.js").BuildContext} BuildContext */
/** @typedef {import("./model.js").AlertAdvice} AlertAdvice */

/**
 * Return the alerts that a case raises, in the words for it and in the order of the knowledge base.
 * @param {BuildContext} context
 * @returns {AlertAdvice[]}
 */
export function alerts(context) {
  const raising = context.firings.filter((firing) => firing.concludes.kind === "alert");
  const raised = context.knowledge.idsOf("alert").map((id) => ({
    id,
    firings: raising.filter((firing) => firing.concludes.id === id).map((firing) => firing.id),
  }));
  return raised
    .filter(({ firings }) => firings.length > 0)
    .map(({ id, firings }) => {
      const told = context.wording.entry(id);
      return { id, title: told.title, text: told.text, turn_to: told.turn_to, firings };
    });
}
