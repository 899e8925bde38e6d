// Why it may end here, and what she may do then: see the advice, answer more, or, as a partner, send it back.

import { advise } from "../advice/reasoner.js";
import { say, sayCount } from "../language.js";
import { aheadOf } from "./ahead.js";
import { button, link, list, make, paragraph } from "./dom.js";
import { saveButton } from "./keep.js";
import { headed } from "./frame.js";
import { alertBoxes } from "./so_far.js";
import { askMore, goBack, HANDFUL } from "./way.js";

/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").View} View */

const ENDINGS = new Map([
  ["settled", "talk.ending_settled"],
  ["no-single-answer", "talk.ending_no_single_answer"],
  ["enough", "talk.ending_enough"],
  ["limit", "talk.ending_limit"],
  ["asked", "talk.ending_asked"],
]);

/**
 * @param {Sitting} sitting
 * @returns {View}
 */
export function endView(sitting) {
  return sitting.mode === "partner" ? sendBack(sitting) : offer(sitting);
}

/**
 * @param {Sitting} sitting
 * @returns {View}
 */
function offer(sitting) {
  const { interview } = sitting;
  const advice = advise(interview.case, sitting.knowledge);
  const isKnown = advice.plan.length > 0 || advice.alerts.length > 0 || advice.factors.some((each) => each.stage !== "unknown");
  const left = leftToAsk(sitting);
  const why = isKnown
    ? say(ENDINGS.get(aheadOf(interview).ending ?? "asked") ?? "")
    : say(left > 0 ? "talk.too_little" : "talk.nothing_known");
  const title = say(isKnown ? "page.end" : "page.end_little");
  return {
    title,
    parts: [
      ...alertBoxes(advice.alerts),
      ...headed(title, () => goBack(sitting)),
      paragraph(why),
      make(
        "p",
        { class: "buttons" },
        button(say("page.to_advice"), () => sitting.go("advice"), { class: "main" }),
        moreButton(sitting, left)
      ),
      list([link(say("page.to_check"), () => sitting.go("check"))], { class: "ways" }),
    ],
  };
}

/**
 * Return the end of a partner's part: her view is in a file, which she sends to whoever asked her.
 * @param {Sitting} sitting
 * @returns {View}
 */
function sendBack(sitting) {
  const title = say("page.partner_end");
  const { share } = sitting.interview.case;
  return {
    title,
    parts: [
      ...headed(title, () => goBack(sitting)),
      paragraph(say("page.partner_send")),
      paragraph(say(share === "yes" ? "page.partner_shown" : "page.partner_not_shown")),
      make("p", { class: "buttons" }, saveButton(sitting, "main"), moreButton(sitting, leftToAsk(sitting))),
      list([link(say("page.to_check"), () => sitting.go("check"))], { class: "ways" }),
    ],
  };
}

/**
 * @param {Sitting} sitting
 * @returns {number}
 */
function leftToAsk(sitting) {
  const { interview } = sitting;
  interview.goOn();
  return interview.nextQuestion() === null ? 0 : aheadOf(interview).left;
}

/**
 * @param {Sitting} sitting
 * @param {number} left
 * @returns {HTMLElement | null}
 */
function moreButton(sitting, left) {
  if (left === 0) return null;
  const text = left > HANDFUL ? say("page.more", { n: HANDFUL, left }) : sayCount("page.few_more", left);
  return button(text, () => askMore(sitting));
}
