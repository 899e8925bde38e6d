// What every part of the page with the advice looks at. As advisor/reports/advice_page.py.

import { plainNames } from "../advice/naming.js";
import { firingOf } from "../advice/model.js";
import { say } from "../language.js";
import { stripped } from "../text.js";
import { isJudged, placeInWork } from "./wording.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../advice/model.js").FindingAdvice} FindingAdvice */
/** @typedef {import("../cases/case.js").Action} Action */
/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */

/** Advice, and what it rests on. */
export class AdvicePage {
  /**
   * @param {Advice} advice
   * @param {Knowledge} knowledge
   */
  constructor(advice, knowledge) {
    this.advice = advice;
    this.knowledge = knowledge;
    this.latest = latestOf(advice);
    /** @type {Set<string>} */
    this.toldOfThem = new Set(); // of which things that were tried the page has told her note
    this.names = new Map(plainNames(knowledge).map(([name, id]) => [id, name]));
  }

  /**
   * Return what else was tried and has a note that the page has not told: what it was, and the note.
   * @returns {[string, string][]}
   */
  notesLeft() {
    const left = Array.from(this.latest.values()).filter(
      (action) => stripped(action.note) !== "" && !this.toldOfThem.has(action.id)
    );
    return left.map(({ id, outcome, note }) => {
      const fields = { title: this.title(id), outcome: say(`phrases.outcome_${outcome}`) };
      return [say("advice_page.you_tried_it", fields), note];
    });
  }

  /**
   * Return what came of something the last time it was tried; nothing if it was not.
   * @param {string} id
   * @returns {string}
   */
  outcome(id) {
    return this.latest.get(id)?.outcome ?? "";
  }

  /**
   * Return what came of something when it was tried, with her note of it.
   *
   * That it helped is said elsewhere: in what the step is called, or in its reason.
   * @param {string} id
   * @returns {string[]}
   */
  tried(id) {
    const action = this.latest.get(id);
    if (action === undefined) return [];
    this.toldOfThem.add(id);
    const note = stripped(action.note);
    if (action.outcome === "helped") return note === "" ? [] : [say("advice_page.you_wrote", { note })];
    const said = say("advice_page.you_tried_this", { outcome: say(`phrases.outcome_${action.outcome}`) });
    return [note === "" ? said : say("advice_page.said_you_wrote", { said, note })];
  }

  /**
   * Return the firing with this id.
   * @param {string} id
   * @returns {Firing}
   */
  firing(id) {
    return firingOf(this.advice, id);
  }

  /**
   * Return the reason that a rule which fired gives, and where it comes from.
   * @param {string} id
   * @returns {string}
   */
  because(id) {
    const firing = this.firing(id);
    const place = placeInWork(firing, this.knowledge);
    if (place === "") return firing.because;
    const said = isJudged(firing, this.knowledge) ? say("advice_page.after", { place }) : place;
    return `${firing.because} (${said})`;
  }

  /**
   * Return how the interview names a factor; null if it does not ask for it.
   * @param {string} factor
   * @returns {string | null}
   */
  plainName(factor) {
    return this.names.get(factor) ?? null;
  }

  /**
   * Return the title of an entry.
   * @param {string} id
   * @returns {string}
   */
  title(id) {
    return this.knowledge.entry(id).title;
  }

  /**
   * Return what was found of one kind of entry.
   * @param {string} kind
   * @returns {FindingAdvice[]}
   */
  findings(kind) {
    return this.advice.findings.filter((finding) => finding.kind === kind);
  }
}

/**
 * Return the latest action on each thing: undated ones are the oldest.
 * @param {Advice} advice
 * @returns {Map<string, Action>}
 */
function latestOf(advice) {
  /** @type {Map<string, Action>} */
  const latest = new Map();
  for (const action of /** @type {Action[]} */ (advice.case.actions)) {
    const before = latest.get(action.id) ?? action;
    if ((action.date ?? "") >= (before.date ?? "")) latest.set(action.id, action);
  }
  return latest;
}
