// Asking the advice back: why, why not, and what hangs on what. What if: what_if.js.

import { recommendations } from "../advice/model.js";
import { advise } from "../advice/reasoner.js";
import { why } from "../explanation/why.js";
import { whyNot } from "../explanation/why_not.js";
import { STAGES } from "../knowledge/facts.js";
import { say } from "../language.js";
import { whyNotOutline } from "../reports/why_not_outline.js";
import { factorName } from "../reports/why_outline.js";
import { whyInWords } from "../reports/why_told.js";
import { fold, make, paragraph } from "./dom.js";
import { form } from "./form.js";
import { drawn } from "./outlined.js";
import { headed } from "./frame.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").View} View */
/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../reports/outline.js").Outline} Outline */
/** @typedef {{title: string, options: {value: string, text: string}[]}} Group */

const WHICH = "which";

/**
 * Return the view that asks what is not advised, and tells why.
 * @param {Sitting} sitting
 * @param {string} about
 * @returns {View}
 */
export function whyNotView(sitting, about) {
  const { knowledge } = sitting;
  const of = sitting.interview.case;
  const groups = notAdvised(advise(of, knowledge), knowledge);
  const isThere = groups.some((group) => group.options.some((each) => each.value === about));
  const found = isThere ? whyNot(of, about, knowledge) : null;
  const title = say("page.why_not");
  return {
    title,
    parts: [
      ...headed(title, () => sitting.go("advice")),
      paragraph(say("page.why_not_told")),
      picking(say("page.which"), groups, about, (chosen) => sitting.go("why-not", chosen)),
      ...(found === null ? [] : toldInShort((full) => whyNotOutline(found, knowledge, full))),
    ],
  };
}

/**
 * Return the view that asks what is advised or found, and tells all reasons.
 * @param {Sitting} sitting
 * @param {string} about
 * @returns {View}
 */
export function whyView(sitting, about) {
  const { knowledge } = sitting;
  const advice = advise(sitting.interview.case, knowledge);
  const groups = advised(advice, knowledge);
  const isThere = groups.some((group) => group.options.some((each) => each.value === about));
  const outline = isThere ? whyInWords(why(advice, about, knowledge), advice, knowledge, true) : null;
  const title = say("page.why");
  return {
    title,
    parts: [
      ...headed(title, () => sitting.go("advice")),
      paragraph(say("page.why_told")),
      picking(say("page.which"), groups, about, (chosen) => sitting.go("why", chosen)),
      ...told(outline),
    ],
  };
}

/**
 * Return what may be asked why: the steps of the plan, what holds it and where it stands, and all else advised.
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {Group[]}
 */
function advised(advice, knowledge) {
  const option = (/** @type {string} */ id) => ({ value: id, text: factorName(id, knowledge) });
  const planned = new Set(advice.plan.map((step) => step.id));
  const others = recommendations(advice).filter((each) => !planned.has(each.id));
  const known = advice.factors.filter((each) => each.firings.length > 0);
  return [
    { title: say("page.group_plan"), options: Array.from(planned, option) },
    { title: say("page.group_pattern"), options: advice.patterns.map((each) => option(each.id)) },
    { title: say("page.group_factor"), options: known.map((each) => option(each.id)) },
    { title: say("page.group_other"), options: others.map((each) => option(each.id)) },
  ].filter((group) => group.options.length > 0);
}

/**
 * Return what could be advised or found and is not, by what it is.
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {Group[]}
 */
function notAdvised(advice, knowledge) {
  const there = new Set([...recommendations(advice), ...advice.patterns].map((each) => each.id));
  const tight = STAGES[STAGES.length - 1];
  for (const factor of advice.factors) if (factor.stage === tight) there.add(factor.id);
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const kind of ["factor", "pattern", ...knowledge.kinds.advisable]) {
    const title = headingOf(kind, knowledge);
    const options = knowledge.ofKind(kind).map(({ id }) => ({ value: id, text: factorName(id, knowledge) }));
    const left = options.filter((each) => !there.has(each.value));
    const group = groups.get(title) ?? { title, options: [] };
    groups.set(title, { title, options: [...group.options, ...left] });
  }
  return Array.from(groups.values()).filter((group) => group.options.length > 0);
}

/**
 * @param {string} kind
 * @param {Knowledge} knowledge
 * @returns {string}
 */
function headingOf(kind, knowledge) {
  if (kind === "factor") return say("page.group_factor");
  if (kind === "pattern") return say("page.group_pattern");
  const { heading } = knowledge.kinds.advised(kind);
  if (heading === "") return say("page.group_other");
  return `${heading.slice(0, 1)}${heading.slice(1).toLowerCase()}`;
}

/**
 * Return a form in which one of many things is picked.
 * @param {string} label
 * @param {Group[]} groups
 * @param {string} picked
 * @param {(value: string) => void} go
 * @returns {HTMLElement}
 */
export function picking(label, groups, picked, go) {
  const field = make(
    "select",
    { id: WHICH, name: WHICH, autocomplete: "off" },
    make("option", { value: "" }, say("page.pick_one")),
    ...groups.map((group) =>
      make(
        "optgroup",
        { label: group.title },
        ...group.options.map((each) => make("option", { value: each.value, selected: each.value === picked }, each.text))
      )
    )
  );
  const fields = make("div", { class: "writing" }, make("label", { for: WHICH }, label), field);
  const made = form(
    [fields],
    () => {
      if (field.value === "") return [{ field: WHICH, text: say("page.wrong_pick") }];
      go(field.value);
      return [];
    },
    say("page.show")
  );
  made.classList.add("picking");
  return made;
}

/**
 * Return what an outline tells in short, and behind a fold all of it.
 * @param {(full: boolean) => Outline} outlineOf
 * @returns {Node[]}
 */
export function toldInShort(outlineOf) {
  return [...told(outlineOf(false)), fold(say("page.all_of_it"), () => told(outlineOf(true)))];
}

/**
 * Return what an outline tells, below what was asked.
 * @param {Outline | null} outline
 * @returns {Node[]}
 */
export function told(outline) {
  return outline === null ? [] : [make("article", { class: "outline" }, ...drawn(outline, 2))];
}
