import { expect, test } from 'vitest';
import { DocumentedPlatform } from '../platform/documented.ts';
import { intercept } from './intercept.ts';

test('a deed is intercepted until that ends, and the platform has its own again', () => {
  const platform = new DocumentedPlatform({} as never);
  const usual = Object.keys(platform);
  const endOuter = intercept(platform, ['playsByItself'], () => () => 'outer');
  const endInner = intercept(
    platform,
    ['playsByItself', 'standsAt'],
    (deed) =>
      (...parameters) =>
        `inner of ${deed(...parameters)}`,
  );
  const deed = () => platform.playsByItself({} as never);
  expect(deed()).toBe('inner of outer');
  endInner();
  expect(deed()).toBe('outer');
  endOuter();
  expect(deed()).toBe(true);
  expect(Object.keys(platform)).toEqual(usual);
});
