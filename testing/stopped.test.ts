/** What takes a while is stopped by a signal, whose reason it is rejected with. */
import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { conformance } from '../conformance/conformance.ts';
import { estimate } from '../generators/run/estimate/estimate.ts';
import { readReport } from '../src/report/report.ts';
import { validateLogs } from '../src/validation/validate-logs.ts';
import { ReferenceParser } from './mutants/reference-parser.ts';

/** A log that never ends. */
async function* endless(): AsyncGenerator<Buffer> {
  for (;;) {
    await turn();
    yield Buffer.from('{}\n'.repeat(1000));
  }
}

/** One of which nothing comes. */
const silent = (): Readable => new Readable({ read: () => {} });

type Control = { readonly signal: AbortSignal; readonly onProgress?: () => void };

const TASKS: Readonly<Record<string, (control: Control) => Promise<unknown>>> = {
  validateLogs: (control) => validateLogs(['-'], { ...control, stdin: Readable.from(endless()) }),
  'validateLogs, of what nothing comes of': (control) => validateLogs(['-'], { ...control, stdin: silent() }),
  readReport: (control) => readReport(['-'], { ...control, stdin: Readable.from(endless()) }),
  conformance: (control) => conformance(new ReferenceParser(), { ...control, time: 600_000, examples: false }),
};

test.each(Object.entries(TASKS))('%s', async (_, task) => {
  const reason = new Error('enough');
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), 50);
  await expect(task({ signal: controller.signal })).rejects.toBe(reason);
  await expect(task({ signal: controller.signal })).rejects.toBe(reason);
});

test('estimate, before it has begun', async () => {
  const reason = new Error('enough');
  await expect(estimate({}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});
