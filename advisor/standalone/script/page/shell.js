// The frame around each view of the advisor: where one may go, and at the foot how to save.

import { say } from "../language.js";
import { make } from "./dom.js";
import { isChanged, keepDraft, writeDraft } from "./drafts.js";
import { mainOf, navigation } from "./frame.js";
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
    isUnsaved: (sitting, name) => isUnsaved(sitting) || (ASKING.has(name) && isChanged(mainOf())),
    foot,
    leaves: ({ drafts }, name, address) => {
      if (ASKING.has(name)) keepDraft(mainOf(), address, drafts);
    },
    comes: ({ drafts }, name, address) => {
      if (ASKING.has(name)) writeDraft(mainOf(), drafts.get(address));
    },
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

const ASKING = new Set(["question", "name", "partners", "date", "seat", "share"]); // what is typed there is not lost
const ONLY_FOR_LEADERS = new Set(["advice", "so-far", "pack", "why", "why-not", "what-if"]);

/**
 * Return what stands below a view, but for what it says itself.
 * @param {Sitting} sitting
 * @param {HTMLElement} main
 * @returns {Node[]}
 */
function foot(sitting, main) {
  const canSave = main.querySelector(".save-here") !== null;
  const hasFooter = main.querySelector("footer") !== null; // the page with the advice says what it rests on
  const rests = hasFooter ? "" : say("page.rests_on", { name: sitting.knowledge.name, version: sitting.knowledge.version });
  const made = say("page.made_by", { version: sitting.program, digest: sitting.knowledge.digest.slice(0, 12) });
  return [saveStatus(sitting, canSave), make("p", {}, rests, rests === "" ? "" : " ", made)];
}
