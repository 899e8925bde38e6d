// The first view: what this is, that nothing leaves the machine, and the ways to begin.

import { say } from "../language.js";
import { button, link, list, make, paragraph } from "./dom.js";
import { beginAnew, openForm } from "./opening.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").View} View */

/**
 * @param {Sitting} sitting
 * @returns {View}
 */
export function beginView(sitting) {
  const isPartner = sitting.mode === "partner";
  const title = say(isPartner ? "page.begin_partner" : "page.begin");
  const told = isPartner ? ["page.partner_1", "page.partner_2"] : ["page.leader_1", "page.leader_2"];
  return {
    title,
    parts: [
      make("h1", {}, title),
      ...told.map((words) => paragraph(say(words))),
      list(["page.own_1", "page.own_2", "page.own_3"].map((words) => say(words))),
      ...ways(sitting),
    ],
  };
}

/**
 * @param {Sitting} sitting
 * @returns {HTMLElement[]}
 */
function ways(sitting) {
  const isBegun = sitting.interview.entries.length > 0;
  const first = isBegun
    ? [
        button(say("page.back_to_it"), () => sitting.go("check"), { class: "main" }),
        link(say("page.begin_anew"), () => beginAnew(sitting)),
      ]
    : [button(say("page.begin_now"), () => sitting.go("name"), { class: "main" })];
  return [
    make("p", { class: "buttons" }, ...first),
    make("h2", {}, say("page.with_file")),
    openForm(sitting),
  ];
}
