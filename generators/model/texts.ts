/** What people write: essays, posts, and a few words here and there. */
import { chance, integer, pick, type Stream } from '../../src/base/random/index.ts';
import { favourite, listOf, sent, sentenceOf, writerOf, type Subject, type Writer } from './composing.ts';
import { NOUNS } from './course-words.ts';
import { TALKS, type Talk } from './forum-words.ts';
import type { Text } from './platform.ts';
import type { SessionContext } from './session-context.ts';
import { aboutOf, chapterNow, isCode, siteAbout, type About, type Post, type Said, type Theme } from './subjects.ts';
import { EMOJI } from './text-words.ts';
import { VOCABULARY } from './vocabulary.precomputed.ts';

type Visit = Pick<SessionContext, 'own' | 'random' | 'course' | 'day'>;
type Bounds = { readonly low: number; readonly high: number };

/** Of an essay's nouns so many are of no course (a choice); nobody asks in a forum about a hovercraft. */
const RARE = 0.05;
/** Of posts about anything so many have code or a link in them, in a course of programming and in any other; of those that ask so many end with a plea, of answers with a wish (choices). */
const PASTES = { code: 0.15, any: 0.03 };
const CLOSES = 0.6;
/** Posts are shorter than the bounds say: who writes more there than a handful of sentences is rare (a choice). */
const POST_LENGTH = 0.5;
const ENDS = 0.45;

/** So often somebody looks for a title that fits, or for another sentence. */
const TRIES = 8;

let nouns: ReadonlySet<string> | undefined;

/** How things are named that an essay comes back to. */
const OWN = [
  'the {noun}',
  'a {noun}',
  'my {noun}',
  '*{nouns}',
  '*my {nouns}',
  'this {noun}',
  '{mass}',
  '*good {nouns}',
  'a good {noun}',
  '*the {nouns}',
];

/** What a title is about: its nouns, of those that are known. */
function termsOf(title: string): string[] {
  const known = (nouns ??= new Set([...NOUNS.code, ...NOUNS.any, ...VOCABULARY.split(' ')]));
  return (title.toLowerCase().match(/\p{L}{3,}/gu) ?? []).flatMap((word) => {
    if (known.has(word)) return [`the ${word}`];
    return word.endsWith('s') && known.has(word.slice(0, -1)) ? [`*${word}`] : [];
  });
}

/** The writer's subject: what its course has had so far, and what it writes about. */
const subjectOf = (visit: Omit<Visit, 'random'>, writer: Writer, things: readonly string[], rare = 0): Subject => ({
  writer,
  things,
  rare,
  isCode: isCode(visit.course),
  weeks: 1 + chapterNow(visit),
});

/** Names of a text's own stream, one draw of the visit's a sentence of the usual length. */
const named = ({ random }: Pick<Visit, 'random'>, { low, high }: Bounds): number[] =>
  Array.from({ length: integer(random, low, high) }, () => integer(random, 0, 2 ** 32 - 1));

const within = ({ low, high }: Bounds, count: number): number => Math.min(high, Math.max(low, Math.round(count)));

/** A sentence that this writer likes, of a list: it looks some times for one that it has not used. */
function liked(
  random: Stream,
  subject: Subject,
  name: string,
  items: readonly string[] = listOf(subject, name)!,
  used = new Set<string>(),
): string {
  let pattern = favourite(random, subject.writer, name, items);
  for (let tries = 1; tries < TRIES && used.has(pattern); tries += 1)
    pattern = favourite(random, subject.writer, name, items);
  used.add(pattern);
  return sentenceOf(random, subject, pattern);
}

/** Sentences one after the other; what was pasted ends a paragraph. */
function joined({ gap, paragraph }: Writer, sentences: readonly string[]): string {
  let text = '';
  for (const [index, sentence] of sentences.entries()) {
    if (index > 0 && !/\n.?$/.test(text)) text += index % paragraph === 0 ? '\n\n' : gap;
    text += sentence;
  }
  return text;
}

/**
 * What somebody writes about a task, in English, with words, habits and a length of its own. The visit's stream names the text's own
 * stream, by one draw a sentence of the usual length: how texts are composed, and whether, disturbs nothing else that people do.
 *
 * @param bounds how many sentences people write
 * @param title of what it is about
 */
