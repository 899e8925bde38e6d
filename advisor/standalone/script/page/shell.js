// The frame around each view of the advisor: where one may go, and at the foot how to save.

import { say } from "../language.js";
import { make } from "./dom.js";
import { navigation } from "./frame.js";
import { saveStatus } from "./keep.js";
import { isUnsaved } from "./sitting.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").View} View */
/** @typedef {Map<string, (sitting: Sitting, detail: string) => View>} Views */

/**
 * Return what goes from view to view; the answers are in the sitting.
 * @param {Views} views
 * @param {() => Sitting} at
 * @returns {(name: string, detail?: string) => void}
 */
export function advisorsNavigation(views, at) {
  return navigation({
    views,
    at,
    isThere,
    isUnsaved,
    foot,
    name: () => say("page.name"),
    stillHere: () => say("page.broken_told"),
  });
}

/**
 * Return whether what an address names can be shown; the place in the interview moves there if it is a question.
 * @param {string} name
 * @param {string} detail
 * @param {Sitting} sitting
 * @returns {boolean}
 */
function isThere(name, detail, sitting) {
  if (sitting.mode === "partner" && ONLY_FOR_LEADERS.has(name)) return false;
  if (name !== "question") return true;
  const { interview } = sitting;
  if (interview.entries.some((each) => each.question === detail)) {
    interview.goTo(detail);
    return true;
  }
  return interview.goOn()?.id === detail;
}

const ONLY_FOR_LEADERS = new Set(["alert", "advice", "so-far", "pack", "why", "why-not", "what-if"]);

/**
 * @param {Sitting} sitting
 * @returns {Node[]}
 */
function foot(sitting) {
  const rests = say("page.rests_on", { name: sitting.knowledge.name, version: sitting.knowledge.version });
  const made = say("page.made_by", { version: sitting.program, digest: sitting.knowledge.digest.slice(0, 12) });
  return [saveStatus(sitting), make("p", {}, rests, " ", made)];
}
