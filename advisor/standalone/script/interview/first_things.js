// What may come first in a plan, and which rules speak of it. As the first functions of interview/decided.py.

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./decided_lead.js").About} About */

/** @type {Map<string, keyof About>} */
const SPEAKING = new Map([
  ["recommend", "supports"],
  ["withhold", "withholds"],
  ["first", "waits"],
  ["needs-help", "helpers"],
]);

/**
 * Return for each thing that can be advised the rules that speak of it; ask for it with `knowledge.once`.
 * @param {Knowledge} knowledge
 * @returns {Map<string, About>}
 */
export function rulesByWhatTheyAreAbout(knowledge) {
  /** @type {Map<string, About>} */
  const found = new Map();
  for (const rule of knowledge.rules) {
    const how = SPEAKING.get(rule.then.key);
    if (how === undefined) continue;
    const about = found.get(rule.then.subject) ?? { supports: [], withholds: [], waits: [], helpers: [] };
    found.set(rule.then.subject, about);
    about[how].push(rule);
  }
  return found;
}

/**
 * Return what the leader can begin herself, what is asked of others, and what has leverage.
 *
 * Interventions have an order of their own and are not in the last, which is left out where nothing is in it.
 * @param {Knowledge} knowledge
 * @returns {string[][]}
 */
export function sortsOfFirstThings(knowledge) {
  const ids = knowledge.ids(knowledge.kinds.advisable);
  const [own, asked, leverage] = ["own", "asked", "leverage"].map((sort) =>
    ids.filter((id) => knowledge.sorts.get(id)?.includes(sort))
  );
  const beside = leverage.filter((id) => knowledge.kind(id) !== "intervention");
  return beside.length > 0 ? [own, asked, beside] : [own, asked];
}
