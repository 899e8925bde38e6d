// What holds a partnership, as a part of the page with the advice. As advisor/reports/advice_standing.py.

import { say, sayCount } from "../language.js";
import { sortedBy } from "../order_by.js";
import { FOR, PLAIN, STAR, point, title } from "./outline.js";
import { ended, inside, joined } from "./wording.js";

/** @typedef {import("../advice/model.js").FindingAdvice} FindingAdvice */
/** @typedef {import("../advice/model.js").PatternAdvice} PatternAdvice */
/** @typedef {import("./advice_page.js").AdvicePage} AdvicePage */
/** @typedef {import("./outline.js").Block} Block */
/** @typedef {import("./outline.js").Title} Title */

const MOST_PATTERNS = 2;
const MOST_SIGNS = 3; // of the leading pattern that are shown at first ...
const FEWER_SIGNS = 2; // ... and of the others
const MOST_WAITING = 2; // of what the leading pattern calls for and that is not first
const MOST_WORDS = 3; // answers that are quoted for one sign

/**
 * Return the patterns that fit, signs of inertia, what is put as a question, and the leader's own part.
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
export function whatHoldsIt(page) {
  const patterns = foremost(page);
  const said = labelled(page).filter(([, titles]) => titles.length > 0);
  if (patterns.length === 0 && said.length === 0) return [];
  /** @type {Set<string>} */
  const told = new Set();
  const situations = patterns.flatMap((pattern, place) =>
    page.full ? wholePattern(pattern, page) : shortPattern(pattern, page, place === 0 ? MOST_SIGNS : FEWER_SIGNS, told)
  );
  return [
    headingOf(patterns, page),
    ...situations,
    ...moreLikely(patterns, page),
    ...said.map(([label, titles]) => point(say(label, { titles: ended(joined(titles)) }), 1, PLAIN)),
  ];
}

/**
 * Return the title above these patterns.
 * @param {PatternAdvice[]} patterns
 * @param {AdvicePage} page
 * @returns {Title}
 */
export function headingOf(patterns, page) {
  const isWell = patterns.length > 0 && page.knowledge.entry(patterns[0].id).tone === "strength";
  return title(say(isWell ? "advice_page.how_it_is" : "advice_page.what_holds_it"));
}

/**
 * Return the patterns to show: all, or the one that leads and those that are likely, or the first two.
 * @param {AdvicePage} page
 * @returns {PatternAdvice[]}
 */
export function foremost(page) {
  const { patterns } = page.advice;
  if (page.full) return patterns;
  const likely = patterns.filter((pattern) => pattern.fit === "likely");
  if (likely.length === 0) return patterns.slice(0, MOST_PATTERNS);
  const leading = patterns.filter((pattern) => leads(pattern, page));
  return [...leading, ...likely.filter((each) => !leading.includes(each))].slice(0, MOST_PATTERNS);
}

/**
 * Return what else is found, by the words before it.
 * @param {AdvicePage} page
 * @returns {[string, string[]][]}
 */
function labelled(page) {
  const questions = page.advice.findings.filter((finding) => finding.tone === "question");
  return [
    ["advice_page.signs_of_inertia", page.findings("inertia").map((finding) => finding.title)],
    ["advice_page.second_look", questions.map((finding) => finding.title)],
    ["advice_page.in_your_hands", page.findings("degenerative-behaviour").map((finding) => ownWords(finding, page))],
  ];
}

/**
 * Return what the leader ticked, where a finding is an item of a checklist; else its title.
 * @param {FindingAdvice} finding
 * @param {AdvicePage} page
 * @returns {string}
 */
function ownWords(finding, page) {
  for (const question of page.knowledge.questions.values()) {
    const item = question.items.find((each) => each.id === finding.id);
    if (item !== undefined) return item.text;
  }
  return finding.title;
}

/**
 * Return a pattern with its first signs; an answer that is `told` on the page is not quoted again.
 * @param {PatternAdvice} pattern
 * @param {AdvicePage} page
 * @param {number} most
 * @param {Set<string>} told
 * @returns {Block[]}
 */
function shortPattern(pattern, page, most, told) {
  const signs = pattern.for.slice(0, most);
  const against = pattern.against.slice(0, most);
  const left = pattern.for.length + pattern.against.length - signs.length - against.length;
  const said = signsSaid(signs, against, page, told);
  const isQuoted = said[0].startsWith('"') || said[0].startsWith(say("advice_page.but_alone"));
  const parts = [say(isQuoted ? "advice_page.you_said" : "advice_page.from_what_you_said"), ...said];
  if (left > 0) parts.push(say("advice_page.and_more_signs", { n: left }));
  const leading = leads(pattern, page);
  return [
    point(titled(pattern), 1, STAR),
    point(parts.join(" "), 2, PLAIN),
    ...page.noted([...pattern.for, ...pattern.against]).map((noted) => point(noted, 2, PLAIN)),
    ...(leading ? [worse(pattern), ...notFirst(page).slice(0, MOST_WAITING)].map((each) => point(each, 2, PLAIN)) : []),
  ];
}

