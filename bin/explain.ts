import type { ArgumentsCamelCase } from 'yargs';
import type { PropertyInfo } from '../conformance/properties/property.ts';
import type { Incident } from '../generators/incidents/incident.ts';
import { sourceOf, type Fault } from '../generators/faults/fault.ts';
import { closest } from '../src/base/closest.ts';
import { printableBytes } from '../src/base/printable.ts';
import { sentencesOf, type RuleId } from '../src/spec/rules.ts';
import { sourcePath } from '../src/spec/source.ts';
import { UserError } from '../src/base/user-error.ts';
import type { Command } from './command.ts';
import { print } from './exit.ts';

interface Arguments {
  id: string;
}

/** What an id may be of. */
const KINDS = ['rule', 'property', 'fault', 'incident'] as const;
type Kind = (typeof KINDS)[number];

/** Everything that has an id. */
async function known() {
  const [{ RULES, DIALECTS }, { FAULTS }, { PROPERTIES }, { INCIDENTS }] = await Promise.all([
    import('../src/spec/index.ts'),
    import('../generators/faults/index.ts'),
    import('../conformance/properties/index.ts'),
    import('../generators/incidents/index.ts'),
  ]);
  return { RULES, DIALECTS, FAULTS, PROPERTIES, INCIDENTS };
}
type Known = Awaited<ReturnType<typeof known>>;

/** Ids of all kinds, for completion. */
export async function explainedIds(): Promise<string[]> {
  const { RULES, FAULTS, PROPERTIES, INCIDENTS } = await known();
  return [...new Set([...Object.keys(RULES), ...[...FAULTS, ...PROPERTIES, ...INCIDENTS].map(({ id }) => id)])];
}

type Row = readonly [name: string, value: string];

