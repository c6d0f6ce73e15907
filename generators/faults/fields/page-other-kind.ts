import { xModule } from '../../../src/spec/values.ts';
import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

/** Later versions of the platform write the page of a server event's learner, where this one has x_module or null. */
export const pageOtherKind: LineFault = {
  scope: 'line',
  id: 'page-other-kind',
  level: 'fields',
  wording: 'A server event has the page of another kind of event.',
  verdict: 'reject',
  rule: 'page-url',
  dialects: ['deployed'],
  break(line) {
    const { event_source: source, page, host } = line.fields ?? {};
    if (source !== 'server') return undefined;
    return ifFits(line.with('page', page === null ? xModule.const : `https://${String(host)}/courses`), line.dialect);
  },
};
