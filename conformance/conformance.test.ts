import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { LineAnswer } from './subjects/parser.ts';
import { ReferenceParser } from '../testing/mutants/reference-parser.ts';
import { conformance } from './conformance.ts';

/** Takes no name for anonymous. */
class Named extends ReferenceParser {
  override readLine(bytes: Uint8Array, dialect: 'documented' | 'deployed'): LineAnswer {
    const answer = super.readLine(bytes, dialect);
    const record = answer.record as { username?: unknown } | undefined;
    return record?.username === '' ? { ...answer, record: { ...record, username: 'anonymous' } } : answer;
  }
}

test('a failure gives seed, path and a stored input, each of which shows it again', async () => {
  const examples = temporaryFolder();
  const [failing] = conformance.cases(new Named(), { only: ['anonymous-users'], dialects: ['documented'], examples });
  const { message } = await failing!.run().then(
    () => expect.unreachable(),
    (error: Error) => error,
  );
  const [, file] = /conformance\.replay\(parser, "(.*)"\)/.exec(message)!;
  const [, options] = /conformance\(parser, (.*)\)/.exec(message)!;
  await expect(conformance.replay(new Named(), file!)).rejects.toThrow('at /username: text in place of an empty text');
  await conformance.replay(new ReferenceParser(), file!);
  const { results } = await conformance(new Named(), { ...(JSON.parse(options!) as object), examples });
  expect(results[0]!.failure!.file).toBe(file);
  expect(readdirSync(examples)).toHaveLength(2);
});
