// Fields of a form, as question pages have them: one label each, the error beside it, nothing filled in by a browser.

import { make } from "./dom.js";

/** @typedef {import("./dom.js").Child} Child */
/** @typedef {{value: string, text: string, apart?: boolean}} Choice `apart` stands behind the others, below "or" */
/** @typedef {{field: string, text: string}} Wrong which field, by its id, and what is wrong with it */

/**
 * Return one radio button or checkbox with its label.
 * @param {"radio" | "checkbox"} type
 * @param {string} id
 * @param {string} name
 * @param {Choice} choice
 * @param {boolean} isChecked
 * @returns {HTMLDivElement}
 */
export function tick(type, id, name, choice, isChecked) {
  const attributes = { type, id, name, value: choice.value, checked: isChecked, autocomplete: "off" };
  return make(
    "div",
    { class: "tick" },
    make("input", attributes),
    make("label", { for: id }, choice.text)
  );
}

/**
 * Return radio buttons or checkboxes, one below the other; those that stand apart come behind an "or".
 * @param {"radio" | "checkbox"} type
 * @param {string} name
 * @param {Choice[]} choices
 * @param {Set<string>} checked
 * @param {string} or
 * @returns {HTMLDivElement}
 */
export function ticks(type, name, choices, checked, or) {
  const made = make("div", { class: "ticks" });
  let isApart = false;
  choices.forEach((each, place) => {
    if (each.apart && !isApart) {
      made.append(make("p", { class: "or" }, or));
      isApart = true;
    }
    made.append(tick(type, fieldId(name, place), name, each, checked.has(each.value)));
  });
  return made;
}

/**
 * Return the id of a field: by places, since ids of the knowledge base may be any.
 * @param {string} name
 * @param {number} place
 * @returns {string}
 */
export function fieldId(name, place) {
  return `${name}-${place + 1}`;
}

/**
 * Return a group of fields with what is asked of them.
 * @param {Child} legend
 * @param {Child[]} children
 * @returns {HTMLFieldSetElement}
 */
export function fieldset(legend, ...children) {
  return make("fieldset", {}, make("legend", {}, legend), ...children);
}

/**
 * Return the values that are ticked.
 * @param {ParentNode} within
 * @param {string} name
 * @returns {string[]}
 */
export function ticked(within, name) {
  return boxes(within, name).filter((each) => each.checked).map((each) => each.value);
}

/**
 * Return the radio buttons or checkboxes of a name.
 * @param {ParentNode} within
 * @param {string} name
 * @returns {HTMLInputElement[]}
 */
export function boxes(within, name) {
  const all = /** @type {NodeListOf<HTMLInputElement>} */ (within.querySelectorAll("input"));
  return Array.from(all).filter((each) => each.name === name);
}

/**
 * Return a line or, of several rows, a box to write in, with its label and a hint.
 * @param {{id: string, label: Child, hint?: string, value: string, most: number, rows?: number, type?: string}} how
 * @returns {HTMLDivElement}
 */
export function writing(how) {
  const hint = how.hint ? make("p", { class: "hint", id: `${how.id}-hint` }, how.hint) : null;
  const shared = {
    id: how.id,
    name: how.id,
    maxlength: how.most,
    autocomplete: "off",
    "aria-describedby": hint === null ? null : hint.id,
  };
  const field = how.rows
    ? make("textarea", { ...shared, rows: how.rows })
    : make("input", { ...shared, type: how.type ?? "text" });
  field.value = how.value;
  return make("div", { class: "writing" }, make("label", { for: how.id }, how.label), hint, field);
}

/**
 * Return what is written in a field.
 * @param {ParentNode} within
 * @param {string} id
 * @returns {string}
 */
export function written(within, id) {
  const field = /** @type {HTMLInputElement | HTMLTextAreaElement | null} */ (within.querySelector(`#${id}`));
  return field === null ? "" : field.value;
}