export function written(visit: Visit, bounds: Bounds, title: string): Text {
  const names = named(visit, bounds);
  return () => {
    const random = visit.own('text', ...names);
    const writer = writerOf(visit.own('writing'));
    const count = within(bounds, names.length * writer.length);
    const bare = subjectOf(visit, writer, [], RARE);
    const own = [0, 1].map(() =>
      sentenceOf(
        random,
        { ...bare, writer: { ...writer, lowercase: true, slips: 0 } },
        favourite(random, writer, 'own', OWN),
      ),
    );
    const subject = { ...bare, things: [...termsOf(title), ...own] };
    const beginning = favourite(random, writer, 'beginning', listOf(subject, 'beginning')!);
    const first = beginning.replace('{title}', () => title.replace(/["{}]/g, ''));
    const sentences = Array.from({ length: count }, (_, index) =>
      index === 0 ? sentenceOf(random, subject, first) : liked(random, subject, 'sentence'),
    );
    return sent(joined(writer, sentences) + (writer.emoji ? ` ${pick(random, EMOJI)}` : ''), writer);
  };
}

/** What somebody says of an essay. */
function remarks(visit: Omit<Visit, 'random'>, random: Stream, title: string, count: number): string {
  const writer = writerOf(visit.own('writing'));
  const subject = subjectOf(visit, writer, termsOf(title));
  const sentences = Array.from({ length: count }, () => liked(random, subject, 'remark'));
  return sent(joined(writer, [...new Set(sentences)]), writer);
}

/**
 * A remark on an essay.
 *
 * @param address which words these are, of all that it says
 */
export const remarked = (
  visit: Omit<Visit, 'random'>,
  title: string,
  ...address: readonly (string | number)[]
): string => remarks(visit, visit.own('says', 'remark', ...address), title, 1);

/** Remarks on an essay, a few of them. */
export function remarksOn(visit: Visit, bounds: Bounds, title: string): Text {
  const names = named(visit, bounds);
  return () => remarks(visit, visit.own('text', ...names), title, names.length);
}

/** What people paste something into. */
const ON_PAPER: ReadonlySet<About['kind']> = new Set(['problem', 'code', 'error', 'install', 'lecture']);

/** Beginnings of words that tell what a text is about. */
const stems = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5));

/** A title that has a word of what it stands above; else one that says what kind of thing that is. */
function titleOf(title: () => string, plain: () => string, first: string): string {
  const known = new Set(stems(first));
  for (let tries = 0; tries < TRIES; tries += 1) {
    const tried = title();
    if (stems(tried).some((stem) => known.has(stem))) return tried;
  }
  return plain();
}

/** A post of so many sentences about something: it asks, or it answers. */
function composed(visit: Omit<Visit, 'random'>, random: Stream, about: About, how: Theme['how'], count: number): Said {
  const writer = writerOf(visit.own('writing'));
  const called = { ...about, names: [pick(random, about.names)] };
  const subject = { ...subjectOf(visit, writer, []), about: called, raw: how === 'open' ? about.raw : undefined };
  const talk: Talk = TALKS[about.kind];
  const used = new Set<string>();
  const say = (part: keyof Talk): string =>
    liked(random, subject, `${about.kind} ${part}`, talk[part], part === 'title' ? undefined : used);
  const sentences = [say(how)];
  const isSocial = about.kind === 'hello' || about.kind === 'group';
  while (sentences.length < count - 1)
    sentences.push(
      isSocial || (how === 'answer' && chance(random, 0.4))
        ? say(how)
        : liked(random, subject, 'story', undefined, used),
    );
  if (ON_PAPER.has(about.kind) && chance(random, PASTES[subject.isCode ? 'code' : 'any']))
    sentences.push(
      subject.isCode
        ? liked(random, { ...subject, raw: undefined }, 'pasted')
        : sentenceOf(random, subject, 'See {url}'),
    );
  if (!isSocial && count > 1 && chance(random, how === 'open' ? CLOSES : ENDS))
    sentences.push(liked(random, subject, how === 'open' ? 'close' : 'end'));
  return {
    title: sent(
      titleOf(
        () => say('title'),
        () => sentenceOf(random, subject, talk.title[0]!),
        sentences[0]!,
      ),
      writer,
    ),
    body: sent(joined(writer, [...new Set(sentences)]), writer),
    theme: { kind: about.kind, about, how: 'answer' },
  };
}

/** Whatever a theme leaves open is of some chapter. */
const aboutIn = (visit: Pick<Visit, 'course'>, random: Stream, chapter: number, theme: Theme | undefined): About =>
  theme?.about ?? aboutOf(random, visit.course, chapter, theme?.kind);

/**
 * What somebody posts: of something in the newest chapter, or on the theme of a thread. The visit's stream names its own, as for essays.
 *
 * @param bounds how many sentences people write
 */
export function posted(visit: Visit, bounds: Bounds): Post {
  const names = named(visit, bounds);
  return (answered) => {
    const random = visit.own('text', ...names);
    const theme = answered === 'answer' ? undefined : answered;
    const how = theme?.how ?? (theme === answered ? 'open' : 'answer');
    const about = aboutIn(visit, random, chapterNow(visit), theme);
    const { length } = writerOf(visit.own('writing'));
    return composed(visit, random, about, how, within(bounds, names.length * length * POST_LENGTH));
  };
}

/**
 * A short post beside a unit.
 *
 * @param theme that of the thread in front
 * @param address which words these are, of all that it says
 */
export function said(
  visit: Omit<Visit, 'random'>,
  how: 'comment' | 'question' | 'answer',
  chapter: number,
  theme: Theme,
  ...address: readonly (string | number)[]
): Said {
  const random = visit.own('says', how, ...address);
  if (how === 'question')
    return composed(visit, random, aboutIn(visit, random, chapter, undefined), 'open', integer(random, 1, 4));
  const about = aboutIn(visit, random, chapter, theme);
  if (how === 'answer') return composed(visit, random, about, theme.how, integer(random, 1, 4));
  const writer = writerOf(visit.own('writing'));
  const body = sent(liked(random, { ...subjectOf(visit, writer, []), about }, 'comment'), writer);
  return { title: '', body, theme };
}

/** What somebody tells those who run the site: its title and its body are about the same. */
export function reported(visit: Omit<Visit, 'random'>, ...address: readonly (string | number)[]): Said {
  const random = visit.own('says', 'report', ...address);
  return composed(visit, random, siteAbout(random, visit.course, chapterNow(visit)), 'open', integer(random, 1, 3));
}

/** A post as it is, which is its own title as far as its first sentence goes. */
export function exactly(text: string, kind: About['kind'] = 'grader'): Said {
  const [title = text] = text.split(/(?<=[.!?])\s/);
  return { title, body: text, theme: { kind, how: 'answer' } };
}
