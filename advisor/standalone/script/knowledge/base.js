// A knowledge base in memory: entries, questions, rules, and how to find one by its id. As advisor/knowledge/base.py.

import { concluded } from "./rules.js";

/** @typedef {import("./rules.js").Rule} Rule */
/** @typedef {Record<string, any>} Entry as the data has it, names with underscores: `first_step` */
/** @typedef {{order: number, heading: string, heading_order: number, action: string, places: number}} Advised */
/** @typedef {{name: string, field: string, found: number, tells: string[], advised: Advised | null}} Kind */
/** @typedef {Entry & {id: string, kind: string, prompt: string, why: string, core: boolean, scale: boolean,
 *   options: {id: string, text: string}[], items: {id: string, text: string}[], rows: {id: string, text: string}[]}} Question */

/** A checked knowledge base, as Python wrote it into the page. */
export class Knowledge {
  /** @param {Record<string, any>} data */
  constructor(data) {
    this.name = /** @type {string} */ (data.name);
    this.version = /** @type {string} */ (data.version);
    this.digest = /** @type {string} */ (data.digest);
    this.overlay = /** @type {Entry | null} */ (data.overlay);
    this.kinds = new Kinds(data.kinds);
    this.sorts = new Map(Object.entries(/** @type {Record<string, string[]>} */ (data.sorts)));
    this.sectors = /** @type {{id: string, title: string, words: string[]}[]} */ (data.sectors);
    this.observations = /** @type {{id: string, title: string, not_so: string}[]} */ (data.observations);
    this.questionnaire = /** @type {string} */ (data.questionnaire);
    this.sameWords = /** @type {[string, string[]][]} */ (data.same_words);
    this.triedKinds = /** @type {string[]} */ (data.tried_kinds);
    this.circuit = data.circuit;
    /** @type {Rule[]} */
    this.rules = data.rules.map((/** @type {Entry} */ rule) => ({ ...rule, then: concluded(rule.then) }));
    /** @type {Map<string, Map<string, Entry>>} */
    this.entries = new Map();
    for (const kind of [...this.kinds.names, "work"]) {
      const entries = kind === "rule" ? this.rules : (data.entries[kind] ?? []);
      this.entries.set(kind, new Map(entries.map((/** @type {Entry} */ each) => [each.id, each])));
    }
    /** @type {Map<string, string>} */
    this.kindOfId = new Map();
    for (const kind of this.kinds.names) for (const id of this.idsOf(kind)) this.kindOfId.set(id, kind);
    this.positions = new Map(Array.from(this.kindOfId.keys(), (id, place) => [id, place]));
    this.questions = /** @type {Map<string, Question>} */ (this.entries.get("question"));
    this.works = /** @type {Map<string, Entry>} */ (this.entries.get("work"));
    /** @type {Map<Function, Map<any, any>>} */
    this.kept = new Map();
    /** @type {Map<Function, any>} */
    this.made = new Map();
  }

  /**
   * Return why something is switched off here, it or its template; "" where it is not.
   * @param {string} id
   * @returns {string}
   */
  whyOff(id) {
    const off = /** @type {{id: string, reason: string}[]} */ (
      this.overlay === null ? [] : [...this.overlay.switched_off, ...this.overlay.gone]
    );
    return off.find((each) => each.id === id || each.id === id.split(".")[0])?.reason ?? "";
  }

  /**
   * Return the ids of a kind, in the order of the files.
   * @param {string} kind
   * @returns {string[]}
   */
  idsOf(kind) {
    return Array.from(this.entries.get(kind)?.keys() ?? []);
  }

  /**
   * Return the entries of a kind, in the order of the files.
   * @param {string} kind
   * @returns {Entry[]}
   */
  ofKind(kind) {
    return Array.from(this.entries.get(kind)?.values() ?? []);
  }

  /**
   * Return the ids of all entries of some kinds.
   * @param {Iterable<string>} kinds
   * @returns {string[]}
   */
  ids(kinds) {
    return Array.from(kinds).flatMap((kind) => this.idsOf(kind));
  }

  /**
   * Return the kind of the entry with this id; an error if there is none.
   * @param {string} id
   * @returns {string}
   */
  kind(id) {
    const kind = this.kindOfId.get(id);
    if (kind === undefined) throw new RangeError(id);
    return kind;
  }

  /**
   * Return the entry with this id; an error if there is none.
   * @param {string} id
   * @returns {Entry}
   */
  entry(id) {
    return /** @type {Entry} */ (this.entries.get(this.kind(id))?.get(id));
  }

  /**
   * Return whether an entry of one of these kinds has this id.
   * @param {string} id
   * @param {Iterable<string>} kinds
   * @returns {boolean}
   */
  has(id, kinds) {
    const kind = this.kindOfId.get(id);
    return kind !== undefined && Array.from(kinds).includes(kind);
  }

  /**
   * Return the rule with this id, or null.
   * @param {string} id
   * @returns {Rule | null}
   */
  rule(id) {
    return /** @type {Rule | undefined} */ (this.entries.get("rule")?.get(id)) ?? null;
  }

  /**
   * Return the ids of the options of a question, in their order.
   * @param {string} question
   * @returns {string[]}
   */
  optionsOf(question) {
    return this.questions.get(question)?.options.map((option) => option.id) ?? [];
  }

  /**
   * Return what `work` makes of each key, worked out when it is first asked for and then kept.
   * @template K, V
   * @param {(knowledge: Knowledge, key: K) => V} work a function of a module
   * @returns {(key: K) => V}
   */
  memo(work) {
    let kept = this.kept.get(work);
    if (kept === undefined) this.kept.set(work, (kept = new Map()));
    const found = kept;
    return (key) => {
      if (!found.has(key)) found.set(key, work(this, key));
      return found.get(key);
    };
  }

  /**
   * Return what `work` makes of this knowledge base, worked out when it is first asked for.
   * @template V
   * @param {(knowledge: Knowledge) => V} work a function of a module
   * @returns {V}
   */
  once(work) {
    if (!this.made.has(work)) this.made.set(work, work(this));
    return this.made.get(work);
  }
}

/** The table of kinds; what lists kinds lists them in the order of the rows, what is advised by `order`. */
export class Kinds {
  /** @param {Kind[]} rows */
  constructor(rows) {
    this.rows = rows;
    this.byName = new Map(rows.map((kind) => [kind.name, kind]));
    this.names = rows.map((kind) => kind.name);
    const found = rows.filter((kind) => kind.found > 0);
    this.concluded = found.sort((one, other) => one.found - other.found).map((kind) => kind.name);
    const advised = rows.filter((kind) => kind.advised !== null);
    this.advisable = advised
      .sort((one, other) => Number(one.advised?.order) - Number(other.advised?.order))
      .map((kind) => kind.name);
    this.askedWhyNot = [...this.advisable, ...this.concluded, "pattern", "alert", "rule"];
  }

  /**
   * Return a kind by its name.
   * @param {string} name
   * @returns {Kind}
   */
  get(name) {
    return /** @type {Kind} */ (this.byName.get(name));
  }

  /**
   * Return how a kind is advised; it must be one that can be.
   * @param {string} name
   * @returns {Advised}
   */
  advised(name) {
    return /** @type {Advised} */ (this.get(name).advised);
  }
}
