// All views of the room by their names, which are their addresses too.

import { beginView, setupView } from "./begin.js";
import { chooseAfterView, chooseView } from "./choose.js";
import { endView } from "./end.js";
import { factsView } from "./facts.js";
import { stepsOf } from "./steps.js";
import { storyView } from "./story.js";
import { comparisonView, debriefView } from "./compared.js";
import { votesAfterView, votesView } from "./votes.js";

/** @typedef {import("./session.js").Room} Room */

/** @type {Map<string, (room: Room, detail: string) => import("./session.js").View>} */
export const VIEWS = new Map([
  ["begin", beginView],
  ["setup", setupView],
  ["story", storyView],
  ["facts", factsView],
  ["votes", votesView],
  ["choose", chooseView],
  ["choose-after", chooseAfterView],
  ["comparison", comparisonView],
  ["debrief", debriefView],
  ["votes-after", votesAfterView],
  ["end", endView],
]);

/**
 * Return whether what an address names is part of what is played.
 * @param {string} name
 * @param {string} _detail
 * @param {Room} room
 * @returns {boolean}
 */
export function isThere(name, _detail, room) {
  return name === "begin" || (name === "setup" && room.mode === "group") || stepsOf(room).includes(name);
}
