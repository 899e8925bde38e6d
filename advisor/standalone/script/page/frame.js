// Going from view to view: each is drawn anew, named in title and address, and gets the focus where it begins.

import { say } from "../language.js";
import { fillFolds, link, make } from "./dom.js";

/**
 * What is shown at a time; `parts` hold the heading. `begin` gets the focus in place of it.
 * @typedef {{title: string, parts: (Node | null)[], begin?: HTMLElement}} View
 */
/**
 * What a page is beside its views. `isThere` says whether what an address names can be shown now.
 * @template S what is going on at the page
 * @typedef {object} Frame
 * @property {Map<string, (at: S, detail: string) => View>} views by their names, which are their addresses
 * @property {() => S} at
 * @property {() => string} name of the page
 * @property {(name: string, detail: string, at: S) => boolean} isThere
 * @property {(at: S, name: string) => boolean} isUnsaved whether something would be lost that is in this view or before
 * @property {(at: S, main: HTMLElement) => Node[]} foot
 * @property {(at: S, name: string, address: string) => void} [leaves] a view, before another is drawn
 * @property {(at: S, name: string, address: string) => void} [comes] to a view that has been drawn
 * @property {() => string} stillHere what is said where the page itself is wrong
 */

/**
 * Return what goes from view to view.
 *
 * Each view has an address of its own, so that the browser's own buttons go back and forth among them; what was
 * answered lies elsewhere, and no way through the views loses any of it.
 * @template S
 * @param {Frame<S>} frame
 * @returns {(name: string, detail?: string) => void}
 */
export function navigation(frame) {
  let shown = "";
  const show = (/** @type {string} */ name, /** @type {string} */ detail) => {
    frame.leaves?.(frame.at(), readAddress(shown)[0], shown);
    shown = addressOf(name, detail);
    const view = /** @type {(at: S, detail: string) => View} */ (frame.views.get(name));
    draw(view(frame.at(), detail), frame);
    frame.comes?.(frame.at(), name, shown);
  };
  const go = (/** @type {string} */ name, detail = "") => {
    const address = addressOf(name, detail);
    show(name, detail);
    if (location.hash !== address) location.hash = address;
  };
  window.addEventListener("hashchange", () => {
    if (location.hash === shown) return;
    const [name, detail] = readAddress(location.hash);
    if (!frame.views.has(name) || !frame.isThere(name, detail, frame.at())) go("begin");
    else show(name, detail);
  });
  window.addEventListener("beforeunload", (event) => {
    if (frame.isUnsaved(frame.at(), readAddress(shown)[0])) event.preventDefault();
  });
  window.addEventListener("beforeprint", () => fillFolds(document));
  for (const wrong of ["error", "unhandledrejection"]) {
    window.addEventListener(wrong, () => draw(brokenView(frame.stillHere()), frame));
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
 * @template S
 * @param {View} view
 * @param {Frame<S>} frame
 */
function draw(view, frame) {
  const main = mainOf();
  const isFirst = main.querySelector("h1") === null;
  main.replaceChildren(...view.parts.filter((each) => each !== null));
  document.title = say("page.title", { title: view.title, name: frame.name() });
  /** @type {HTMLElement} */ (document.querySelector("body > footer")).replaceChildren(...frame.foot(frame.at(), main));
  if (isFirst) return; // whoever opens the page reads it from its beginning
  window.scrollTo(0, 0);
  const first = view.begin ?? /** @type {HTMLElement | null} */ (main.querySelector(".alert, h1")); // a child's safety comes first
  first?.setAttribute("tabindex", "-1");
  first?.focus({ preventScroll: view.begin === undefined });
}

/** @returns {HTMLElement} */
export function mainOf() {
  return /** @type {HTMLElement} */ (document.querySelector("main"));
}

/**
 * @param {string} told
 * @returns {View}
 */
function brokenView(told) {
  const title = say("page.broken");
  return { title, parts: [make("h1", {}, title), make("p", {}, told)] };
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
