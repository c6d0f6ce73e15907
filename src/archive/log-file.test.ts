import { archiveServer } from './file-names.ts';
import { describe, expect, test } from 'vitest';
import { looseFile, memberFile, splitPath } from './log-file.ts';

describe('where a file comes from', () => {
  test.each([
    ['prod-edxapp-001.tar', 'prod-edxapp-001'],
    ['out/prod-edx-002.tar.gz', 'prod-edx-002'],
    ['prod-worker-123.tgz', 'prod-worker-123'],
    ['all.tar:out/prod-edxapp-001.tar', 'prod-edxapp-001'],
    ['prod-edxapp-1.tar', undefined],
    ['prod-edxapp-001-again.tar', undefined],
    ['logs.tar', undefined],
    ['-', undefined],
  ])('%s is the archive of %s', (path, server) => expect(archiveServer(path)).toBe(server));

  test.each([
    ['prod-edxapp-001/tracking.log-20130304.gz', 'prod-edxapp-001', '20130304'],
    ['/data/prod-worker-002/tracking.log-20130304-1362441600', 'prod-worker-002', '20130304'],
    ['logs/tracking.log', undefined, undefined],
    ['prod-edxapp-001/old/tracking.log-2013.gz', undefined, undefined],
    ['-', undefined, undefined],
  ])('loose, %s is of %s and %s', (path, server, day) => expect(looseFile(path)).toEqual({ path, server, day }));

  test.each([
    ['prod-edxapp-001/tracking.log-20130304.gz', 'prod-edxapp-001', '20130304'],
    ['node7/tracking.log-20130304', 'node7', '20130304'],
    ['out/prod-edxapp-001/tracking.log-20130304', 'prod-edxapp-001', '20130304'],
    ['var/log/tracking.log', undefined, undefined],
    ['tracking.log', undefined, undefined],
  ])('in an archive, %s is of %s and %s', (name, server, day) =>
    expect(memberFile('x', name.split('/'))).toEqual({ path: 'x', server, day }),
  );
});

test.each([
  [
    'a/prod-edxapp-001.tar:prod-edxapp-001/tracking.log-20130304.gz',
    ['a/prod-edxapp-001.tar', 'prod-edxapp-001/tracking.log-20130304.gz'],
  ],
  ['s3://b/prod-edxapp-001.tar:x/y:z', ['s3://b/prod-edxapp-001.tar', 'x/y:z']],
  ['s3://b/tracking.log-20130304', ['s3://b/tracking.log-20130304']],
  ['tracking.log-20130304', ['tracking.log-20130304']],
])('%s is parted', (path, parts) => {
  expect(splitPath(path)).toEqual(parts);
});
