import { describe, expect, test } from 'vitest';
import { batch, kubernetes, refusals } from './requests.test.support.ts';

describe('Kubernetes takes kubernetes.yaml', () => {
  test('as it is', () => expect(refusals('KubernetesJobs', kubernetes)).toEqual([]));
  test.each([
    ['a key of the Job', '"completions"', '"completion"', `'"completion"' does not exist`],
    ['a key deep in the pod', '"secretRef"', '"secret"', `'"secret"' does not exist`],
    ['a value of another type', '"completions":8', '"completions":"8"', "'string' is not assignable to type 'number'"],
    ['a missing key', '"name":"edxgen","image"', '"image"', "'name' is missing"],
  ])('but for %s', (_, right, wrong, refusal) => {
    expect(refusals('KubernetesJobs', tampered(kubernetes, right, wrong)).join('\n')).toContain(refusal);
  });
});

describe('AWS Batch takes aws-batch.json', () => {
  test('as it is', () => expect(refusals('BatchRequests', batch)).toEqual([]));
  test.each([
    ['a key of the request', '"arrayProperties"', '"array"', `'"array"' does not exist`],
    ['a key deep in the definition', '"attempts"', '"tries"', `'"tries"' does not exist`],
    ['a word that is none of its', '"FARGATE"', '"FURGATE"', `'"FURGATE"' is not assignable`],
    ['a missing key', '"jobQueue":"my-queue",', '', "'jobQueue' is missing"],
  ])('but for %s', (_, right, wrong, refusal) => {
    expect(refusals('BatchRequests', tampered(batch, right, wrong)).join('\n')).toContain(refusal);
  });
});

function tampered(value: unknown, right: string, wrong: string): unknown {
  const text = JSON.stringify(value);
  if (!text.includes(right)) throw new Error(`there is no ${right}`);
  return JSON.parse(text.replace(right, wrong));
}
