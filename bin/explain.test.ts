import { expect, test } from 'vitest';
import { PROPERTIES } from '../conformance/properties/index.ts';
import { FAULTS } from '../generators/faults/index.ts';
import { RULES } from '../src/spec/index.ts';
import { run } from './command-line.ts';
import { explainedIds } from './explain.ts';
import { shell } from '../testing/command-line.ts';

test('a rule, a property and a fault are told in full', async () => {
  const { status, out, err } = await shell(
    'edxgen explain line-json; edxgen explain common-fields; edxgen explain syslog-prefix',
  );
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toContain(`rule line-json\n  ${RULES['line-json'].statement}\n`);
  expect(out).toMatch(/broken by the faults {2}.*\bline-cut, /);
  expect(out).toContain(
    `property common-fields\n  ${PROPERTIES.find(({ id }) => id === 'common-fields')!.statement}\n`,
  );
  expect(out).toMatch(/alone +edxgen conform --only common-fields -- COMMAND\.\.\.\n/);
  expect(out).toContain(`fault syslog-prefix\n  ${FAULTS.find(({ id }) => id === 'syslog-prefix')!.wording}\n`);
  expect(out).toMatch(/a line +\{"username": .*\n +becomes +.* \{"username": /);
});

test('an id of several kinds is told as each; a kind picks one', async () => {
  const { out } = await shell('edxgen explain line-cut; echo; echo; edxgen explain fault:line-cut');
  const [all, one] = out.split('\n\n\n');
  expect(all!.match(/^\w+ line-cut$/gm)).toEqual(['rule line-cut', 'property line-cut', 'fault line-cut']);
  expect(one!.match(/^\w+ line-cut$/gm)).toEqual(['fault line-cut']);
});

test('every id is explained', async () => {
  const ids = await explainedIds();
  expect(ids.length).toBeGreaterThan(200);
  expect(ids.filter((id) => !/^[a-z0-9_-]+$/.test(id))).toEqual([]);
});

test.each([
  ['lin-cut', 'there is no rule, property, fault or incident "lin-cut"; did you mean line-cut?'],
  ['rule:crlf', 'there is no rule "crlf"; there is a property and a fault of that name'],
  [
    'constructor',
    'there is no rule, property, fault or incident "constructor"; edxgen faults, edxgen incidents and edxgen conform --list list them',
  ],
])('%s', async (id, message) => expect(run(['explain', id])).rejects.toThrow(message));
