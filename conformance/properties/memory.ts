import type { MeasuredProperty } from './property.ts';

const MEGABYTE = 1_000_000;

export const memory: MeasuredProperty = {
  id: 'memory',
  level: 'may',
  depth: 'lines',
  statement: 'How much memory the parser has, where the platform tells.',
  source: 'protocol: A conversation',
  async measure(subject) {
    const bytes = await subject.memory?.();
    return { finding: bytes === undefined ? 'the platform does not tell' : `${Math.round(bytes / MEGABYTE)} MB` };
  },
};
