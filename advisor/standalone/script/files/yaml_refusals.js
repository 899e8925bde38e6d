// What is said of a text that is no case file, or none that is read here. As in advisor/files/positioned_yaml.py.

import { say } from "../language.js";
import { bulletNear } from "./yaml_bullets.js";
import { Refused, placeOf } from "./yaml_cursor.js";

/** @typedef {import("./yaml_cursor.js").Cursor} Cursor */
/** @typedef {import("./yaml_cursor.js").Place} Place */

/**
 * Something here is not YAML, or not in the way in which case files are written.
 * @param {Cursor} cursor
 * @returns {Refused}
 */
export function odd(cursor) {
  return nearBullet(cursor) ?? new Refused(placeOf(cursor), say("cases.odd"), say("cases.check_line"));
}

/**
 * Something here may well be YAML; it is not read here, since nobody writes it in case files.
 * @param {Cursor} cursor
 * @returns {Refused}
 */
export function unusual(cursor) {
  return new Refused(placeOf(cursor), say("cases.unusual"), say("cases.write_plainly"));
}

/**
 * @param {Place} opened
 * @returns {Refused}
 */
export function notClosed(opened) {
  return new Refused(opened, say("cases.not_closed"), say("cases.close_it"));
}

/**
 * @param {Cursor} cursor
 * @returns {Refused}
 */
export function anchor(cursor) {
  return nearBullet(cursor) ?? new Refused(placeOf(cursor), say("cases.anchor"), say("cases.write_out"));
}

/**
 * @param {Place} place
 * @param {string} sign
 * @returns {Refused}
 */
export function bullet({ line, column }, sign) {
  return new Refused({ line, column }, say("cases.bullet", { sign }), say("cases.no_bullet"));
}

/**
 * @param {Cursor} cursor
 * @returns {Refused | null}
 */
function nearBullet(cursor) {
  const near = bulletNear(cursor);
  return near && bullet(near.place, near.sign);
}

/**
 * @param {Place} place
 * @returns {Refused}
 */
export function control(place) {
  return new Refused(place, say("cases.control"), say("cases.take_out"));
}

/**
 * @param {Place} place
 * @returns {Refused}
 */
export function noWord(place) {
  return new Refused(place, say("cases.key_is_word"), say("cases.write_key"));
}

/**
 * @param {Place} place
 * @returns {Refused}
 */
export function tooDeep(place) {
  return new Refused(place, say("cases.too_deep"), say("cases.flatten"));
}

/**
 * @param {Place} place
 * @returns {Refused}
 */
export function tooMany(place) {
  return new Refused(place, say("cases.too_many"), say("cases.right_file"));
}

/**
 * @param {Place} place
 * @returns {Refused}
 */
export function second(place) {
  return new Refused(place, say("cases.second"), say("cases.keep_one_document"));
}
