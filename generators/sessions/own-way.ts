/** How somebody solves what asks for a program: in a way of its own, with slips that it mends one by one. */
import { chance, hashedShare, pick, type Stream } from '../../src/base/random/index.ts';
import { onceFor } from '../../src/base/remember.ts';
import type { Input, ProgramWay } from '../course/course.ts';
import { isPython } from './program-pieces.ts';
import { wrongPlace } from './wrong-answers.ts';

type Code = Input & { readonly kind: 'code' };

/** So many take the course's own way, where there are others (a choice). */
const AS_TAUGHT = 0.4;

/**
 * The way in which somebody writes a program, the same at all its tries.
 *
 * @param person its name
 */
export function wayOf(input: Code, person: string): ProgramWay {
  const { others = [] } = input;
  const share = hashedShare(person, input.key, 0);
  if (others.length === 0 || share < AS_TAUGHT) return input;
  return others[Math.floor(((share - AS_TAUGHT) / (1 - AS_TAUGHT)) * others.length)]!;
}

/** Slips that people make in any program: what to look for in a line, and what stands there instead. */
const SLIPS: readonly (readonly [line: RegExp, other: string])[] = [
  [/^(\s*(?:def|if|while|for|else|elif|try|except)\b.*):$/, '$1'],
  [/^(\s*)return (.+)$/, '$1print $2'],
  [/^(\s*)return (.+)$/, '$1$2'],
  [/^(.*)\)$/, '$1'],
  [/^(\s*(?:if|while|elif) .*)==(.*)$/, '$1=$2'],
  [/^(.*) <= (.*)$/, '$1 < $2'],
  [/^(.*) < (.*)$/, '$1 > $2'],
  [/^(.*) > (.*)$/, '$1 < $2'],
  [/^(.*)range\((\w+)\)(.*)$/, '$1range($2 - 1)$3'],
  [/^(.*) \+= (.*)$/, '$1 = $2'],
  [/^(.*) = 0$/, '$1 = 1'],
  [/^(.*)return True$/, '$1return False'],
  [/^ {4}(\s*)return (.*)$/, '$1return $2'],
  [/^(\s*)return (.*)$/, '    $1return $2'],
];

/** Programs longer than this are mostly given: their slips are those of the course. */
const SHORT = 1500;

/** The program of a way with one slip each. */
const slippedIn = onceFor(({ answer: program }: ProgramWay): readonly string[] => {
  const lines = program.length > SHORT || !isPython(program) ? [] : program.split('\n');
  return SLIPS.flatMap(([line, other]) => {
    const at = lines.findIndex((text) => line.test(text));
    return at < 0 ? [] : [lines.with(at, lines[at]!.replace(line, other)).join('\n')];
  }).filter((text) => text !== program);
});

/** Prints what a name stands for below where it is set, as people do who look for a mistake. */
function looked(program: string): string {
  return program.replace(/^( *)([a-z]\w*) [-+]?= .*$/m, (line, indent, name) => `${line}\n${indent}print ${name}`);
}

/** A program that somebody has print what it does, to see why nothing is said of it; the same where that cannot be. */
export const lookedInto = ({ answer }: ProgramWay): string =>
  answer.length <= SHORT && isPython(answer) ? looked(answer) : answer;

/** How often a slip is one of those that the course knows, and how often somebody has a program print what it does (choices). */
const KNOWN = 0.6;
const LOOKS = 0.12;

/** A way to write a program in which something is wrong. */
export function wrongProgram(random: Stream, input: Code, way: ProgramWay): string {
  const slips = slippedIn(way);
  const isKnown = slips.length === 0 || chance(random, KNOWN);
  const wrong = isKnown ? way.wrong[wrongPlace(random, input, way.wrong.length)]! : pick(random, slips);
  return chance(random, LOOKS) && way.answer.length <= SHORT && isPython(way.answer) ? looked(wrong) : wrong;
}
