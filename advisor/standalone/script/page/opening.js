// Opening a file: what is there is not lost without a word, and what is no case is refused with its places.

import { newCase } from "../cases/case.js";
import { answeredElsewhere } from "../cases/questionnaire.js";
import { openCase } from "../cases/store.js";
import { say, sayCount } from "../language.js";
import { dateInWords } from "../days.js";
import { button, link, list, make, paragraph } from "./dom.js";
import { form } from "./form.js";
import { nameToSave, saveButton } from "./keep.js";
import { headed } from "./frame.js";
import { beginWith, changeCase, isUnsaved, today, USUAL_NAME } from "./sitting.js";
import { goOn } from "./way.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").View} View */
/** @typedef {import("../cases/case.js").Case} Case */
/** @typedef {{name: string, case: Case, left_out: string[]}} Opened */

const FILE = "file";
const MOST_BYTES = 64 * 1024 * 1024; // beyond it is no case, and a browser should not hold it
const NO_LONGER_NEW = 60 * 24 * 60 * 60 * 1000; // days, in thousandths of a second

/** @type {{opened: Opened | null, faults: string[]}} what was chosen last */
const last = { opened: null, faults: [] };

/**
 * Return the form in which a file is chosen.
 * @param {Sitting} sitting
 * @returns {HTMLElement}
 */
export function openForm(sitting) {
  const hint = make("p", { class: "hint", id: "file-hint" }, say(sitting.mode === "partner" ? "page.file_hint_partner" : "page.file_hint"));
  const field = make("input", { type: "file", id: FILE, name: FILE, accept: ".yaml,.yml", "aria-describedby": hint.id });
  const fields = make("div", { class: "writing" }, make("label", { for: FILE }, say("page.file")), hint, field);
  return form(
    [fields],
    () => {
      const [file] = Array.from(field.files ?? []);
      if (file === undefined) return [{ field: FILE, text: say("page.wrong_no_file") }];
      if (file.size > MOST_BYTES) return [{ field: FILE, text: say("page.wrong_large") }];
      file.arrayBuffer().then(
        (bytes) => chosen(sitting, file.name, new Uint8Array(bytes)),
        () => refused(sitting, [say("page.wrong_unreadable")])
      );
      return [];
    },
    say("page.open")
  );
}

/**
 * Take up what is in a file, or say what is wrong with it.
 * @param {Sitting} sitting
 * @param {string} name
 * @param {Uint8Array} bytes
 */
function chosen(sitting, name, bytes) {
  const found = openCase(bytes, name, sitting.knowledge);
  if (found.case === null) {
    refused(sitting, found.faults);
    return;
  }
  last.opened = { name, case: found.case, left_out: found.left_out };
  if (isUnsaved(sitting)) sitting.go("replace");
  else takeUp(sitting);
}

/**
 * @param {Sitting} sitting
 * @param {string[]} faults
 */
function refused(sitting, faults) {
  last.faults = faults;
  sitting.go("refused");
}

/** @param {Sitting} sitting */
function takeUp(sitting) {
  const { opened } = last;
  if (opened === null) return;
  beginWith(sitting, opened.case, nameToSave(opened.name));
  sitting.go("opened");
}

/**
 * @param {Sitting} sitting
 * @returns {View}
 */
export function refusedView(sitting) {
  const title = say("page.refused");
  return {
    title,
    parts: [
      ...headed(title, () => sitting.go("begin")),
      paragraph(say("page.refused_told")),
      list(last.faults, { class: "faults" }),
      make("h2", {}, say("page.another_file")),
      openForm(sitting),
    ],
  };
}

/**
 * Return the view that asks before something else takes the place of what is not saved.
 * @param {Sitting} sitting
 * @returns {View}
 */
export function replaceView(sitting) {
  return asksFirst(sitting, say("page.replace"), say("page.replace_do"), () => takeUp(sitting));
}

/**
 * @param {Sitting} sitting
 * @returns {View}
 */
export function anewView(sitting) {
  return asksFirst(sitting, say("page.anew"), say("page.anew_do"), () => beginNew(sitting));
}

/**
 * Begin on another partnership; where answers are not saved, it is asked first.
 * @param {Sitting} sitting
 */
export function beginAnew(sitting) {
  if (isUnsaved(sitting)) sitting.go("anew");
  else beginNew(sitting);
}

/** @param {Sitting} sitting */
function beginNew(sitting) {
  beginWith(sitting, newCase({ date: today() }), USUAL_NAME);
  sitting.go("name");
}

/**
 * @param {Sitting} sitting
 * @param {string} title
 * @param {string} words
 * @param {() => void} act
 * @returns {View}
 */
function asksFirst(sitting, title, words, act) {
  return {
    title,
    parts: [
      ...headed(title, () => sitting.go("begin")),
      paragraph(say("page.replace_told")),
      make("p", { class: "buttons" }, saveButton(sitting, "main"), button(words, act)),
    ],
  };
}

/**
 * Return what is in the file that was opened, and the ways to go on.
 * @param {Sitting} sitting
 * @returns {View}
 */
export function openedView(sitting) {
  const title = say("page.opened");
  const { interview, mode } = sitting;
  const leftOut = last.opened?.left_out ?? [];
  const ways = [link(say("page.to_check"), () => sitting.go("check"))];
  if (mode === "leader") ways.unshift(link(say("page.to_advice"), () => sitting.go("advice")));
  const next = () => {
    if (interview.case.date === null) changeCase(sitting, { date: today() });
    interview.goOn();
    goOn(sitting);
  };
  return {
    title,
    parts: [
      ...headed(title, () => sitting.go("begin")),
      paragraph(`${sitting.fileName}: ${answersThere(sitting)}`),
      ...(answeredElsewhere(interview.case, sitting.knowledge) ? [paragraph(say("talk.changed_since"))] : []),
      ...(leftOut.length > 0 ? [paragraph(say("talk.left_out")), list(leftOut)] : []),
      make("p", { class: "buttons" }, button(say("page.go_on_asking"), next, { class: "main" })),
      list(ways, { class: "ways" }),
      ...ofAnotherDay(sitting),
    ],
  };
}

/**
 * Return how many answers there are, and how many lists are answered in part.
 * @param {Sitting} sitting
 * @returns {string}
 */
function answersThere(sitting) {
  const { entries } = sitting.interview;
  const part = entries.filter((entry) => entry.open_parts.length > 0).length;
  const whole = entries.length - part;
  if (part === 0) return sayCount("talk.answers", whole);
  return whole === 0 ? sayCount("talk.in_part", part) : sayCount("talk.answers_and", whole, { part });
}

/**
 * Return, of answers that are no longer new, how to answer once more beside them, and not over them.
 * @param {Sitting} sitting
 * @returns {(HTMLElement | null)[]}
 */
function ofAnotherDay(sitting) {
  const of = sitting.interview.case;
  if (of.date === null || Date.parse(today()) - Date.parse(of.date) < NO_LONGER_NEW) return [];
  const again = () => {
    const kept = { partnership: of.partnership, about: of.about, partners: of.partners, respondent: of.respondent };
    const stem = sitting.fileName.replace(/(-\d{4}-\d{2})?\.ya?ml$/i, "");
    const fresh = newCase({ ...kept, seen_from: of.seen_from, share: of.share, date: today() });
    beginWith(sitting, fresh, `${stem}-${today().slice(0, 7)}.yaml`);
    goOn(sitting);
  };
  return [
    make("h2", {}, say("page.some_time_ago")),
    paragraph(say("page.again_told", { day: dateInWords(of.date) })),
    make("p", { class: "buttons" }, button(say("page.again"), again)),
  ];
}
