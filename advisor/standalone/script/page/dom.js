// Elements of the page, made one by one: what stands in a file or was typed is always text, never markup.

import { onOneLine } from "../text.js";

/** @typedef {Node | string | null} Child */
/** @typedef {Record<string, string | number | boolean | null>} Attributes true is an attribute without a value */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Return an element with attributes and what is in it; null among the children is nothing.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  return filledWith(document.createElement(tag), attributes, children);
}

/**
 * Return an element of a picture.
 * @param {string} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function draw(tag, attributes = {}, ...children) {
  return filledWith(/** @type {SVGElement} */ (document.createElementNS(SVG, tag)), attributes, children);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Attributes} attributes
 * @param {Child[]} children
 * @returns {E}
 */
function filledWith(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const each of children) {
    if (each !== null) element.append(typeof each === "string" ? onOneLine(each) : each);
  }
  return element;
}

/**
 * Return a button that does something.
 * @param {string} text
 * @param {() => void} act
 * @param {Attributes} [attributes]
 * @returns {HTMLButtonElement}
 */
export function button(text, act, attributes = {}) {
  const made = make("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

/**
 * Return a button that looks like a link: it goes to another view, where no address leads.
 * @param {string} text
 * @param {() => void} act
 * @param {Child} [unseen] what only a screen reader says, to tell links apart
 * @returns {HTMLButtonElement}
 */
export function link(text, act, unseen = null) {
  const made = button(text, act, { class: "link" });
  if (unseen !== null) made.append(make("span", { class: "unseen" }, " ", unseen));
  return made;
}

/**
 * Return what unfolds; what is in it is made when it is first opened, or before it is printed.
 * @param {string} summary
 * @param {() => Child[]} inside
 * @param {Attributes} [attributes]
 * @returns {HTMLDetailsElement}
 */
export function fold(summary, inside, attributes = {}) {
  const made = make("details", attributes, make("summary", {}, summary));
  const fill = () => {
    if (made.childElementCount === 1) made.append(...inside().filter((each) => each !== null));
  };
  if (made.open) fill();
  made.addEventListener("toggle", fill);
  made.addEventListener("fill", fill);
  return made;
}

/**
 * Make what is in each fold that was not opened yet: on paper all are unfolded, but what stands above already.
 * @param {ParentNode} within
 */
export function fillFolds(within) {
  for (const each of within.querySelectorAll("details:not(.again)")) {
    if (each.childElementCount > 1) continue;
    each.dispatchEvent(new Event("fill"));
    fillFolds(each);
  }
}

/**
 * Return what there is as a list; null among the items is nothing.
 * @param {Iterable<Child>} items
 * @param {Attributes} [attributes]
 * @returns {HTMLUListElement}
 */
export function list(items, attributes = {}) {
  return make("ul", attributes, ...Array.from(items).flatMap((each) => (each === null ? [] : [make("li", {}, each)])));
}

/**
 * Return a paragraph; nothing where there is no text.
 * @param {string} text
 * @param {Attributes} [attributes]
 * @returns {HTMLParagraphElement | null}
 */
export function paragraph(text, attributes = {}) {
  return text === "" ? null : make("p", attributes, text);
}
