// The four factors as a picture: a row each, three boxes, and what moves it on. As advisor/pages/matrix.py.

import { STAGES } from "../knowledge/facts.js";
import { say } from "../language.js";
import { ended } from "../reports/wording.js";
import { strippedAtEnd } from "../text.js";
import { wrapped } from "../wrapping.js";
import { EDGE, LINE, lines } from "./lines.js";

/** @typedef {import("../advice/model.js").FactorAdvice} FactorAdvice */
/** @typedef {import("./model.js").Box} Box */
/** @typedef {import("./model.js").Picture} Picture */
/** @typedef {import("./model.js").Row} Row */
/** @typedef {import("./model.js").Standing} Standing */

const WIDTH = 340;
const BOX_WIDTH = 100;
const BOX_HEIGHT = 34;
const GAP = 18;
const BETWEEN = 18;
const NAME_LETTERS = 36;
const MOVE_LETTERS = 45;
const MOST_LINES = 4;

/**
 * Return the picture; factors and where they stand are in the same order.
 * @param {FactorAdvice[]} factors
 * @param {Standing[]} standings
 * @returns {Picture}
 */
export function matrix(factors, standings) {
  /** @type {Row[]} */
  const rows = [];
  let height = EDGE;
  factors.forEach((factor, place) => {
    const [made, end] = row(factor, standings[place], height);
    rows.push(made);
    height = end;
  });
  const said = standings.map((each) =>
    strippedAtEnd(`${each.name}: ${ended(each.stands)} ${each.moves}`)
  );
  return {
    title: say("a4.picture"),
    says: said.join(" "),
    legend: legend(factors).join(" "),
    width: WIDTH,
    height,
    box_width: BOX_WIDTH,
    box_height: BOX_HEIGHT,
    rows,
  };
}

/**
 * Return the row that begins at a height, and the height at which it ends.
 * @param {FactorAdvice} factor
 * @param {Standing} standing
 * @param {number} begin
 * @returns {[Row, number]}
 */
function row(factor, standing, begin) {
  const [names, below] = lines(wrapped(standing.name, NAME_LETTERS), begin);
  const y = below + LINE / 2;
  const boxes = STAGES.map((stage, place) => box(place, stage, factor, y));
  const said = standing.moves === "" ? "" : say("a4.move_on", { what: standing.moves });
  const told = wrapped(said, MOVE_LETTERS, { most: MOST_LINES, placeholder: " ..." });
  const [moves, end] = lines(told, y + BOX_HEIGHT + 2);
  return [{ names, boxes, arrow: arrow(factor, standing, y), moves }, end + BETWEEN];
}

/**
 * @param {number} place
 * @param {string} stage
 * @param {FactorAdvice} factor
 * @param {number} y
 * @returns {Box}
 */
function box(place, stage, factor, y) {
  const x = left(place);
  const label = { x: x + BOX_WIDTH / 2, y: y + BOX_HEIGHT / 2 + 4, text: say(`a4.asked_${stage}`) };
  return { x, y, label, here: factor.stage === stage, sure: factor.sure === "firm" };
}

/**
 * @param {number} place
 * @returns {number}
 */
function left(place) {
  return EDGE + place * (BOX_WIDTH + GAP);
}

/**
 * Return the way of an arrow to the next stage; none where nothing moves it on, or it is at the last.
 * @param {FactorAdvice} factor
 * @param {Standing} standing
 * @param {number} y
 * @returns {string}
 */
function arrow(factor, standing, y) {
  if (standing.moves === "") return "";
  const begin = left(STAGES.indexOf(factor.stage)) + BOX_WIDTH + 4;
  return `M${begin} ${y + BOX_HEIGHT / 2}H${begin + GAP - 8}m-5 -5l5 5l-5 5`;
}

/**
 * Return what the signs of the picture mean, those that are in it.
 * @param {FactorAdvice[]} factors
 * @returns {string[]}
 */
function legend(factors) {
  const said = [say("a4.legend_here")];
  if (factors.some((factor) => factor.sure === "firm")) said.push(say("a4.legend_firm"));
  if (factors.some((factor) => factor.sure === "tentative")) said.push(say("a4.legend_tentative"));
  if (factors.some((factor) => factor.stage === "unknown")) said.push(say("a4.legend_unknown"));
  return said;
}
