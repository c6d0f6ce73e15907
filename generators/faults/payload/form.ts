/** Forms of problems: the inputs that a page's script has joined, which in deployed lines are a JSON string. */
import { pick } from '../../../src/base/random/index.ts';
import { decodeForm } from '../../../src/line/form.ts';
import { problemCheck, problemReset, problemSave } from '../../../src/spec/events/index.ts';
import { isFormEncoded } from '../../../src/spec/index.ts';
import type { ValidLine } from '../valid-line.ts';
import { ifFits } from '../ensure.ts';
import { lineFaults } from '../fault.ts';

const NAMES = new Set([problemCheck, problemSave, problemReset].map(({ name }) => name));
const QUOTED = '"event": "\\"';

/** A line with the text of its form changed; undefined where it has none, or `change` gives undefined. */
function withForm(line: ValidLine, change: (form: string) => string | undefined): string | undefined {
  const event = NAMES.has(line.eventType) ? line.fields?.['event'] : undefined;
  if (typeof event !== 'string') return undefined;
  const quoted = line.shape!.encoding === 'form-literal';
  const changed = change(quoted ? event.slice(1, -1) : event);
  return changed === undefined
    ? undefined
    : ifFits(line.with('event', quoted ? JSON.stringify(changed) : changed), line.dialect);
}

/** A form as it was before it was encoded; undefined where that looks the same. */
function decoded(form: string): string | undefined {
  const text = decodeURIComponent(form.replaceAll('+', ' '));
  return isFormEncoded(text) ? undefined : text;
}

/** Escapes that were cut, of JavaScript's escape() in place of encodeURIComponent(), or of Latin-1. */
const BAD_ESCAPES = ['%', '%C3', '%E9', '%u00e9'];

export const formFaults = lineFaults({ level: 'payload', verdict: 'reject', rule: 'event-form' }, [
  {
    id: 'form-bad-escape',
    wording: 'A form ends with a percent escape that is none.',
    break: (line, random) => withForm(line, (form) => form + pick(random, BAD_ESCAPES)),
  },
  {
    // A script that encodes its inputs as every other event is.
    id: 'form-json',
    wording: 'A form’s inputs are encoded as JSON.',
    break: (line) => withForm(line, (form) => JSON.stringify(decodeForm(form))),
  },
  {
    // A script that joins the inputs without encoding them.
    id: 'form-not-encoded',
    wording: 'A form’s text is not encoded: spaces, brackets, letters of any script as they are.',
    break: (line) => withForm(line, decoded),
  },
  {
    // A form as the page describes it; the deployed platform writes a JSON string.
    id: 'form-unquoted',
    wording: 'A form lacks its quotes.',
    dialects: ['deployed'],
    break(line) {
      if (!line.text.includes(QUOTED) || line.shape?.encoding !== 'form-literal') return undefined;
      return line.with('event', String(line.fields!['event']).slice(1, -1));
    },
  },
]);
