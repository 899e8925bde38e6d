// The questions that have an answer, in the order in which they were asked, and a place there. As interview/trail.py.

/**
 * `place` counts from 0; the length of `asked` is the end, where new questions come. `seen` are those of this sitting:
 * a list that stays open in part is not asked twice in one. Each step returns a new trail.
 * @typedef {{asked: string[], place: number, seen: Set<string>}} Trail
 */

/**
 * Return the trail of an interview that is taken up again.
 * @param {string[]} asked
 * @returns {Trail}
 */
export function atTheEndOf(asked) {
  return { asked, place: asked.length, seen: new Set() };
}

/**
 * Return whether a new question comes next.
 * @param {Trail} trail
 * @returns {boolean}
 */
export function isAtTheEnd(trail) {
  return trail.place === trail.asked.length;
}

/**
 * Return the trail with another place, kept within its ends.
 * @param {Trail} trail
 * @param {number} place
 * @returns {Trail}
 */
export function at(trail, place) {
  return { ...trail, place: Math.max(0, Math.min(place, trail.asked.length)) };
}

/**
 * Return the trail after an answer.
 *
 * From the question at the place it goes on to the next. An answer to another one moves nothing; one that was not in
 * the trail, or `isNew` at the end, comes last in it.
 * @param {Trail} trail
 * @param {string} question
 * @param {boolean} isNew
 * @returns {Trail}
 */
export function answered(trail, question, isNew) {
  const seen = new Set([...trail.seen, question]);
  if (!trail.asked.includes(question) || (isNew && isAtTheEnd(trail))) {
    const asked = [...trail.asked.filter((id) => id !== question), question];
    return { asked, place: isAtTheEnd(trail) ? asked.length : trail.place, seen };
  }
  const goesOn = trail.asked[trail.place] === question;
  return { asked: trail.asked, place: trail.place + (goesOn ? 1 : 0), seen };
}

/**
 * Return the trail without a question.
 * @param {Trail} trail
 * @param {string} question
 * @returns {Trail}
 */
export function without(trail, question) {
  const there = trail.asked.indexOf(question);
  if (there === -1) return trail;
  return {
    asked: trail.asked.filter((id) => id !== question),
    place: trail.place - (there < trail.place ? 1 : 0),
    seen: new Set(Array.from(trail.seen).filter((id) => id !== question)),
  };
}

/**
 * Return the trail with these questions and no others; those that are new to it come last.
 * @param {Trail} trail
 * @param {string[]} asked
 * @returns {Trail}
 */
export function ofThese(trail, asked) {
  let kept = trail;
  for (const question of trail.asked) if (!asked.includes(question)) kept = without(kept, question);
  const found = [...kept.asked, ...asked.filter((question) => !kept.asked.includes(question))];
  return { asked: found, place: isAtTheEnd(kept) ? found.length : kept.place, seen: kept.seen };
}
