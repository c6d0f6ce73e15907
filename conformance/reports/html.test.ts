import { expect, test } from 'vitest';
import { ParserSubject } from '../subjects/in-process/parser-subject.ts';
import { run } from '../runner/run.ts';
import { MUTANTS } from '../../testing/mutants/index.ts';
import { causesOf } from './causes.ts';
import { html } from './html.ts';

test('the page’s index leads to every cause and every part, and each failure stands once', async () => {
  const { parser } = MUTANTS.find(({ id }) => id === 'anonymous-named')!;
  const only = [
    'accepts-lines',
    'refuses-non-json',
    'common-fields',
    'anonymous-users',
    'duplicate-keys',
    'strict-nan',
  ];
  const result = await run(new ParserSubject(parser(), 1000), { runs: 40, only, dialects: ['documented'] });
  const page = html(result, () => ({}));
  const anchors = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
  const links = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id!);
  expect(new Set(anchors).size).toBe(anchors.length);
  expect(links.filter((link) => !anchors.includes(link))).toEqual([]);

  const [index] = /<nav>[^]*<\/nav>/.exec(page)!;
  const [cause, ...more] = causesOf(result.results);
  expect(more).toEqual([]);
  expect(index).toContain(`<li><a href="#${cause!.first.property.id}-documented">`);
  const failed = result.results.filter(({ status }) => status === 'failed');
  expect(cause!.others.length).toBe(failed.length - 1);
  if (failed.length > 1) expect(index).toContain(` and ${failed.length - 1} more</li>`);
  for (const status of ['failed', 'told', 'passed', 'skipped'] as const) {
    const count = result.results.filter((each) => each.status === status).length;
    expect(index).toMatch(new RegExp(`href="#${status}">[^<]* \\(${count}\\)<`));
    const [, rows] = new RegExp(`<h2 id="${status}"[^]*?<tbody>([^]*?)</tbody>`).exec(page)!;
    expect(rows!.match(/<tr>/g)).toHaveLength(count);
  }
  for (const { property } of failed) expect(anchors).toContain(`${property.id}-documented`);
});
