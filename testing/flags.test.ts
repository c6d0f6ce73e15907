/** The library's messages name its options; how the command line spells them stands in bin alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { CHECKOUT } from './program.ts';

/** Texts with two hyphens that are no options of a message, and why. */
const OTHERS: Readonly<Record<string, string>> = {
  'src/report/page/style.ts': 'properties of CSS',
  'src/report/page/section-run.ts': 'the command that makes a run again, which its page shows to be copied',
  'src/archive/gpg.ts': 'options of gpg',
  'src/archive/read-content.ts': 'options of gpg',
  'src/base/bounds.ts': 'the table of SECURITY.md, about the command line',
  'generators/run/estimate/sample-apart.ts': 'an option of Node',
};

const files = ['src', 'generators', 'conformance'].flatMap((folder) =>
  readdirSync(join(CHECKOUT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(test|bench)\./.test(name))
    .map((name) => `${folder}/${name}`),
);

/** Texts of a file's strings and templates that spell an option of a command line, or begin to. */
function flagsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const beforeValue = ts.isTemplateHead(node) || ts.isTemplateMiddle(node);
    const isText = beforeValue || ts.isStringLiteralLike(node) || ts.isTemplateTail(node);
    if (isText && (beforeValue ? /(?<![\w-])--([a-z]|$)/ : /(?<![\w-])--[a-z]/).test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(join(CHECKOUT, file), 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

const spelled = files.map((file) => [file, flagsIn(file)] as const).filter(([, texts]) => texts.length > 0);

test('no text outside of bin spells an option', () => {
  expect(spelled.filter(([file]) => !Object.hasOwn(OTHERS, file))).toEqual([]);
});

test('what is left out has such texts', () => {
  expect(spelled.map(([file]) => file)).toEqual(expect.arrayContaining(Object.keys(OTHERS)));
});
