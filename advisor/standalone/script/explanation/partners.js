// What was said of the sectors of a case's partners, by their names. As advisor/explanation/partners.py.

import { sectorNamed } from "../cases/sectors.js";
import { sectorTitle } from "../knowledge/phrases.js";
import { say } from "../language.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {{name: string, sector?: string}} Named a partner as the advice has it */

/**
 * Return which partners of a case are of the sector of a fact.
 * @param {Fact} of
 * @param {Named[]} partners
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function sectorSaid(of, partners, knowledge) {
  const found = partners.filter((partner) => sectorNamed(partner.sector ?? "", knowledge) === of.id);
  const names = found.length > 0 ? found.map((partner) => partner.name) : [say("explanation.no_partner")];
  const last = names[names.length - 1];
  const others = names.slice(0, -1).join(", ");
  const who = names.length > 1 ? say("explanation.and_last", { names: others, last }) : last;
  return say("explanation.sector_of", { who, sector: sectorTitle(of.id, knowledge) });
}
