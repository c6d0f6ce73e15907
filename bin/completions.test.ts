import { expect, test } from 'vitest';
import { completions } from './completions.ts';
import { shell } from '../testing/command-line.ts';

/** What bash proposes once it has sourced the script. */
const proposed = async (...words: string[]): Promise<string[]> => {
  const typed = words.map((word) => `'${word}'`).join(' ');
  const { err, out } =
    await shell(`source <(SHELL=/bin/zsh edxgen completion bash) && COMP_WORDS=(edxgen ${typed}) COMP_CWORD=${words.length}
    _edxgen_yargs_completions; printf '%s\\n' "\${COMPREPLY[@]}"`);
  expect(err).toBe('');
  return out.split('\n').filter((word) => word !== '');
};

test.each([
  [['val'], ['validate']],
  [['--gz'], ['--gzip-level']],
  [
    ['--preset', ''],
    ['mooc-2012', 'small-class', 'campus'],
  ],
  [
    ['--fault', 'crlf', 'line-cut'],
    ['line-cut', 'line-cut-10000'],
  ],
  [
    ['conform', '--only', 'form'],
    ['form-decoding', 'form-keys'],
  ],
  [['schema', 'co'], ['course']],
  [['validate', 'some'], []],
  [['--course', ''], []],
])('bash: edxgen %j', async (words, expected) => expect(await proposed(...words)).toEqual(expected));

test('zsh is given a script of its own', async () => {
  const { out } = await shell('SHELL=/bin/zsh edxgen completion');
  expect(out).toMatch(/^#compdef edxgen\n/);
  expect(
    (await shell('command -v zsh > /dev/null || exit 0; edxgen completion zsh > script && zsh -n script')).status,
  ).toBe(0);
});

test('what is given already, hidden, or after -- is not proposed', async () => {
  expect(await completions(['edxgen', '--quiet', '--'])).not.toContain('--quiet');
  expect(await completions(['edxgen', 'plan', '--'])).not.toContain('--force');
  expect(await completions(['edxgen', 'conform', '--', 'py'])).toEqual([]);
});
