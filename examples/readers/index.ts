/** The usual ways to read JSON lines in Node, each as its documentation shows it, but so that a bad line ends nothing. */
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import ndjson from 'ndjson';
import split2 from 'split2';
import jsonl from 'stream-json/jsonl/parser.js';
import { isObject, readLine, reader, recordOf, through } from './reader.ts';
import type { LineAnswer } from '../../conformance/subjects/parser.ts';

const READLINE = reader('node:readline', async (chunks) => {
  const answers: LineAnswer[] = [];
  const lines = createInterface({ input: Readable.from(chunks, { objectMode: false }), crlfDelay: Infinity });
  for await (const line of lines) answers.push(readLine(line));
  return answers;
});

const SPLIT2 = reader('split2', async (chunks) => (await through(chunks, split2(readLine))) as LineAnswer[]);

/** It says nothing of the lines that it leaves out. */
const NDJSON = reader('ndjson', async (chunks) => ({
  records: (await through(chunks, ndjson.parse({ strict: false }))).filter(isObject).map(recordOf),
}));

/** It says nothing of the lines that it leaves out. */
const STREAM_JSON = reader('stream-json', async (chunks) => {
  const items = (await through(chunks, jsonl.asStream({ ignoreErrors: true }))) as { value: unknown }[];
  return {
    records: items
      .map(({ value }) => value)
      .filter(isObject)
      .map(recordOf),
  };
});

export const READERS = [READLINE, SPLIT2, NDJSON, STREAM_JSON];
