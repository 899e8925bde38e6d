// Starts the exercise in the room: unpacks what the page carries, and shows the first view.

import { Knowledge } from "./knowledge/base.js";
import { say, useWords } from "./language.js";
import { navigation } from "./page/frame.js";
import { bar } from "./room/bar.js";
import { listenToKeys } from "./room/keys.js";
import { isUnsaved, newRoom } from "./room/session.js";
import { Timer } from "./room/timer.js";
import { isThere, VIEWS } from "./room/views.js";
import { unpacked } from "./unpacking.js";

/**
 * Open the room on what the page carries, and show its first view.
 * @param {string} packed
 */
async function start(packed) {
  const data = await unpacked(packed);
  useWords(new Map(Object.entries(data.words)));
  const timer = new Timer();
  const go = navigation({
    views: VIEWS,
    at: () => room,
    isThere,
    isUnsaved,
    foot: (at) => bar(at, timer),
    name: () => say("room.name"),
    stillHere: () => say("room.broken_told"),
  });
  const room = newRoom(new Knowledge(data), data.exercise, go);
  listenToKeys(room);
  go("begin");
}

start(String(document.getElementById("packed")?.textContent));
