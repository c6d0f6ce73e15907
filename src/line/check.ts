import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { RuleId, Violation } from '../spec/index.ts';

/** Checks a value against a schema; violations carry the rule that the schema names where it was broken. */
export type Check = (value: unknown) => Violation[];

/** The rules of a place in the line: for what is missing, for a wrong type, and for a wrong value of no rule of its own. */
export interface DefaultRules {
  readonly missing: RuleId;
  readonly type: RuleId;
  readonly value: RuleId;
}

interface Node extends TSchema {
  rule?: RuleId;
  expected?: string;
  description?: string;
  anyOf?: Node[];
  type?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Node>;
}

const NONE: Violation[] = [];
const SHOWN = 60;

/** A value as a finding shows it, shortened. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text;
}

const unescapePointer = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');
const escapePointer = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

const at = (root: unknown, pointer: string): unknown =>
  pointer
    .replace(/^#/, '')
    .split('/')
    .slice(1)
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[unescapePointer(part)], root);

/** What a schema asks for, in words. */
function expected(node: Node): string {
  if (node.expected) return node.expected;
  if (node.const !== undefined) return show(node.const);
  if (node.enum) return node.enum.map(show).join(' or ');
  if (node.anyOf) return node.anyOf.map(expected).join(', or ');
  return node.description ?? (node.type ? `a value of type ${node.type}` : 'another value');
}

/** The property that tells the members of a union of objects apart, if there is one. */
const tagOf = (member: Node): [string, unknown] | undefined => {
  const tag = Object.entries(member.properties ?? {}).find(([, property]) => property.const !== undefined);
  return tag && [tag[0], tag[1].const];
};

/** Makes the check of a schema. A union of objects told apart by a constant is checked against the one that is meant. */
export function checkOf(schema: TSchema, rules: DefaultRules): Check {
  const members = (schema as Node).anyOf ?? [];
  const tags = members.map(tagOf);
  const tag = tags[0]?.[0];
  if (tag === undefined) return plainCheck(schema, rules);
  const checks = new Map(members.map((member, place) => [tags[place]?.[1], plainCheck(member, rules)]));
  return (value) => {
    const given = (value as Record<string, unknown> | null)?.[tag];
    const check = checks.get(given);
    if (check) return check(value);
    const message = `expected ${[...checks.keys()].map(show).join(' or ')}, got ${show(given)}`;
    return [{ rule: given === undefined ? rules.missing : rules.value, path: `/${tag}`, message }];
  };
}

function plainCheck(schema: TSchema, rules: DefaultRules): Check {
  const validator = Compile(schema);
  return (value) => {
    if (validator.Check(value)) return NONE;
    const errors = validator.Errors(value);
    const unions = errors.filter(({ keyword }) => keyword === 'anyOf').map(({ schemaPath }) => `${schemaPath}/anyOf/`);
    return errors
      .filter(({ keyword }) => keyword !== 'additionalProperties')
      .filter(({ schemaPath }) => !unions.some((union) => schemaPath.startsWith(union)))
      .flatMap((error): Violation[] => {
        const path = error.instancePath;
        if (error.keyword === 'required') {
          return error.params.requiredProperties.map((name) => ({
            rule: rules.missing,
            path: `${path}/${escapePointer(name)}`,
            message: 'expected to be present',
          }));
        }
        const node = (at(schema, error.schemaPath) ?? {}) as Node;
        const untyped = error.keyword === 'type' || (error.keyword === 'anyOf' && !node.rule);
        const rule = untyped ? rules.type : (node.rule ?? rules.value);
        return [{ rule, path, message: `expected ${expected(node)}, got ${show(at(value, path))}` }];
      });
  };
}
