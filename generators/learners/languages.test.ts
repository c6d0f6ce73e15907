import { expect, test } from 'vitest';
import { languagesOf } from './languages.ts';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** Spanish people, some of whom like English better. */
const askedBy = (agent: string): Set<string> =>
  new Set(
    Array.from({ length: 200 }, (_, number) => languagesOf({ username: `u${number}`, country: { code: 'ES' } }, agent)),
  );

test('Chrome asks for the family behind its last language', () => {
  const asked = askedBy(CHROME);
  expect(asked).toContain('en-US,en;q=0.9,es-ES;q=0.8,es;q=0.7');
  for (const header of asked) {
    const languages = header.split(',').map((language) => language.split(';')[0]!);
    for (const language of languages) expect(languages).toContain(language.split('-')[0]);
  }
});

test('Firefox asks for what is liked alone', () => {
  expect(askedBy(FIREFOX)).toContain('en-US,en;q=0.7,es-ES;q=0.3');
});
