// The page with the advice as it is shown and printed. As advisor/pages/templates/advice.html.

import { say } from "../language.js";
import { picture } from "./a4_picture.js";
import { listed, unfolding } from "./a4_reasons.js";
import { takeAlong } from "./a4_sheet.js";
import { element, folded, paragraphs } from "./elements.js";

/** @typedef {import("../pages/model.js").AdvicePage} AdvicePage */
/** @typedef {import("../pages/model.js").Alert} Alert */
/** @typedef {import("../pages/model.js").Saying} Saying */
/** @typedef {import("../pages/model.js").Situation} Situation */
/** @typedef {import("../pages/model.js").Standing} Standing */
/** @typedef {import("../pages/model.js").Stretch} Stretch */

const PREFIX = "a4-"; // of the names by which one jumps to a part: the page around has names of its own

/**
 * Return the page with an advice.
 * @param {AdvicePage} page
 * @returns {HTMLElement}
 */
export function a4(page) {
  return element("article", { class: "a4" }, [
    head(page),
    contents(page),
    ...Array.from(page.parts.values(), (part) =>
      element("section", { "aria-labelledby": PREFIX + part.id, class: part.id === "sheet" ? "sheet" : null }, [
        element("h2", { id: PREFIX + part.id, tabindex: "-1" }, [part.title]),
        ...inPart(part.id, page),
      ])
    ),
    element("footer", {}, paragraphs([`${page.rests_on} ${say("a4.offline")}`])),
  ]);
}

/**
 * @param {AdvicePage} page
 * @returns {HTMLElement}
 */
function head(page) {
  return element("header", {}, [
    ...page.alerts.map(alert),
    element("h1", {}, [page.name]),
    ...paragraphs([page.by]),
    element("p", { class: "small" }, [page.caveat]),
  ]);
}

/**
 * @param {Alert} raised
 * @param {number} place
 * @returns {HTMLElement}
 */
function alert(raised, place) {
  const first = place === 0 ? { id: `${PREFIX}alert`, tabindex: "-1" } : {};
  return element("section", { class: "alert", "aria-label": say("a4.before_all"), ...first }, [
    element("p", {}, [element("strong", {}, [raised.text])]),
    ...paragraphs([raised.means]),
  ]);
}

/**
 * Return the links to the parts.
 * @param {AdvicePage} page
 * @returns {HTMLElement}
 */
function contents(page) {
  const parts = Array.from(page.parts.values());
  const alerts = page.alerts.length > 0 ? [{ id: "alert", title: say("a4.before_all") }] : [];
  return element("nav", { "aria-label": say("a4.contents") }, [
    element(
      "ul",
      {},
      [...alerts, ...parts].map((part) => element("li", {}, [linkTo(PREFIX + part.id, part.title)]))
    ),
  ]);
}

/**
 * Return a link to a part; the address of the page stays as it is, since it may say where one is in it.
 * @param {string} id
 * @param {string} title
 * @returns {HTMLElement}
 */
function linkTo(id, title) {
  const link = element("a", { href: `#${id}` }, [title]);
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
 * @returns {Element[]}
 */
function inPart(id, page) {
  switch (id) {
    case "sheet":
      return takeAlong(page.sheet);
    case "standing":
      return standing(page);
    case "situations":
      return [
        ...page.situations.flatMap(situation),
        ...more("a4.more_situations", page.more_situations.flatMap(situation)),
        ...paragraphs(page.beside),
      ];
    case "plan":
      return [...paragraphs([page.nothing_first]), ...page.plan.flatMap(stretch)];
    case "held":
      return [...sayings(page.held), ...more("a4.more_held", sayings(page.more_held))];
    case "notes":
      return sayings(page.notes);
    case "unknown":
      return [...sayings(page.to_ask), ...more("a4.more_questions", sayings(page.more_to_ask))];
    default:
      return paragraphs(page.how_sure);
  }
}

/**
 * Return what is folded below a part; nothing if there is nothing more.
 * @param {string} words the name of what it is called
 * @param {Element[]} inside
 * @returns {Element[]}
 */
function more(words, inside) {
  return inside.length > 0 ? [folded([say(words)], inside)] : [];
}

/**
 * @param {AdvicePage} page
 * @returns {Element[]}
 */
function standing(page) {
  const reasoned = page.standings.filter((each) => each.reasons.length > 0);
  return [
    picture(page.picture),
    ...(page.picture.legend === "" ? [] : [element("p", { class: "small" }, [page.picture.legend])]),
    folded([say("a4.in_a_table")], [table(page.standings)]),
    ...reasoned.map((each) =>
      folded([`${each.name}: ${each.stands}`], [...paragraphs([each.seen]), listed(each.reasons)])
    ),
  ];
}

/**
 * @param {Standing[]} standings
 * @returns {HTMLElement}
 */
function table(standings) {
  const headers = ["a4.what", "a4.stands", "a4.moves"].map((words) =>
    element("th", { scope: "col" }, [say(words)])
  );
  return element("table", {}, [
    element("thead", {}, [element("tr", {}, headers)]),
    element("tbody", {}, standings.map(tableRow)),
  ]);
}

/**
 * @param {Standing} each
 * @returns {HTMLElement}
 */
function tableRow(each) {
  const term = each.term === "" ? [] : [" ", element("span", { class: "term" }, [each.term])];
  const further = [each.sure, each.own_view].filter((said) => said !== "");
  return element("tr", {}, [
    element("th", { scope: "row" }, [each.name, ...term]),
    element("td", {}, [each.stands, ...further.flatMap((said) => [element("br", {}, []), said])]),
    element("td", {}, [each.moves || each.or_else]),
  ]);
}

/**
 * @param {Situation} each
 * @returns {Element[]}
 */
function situation(each) {
  return [
    element("h3", {}, [`${each.title} (${each.fit})`]),
    element("p", {}, [each.text]),
    ...paragraphs([each.worse]),
    ...unfolding(say("a4.all_signs"), each.reasons, each.title),
  ];
}

/**
 * @param {Stretch} found
 * @returns {Element[]}
 */
function stretch(found) {
  const steps = found.steps.map((step) =>
    element("li", { value: String(step.number) }, [
      element("h4", {}, [step.title]),
      ...(step.what === "" ? [] : [element("p", {}, [element("strong", {}, [step.what])])]),
      ...paragraphs(step.about),
      ...unfolding(say("a4.all_reasons"), step.reasons, step.title),
    ])
  );
  return [element("h3", {}, [found.title]), element("ol", {}, steps)];
}

/**
 * @param {Saying[]} said
 * @returns {Element[]}
 */
function sayings(said) {
  if (said.length === 0) return [];
  const items = said.flatMap((each) => [
    element("dt", {}, [each.title]),
    element("dd", {}, [each.text]),
  ]);
  return [element("dl", {}, items)];
}
