import { generate, OptionError } from 'edxgen';
import { expect, test } from 'vitest';

test('an error names the option as the library has it, and tells it in the spelling of others', async () => {
  const error: unknown = await generate({ gzipLevel: 10 }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OptionError);
  expect((error as OptionError).message).toBe('gzipLevel must be a whole number from 1 to 9, not 10');
  expect((error as OptionError).spelled((name) => `<${name}>`)).toBe(
    '<gzipLevel> must be a whole number from 1 to 9, not 10',
  );
});
