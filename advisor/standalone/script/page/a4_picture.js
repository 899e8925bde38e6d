// The four factors as a picture, read out as one thing. As advisor/pages/templates/picture.html.

import { drawn } from "./elements.js";

/** @typedef {import("../pages/model.js").Box} Box */
/** @typedef {import("../pages/model.js").Label} Label */
/** @typedef {import("../pages/model.js").Picture} Picture */

/**
 * Return the picture.
 * @param {Picture} of
 * @returns {SVGElement}
 */
export function picture(of) {
  const rows = of.rows.flatMap((row) => [
    ...row.names.map((name) => line("name", name)),
    ...row.boxes.flatMap((box) => [frame(box, of), stage(box)]),
    ...(row.arrow === "" ? [] : [drawn("path", { class: "arrow", d: row.arrow }, [])]),
    ...row.moves.map((move) => line("move", move)),
  ]);
  const looks = { class: "matrix", role: "img", viewBox: `0 0 ${of.width} ${of.height}` };
  return drawn("svg", { ...looks, "aria-labelledby": "matrix-title matrix-says" }, [
    drawn("title", { id: "matrix-title" }, [of.title]),
    drawn("desc", { id: "matrix-says" }, [of.says]),
    ...rows,
  ]);
}

/**
 * @param {string} looks
 * @param {Label} label
 * @returns {SVGElement}
 */
function line(looks, label) {
  return drawn("text", { class: looks, x: String(label.x), y: String(label.y) }, [label.text]);
}

/**
 * @param {Box} box
 * @param {Picture} of
 * @returns {SVGElement}
 */
function frame(box, of) {
  const here = box.here ? [" here", box.sure ? "" : " unsure"] : [];
  return drawn(
    "rect",
    {
      class: ["box", ...here].join(""),
      x: String(box.x),
      y: String(box.y),
      width: String(of.box_width),
      height: String(of.box_height),
      rx: "4",
    },
    []
  );
}

/**
 * @param {Box} box
 * @returns {SVGElement}
 */
function stage(box) {
  const said = box.here ? `● ${box.label.text}` : box.label.text;
  return line(box.here ? "stage here" : "stage", { ...box.label, text: said });
}
