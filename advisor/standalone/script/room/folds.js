// The story, folded, for one who plays alone: it can be read again in each view.

import { say } from "../language.js";
import { fold } from "../page/dom.js";
import { storyParts } from "./story.js";

/** @typedef {import("./session.js").Room} Room */

/**
 * @param {Room} room
 * @returns {HTMLElement | null} nothing before a group, where it is at the foot
 */
export function storyFold(room) {
  return room.mode === "group" ? null : fold(say("room.story"), () => storyParts(room), { class: "aside" });
}
