import fc from 'fast-check';
import { request, type Dialect } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { lineOf, logLine, type LogLine } from '../inputs/log-line.ts';
import { wholeRecord } from '../inputs/payload.ts';
import type { TrialProperty } from './property.ts';

/** Paths that readers of URLs like to make nicer: escapes, doubled slashes, dots, what follows ? and #. */
const PATHS = [
  '/courses/MITx/6.00x/2013%20Spring/',
  '/a%2Fb',
  '/a%252Fb',
  '/%C3%A9',
  '/%c3%a9',
  '/%41',
  '/%',
  '/%zz',
  '/%00',
  '/a+b',
  '/a;b=1',
  '//a//b/',
  '/a/../b',
  '/./a',
  '/a?',
  '/a?b=1&amp;c=2',
  '/a?b=%26&b=',
  '/a#',
  '/a#%20b',
  '/a?next=https://www.edx.org/',
  '/A',
  '/index.html',
  '/~ada',
  '/\u00e9',
  '/a"b',
  '/a\\b',
  '/i4x://MITx/6.00x/problem/L1',
  '/18_19',
  '/2013-03-04',
];
/** Blanks at the ends, which only the deployed platform logs: in paths, and in the hash of a page. */
const PADDED_PATHS = ['/a ', '/ ', '/a/\u00a0'];
const PADDED_PAGES = ['/a# b', '/a#b ', '/a#\u00a0'];
const HOSTS = [
  'https://www.edx.org',
  'http://www.edx.org',
  'https://WWW.EDX.org',
  'https://www.edx.org:443',
  'https://ada:pw@www.edx.org',
  'http://18.9.22.69:80',
  'https://b\u00fccher.example',
];

const browserLine = (dialect: Dialect): fc.Arbitrary<LogLine> =>
  fc
    .tuple(
      logLine(dialect).filter(({ record }) => record.event_source === 'browser'),
      fc.constantFrom(...HOSTS),
      fc.constantFrom(...PATHS, ...(dialect === 'deployed' ? PADDED_PAGES : [])),
    )
    .map(([{ record }, host, path]) => lineOf({ ...record, page: host + path }, dialect));

const requestLine = (dialect: Dialect): fc.Arbitrary<LogLine> =>
  fc
    .tuple(logLine(dialect, [request]), fc.constantFrom(...PATHS.filter((path) => !/[?#]/.test(path)), ...PADDED_PATHS))
    .map(([{ record }, path]) => lineOf(wholeRecord(dialect, request, { ...record, event_type: path }), dialect));

export const urlsUntouched: TrialProperty = {
  id: 'urls-untouched',
  level: 'must',
  depth: 'fields',
  statement:
    'Pages, and the paths of requests, arrive as they were written: escapes, doubled slashes, dots, blanks and all.',
  source: 'format: Common fields',
  trials: (dialect) =>
    listOf(
      dialect === 'documented' ? browserLine(dialect) : fc.oneof(browserLine(dialect), requestLine(dialect)),
      1,
      2,
    ).map((lines) => ({
      steps: [
        log(
          dialect,
          lines.map((line) => mustAccept(line, { about: ['fields'] })),
        ),
      ],
    })),
};
