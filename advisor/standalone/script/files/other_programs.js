// What another program wrote in a form of its own, under a name like ours. As advisor/files/other_programs.py.

import { say } from "../language.js";

const OTHER_PROGRAMS = ["{\\rtf", "PK\x03\x04", "\xd0\xcf\x11\xe0", "%PDF-"];
const WEB_PAGE = /^[ \t\n\r\v\f]*<[!?a-z]/i;
const LOOKED_AT = 1000; // bytes

/**
 * Return what is wrong with a file that begins as those of a word processor or a browser do; nothing with others.
 * @param {ArrayLike<number>} bytes
 * @returns {string}
 */
export function ofOtherProgram(bytes) {
  const begin = String.fromCharCode(...Array.prototype.slice.call(bytes, 0, LOOKED_AT)).replace(/^\xef\xbb\xbf/, "");
  if (OTHER_PROGRAMS.some((each) => begin.startsWith(each))) return say("cases.other_program");
  return WEB_PAGE.test(begin) ? say("cases.web_page") : "";
}