function shown(title: string, sentence: string, rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return [title, `  ${sentence}`, '', ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`), ''].join(
    '\n',
  );
}

const OWED = {
  reject: 'reject: it must not take it for a conforming log',
  accept: 'accept: it must read the same as from the clean log',
  either: 'either: the format leaves it free',
} as const;

function ruleText(id: RuleId, { RULES, FAULTS, INCIDENTS }: Known): string {
  const { source } = RULES[id];
  const faults = FAULTS.filter(({ rule }) => rule === id).map((fault) => fault.id);
  const incidents = INCIDENTS.filter(({ causes }) => causes.includes(id)).map((incident) => incident.id);
  return shown(`rule ${id}`, sentencesOf(RULES[id]), [
    ['follows from', sourcePath(source)],
    ['checked by', 'edxgen validate'],
    ['broken by the faults', faults.join(', ') || 'none'],
    ...(incidents.length > 0 ? [['broken by the incidents', incidents.join(', ')] as const] : []),
  ]);
}

function propertyText(
  { id, level, depth, statement, source, dialects, costly }: PropertyInfo,
  { DIALECTS }: Known,
): string {
  return shown(`property ${id}`, statement, [
    ['level', level],
    ['depth', depth],
    ['dialects', (dialects ?? DIALECTS).join(', ')],
    ['follows from', sourcePath(source)],
    ...(costly ? [['trials', 'a tenth of --runs: its inputs are large'] as const] : []),
    ['alone', `edxgen conform --only ${id} -- COMMAND...`],
  ]);
}

/** Characters of a line that are shown around its first difference. */
const [BEFORE, AFTER] = [40, 80];

/** The part of a text about a position, as a terminal may show it. */
function about(text: string, position: number): string {
  const begin = Math.max(0, position - BEFORE);
  const part = printableBytes(Buffer.from(text.slice(begin, position + AFTER), 'latin1'));
  return `${begin > 0 ? '…' : ''}${part}${position + AFTER < text.length ? '…' : ''}`;
}

/** What the fault makes of a line, always the same one, where it acts on lines. */
async function example(fault: Fault, { DIALECTS }: Known): Promise<Row[]> {
  if (fault.scope !== 'line') return [];
  const [{ brokenBy }, { default: fc }] = await Promise.all([
    import('../conformance/inputs/broken-by.ts'),
    import('fast-check'),
  ]);
  const broken = (fault.dialects ?? DIALECTS)
    .map((dialect) => brokenBy(fault, dialect))
    .find((each) => each !== undefined);
  if (!broken) return [];
  const [first] = fc.sample(broken, { seed: 1, numRuns: 1 });
  const [clean, text] = [first!.clean.text, first!.bytes.toString('latin1')];
  const position = [...text].findIndex((c, i) => c !== clean[i]);
  const at = position === -1 ? Math.min(clean.length, text.length) : position;
  return [
    ['a line', about(clean, at)],
    ['becomes', about(text, at)],
  ];
}

async function faultText(fault: Fault, all: Known): Promise<string> {
  const { id, level, wording, verdict, rule, dialects, scope } = fault;
  const isDrawn = scope === 'line' && !fault.onlyNamed;
  const strict = all.PROPERTIES.find((property) => property.id === `strict-${id}`);
  return shown(`fault ${id}`, wording, [
    ['level', level],
    ['a parser owes', OWED[verdict]],
    ['breaks the rule', rule ?? 'none'],
    ['about', sourcePath(sourceOf(fault))],
    ['dialects', (dialects ?? all.DIALECTS).join(', ')],
    ['acts', isDrawn ? 'on a share of the lines with --faults, or when named' : 'only when named'],
    ...(strict ? [['property', strict.id] as const] : []),
    ['alone', `edxgen${dialects ? ` --dialect ${dialects[0]!}` : ''} --fault ${id}`],
    ...(await example(fault, all)),
  ]);
}

async function incidentText(incident: Incident, { DIALECTS }: Known): Promise<string> {
  const { id, family, about: sentence, roles, causes, dialects } = incident;
  const { parameterRows } = await import('../generators/incidents/list.ts');
  return shown(`incident ${id}`, sentence, [
    ['family', family],
    ...Object.entries(roles).map(([role, what]) => [`role ${role}`, what] as const),
    ['shows in', (dialects ?? DIALECTS).join(', ')],
    ['breaks the rules', causes.join(', ') || 'none'],
    ...parameterRows(incident),
    ['alone', `edxgen${dialects ? ` --dialect ${dialects[0]!}` : ''} --incident ${id}`],
  ]);
}

/** Of each kind, what has an id. */
async function texts(id: string, kinds: readonly Kind[], all: Known): Promise<string[]> {
  const told: Record<Kind, () => string | undefined | Promise<string>> = {
    rule: () => (Object.hasOwn(all.RULES, id) ? ruleText(id as RuleId, all) : undefined),
    property: () => {
      const property = all.PROPERTIES.find((each) => each.id === id);
      return property && propertyText(property, all);
    },
    fault: () => {
      const fault = all.FAULTS.find((each) => each.id === id);
      return fault && faultText(fault, all);
    },
    incident: () => {
      const incident = all.INCIDENTS.find((each) => each.id === id);
      return incident && incidentText(incident, all);
    },
  };
  return (await Promise.all(kinds.map((kind) => told[kind]()))).filter((text) => text !== undefined);
}

async function run({ id: asked }: ArgumentsCamelCase<Arguments>): Promise<void> {
  const all = await known();
  const [, kind, name] = /^(rule|property|fault|incident):(.*)$/s.exec(asked) ?? [];
  const id = name ?? asked;
  const found = await texts(id, kind ? [kind as Kind] : KINDS, all);
  if (found.length === 0) {
    const elsewhere = kind ? (await texts(id, KINDS, all)).map((text) => text.split(' ')[0]!) : [];
    const meant = closest(id, await explainedIds());
    const hint =
      elsewhere.length > 0
        ? `there is a ${elsewhere.join(' and a ')} of that name`
        : meant
          ? `did you mean ${meant}?`
          : 'edxgen faults, edxgen incidents and edxgen conform --list list them';
    throw new UserError(`there is no ${kind ?? 'rule, property, fault or incident'} ${JSON.stringify(id)}; ${hint}`);
  }
  await print(found.join('\n'));
}

/** `edxgen explain ID`: a rule, a property, a fault or an incident in full. */
export const explainCommand = {
  usage: 'explain <id>',
  about: 'tell a rule, a property, a fault or an incident in full',
  positionals: {
    id: { type: 'string', describe: 'its id; where it is of several, all are told, and fault:ID picks one' },
  },
  options: {},
  examples: [
    ['explain line-json', 'a rule, as validate names it'],
    ['explain fault:line-cut', 'the fault, not the property of that name'],
  ],
  docs: ['docs/format.md', 'docs/conformance.md', 'docs/faults.md', 'docs/incidents.md'],
  run,
} satisfies Command;