/**
 * Return what a pattern is called, how well it fits, and what it is like.
 * @param {PatternAdvice} pattern
 * @returns {string}
 */
export function titled(pattern) {
  return `${pattern.title} (${say(`advice_page.fit_${pattern.fit}`)}). ${pattern.text}`;
}

/**
 * Return a pattern with all its signs, one to a line.
 * @param {PatternAdvice} pattern
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
export function wholePattern(pattern, page) {
  const behind = [worse(pattern), ...(leads(pattern, page) ? notFirst(page) : [])];
  return [
    point(say("advice_page.pattern_you_said", { pattern: titled(pattern) }), 1, STAR),
    ...signsSaid(pattern.for, pattern.against, page, new Set()).map((said) => point(said, 2, FOR)),
    ...page.noted([...pattern.for, ...pattern.against]).map((noted) => point(noted, 2, PLAIN)),
    ...behind.map((said) => point(said, 2, PLAIN)),
  ];
}

/**
 * Return whether a pattern leads what is advised.
 * @param {PatternAdvice} pattern
 * @param {AdvicePage} page
 * @returns {boolean}
 */
export function leads(pattern, page) {
  return page.advice.leading != null && page.advice.leading.pattern === pattern.id;
}

/**
 * Return what would make a pattern worse; of one that is only possible, if it is so.
 * @param {PatternAdvice} pattern
 * @returns {string}
 */
export function worse(pattern) {
  return say(pattern.fit === "likely" ? "advice_page.would_make_worse" : "advice_page.if_so_worse", {
    what: pattern.makes_worse,
  });
}

/**
 * @param {string[]} signs
 * @param {string[]} against
 * @param {AdvicePage} page
 * @param {Set<string>} told
 * @returns {string[]}
 */
function signsSaid(signs, against, page, told) {
  const quoted = quotes([...signs, ...against], page, told);
  return [...signs, ...against].map((id, place) => {
    const sign = signSaid(id, quoted.get(id) ?? [], page);
    return place < signs.length ? sign : say("advice_page.but", { sign });
  });
}

/**
 * Return for each sign the answers to quote beside it: each answer once, where it says most by itself.
 *
 * What is `told` already is not quoted again; what is quoted is told from then on.
 * @param {string[]} signs
 * @param {AdvicePage} page
 * @param {Set<string>} told
 * @returns {Map<string, string[]>}
 */
export function quotes(signs, page, told) {
  const words = new Map(signs.map((id) => [id, page.advice.said.get(id) ?? []]));
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const [id, all] of sortedBy(words, ([, said]) => said.length)) {
    const quoted = all.filter((said) => !told.has(said));
    for (const said of quoted) told.add(said);
    found.set(id, quoted);
  }
  return found;
}

/**
 * Return the answers that made a sign, then what it suggests.
 * @param {string} id
 * @param {string[]} words
 * @param {AdvicePage} page
 * @returns {string}
 */
export function signSaid(id, words, page) {
  const suggests = page.firing(id).title;
  const asSaid = (/** @type {string} */ text) => text.replace(/\.+$/, "").toLowerCase();
  if (words.length === 0) return ended(suggests);
  const left = words.length - MOST_WORDS;
  const quoted = words.slice(0, MOST_WORDS).map((said) => `"${said}"`);
  if (words.length === 1 && asSaid(words[0]) === asSaid(suggests)) return `${quoted[0]}.`;
  if (left > 0) quoted.push(say("advice_page.and_more", { n: left }));
  return ended(`${quoted.join("; ")}: ${inside(suggests)}`);
}

/**
 * Return which situations are likely too and not told of here.
 * @param {PatternAdvice[]} shown
 * @param {AdvicePage} page
 * @returns {Block[]}
 */
function moreLikely(shown, page) {
  const more = page.advice.patterns.filter((each) => each.fit === "likely" && !shown.includes(each));
  if (more.length === 0) return [];
  const titles = ended(joined(more.map((each) => inside(each.title))));
  return [point(sayCount("advice_page.more_situations_are", more.length, { titles }), 1, PLAIN)];
}

/**
 * Return why what the leading situation calls for does not come first, where it does not.
 * @param {AdvicePage} page
 * @returns {string[]}
 */
function notFirst(page) {
  const calls = (page.advice.leading?.calls ?? []).filter((call) => call.became !== "first");
  return calls.map((call) => {
    const because = call.firings.slice(0, 1).map((id) => page.because(id)).join(" ");
    return say(`advice_page.calls_${call.became}`, { title: inside(call.title), id: call.id, because });
  });
}
