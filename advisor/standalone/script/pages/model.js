// What is on the page with the advice, as plain data: the records of advisor/pages/model.py, as types.

/** @typedef {{text: string, because: string, source: string, notes: string[], below: Unfolding[], again: boolean}} Unfolding
 *   a reason with what it rests on; `again` if it unfolds somewhere above too */
/** @typedef {{text: string, means: string}} Alert */
/** @typedef {{title: string, what: string, how: string, words: string[], leads: string, care: string}} Errand */
/** @typedef {{errands: Errand[], instead: string[], worse: string, again: string}} Sheet */
/** @typedef {{x: number, y: number, text: string}} Label */
/** @typedef {{x: number, y: number, label: Label, here: boolean, sure: boolean}} Box */
/** @typedef {{names: Label[], boxes: Box[], arrow: string, moves: Label[]}} Row */
/** @typedef {{title: string, says: string, legend: string, width: number, height: number, box_width: number,
 *   box_height: number, rows: Row[]}} Picture */
/** @typedef {{name: string, term: string, stands: string, sure: string, own_view: string, moves: string,
 *   or_else: string, seen: string, reasons: Unfolding[]}} Standing */
/** @typedef {{title: string, fit: string, text: string, worse: string, reasons: Unfolding[]}} Situation */
/** @typedef {{number: number, title: string, what: string, about: string[], reasons: Unfolding[]}} Step */
/** @typedef {{title: string, steps: Step[]}} Stretch */
/** @typedef {{title: string, text: string}} Saying */
/** @typedef {{id: string, title: string}} Part */
/** @typedef {{name: string, by: string, caveat: string, alerts: Alert[], parts: Map<string, Part>,
 *   sheet: Sheet, picture: Picture, standings: Standing[], situations: Situation[], more_situations: Situation[],
 *   beside: string[], plan: Stretch[], nothing_first: string, held: Saying[],
 *   more_held: Saying[], notes: Saying[], to_ask: Saying[], more_to_ask: Saying[], how_sure: string[],
 *   rests_on: string}} AdvicePage */

export const SHEET = "sheet"; // the part that is exactly one page of paper
