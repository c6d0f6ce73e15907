/** Failures by what most likely caused them: one mistake of a parser shows in many properties. */
import { changeOf, deedOf } from '../oracle/change.ts';
import type { Difference } from '../oracle/compare.ts';
import { linesOf } from '../subjects/lines.ts';
import { DEPTHS } from '../properties/property.ts';
import type { PropertyResult } from '../runner/result.ts';
import type { Trial } from '../subjects/trial.ts';

/** Failures of one cause. */
export interface Cause {
  /** Of the sharpest property: the one to read. */
  readonly first: PropertyResult;
  readonly others: readonly PropertyResult[];
}

/** A failure, as it is compared with others. */
interface Symptom {
  readonly result: PropertyResult;
  /** What went wrong, each without what differs from input to input. */
  readonly signs: readonly string[];
  /** What is out of the ordinary about the input, and may be why. */
  readonly setting: readonly string[];
  readonly rank: readonly number[];
}

/** The `about` of a property about what a parser was asked before. */
const BEFORE = 'before';

/** Whether a failure comes, or may come, only after other commands in the same process. */
function isOfBefore({ property, failure }: PropertyResult): boolean {
  const { trial, mismatch } = failure!;
  return (trial.before ?? []).length > 0 || mismatch.flaky === true || (property.about === BEFORE && mismatch.step > 0);
}

/** Words without numbers, names and what stands in quotes. */
const general = (words: string): string => words.replace(/"[^"]*"|'[^']*'|\S*\/\S*|\d+/g, '*');

/** A path in a record, with keys that the format does not name as one. */
const generalPath = (path: string): string => path.replace(/\/(?!(?!input_)[a-z_]{2,}(?:\/|$))[^/]*/g, '/*');

/** What is done to texts and numbers is mostly done to all of them; what else is wrong, is wrong at a path. */
function differenceSign({ path, expected, got }: Difference): string {
  const change = general(changeOf(expected, got));
  if (typeof expected === typeof got && typeof got !== 'object' && change !== 'another text') return change;
  return `${generalPath(path)} ${change.replaceAll('an empty text', 'text')}`;
}

/** A path's last key, and what stands before it. */
const parted = (path: string): [holder: string, key: string] => [
  path.slice(0, path.lastIndexOf('/')),
  path.slice(path.lastIndexOf('/') + 1),
];

/** What was done to a key, where one is missing and another there in its place: the same as is done to texts. */
function renaming(differences: readonly Difference[]): string | undefined {
  const missing = differences.filter(({ got }) => got === undefined);
  const added = differences.filter(({ expected }) => expected === undefined);
  if (missing.length + added.length < differences.length || missing.length !== added.length) return undefined;
  const deeds = missing.map(({ path }, i) => {
    const [[holder, key], [other, name]] = [parted(path), parted(added[i]!.path)];
    return holder === other ? deedOf(key, name) : undefined;
  });
  return new Set(deeds).size === 1 ? deeds[0] : undefined;
}

function signsOf(result: PropertyResult): string[] {
  const { kind, differences, cause, message, words = '' } = result.failure!.mismatch;
  if (isOfBefore(result)) return ['it depends on what came before'];
  const renamed = renaming(differences);
  if (renamed !== undefined) return [renamed];
  if (differences.length > 0) return [...new Set(differences.map(differenceSign))];
  if (cause !== undefined) return [`${kind} ${general(cause)}`];
  return [`${kind} ${general(message)} ${general(words.split('\n').at(-1)!)}`];
}

const UNUSUAL: Readonly<Record<string, RegExp>> = {
  'a blank line': /^[\r\t ]*$/m,
  'no newline at the end': /[^\n]$/,
  'a carriage return': /\r/,
  'a byte order mark': /^\xef\xbb\xbf/,
  'bytes beyond ASCII': /[\x80-\xff]/,
  'what some take for a line end': /[\x0b\x0c\x1c-\x1e]|\xc2\x85|\xe2\x80[\xa8\xa9]/,
  NUL: /\0/,
  'a long line': /[^\n]{4096}/,
};

/** What is unusual about a trial: it may be why it fails. */
function settingOf({ steps }: Trial): string[] {
  const found = new Set<string>(steps.length > 1 ? ['several commands'] : []);
  for (const { command } of steps) {
    if (command.cmd === 'archive') {
      found.add('an archive');
      continue;
    }
    if (command.chunks.length > 1) found.add('chunks');
    const text = Buffer.concat(command.chunks).toString('latin1');
    for (const [name, pattern] of Object.entries(UNUSUAL)) if (pattern.test(text)) found.add(name);
  }
  return [...found];
}

