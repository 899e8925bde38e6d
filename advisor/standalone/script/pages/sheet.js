// The one page to take along: what comes first, with her own words as the reason. As advisor/pages/sheet.py.

import { Grounds } from "../advice/grounds.js";
import { recommendations } from "../advice/model.js";
import { reviewDay } from "../advice/review.js";
import { Said } from "../advice/said.js";
import { dateInWords } from "../days.js";
import { isGivenKind, TOLD_KINDS } from "../knowledge/facts.js";
import { ownWords } from "../knowledge/phrases.js";
import { say } from "../language.js";
import { sortedBy } from "../order_by.js";
import { leads, worse } from "../reports/advice_standing.js";
import { askingForAnother, called, foremostCaution, isUnknown, whoLeads } from "../reports/advice_steps.js";
import { cut } from "../reports/wording.js";
import { casefolded, wordsOf } from "../text.js";

/** @typedef {import("../advice/model.js").Recommendation} Recommendation */
/** @typedef {import("../advice/model.js").Step} Step */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../reports/advice_page.js").AdvicePage} AdvicePage */
/** @typedef {import("./model.js").Errand} Errand */
/** @typedef {import("./model.js").Sheet} Sheet */
/** @typedef {import("./unfolding.js").Unfolder} Unfolder */

export const MOST_ERRANDS = 3;
const ALIKE = 4; // first words by which two texts are taken to say the same
const MOST_WORDS = 3; // answers that are quoted for one step
// A stage rests on a dozen answers: a note beside one of them says nothing about what follows from the stage.
const TOO_WIDE = ["stage", "sure"];
const LONGEST_WORDS = 120; // letters on this sheet: the whole is further down the page
const LONGEST_NOTE = 160;

/**
 * Return what is on the sheet.
 * @param {AdvicePage} page
 * @param {Unfolder} unfolder
 * @returns {Sheet}
 */
export function sheet(page, unfolder) {
  const first = page.advice.plan.filter((step) => step.when === "first").slice(0, MOST_ERRANDS);
  const words = new OwnReasons(page, unfolder);
  const advised = new Map(recommendations(page.advice).map((item) => [item.id, item]));
  return {
    errands: first.map((step) =>
      errand(step, /** @type {Recommendation} */ (advised.get(step.id)), words, page)
    ),
    instead: first.length > 0 ? [] : instead(page),
    worse: worst(page),
    again: again(page),
  };
}

/** Finds the answers and notes behind a reason, as she gave them. */
class OwnReasons {
  /**
   * @param {AdvicePage} page
   * @param {Unfolder} unfolder
   */
  constructor(page, unfolder) {
    const firings = page.advice.firings;
    this.page = page;
    this.unfolder = unfolder;
    this.said = new Said(firings, firings.concluding, page.knowledge);
    this.grounds = new Grounds(firings, firings.concluding);
    /** @type {Set<string>} */
    this.told = new Set(); // notes that stand on the sheet already
  }

  /**
   * Return her words for one reason; where it rests on none, the reason itself.
   * @param {string} firing
   * @returns {string[]}
   */
  of(firing) {
    const behind = this.answers(firing);
    const chosen = this.said.words(firing);
    const words =
      chosen.length > 0
        ? chosen
        : behind.map((fact) => ownWords(fact.kind, fact.id, fact.value, this.page.knowledge));
    const said = words.slice(0, MOST_WORDS).map((each) => quoted(each, LONGEST_WORDS));
    const beside = this.unfolder.notesOn(behind.map(askedIn)).filter((note) => !this.told.has(note));
    for (const note of beside.slice(0, 1)) {
      said.push(quoted(note, LONGEST_NOTE));
      this.told.add(note);
    }
    return said.length > 0 ? said : [this.page.firing(firing).because];
  }

  /**
   * Return the answers behind a reason, in the order in which they are asked.
   * @param {string} firing
   * @returns {Fact[]}
   */
  answers(firing) {
    const named = this.page.firing(firing).support.filter((fact) => !TOO_WIDE.includes(fact.kind));
    const behind = new Set(named.flatMap((fact) => Array.from(this.grounds.ofFact(fact))));
    const places = this.page.knowledge.positions;
    const given = Array.from(behind).filter(
      (fact) => isGivenKind(fact.kind) && !TOLD_KINDS.includes(fact.kind)
    );
    const place = (/** @type {Fact} */ fact) => places.get(askedIn(fact)) ?? places.size;
    return sortedBy(given, (fact) => [place(fact), fact.kind, fact.id, fact.value]);
  }
}

/**
 * Return the question in which an answer was given, or what was tried.
 * @param {Fact} fact
 * @returns {string}
 */
function askedIn(fact) {
  return fact.id.split(".")[0];
}

/**
 * @param {string} text
 * @param {number} letters
 * @returns {string}
 */
function quoted(text, letters) {
  return say("a4.quoted", { words: cut(text, letters) });
}

/**
 * @param {Step} step
 * @param {Recommendation} item
 * @param {OwnReasons} words
 * @param {AdvicePage} page
 * @returns {Errand}
 */
function errand(step, item, words, page) {
  const care = foremostCaution(item, page).map((id) => page.firing(id).because);
  return {
    title: called(step, item.title, page),
    what: step.short === item.title || beginAlike(step.short, step.text) ? "" : step.short,
    how: step.text,
    words: words.of(step.reason),
    leads: step.led_by ? whoseTurn(step, item, page).join(" ") : "",
    care: care.length > 0 ? say("a4.take_care_because", { because: care[0] }) : "",
  };
}

/**
 * Return whether what to do and how to begin would say the same thing twice.
 * @param {string} short
 * @param {string} text
 * @returns {boolean}
 */
function beginAlike(short, text) {
  const [first, second] = [short, text].map((each) => wordsOf(casefolded(each)).slice(0, ALIKE));
  return first.length === ALIKE && first.every((word, place) => word === second[place]);
}

/**
 * Return who leads and, where that is somebody else, what her own part is.
 * @param {Step} step
 * @param {Recommendation} item
 * @param {AdvicePage} page
 * @returns {string[]}
 */
function whoseTurn(step, item, page) {
  return [whoLeads(step), ...askingForAnother(item, page).map((id) => page.firing(id).because)];
}

/**
 * Return what is said where nothing comes first.
 * @param {AdvicePage} page
 * @returns {string[]}
 */
function instead(page) {
  if (page.advice.nothing_first !== "") return [page.advice.nothing_first];
  if (!isUnknown(page)) return [say("a4.nothing_presses")];
  const asked = page.advice.to_ask.slice(0, MOST_ERRANDS);
  return [say("a4.too_little"), ...asked.map((each) => prompt(each.question, page))];
}

/**
 * @param {string} question
 * @param {AdvicePage} page
 * @returns {string}
 */
function prompt(question, page) {
  return page.knowledge.entry(question).prompt;
}

/**
 * Return what would make the situation that leads worse.
 * @param {AdvicePage} page
 * @returns {string}
 */
function worst(page) {
  const leading = page.advice.patterns.find((each) => leads(each, page));
  return leading === undefined ? "" : worse(leading);
}

/**
 * Return the day to look again, in words; of a month alone comes a month.
 * @param {AdvicePage} page
 * @returns {string}
 */
function again(page) {
  const date = page.advice.case.date;
  if (!date) return "";
  const day = reviewDay(`${date}-01`.slice(0, 10));
  return day === null ? "" : dateInWords(day.slice(0, date.length));
}
