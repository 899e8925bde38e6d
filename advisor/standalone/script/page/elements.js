// Elements of a page, made one by one: whatever stands in a text stays a text, and what could hide is left out.

import { onOneLine } from "../text.js";

/** @typedef {Record<string, string | null>} Attributes those that are null are left out */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Return an element with what is in it.
 * @param {string} name
 * @param {Attributes} attributes
 * @param {(Node | string)[]} inside
 * @returns {HTMLElement}
 */
export function element(name, attributes, inside) {
  return filled(document.createElement(name), attributes, inside);
}

/**
 * Return an element of a picture with what is in it.
 * @param {string} name
 * @param {Attributes} attributes
 * @param {(Node | string)[]} inside
 * @returns {SVGElement}
 */
export function drawn(name, attributes, inside) {
  return filled(/** @type {SVGElement} */ (document.createElementNS(SVG, name)), attributes, inside);
}

/**
 * @template {Element} E
 * @param {E} made
 * @param {Attributes} attributes
 * @param {(Node | string)[]} inside
 * @returns {E}
 */
function filled(made, attributes, inside) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) made.setAttribute(name, value);
  }
  made.append(...inside.map((each) => (typeof each === "string" ? onOneLine(each) : each)));
  return made;
}

/**
 * Return a paragraph for each text in which there is something.
 * @param {string[]} texts
 * @returns {HTMLElement[]}
 */
export function paragraphs(texts) {
  return texts.filter((text) => text !== "").map((text) => element("p", {}, [text]));
}

/**
 * Return what is folded under a summary.
 * @param {(Node | string)[]} summary
 * @param {Element[]} inside
 * @returns {HTMLElement}
 */
export function folded(summary, inside) {
  return element("details", {}, [element("summary", {}, summary), ...inside]);
}
