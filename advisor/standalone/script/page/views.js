// All views by their names, which are their addresses too.

import { adviceView } from "./advice.js";
import { whyNotView, whyView } from "./ask.js";
import { beginView } from "./begin.js";
import { checkView } from "./check.js";
import { endView } from "./end.js";
import { anewView, openedView, refusedView, replaceView } from "./opening.js";
import { packView } from "./pack.js";
import { dateView, nameView, partnersView, seatView, shareView } from "./particulars.js";
import { questionView } from "./question.js";
import { headed } from "./frame.js";
import { alertAdvice, alertView, soFarView } from "./so_far.js";
import { goOn } from "./way.js";
import { whatIfView } from "./what_if.js";
import { say } from "../language.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */

/** @type {import("./shell.js").Views} */
export const VIEWS = new Map([
  ["begin", beginView],
  ["name", nameView],
  ["partners", partnersView],
  ["date", dateView],
  ["question", questionView],
  ["alert", alerts],
  ["so-far", soFar],
  ["seat", seatView],
  ["share", shareView],
  ["check", checkView],
  ["end", endView],
  ["advice", adviceView],
  ["pack", packView],
  ["why", whyView],
  ["why-not", whyNotView],
  ["what-if", whatIfView],
  ["opened", openedView],
  ["refused", refusedView],
  ["replace", replaceView],
  ["anew", anewView],
]);

/**
 * @param {Sitting} sitting
 * @returns {import("./sitting.js").View}
 */
function soFar(sitting) {
  return soFarView(sitting, headed(say("page.so_far"), () => goOn(sitting)));
}

/**
 * @param {Sitting} sitting
 * @returns {import("./sitting.js").View}
 */
function alerts(sitting) {
  return alertView(sitting, alertAdvice(sitting, sitting.interview.alerts), () => goOn(sitting));
}
