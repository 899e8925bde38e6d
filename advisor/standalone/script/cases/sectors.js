// Which sector of the list a word means. As advisor/cases/sectors.py and `letters_of` in cases/naming.py.

import { BLANK, casefolded, isHidden, lengthOf, withoutBlanks } from "../text.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */

const LONGEST = 200; // letters of a word that is looked at
const WHO = "teams?|serv[i\u0130\u0131]ces?|sector|surgery|department|staff"; // an i with or without its dot
const PEOPLE = new RegExp(`${BLANK}+(?:${WHO})${BLANK}*$`, "iu");

/**
 * Return the id of the sector that a word means, whatever its case, spacing and punctuation; null if none.
 * @param {string} word
 * @param {Knowledge} knowledge
 * @returns {string | null}
 */
export function sectorNamed(word, knowledge) {
  if (lengthOf(word) > LONGEST) return null;
  const byLetters = knowledge.once(sectorsByLetters);
  for (let said = word; ; said = said.replace(PEOPLE, "")) {
    const found = byLetters.get(lettersOf(said));
    if (found !== undefined) return found;
    if (said.replace(PEOPLE, "") === said) return null;
  }
}

/**
 * Return what is left of a name without case, spacing, punctuation; `&` is read as the word that it stands for.
 * @param {string} name
 * @returns {string}
 */
export function lettersOf(name) {
  return nameKey(name)
    .replaceAll("&", "and")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Return what is left of a name without case, spacing and the form in which Unicode writes it.
 * @param {string} name
 * @returns {string}
 */
export function nameKey(name) {
  let folded = name.normalize("NFKD");
  for (let times = 0; times < 2; times += 1) folded = casefolded(folded).normalize("NFKD");
  const seen = Array.from(withoutBlanks(folded)).filter((each) => !isHidden(each));
  return seen.join("").normalize("NFKC");
}

/**
 * @param {Knowledge} knowledge
 * @returns {Map<string, string>}
 */
function sectorsByLetters(knowledge) {
  return new Map(
    knowledge.sectors.flatMap((sector) =>
      [sector.id, sector.title, ...sector.words].map((word) => /** @type {const} */ ([lettersOf(word), sector.id]))
    )
  );
}