/** How far a property is from what went wrong: 0 for one that is about that path, 1 for one about anything, 2 for one about another. */
function distance(result: PropertyResult): number {
  const {
    property: { about },
    failure,
  } = result;
  if (about === undefined) return 1;
  if (isOfBefore(result)) return about === BEFORE ? 0 : 2;
  const [difference] = failure!.mismatch.differences;
  return difference?.path.startsWith(about) ? 0 : 2;
}

const lineCount = ({ steps }: Trial): number =>
  steps.reduce((sum, { command }) => sum + (command.cmd === 'parse' ? linesOf(command.chunks).length : 1), 0);

function symptomOf(result: PropertyResult): Symptom {
  const { property, failure } = result;
  const { trial, mismatch } = failure!;
  const signs = signsOf(result);
  const isOfRecords = mismatch.differences.length > 0;
  const setting = settingOf(trial);
  const besides = isOfRecords && ['lines', 'archive'].includes(property.depth) ? 1 : 0;
  // The sharper a property is, the sooner it fails; one or two runs more say nothing.
  const lateness = Math.floor(Math.log(result.runs) / Math.log(4));
  // A value that went wrong says more than a key, and a plain one more than an odd one.
  const isRenamed = Number(renaming(mismatch.differences) !== undefined);
  const isOdd = Number(/[^\w\s"[\]{}:,./-]/.test(JSON.stringify(mismatch.differences[0]?.expected) ?? ''));
  const rank = [
    distance(result),
    signs.length,
    isRenamed,
    besides,
    setting.length,
    lineCount(trial),
    lateness,
    isOdd,
    DEPTHS.indexOf(property.depth),
  ];
  // Where a record or the protocol went wrong says enough; elsewhere only the input tells one mistake from another.
  const saysEnough =
    isOfRecords || mismatch.kind === 'protocol' || isOfBefore(result) || mismatch.cause?.startsWith('line-');
  return { result, signs, setting: saysEnough ? [] : setting, rank };
}

function byRank({ rank: a }: Symptom, { rank: b }: Symptom): number {
  const index = a.findIndex((value, i) => value !== b[i]);
  return index < 0 ? 0 : a[index]! - b[index]!;
}

/** Whether what is told of a failure shows in another one: the same went wrong, and nothing that it needs is missing. */
const shows = (sharp: Symptom, sign: string, setting: readonly string[]): boolean =>
  sharp.signs.includes(sign) && sharp.setting.every((each) => setting.includes(each));

/**
 * The failures of a run by cause, the most frequent first. Of the failures of a cause the one comes first whose property is about
 * the path that is wrong, or else that fails with the plainest input, and soonest.
 */
export function causesOf(results: readonly PropertyResult[]): Cause[] {
  const symptoms = results
    .filter(({ status }) => status === 'failed')
    .map(symptomOf)
    .sort(byRank);
  const groups: { sharp: Symptom; others: PropertyResult[] }[] = [];
  for (const symptom of symptoms) {
    const homes = symptom.signs.map((sign) => groups.find(({ sharp }) => shows(sharp, sign, symptom.setting)));
    if (homes.every((home) => home !== undefined)) homes[0]!.others.push(symptom.result);
    else groups.push({ sharp: symptom, others: [] });
  }
  const inOrder = (list: readonly PropertyResult[]) => list.toSorted((a, b) => results.indexOf(a) - results.indexOf(b));
  return groups
    .map(({ sharp, others }) => ({ first: sharp.result, others: inOrder(others) }))
    .sort((a, b) => b.others.length - a.others.length);
}

/** Names of properties, each with the dialects that it failed in, where those are not all: `crlf, prefix (deployed)`. */
function namesOf(results: readonly PropertyResult[], dialects: number): string[] {
  const found = new Map<string, string[]>();
  for (const { property, dialect } of results) found.set(property.id, [...(found.get(property.id) ?? []), dialect]);
  return Array.from(found, ([id, of]) => (of.length < dialects ? `${id} (${of.join(', ')})` : id));
}

const WIDTH = 100;

/** What else fails for the cause of a failure, in lines of text. */
export function alsoLines({ others }: Cause, results: readonly PropertyResult[]): string[] {
  if (others.length === 0) return [];
  const lines = [''];
  for (const name of namesOf(others, new Set(results.map(({ dialect }) => dialect)).size)) {
    const line = lines.at(-1)!;
    if (line.length + name.length > WIDTH) lines.push(name);
    else lines.splice(-1, 1, line === '' ? name : `${line}, ${name}`);
  }
  return [`  the same shows in ${others.length} more`, ...lines.map((line) => `    ${line}`)];
}
