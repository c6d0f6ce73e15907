/** The program: what is asked for, and the answer. */
import { print } from './exit.ts';

/** How the script of `edxgen completion` asks for words, after which come those that are typed. */
const COMPLETIONS = '--get-yargs-completions';

const words = process.argv.slice(2);

if (words[0] === COMPLETIONS) {
  const { completions } = await import('./completions.ts');
  await print((await completions(words.slice(1))).map((word) => `${word}\n`).join(''));
} else {
  const { run } = await import('./command-line.ts');
  await run(words);
}
