// What is wrong with a form: a summary that gets the focus, and the same words beside the field.

import { say } from "../language.js";
import { make } from "./dom.js";

/** @typedef {import("./fields.js").Wrong} Wrong */

/**
 * Show what is wrong at the head of a form and beside its fields; what was shown before goes.
 * @param {HTMLFormElement} form
 * @param {Wrong[]} wrong
 */
export function showWrong(form, wrong) {
  clearWrong(form);
  if (wrong.length === 0) return;
  const links = wrong.map((each) => make("li", {}, toField(form, each)));
  const title = make("h2", { id: "wrong-title" }, say("page.problem"));
  const summary = make(
    "div",
    { class: "wrong", role: "group", "aria-labelledby": title.id, tabindex: -1 },
    title,
    make("ul", {}, ...links)
  );
  form.prepend(summary);
  for (const each of wrong) markField(form, each);
  document.title = say("page.title_wrong", { title: document.title });
  summary.focus();
}

/** @param {HTMLFormElement} form */
function clearWrong(form) {
  if (form.querySelector(".wrong") !== null) document.title = document.title.replace(say("page.title_wrong", { title: "" }), "");
  for (const each of form.querySelectorAll(".wrong, .wrong-here")) each.remove();
  for (const each of form.querySelectorAll("[aria-invalid]")) {
    each.removeAttribute("aria-invalid");
    const described = (each.getAttribute("aria-describedby") ?? "").split(" ");
    const left = described.filter((id) => !id.endsWith("-wrong")).join(" ");
    if (left === "") each.removeAttribute("aria-describedby");
    else each.setAttribute("aria-describedby", left);
  }
}

/**
 * Return what is wrong as something to press, which leads to the field.
 * @param {HTMLFormElement} form
 * @param {Wrong} wrong
 * @returns {HTMLAnchorElement}
 */
function toField(form, wrong) {
  const made = make("a", { href: `#${wrong.field}` }, wrong.text);
  made.addEventListener("click", (event) => {
    event.preventDefault(); // the address says where she is in the questions
    const field = fieldOf(form, wrong);
    for (let above = field?.closest("details"); above; above = above.parentElement?.closest("details")) {
      above.open = true;
    }
    field?.focus();
  });
  return made;
}

/**
 * @param {HTMLFormElement} form
 * @param {Wrong} wrong
 * @returns {HTMLElement | null}
 */
function fieldOf(form, wrong) {
  return form.querySelector(`#${wrong.field}`);
}

/**
 * @param {HTMLFormElement} form
 * @param {Wrong} wrong
 */
function markField(form, wrong) {
  const field = fieldOf(form, wrong);
  if (field === null) return;
  const group = field.closest("fieldset") ?? field;
  const told = make("p", { class: "wrong-here", id: `${wrong.field}-wrong` }, wrong.text);
  if (group === field) field.before(told);
  else group.querySelector("legend")?.after(told);
  const before = field.getAttribute("aria-describedby");
  field.setAttribute("aria-describedby", before === null ? told.id : `${before} ${told.id}`);
  field.setAttribute("aria-invalid", "true");
}
