import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { UserError } from '../../src/base/user-error.ts';
import { parseShare, shareOfTask } from './share.ts';

const slurm = (id: number, count: number, first = 0, last = first + count - 1) => ({
  SLURM_ARRAY_TASK_ID: `${id}`,
  SLURM_ARRAY_TASK_COUNT: `${count}`,
  SLURM_ARRAY_TASK_MIN: `${first}`,
  SLURM_ARRAY_TASK_MAX: `${last}`,
});
const batch = (index: number, size?: number) => ({
  AWS_BATCH_JOB_ARRAY_INDEX: `${index}`,
  ...(size !== undefined && { AWS_BATCH_JOB_ARRAY_SIZE: `${size}` }),
});
const kubernetes = (index: number) => ({ JOB_COMPLETION_INDEX: `${index}` });

test('3/8 is the third of eight', () => {
  expect(parseShare('3/8')).toEqual({ part: 3, parts: 8 });
  expect(parseShare('1/1')).toEqual({ part: 1, parts: 1 });
});

test.each(['0/8', '9/8', '1/0', '3', '3/', '/8', '-1/8', '1.5/8', 'a/b', '1/8/2', ' 1/8', ''])(
  '%j is no share',
  (text) => {
    expect(() => parseShare(text)).toThrow(UserError);
  },
);

describe('a task of a job array', () => {
  test('is none where no engine says so', () => {
    expect(shareOfTask({}, undefined)).toBeUndefined();
    expect(shareOfTask({ SLURM_ARRAY_TASK_ID: '', JOB_COMPLETION_INDEX: '' }, 8)).toBeUndefined();
  });

  test.each([
    [slurm(0, 4), undefined, 1, 4, 'SLURM_ARRAY_TASK_ID'],
    [slurm(3, 4), undefined, 4, 4, 'SLURM_ARRAY_TASK_ID'],
    [slurm(2, 1, 2), 8, 3, 8, 'SLURM_ARRAY_TASK_ID'],
    [{ SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '4' }, undefined, 3, 4, 'SLURM_ARRAY_TASK_ID'],
    [batch(2), 8, 3, 8, 'AWS_BATCH_JOB_ARRAY_INDEX'],
    [batch(2, 5), undefined, 3, 5, 'AWS_BATCH_JOB_ARRAY_INDEX'],
    [kubernetes(7), 8, 8, 8, 'JOB_COMPLETION_INDEX'],
  ])('%j, of %s shares', (environment, given, part, parts, from) => {
    expect(shareOfTask(environment, given)).toEqual({ part, parts, from });
  });

  test.each([
    [kubernetes(7), undefined, 'give parts N'],
    [batch(1), undefined, 'give parts N'],
    [kubernetes(7), 0, 'parts must be'],
    [{ SLURM_ARRAY_TASK_ID: 'two', SLURM_ARRAY_TASK_COUNT: '3' }, undefined, 'SLURM_ARRAY_TASK_ID'],
    [{ SLURM_ARRAY_TASK_ID: '1', SLURM_ARRAY_TASK_COUNT: '-3' }, undefined, 'SLURM_ARRAY_TASK_COUNT'],
    [slurm(1, 0), undefined, 'SLURM_ARRAY_TASK_COUNT'],
    [slurm(3, 1, 3), undefined, 'give parts N'],
    [slurm(5, 2, 1, 5), undefined, 'give parts N'],
  ])('%j with %s shares is told by %s', (environment, parts, named) => {
    expect(() => shareOfTask(environment, parts)).toThrow(named);
  });

  forAll([fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 1 })])(
    'all tasks of an array make all shares, whether it counts from 0 or 1',
    (count, first) => {
      const parts = Array.from(
        { length: count },
        (_, task) => shareOfTask(slurm(first + task, count, first), undefined)!.part,
      );
      expect(parts.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, part) => part + 1));
    },
  );
});
