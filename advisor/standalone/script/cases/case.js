// A case: one partnership as one person sees it on one day. As advisor/cases/case.py.

/** @typedef {string | Map<string, string>} Answer to a whole question, or to its parts by their ids */
/** @typedef {{name: string, sector: string, stands: string | null}} Partner */
/** @typedef {{date: string | null, kind: string, id: string, outcome: string, note: string}} Action */
/**
 * @typedef {object} Case
 * @property {number} format
 * @property {string} partnership
 * @property {string} about
 * @property {Partner[]} partners
 * @property {string} respondent
 * @property {string | null} seen_from
 * @property {string | null} share
 * @property {string | null} date as 2026-03-04
 * @property {string} questionnaire
 * @property {Map<string, Answer>} answers
 * @property {Map<string, string>} notes
 * @property {Action[]} actions
 */

export const CASE_FORMAT = 1;

/**
 * Return a case of which nothing is known, or what is given.
 * @param {Partial<Case>} [given]
 * @returns {Case}
 */
export function newCase(given = {}) {
  return {
    format: CASE_FORMAT,
    partnership: "",
    about: "",
    partners: [],
    respondent: "",
    seen_from: null,
    share: null,
    date: null,
    questionnaire: "",
    answers: new Map(),
    notes: new Map(),
    actions: [],
    ...given,
  };
}

/**
 * Return a case from plain data with the keys of case files, which is taken to be right.
 * @param {Record<string, any>} plain
 * @returns {Case}
 */
export function caseFromDict(plain) {
  return newCase({
    format: plain.format ?? CASE_FORMAT,
    partnership: plain.partnership ?? "",
    about: plain.about ?? "",
    partners: (plain.partners ?? []).map(partnerFrom),
    respondent: plain.respondent ?? "",
    seen_from: plain["seen-from"] ?? null,
    share: plain.share ?? null,
    date: plain.date ?? null,
    questionnaire: plain.questionnaire ?? "",
    answers: answersFrom(plain.answers),
    notes: byIds(plain.notes),
    actions: (plain.actions ?? []).map(actionFrom),
  });
}

/**
 * @param {Partial<Partner>} plain
 * @returns {Partner}
 */
function partnerFrom({ name = "", sector = "", stands = null }) {
  return { name, sector, stands };
}

/**
 * @param {Partial<Action>} plain
 * @returns {Action}
 */
function actionFrom({ date = null, kind = "intervention", id = "", outcome = "", note = "" }) {
  return { date, kind, id, outcome, note };
}

/**
 * @param {Map<string, any> | Record<string, any> | undefined} plain
 * @returns {Map<string, Answer>}
 */
function answersFrom(plain) {
  return new Map(Array.from(byIds(plain), ([id, said]) => [id, typeof said === "string" ? said : byIds(said)]));
}

/**
 * Return what stands behind ids, in its order; an object would put ids that look like numbers first.
 * @param {Map<string, any> | Record<string, any> | undefined} given
 * @returns {Map<string, any>}
 */
function byIds(given) {
  return new Map(given instanceof Map ? given : Object.entries(given ?? {}));
}

/**
 * Return a case as plain data with the keys of case files; what is not known is left out, and what has ids for keys
 * stays a Map.
 * @param {Case} of
 * @returns {Record<string, any>}
 */
export function caseAsDict(of) {
  return withoutNulls({
    format: of.format,
    partnership: of.partnership,
    about: of.about,
    partners: of.partners.map(withoutNulls),
    respondent: of.respondent,
    "seen-from": of.seen_from,
    share: of.share,
    date: of.date,
    questionnaire: of.questionnaire,
    answers: of.answers,
    notes: of.notes,
    actions: of.actions.map(withoutNulls),
  });
}

/**
 * @param {Record<string, any>} record
 * @returns {Record<string, any>}
 */
function withoutNulls(record) {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}
