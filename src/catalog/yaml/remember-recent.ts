/**
 * Wraps a function of one object so that its latest results are kept, at most `most` of them: what is asked again soon
 * is not made again, and what is not does not stay in memory.
 */
export function rememberRecent<Key extends object, Result>(
  most: number,
  make: (key: Key) => Result,
): (key: Key) => Result {
  const kept = new Map<Key, Result>();
  return (key) => {
    const result = kept.get(key) ?? make(key);
    // Maps keep the order of insertion: the first is the one that nobody has asked for the longest.
    kept.delete(key);
    kept.set(key, result);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest) kept.delete(oldest);
    return result;
  };
}
