// The reasons for and against each thing that can be advised, gathered from firings. As advisor/advice/support.py.

import { outdone } from "../inference/outdone.js";

/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/**
 * What the firings say of one thing, support by its strength; each part in the order of the rules. `supports` are all
 * that support it, strongest first; `waits` and `helpers` have the id of what else the rule names.
 * @typedef {object} Reasons
 * @property {Firing[]} strong
 * @property {Firing[]} moderate
 * @property {Firing[]} slight
 * @property {Firing[]} withholds
 * @property {Firing[]} cautions
 * @property {[string, Firing][]} waits
 * @property {[string, Firing][]} helpers
 * @property {Firing[]} supports
 */

/**
 * Return the reasons of the greatest strength that there is.
 * @param {Reasons} reasons
 * @returns {Firing[]}
 */
export function strongest(reasons) {
  if (reasons.strong.length > 0) return reasons.strong;
  return reasons.moderate.length > 0 ? reasons.moderate : reasons.slight;
}

/**
 * Return the reasons by the id of what they are about; `firings` are of rules, in their order.
 * @param {Iterable<Firing>} firings
 * @param {Knowledge} knowledge
 * @returns {Map<string, Reasons>}
 */
export function gather(firings, knowledge) {
  /** @type {Map<string, Reasons>} */
  const found = new Map();
  for (const firing of firings) addTo(found, firing, knowledge);
  for (const reasons of found.values()) {
    leaveOutOutdone(reasons, knowledge);
    reasons.supports = [...reasons.strong, ...reasons.moderate, ...reasons.slight];
  }
  return found;
}

/**
 * Add a firing to the part where it belongs, if it is a reason.
 * @param {Map<string, Reasons>} found
 * @param {Firing} firing
 * @param {Knowledge} knowledge
 */
function addTo(found, firing, knowledge) {
  const { key, subject, says } = knowledge.entry(firing.id).then;
  if (!["recommend", "withhold", "caution", "first", "needs-help"].includes(key)) return;
  const reasons = found.get(subject) ?? noReasons();
  found.set(subject, reasons);
  switch (key) {
    case "withhold":
      reasons.withholds.push(firing);
      break;
    case "caution":
      reasons.cautions.push(firing);
      break;
    case "first":
      reasons.waits.push([says, firing]);
      break;
    case "needs-help":
      reasons.helpers.push([says, firing]);
      break;
    default:
      reasons[/** @type {"strong" | "moderate" | "slight"} */ (says)].push(firing);
  }
}

/**
 * @returns {Reasons}
 */
function noReasons() {
  return {
    strong: [],
    moderate: [],
    slight: [],
    withholds: [],
    cautions: [],
    waits: [],
    helpers: [],
    supports: [],
  };
}

/**
 * Leave out what a stronger reason says as well: one answer counts once for one thing.
 * @param {Reasons} reasons
 * @param {Knowledge} knowledge
 */
function leaveOutOutdone(reasons, knowledge) {
  const strong = reasons.strong.map((firing) => firing.id);
  reasons.moderate = reasons.moderate.filter((firing) => !outdone(firing.id, strong, knowledge));
  const stronger = [...strong, ...reasons.moderate.map((firing) => firing.id)];
  reasons.slight = reasons.slight.filter((firing) => !outdone(firing.id, stronger, knowledge));
}
