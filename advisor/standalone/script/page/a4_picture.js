// The four factors as a picture, read out as one thing. As advisor/pages/templates/picture.html.

import { draw } from "./dom.js";

/** @typedef {import("../pages/model.js").Box} Box */
/** @typedef {import("../pages/model.js").Label} Label */
/** @typedef {import("../pages/model.js").Picture} Picture */
/** @typedef {import("../pages/model.js").Row} Row */
/** @typedef {import("./dom.js").Child} Child */

const TITLE = "matrix-title";
const SAYS = "matrix-says";
const HERE = "here"; // the looks of the stage at which a factor stands

/**
 * Return the picture.
 * @param {Picture} of
 * @returns {SVGElement}
 */
export function picture(of) {
  return draw(
    "svg",
    {
      class: "matrix",
      role: "img",
      "aria-labelledby": TITLE,
      "aria-describedby": SAYS,
      viewBox: `0 0 ${of.width} ${of.height}`,
    },
    draw("title", { id: TITLE }, of.title),
    draw("desc", { id: SAYS }, of.says),
    ...of.rows.flatMap((row) => rowOf(row, of))
  );
}

/**
 * @param {Row} row
 * @param {Picture} of
 * @returns {Child[]}
 */
function rowOf(row, of) {
  return [
    ...row.names.map((name) => line("name", name)),
    ...row.boxes.flatMap((box) => [frame(box, of), stage(box)]),
    row.arrow === "" ? null : draw("path", { class: "arrow", d: row.arrow }),
    ...row.moves.map((move) => line("move", move)),
  ];
}

/**
 * @param {string} looks
 * @param {Label} label
 * @returns {SVGElement}
 */
function line(looks, label) {
  return draw("text", { class: looks, x: label.x, y: label.y }, label.text);
}

/**
 * @param {Box} box
 * @param {Picture} of
 * @returns {SVGElement}
 */
function frame(box, of) {
  const here = box.here ? ` ${HERE}${box.sure ? "" : " unsure"}` : "";
  const size = { width: of.box_width, height: of.box_height };
  return draw("rect", { class: `box${here}`, x: box.x, y: box.y, ...size, rx: 4 });
}

/**
 * @param {Box} box
 * @returns {SVGElement}
 */
function stage(box) {
  return box.here
    ? line(`stage ${HERE}`, { ...box.label, text: `● ${box.label.text}` })
    : line("stage", box.label);
}
