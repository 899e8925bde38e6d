// The page with the advice as it is shown and printed. As advisor/pages/templates/advice.html.

import { say } from "../language.js";
import { SHEET } from "../pages/model.js";
import { unfolding } from "./a4_reasons.js";
import { takeAlong } from "./a4_sheet.js";
import { standing } from "./a4_standing.js";
import { fold, make, paragraph } from "./dom.js";

/** @typedef {import("../pages/model.js").AdvicePage} AdvicePage */
/** @typedef {import("../pages/model.js").Alert} Alert */
/** @typedef {import("../pages/model.js").Saying} Saying */
/** @typedef {import("../pages/model.js").Situation} Situation */
/** @typedef {import("../pages/model.js").Step} Step */
/** @typedef {import("../pages/model.js").Stretch} Stretch */
/** @typedef {import("./dom.js").Child} Child */

const PREFIX = "a4-"; // of the names by which one jumps to a part: the page around has names of its own

/**
 * Return the page with an advice. What is folded is made when it is opened (`fillFolds` makes all of it).
 * @param {AdvicePage} page
 * @returns {HTMLElement}
 */
export function a4(page) {
  const parts = Array.from(page.parts.values(), (part) =>
    make(
      "section",
      { "aria-labelledby": PREFIX + part.id, class: part.id === SHEET ? "sheet" : null },
      make("h2", { id: PREFIX + part.id, tabindex: "-1" }, part.title),
      ...inPart(part.id, page)
    )
  );
  const end = make("footer", {}, paragraph(`${page.rests_on} ${say("a4.offline")}`));
  return make("article", { class: "a4" }, head(page), contents(page), ...parts, end);
}

/**
 * @param {AdvicePage} page
 * @returns {HTMLElement}
 */
function head(page) {
  return make(
    "header",
    {},
    ...page.alerts.map(alert),
    make("h1", {}, page.name),
    paragraph(page.by),
    paragraph(page.caveat, { class: "small" })
  );
}

/**
 * @param {Alert} raised
 * @param {number} place
 * @returns {HTMLElement}
 */
function alert(raised, place) {
  return make(
    "section",
    {
      class: "alert",
      "aria-label": say("a4.before_all"),
      id: place === 0 ? `${PREFIX}alert` : null,
      tabindex: place === 0 ? "-1" : null,
    },
    make("p", {}, make("strong", {}, raised.text)),
    paragraph(raised.means)
  );
}

/**
 * Return the links to the parts.
 * @param {AdvicePage} page
 * @returns {HTMLElement}
 */
function contents(page) {
  const alerts = page.alerts.length > 0 ? [{ id: "alert", title: say("a4.before_all") }] : [];
  const links = [...alerts, ...page.parts.values()].map((part) =>
    make("li", {}, linkTo(PREFIX + part.id, part.title))
  );
  return make("nav", { "aria-label": say("a4.contents") }, make("ul", {}, ...links));
}

/**
 * Return a link to a part; the address of the page stays as it is, since it may say where one is in it.
 * @param {string} id
 * @param {string} title
 * @returns {HTMLElement}
 */
function linkTo(id, title) {
  const link = make("a", { href: `#${id}` }, title);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const target = link.ownerDocument.getElementById(id);
    target?.scrollIntoView();
    target?.focus();
  });
  return link;
}

/**
 * Return what is in a part, below its heading.
 * @param {string} id
 * @param {AdvicePage} page
 * @returns {Child[]}
 */
function inPart(id, page) {
  switch (id) {
    case SHEET:
      return takeAlong(page.sheet);
    case "standing":
      return standing(page);
    case "situations":
      return [
        ...page.situations.flatMap(situation),
        more("a4.more_situations", page.more_situations, (found) => found.flatMap(situation)),
        ...page.beside.map((text) => paragraph(text)),
      ];
    case "plan":
      return [paragraph(page.nothing_first), ...page.plan.flatMap(stretch)];
    case "held":
      return [sayings(page.held), more("a4.more_held", page.more_held, (held) => [sayings(held)])];
    case "notes":
      return [sayings(page.notes)];
    case "unknown":
      return [sayings(page.to_ask), more("a4.more_questions", page.more_to_ask, (asked) => [sayings(asked)])];
    default:
      return page.how_sure.map((text) => paragraph(text));
  }
}

/**
 * Return what is folded below a part; nothing if there is nothing more.
 * @template T
 * @param {string} words the name of what it is called
 * @param {T[]} found
 * @param {(found: T[]) => Child[]} shown
 * @returns {HTMLElement | null}
 */
function more(words, found, shown) {
  return found.length === 0 ? null : fold(say(words), () => shown(found));
}

/**
 * @param {Situation} each
 * @returns {Child[]}
 */
function situation(each) {
  return [
    make("h3", {}, `${each.title} (${each.fit})`),
    make("p", {}, each.text),
    paragraph(each.worse),
    unfolding(say("a4.all_signs"), each.reasons, each.title),
  ];
}

/**
 * @param {Stretch} found
 * @returns {Child[]}
 */
function stretch(found) {
  return [make("h3", {}, found.title), make("ol", {}, ...found.steps.map(step))];
}

/**
 * @param {Step} each
 * @returns {HTMLElement}
 */
function step(each) {
  return make(
    "li",
    { value: each.number },
    make("h4", {}, each.title),
    each.what === "" ? null : make("p", {}, make("strong", {}, each.what)),
    ...each.about.map((text) => paragraph(text)),
    unfolding(say("a4.all_reasons"), each.reasons, each.title)
  );
}

/**
 * @param {Saying[]} said
 * @returns {HTMLElement}
 */
function sayings(said) {
  const items = said.flatMap((each) => [make("dt", {}, each.title), make("dd", {}, each.text)]);
  return make("dl", {}, ...items);
}
