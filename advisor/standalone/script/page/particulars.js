// What the partnership is called, its day, its partners, whose view it is and who may see it. As cli/particulars.py.

import { sectorNamed } from "../cases/sectors.js";
import { say } from "../language.js";
import { stripped } from "../text.js";
import { make, paragraph } from "./dom.js";
import { fieldId, ticked, ticks, writing, written } from "./fields.js";
import { form } from "./form.js";
import { wayBack } from "./frame.js";
import { changeCase } from "./sitting.js";
import { cleaned, LONGEST } from "./typed.js";
import { goOn, toEnd } from "./way.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").View} View */
/** @typedef {import("./fields.js").Choice} Choice */
/** @typedef {import("../cases/case.js").Case} Case */

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const UNSAID = "-";

/**
 * @param {Sitting} sitting
 * @param {string} detail
 * @returns {View}
 */
export function nameView(sitting, detail) {
  const { partnership } = sitting.interview.case;
  const filled = line("name", say("page.name_asked"), say("page.name_hint"), partnership, (said) => {
    changeCase(sitting, { partnership: said });
    goFrom(sitting, detail, () => sitting.go("partners"));
    return "";
  });
  return { title: say("page.name_asked"), parts: [...back(sitting, detail, "begin"), filled] };
}

/**
 * @param {Sitting} sitting
 * @param {string} detail
 * @returns {View}
 */
export function partnersView(sitting, detail) {
  const { partners } = sitting.interview.case;
  const there = partners.map((partner) => partner.name).join(", ");
  const filled = line("partners", say("page.partners_asked"), say("page.partners_hint"), there, (said) => {
    if (said !== cleaned(there)) changeCase(sitting, { partners: partnersNamed(said, sitting) });
    goFrom(sitting, detail, () => goOn(sitting));
    return "";
  });
  return { title: say("page.partners_asked"), parts: [...back(sitting, detail, "name"), filled] };
}

/**
 * Return the partners with these names; those that were there stay as they are, a new one has its sector in its name.
 * @param {string} said
 * @param {Sitting} sitting
 * @returns {import("../cases/case.js").Partner[]}
 */
function partnersNamed(said, sitting) {
  const names = said.split(",").map(stripped).filter((name) => name !== "");
  const known = new Map(sitting.interview.case.partners.map((partner) => [partner.name, partner]));
  return names.map((name) => {
    const sector = sectorNamed(name, sitting.knowledge) === null ? "" : name;
    return known.get(name) ?? { name, sector, stands: null };
  });
}

/**
 * @param {Sitting} sitting
 * @param {string} detail
 * @returns {View}
 */
export function dateView(sitting, detail) {
  const { date } = sitting.interview.case;
  const filled = line("date", say("page.date_asked"), say("page.date_hint"), date ?? "", (said) => {
    if (said !== "" && !isDay(said)) return say("page.wrong_date");
    changeCase(sitting, { date: said === "" ? null : said });
    goFrom(sitting, detail, () => sitting.go("check"));
    return "";
  });
  return { title: say("page.date_asked"), parts: [...back(sitting, detail, "check"), filled] };
}

/**
 * @param {Sitting} sitting
 * @param {string} detail
 * @returns {View}
 */
export function seatView(sitting, detail) {
  const choices = [
    { value: "centre", text: say("page.seat_centre") },
    { value: "partner", text: say("page.seat_partner") },
    { value: "above", text: say("page.seat_above") },
  ];
  const asks = { which: "seat", title: say("page.seat_asked"), hint: say("page.seat_hint"), choices };
  return chosen(sitting, detail, asks, sitting.interview.case.seen_from, (seen_from) => ({ seen_from }));
}

/**
 * @param {Sitting} sitting
 * @param {string} detail
 * @returns {View}
 */
export function shareView(sitting, detail) {
  const choices = [
    { value: "yes", text: say("page.share_yes") },
    { value: "no", text: say("page.share_no") },
  ];
  const asks = { which: "share", title: say("page.share_asked"), hint: say("page.share_hint"), choices };
  return chosen(sitting, detail, asks, sitting.interview.case.share, (share) => ({ share }));
}

/**
 * Return a view that asks for one line of text; `take` returns what is wrong with it, or nothing.
 * @param {string} id
 * @param {string} title
 * @param {string} hint
 * @param {string} value
 * @param {(said: string) => string} take
 * @returns {HTMLElement}
 */
function line(id, title, hint, value, take) {
  const label = make("span", {}, title);
  const field = writing({ id, label, hint, value, most: LONGEST });
  const heading = make("h1", {});
  field.prepend(heading);
  heading.append(/** @type {HTMLElement} */ (field.querySelector("label")));
  return form([field], (filled) => {
    const wrong = take(cleaned(written(filled, id)));
    return wrong === "" ? [] : [{ field: id, text: wrong }];
  });
}

/**
 * Return a view that asks for one of a few words; nothing need be chosen where nothing was.
 * @param {Sitting} sitting
 * @param {string} detail
 * @param {{which: string, title: string, hint: string, choices: Choice[]}} asks
 * @param {string | null} there
 * @param {(said: string | null) => Partial<Case>} change
 * @returns {View}
 */
function chosen(sitting, detail, { which, title, hint, choices }, there, change) {
  const all = [...choices, { value: UNSAID, text: say("page.leave_out"), apart: true }];
  const fields = make(
    "fieldset",
    { "aria-describedby": "hint" },
    make("legend", {}, make("h1", {}, title)),
    paragraph(hint, { class: "hint", id: "hint" }),
    ticks("radio", which, all, new Set([there ?? ""]), say("page.or"))
  );
  const filled = form([fields], (sent) => {
    const [said] = ticked(sent, which);
    if (said === undefined) return [{ field: fieldId(which, 0), text: say("page.wrong_choice") }];
    sitting.askedLast.add(which);
    changeCase(sitting, change(said === UNSAID ? null : said));
    goFrom(sitting, detail, () => toEnd(sitting));
    return [];
  });
  return { title, parts: [...back(sitting, detail, "check"), filled] };
}

/**
 * Go back to where one came from to change something; otherwise on.
 * @param {Sitting} sitting
 * @param {string} detail
 * @param {() => void} on
 */
function goFrom(sitting, detail, on) {
  if (detail === "check") sitting.go("check");
  else on();
}

/**
 * @param {Sitting} sitting
 * @param {string} detail
 * @param {string} before
 * @returns {Node[]}
 */
function back(sitting, detail, before) {
  if (detail === "end") {
    return wayBack(() => {
      const question = sitting.interview.back();
      if (question !== null) sitting.go("question", question.id);
    });
  }
  return wayBack(() => sitting.go(detail === "check" ? "check" : before));
}

/**
 * Return whether this is a day of the calendar, written year-month-day.
 * @param {string} text
 * @returns {boolean}
 */
export function isDay(text) {
  const found = DAY.exec(text);
  if (found === null || found[1] === "0000") return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}
