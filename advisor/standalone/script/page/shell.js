// The frame around each view: heading with the focus, title, address, and at the foot how to save.

import { say } from "../language.js";
import { fillFolds, link, make } from "./dom.js";
import { isChanged, keepDraft, writeDraft } from "./drafts.js";
import { saveStatus } from "./keep.js";
import { isUnsaved } from "./sitting.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").View} View */
/** @typedef {(sitting: Sitting, detail: string) => View} Drawn a view, drawn anew each time */
/** @typedef {Map<string, Drawn>} Views */

/**
 * Return what goes from view to view: draws it, names it in title and address, and puts the focus where it begins.
 *
 * Each view has an address of its own, so that the browser's own buttons go back and forth among them; the
 * answers are in the sitting, and no way through the views loses one.
 * @param {Views} views
 * @param {() => Sitting} sitting
 * @returns {(name: string, detail?: string) => void}
 */
export function navigation(views, sitting) {
  let shown = "";
  const show = (/** @type {string} */ name, /** @type {string} */ detail) => {
    const { drafts } = sitting();
    if (ASKING.has(readAddress(shown)[0])) keepDraft(mainOf(), shown, drafts);
    shown = addressOf(name, detail);
    drawView(/** @type {Drawn} */ (views.get(name))(sitting(), detail), sitting());
    if (ASKING.has(name)) writeDraft(mainOf(), drafts.get(shown));
  };
  const go = (/** @type {string} */ name, detail = "") => {
    const address = addressOf(name, detail);
    show(name, detail);
    if (location.hash !== address) location.hash = address;
  };
  window.addEventListener("hashchange", () => {
    if (location.hash === shown) return;
    const [name, detail] = readAddress(location.hash);
    if (!views.has(name) || !isThere(name, detail, sitting())) go("begin");
    else show(name, detail);
  });
  window.addEventListener("beforeunload", (event) => {
    const isTyping = ASKING.has(readAddress(shown)[0]) && isChanged(mainOf());
    if (isTyping || isUnsaved(sitting())) event.preventDefault();
  });
  window.addEventListener("beforeprint", () => fillFolds(document));
  for (const wrong of ["error", "unhandledrejection"]) {
    window.addEventListener(wrong, () => drawView(brokenView(), sitting()));
  }
  return go;
}

/**
 * Return the address of a view; with the stroke in it no field is called so, to which a browser would jump.
 * @param {string} name
 * @param {string} detail
 * @returns {string}
 */
function addressOf(name, detail) {
  return detail === "" ? `#/${name}` : `#/${name}/${encodeURIComponent(detail)}`;
}

/**
 * @param {string} hash
 * @returns {[string, string]}
 */
function readAddress(hash) {
  const [, name = "", detail = ""] = hash.split("/");
  try {
    return [name, decodeURIComponent(detail)];
  } catch {
    return ["begin", ""]; // an address that somebody typed
  }
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
 * @param {View} view
 * @param {Sitting} sitting
 */
function drawView(view, sitting) {
  const main = mainOf();
  const isFirst = main.querySelector("h1") === null;
  main.replaceChildren(...view.parts.filter((each) => each !== null));
  document.title = say("page.title", { title: view.title, name: say("page.name") });
  /** @type {HTMLElement} */ (document.querySelector("body > footer")).replaceChildren(...foot(sitting, main));
  if (isFirst) return; // whoever opens the page reads it from its beginning
  window.scrollTo(0, 0);
  const first = /** @type {HTMLElement | null} */ (main.querySelector(".alert, h1")); // a child's safety comes first
  first?.setAttribute("tabindex", "-1");
  first?.focus({ preventScroll: true });
}

/** @returns {HTMLElement} */
function mainOf() {
  return /** @type {HTMLElement} */ (document.querySelector("main"));
}

/**
 * Return what is said where the page itself is wrong: the answers are there still, and can be saved at its foot.
 * @returns {View}
 */
function brokenView() {
  const title = say("page.broken");
  return { title, parts: [make("h1", {}, title), make("p", {}, say("page.broken_told"))] };
}

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

/**
 * Return the heading of a view, and the way back above it.
 * @param {string} title
 * @param {(() => void) | null} back
 * @returns {Node[]}
 */
export function headed(title, back) {
  return [...wayBack(back), make("h1", {}, title)];
}

/**
 * Return the way back; nothing where there is none.
 * @param {(() => void) | null} back
 * @returns {Node[]}
 */
export function wayBack(back) {
  return back === null ? [] : [make("p", { class: "back" }, link(say("page.back"), back))];
}
