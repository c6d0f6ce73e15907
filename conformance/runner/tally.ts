/** Counts what was seen. */
export function tally() {
  const counts = new Map<string, number>();
  return {
    add: (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1),
    /** What was seen, the most frequent first: `keeps the last (97), refuses the line (3)`. */
    words: (): string => {
      const entries = [...counts].sort(([, a], [, b]) => b - a);
      return entries.length === 1 ? entries[0]![0] : entries.map(([what, count]) => `${what} (${count})`).join(', ');
    },
  };
}
