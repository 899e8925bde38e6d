// Working out what rests on other things, without recursion: a chain may be thousands long. As bottom_up.py.

/**
 * Return what `work` makes of a key, and keep it; what lies `below` the key is worked out before it.
 * @template K, V
 * @param {K} key
 * @param {Map<K, V>} kept
 * @param {(key: K) => Iterable<K>} below
 * @param {(key: K) => V} work
 * @returns {V}
 */
export function workedOut(key, kept, below, work) {
  const waiting = kept.has(key) ? [] : [key];
  while (waiting.length > 0) {
    const last = waiting[waiting.length - 1];
    const more = Array.from(below(last)).filter((each) => !kept.has(each));
    if (more.length > 0) {
      waiting.push(...more);
      continue;
    }
    waiting.pop();
    if (!kept.has(last)) kept.set(last, work(last));
  }
  return /** @type {V} */ (kept.get(key));
}
