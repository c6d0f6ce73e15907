/** What a problem looks like: its questions and choices in words, and its page. All of it is made up. */
import { hash, type Stream } from '../../../src/base/random/index.ts';
import type { Input, Problem } from '../../course/course.ts';
import type { Mark, ProblemState } from '../../learners/progress.ts';
import { possibleOf } from './standing.ts';

/** Kinds of inputs as the platform calls them: what marks them, and what shows them. */
export const TYPES = {
  number: ['numericalresponse', 'formulaequationinput'],
  choice: ['multiplechoiceresponse', 'choicegroup'],
  checkboxes: ['choiceresponse', 'checkboxgroup'],
  text: ['stringresponse', 'textline'],
  code: ['coderesponse', 'textbox'],
} as const;

const ASKS = {
  number: ['What number is printed?', 'How many are there?', 'What is the value?', 'How many steps does it take?'],
  choice: ['Which of these is true?', 'What happens then?', 'Which line is at fault?', 'What does it evaluate to?'],
  checkboxes: ['Check all that apply.', 'Which of these are possible?', 'Which lines can be left out?'],
  text: ['What is printed?', 'What is the name of it?', 'Which expression fits?'],
  code: ['Write the function.', 'Complete the program.'],
} as const;

const CHOICES = [
  'It stays as it was.',
  'It is one more than before.',
  'An exception is raised.',
  'The first of them wins.',
  'Nothing is printed.',
  'The loop never ends.',
  'It is the empty list.',
  'The last one wins.',
  'It is True.',
  'It is False.',
  'It depends on the order.',
  'None of the others.',
];

const place = (key: string, what: string, index: number, count: number): number => hash(key, what, index) % count;

/** The question that an input asks; the same for everybody. */
export function questionOf({ key, kind }: Input): string {
  const asks = ASKS[kind];
  return asks[place(key, 'question', 0, asks.length)]!;
}

/** A choice of an input in words, by its name. */
export function choiceText({ key }: Input, choice: string): string {
  const number = Number(choice.slice('choice_'.length));
  const first = place(key, 'choices', 0, CHOICES.length);
  const text = CHOICES[(first + 5 * number) % CHOICES.length]!;
  return number < CHOICES.length ? text : `${text} (${number + 1})`;
}

/** An answer as the learner saw it. */
export function answerText(input: Input, answer: string | string[]): string | string[] {
  if (input.kind !== 'choice' && input.kind !== 'checkboxes') return answer;
  return typeof answer === 'string' ? choiceText(input, answer) : answer.map((choice) => choiceText(input, choice));
}

const MARKED = { true: ['correct', '✔', 'correct'], false: ['incorrect', '✖', 'incorrect'] } as const;

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function choicesHtml(input: Input & { readonly choices: number }, given: string | string[], name: string): string {
  const box = input.kind === 'choice' ? 'radio' : 'checkbox';
  return Array.from({ length: input.choices }, (_, number) => {
    const choice = `choice_${number}`;
    const ticked = typeof given === 'string' ? given === choice : given.includes(choice);
    return `<div class="option"><input type="${box}" name="${name}" id="${name}_${choice}" value="${choice}"${ticked ? ' checked="checked"' : ''}/> <label for="${name}_${choice}">${escapeHtml(choiceText(input, choice))}</label></div>`;
  }).join('\n      ');
}

function inputHtml(input: Input, given: string | string[] = '', mark: Mark | undefined): string {
  const { id } = input;
  const name = `input_${id}`;
  const [style, sign, word] = mark?.queued ? ['queued', '…', 'being marked'] : MARKED[`${mark?.right ?? false}`];
  const field =
    input.kind === 'choice' || input.kind === 'checkboxes'
      ? choicesHtml(input, given, name)
      : input.kind === 'code'
        ? `<textarea name="${name}" id="${name}" rows="30">${escapeHtml(String(given))}</textarea>`
        : `<input type="text" name="${name}" id="${name}" value="${escapeHtml(String(given))}" size="40"/>`;
  const message =
    mark && mark.message !== '' ? `\n    <div class="message" id="message_${id}">${mark.message}</div>` : '';
  return `  <fieldset class="part ${style}" id="part_${id}" aria-describedby="status_${id}">
    <legend id="question_${id}">${escapeHtml(questionOf(input))}</legend>
      ${field}
    <p class="status" id="status_${id}" role="status"><span class="sign" aria-hidden="true">${sign}</span> <span class="words">${word}</span></p>${message}
  </fieldset>`;
}

/** The page of a problem, with what is marked. */
export function problemHtml(problem: Problem, { answers, marks }: ProblemState, used: number, points: number): string {
  const { title, location, inputs, attempts } = problem;
  const possible = possibleOf(problem);
  const tries = attempts === undefined ? '' : `\n  <p class="attempts">You have used ${used} of ${attempts} tries</p>`;
  return `<div class="problem-shown" data-block="${location}">
  <h3 class="heading">${escapeHtml(title)}</h3>
  <p class="progress">${points}\u2009/\u2009${possible} ${possible === 1 ? 'point' : 'points'} \u2013 last saved just now</p>
${inputs.map((input, nth) => inputHtml(input, answers[nth], marks[nth])).join('\n')}
  <div class="actions"><button type="button" class="submit" data-answered="true"><span>Submit</span></button> <button type="button" class="save"><span>Save</span></button></div>${tries}
</div>`;
}

/** In an order of its own, as Python's sets give texts in. */
export function inAnyOrder<T>(random: Stream, items: readonly T[]): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
