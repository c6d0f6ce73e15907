/** Finds what a misspelt word was meant to be. */

/** Letters that may differ: more in words of which enough is left; half of them only in words that begin alike. */
const farthest = ({ length }: string): number => Math.min(length / 2, length < LONG ? 2 : 3);
const LONG = 9;

/** Distance of two words: letters that must be typed, removed or changed to get from one to the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, length) => length);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (const [column, other] of [...to].entries()) {
      const changed = row[column]! + (letter === other ? 0 : 1);
      next.push(Math.min(changed, row[column + 1]! + 1, next[column]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}

/** The word most like the given one, upper and lower case alike; undefined when none is close. */
export function closest(word: string, words: readonly string[]): string | undefined {
  const given = word.toLowerCase();
  return words
    .map((candidate) => ({ candidate, far: distance(given, candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= farthest(candidate))
    .filter(({ candidate, far }) => far < candidate.length / 2 || given[0] === candidate[0]!.toLowerCase())
    .sort((a, b) => a.far - b.far)[0]?.candidate;
}

/** `; did you mean line-cut?`, to stand at the end of a message; nothing when no word is close. */
export function didYouMean(word: string, words: readonly string[]): string {
  const meant = closest(word, words);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}
