// The advice on what is answered: the page that is printed, what may be asked back, and how to keep it.

import { advise } from "../advice/reasoner.js";
import { say } from "../language.js";
import { advicePage } from "../pages/advice.js";
import { a4 } from "./a4.js";
import { button, link, list, make } from "./dom.js";
import { saveButton } from "./keep.js";
import { wayBack } from "./frame.js";
import { askMore } from "./way.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").View} View */

/**
 * @param {Sitting} sitting
 * @returns {View}
 */
export function adviceView(sitting) {
  const page = advicePage(advise(sitting.interview.case, sitting.knowledge), sitting.knowledge);
  return {
    title: say("page.advice", { name: page.name }),
    parts: [...wayBack(() => sitting.go("check")), a4(page), askBack(sitting)],
  };
}

/**
 * Return what may be done with the advice.
 * @param {Sitting} sitting
 * @returns {HTMLElement}
 */
function askBack(sitting) {
  const title = make("h2", { id: "ask-back" }, say("page.what_now"));
  return make(
    "section",
    { class: "ask-back", "aria-labelledby": title.id },
    title,
    make("p", { class: "buttons" }, button(say("page.print"), () => window.print()), saveButton(sitting)),
    list(
      [
        link(say("page.to_pack"), () => sitting.go("pack")),
        link(say("page.why"), () => sitting.go("why")),
        link(say("page.why_not"), () => sitting.go("why-not")),
        link(say("page.what_if"), () => sitting.go("what-if")),
        sitting.interview.goOn() === null ? null : link(say("page.to_more"), () => askMore(sitting)),
        link(say("page.to_check"), () => sitting.go("check")),
      ],
      { class: "ways" }
    )
  );
}
