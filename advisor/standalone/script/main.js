// Starts the page: unpacks what it carries, and shows the first view.

import { Knowledge } from "./knowledge/base.js";
import { useWords } from "./language.js";
import { prepare } from "./page/ahead.js";
import { advisorsNavigation } from "./page/shell.js";
import { newSitting } from "./page/sitting.js";
import { VIEWS } from "./page/views.js";
import { unpacked } from "./unpacking.js";

/**
 * Begin a sitting on what the page carries, and show its first view.
 * @param {string} packed
 */
async function start(packed) {
  const data = await unpacked(packed);
  useWords(new Map(Object.entries(data.words)));
  /** @type {import("./page/sitting.js").How} */
  const how = {
    mode: data.purpose === "partner" ? "partner" : "leader",
    scope: data.questions,
    program: data.program,
  };
  const go = advisorsNavigation(VIEWS, () => sitting);
  const sitting = newSitting(new Knowledge(data), how, go);
  go("begin");
  prepare(sitting);
}

start(String(document.getElementById("packed")?.textContent));
