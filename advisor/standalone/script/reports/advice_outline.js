// What own knowledge does to the one that it extends, in a sentence. As `overlay_said` in advisor/reports/_advice_outline.py.

import { say } from "../language.js";
import { withoutStops } from "../text.js";
import { joined } from "./wording.js";

/** @typedef {import("../advice/model.js").Alteration} Alteration */
/** @typedef {import("../advice/model.js").Extended} Extended */
/** @typedef {import("../advice/model.js").KnowledgeRef} KnowledgeRef */

const MOST_ADDED = 5;

/**
 * Return in a sentence what a knowledge base does to the one that it extends.
 * @param {KnowledgeRef} own
 * @param {Extended} extended
 * @returns {string}
 */
export function overlaySaid(own, extended) {
  const more = extended.added.length - MOST_ADDED;
  const added = extended.added.slice(0, MOST_ADDED);
  if (more > 0) added.push(say("advice_page.and_more", { n: more }));
  /** @type {[string, string[]][]} */
  const parts = [
    ["advice_page.adds", added],
    ["advice_page.changes", extended.changed.map(alterationSaid)],
    ["advice_page.switches_off", extended.switched_off.map(alterationSaid)],
  ];
  const said = parts.filter(([, things]) => things.length > 0).map(([name, things]) => say(name, { things: joined(things) }));
  return say("advice_page.rests_on_what", {
    own: `${own.name} ${own.version}`,
    other: `${extended.name} ${extended.version}`,
    what: said.join(", ") || say("advice_page.changes_nothing"),
  });
}

/**
 * @param {Alteration} altered
 * @returns {string}
 */
function alterationSaid(altered) {
  return `${altered.id} (${withoutStops(altered.reason)})`;
}
