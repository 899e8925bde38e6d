// What was typed or ticked and not continued with: it is there again when she comes back to that view.
//
// It is kept in the sitting alone, never in the browser's storage, and goes with the sitting.

import { fillFolds } from "./dom.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */
/** @typedef {Map<string, string | boolean>} Draft by the ids of fields what is written in them, or whether they are ticked */
/** @typedef {Map<string, Draft>} Drafts by the addresses of views */

/** @type {WeakSet<Element>} forms in which something was changed that was not sent */
const changed = new WeakSet();

/**
 * Note whether something in a form was changed and not sent.
 * @param {HTMLFormElement} form
 * @param {boolean} isChanged
 */
export function setChanged(form, isChanged) {
  if (isChanged) changed.add(form);
  else changed.delete(form);
}

/**
 * Return whether something in a view was changed and not sent.
 * @param {ParentNode} within
 * @returns {boolean}
 */
export function isChanged(within) {
  return Array.from(within.querySelectorAll("form")).some((form) => changed.has(form));
}

/**
 * Keep what was changed in a view that is left and not sent.
 * @param {ParentNode} within
 * @param {string} address
 * @param {Drafts} drafts
 */
export function keepDraft(within, address, drafts) {
  if (!isChanged(within)) {
    drafts.delete(address);
    return;
  }
  drafts.set(address, new Map(fieldsOf(within).map((field) => [field.id, isTick(field) ? field.checked : field.value])));
}

/**
 * Write into a view what was kept of it.
 * @param {ParentNode} within
 * @param {Draft | undefined} draft
 */
export function writeDraft(within, draft) {
  if (draft === undefined) return;
  fillFolds(within); // a note is in a fold
  for (const field of fieldsOf(within)) {
    const kept = draft.get(field.id);
    if (typeof kept === "boolean") /** @type {HTMLInputElement} */ (field).checked = kept;
    if (typeof kept !== "string") continue;
    field.value = kept;
    const above = field.closest("details");
    if (above !== null && kept !== "") above.open = true;
  }
  for (const form of within.querySelectorAll("form")) setChanged(form, true);
}

/**
 * @param {ParentNode} within
 * @returns {Field[]}
 */
function fieldsOf(within) {
  const all = /** @type {NodeListOf<Field>} */ (within.querySelectorAll("input:not([type=file]), textarea"));
  return Array.from(all);
}

/**
 * @param {Field} field
 * @returns {field is HTMLInputElement}
 */
function isTick(field) {
  return field.type === "radio" || field.type === "checkbox";
}
