import { Compile } from 'typebox/compile';
import { Check as matches } from 'typebox/value';
import { BOUNDS } from '../base/bounds.ts';
import type { RuleId, Violation } from '../spec/index.ts';
import { pointerPart } from '../spec/json-schema.ts';
import { isOfType, tagOf, type SchemaNode } from '../spec/schema-node.ts';

/** Checks a value against a schema; violations carry the rule that the schema names where it was broken. */
export type Check = (value: unknown) => Violation[];

/** The rules of a path in the line: for what is missing, for a wrong type, and for a wrong value of no rule of its own. */
export interface DefaultRules {
  readonly missing: RuleId;
  readonly type: RuleId;
  readonly value: RuleId;
}

const SHOWN = 60;

/** A value as a finding shows it, shortened; it may be of any size and depth. */
export function show(value: unknown): string {
  let left = SHOWN;
  const text = JSON.stringify(value, (_, part: unknown) => {
    left -= 1;
    if (left < 0) return undefined;
    return typeof part === 'string' ? part.slice(0, SHOWN) : part;
  });
  if (text === undefined) return 'nothing';
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text;
}

const TYPES: Record<string, string> = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
};

/** Requirement of a schema, in words. */
function expected(node: SchemaNode): string {
  if (node.expected) return node.expected;
  if (node.const !== undefined) return show(node.const);
  if (node.enum) return node.enum.map(show).join(' or ');
  if (node.anyOf) return node.anyOf.map(expected).join(' or ');
  const type = TYPES[node.type ?? ''] ?? 'another value';
  return node.description ? `${type} (${node.description})` : type;
}

const isContainer = ({ type }: SchemaNode): boolean => type === 'object' || type === 'array';

function* wrongUnion(node: SchemaNode, value: unknown, path: string, rules: DefaultRules): Generator<Violation> {
  const alike = node.anyOf!.filter((member) => isContainer(member) && isOfType(member, value));
  if (alike.length === 0) return yield* wrongLeaf(node, value, path, rules);
  if (alike.length === 1) return yield* wrong(alike[0]!, value, path, rules);
  const tag = tagOf(alike[0]!)!.key;
  const given = (value as Record<string, unknown>)[tag];
  const meant = alike.find((member) => member.properties?.[tag]?.const === given);
  if (meant) return yield* wrong(meant, value, path, rules);
  const message = `expected ${alike.map((member) => show(member.properties?.[tag]?.const)).join(' or ')}, got ${show(given)}`;
  yield { rule: given === undefined ? rules.missing : rules.value, path: `${path}/${tag}`, message };
}

/** A rule that stands at a type without further constraints is about that type. */
function* wrongLeaf(node: SchemaNode, value: unknown, path: string, rules: DefaultRules): Generator<Violation> {
  const ofType = isOfType(node, value) && !(node.anyOf && !node.rule);
  const own = ofType || isContainer(node) || node.type === 'null' ? node.rule : undefined;
  yield {
    rule: own ?? (ofType ? rules.value : rules.type),
    path,
    message: `expected ${expected(node)}, got ${show(value)}`,
  };
}

const LONGEST = BOUNDS.shownKey.most;

/** A key as a part of a JSON pointer. */
const pointed = (name: string): string => pointerPart(name.length > LONGEST ? `${name.slice(0, LONGEST)}...` : name);

/** Whether a list has too few items, or too many. */
const isOutside = (value: unknown, least: number, most: number): boolean =>
  Array.isArray(value) && (value.length < least || value.length > most);

/** Violations of a schema by a value. Reads the few keywords that the spec's schemas use. */
function* wrong(node: SchemaNode, value: unknown, path: string, rules: DefaultRules): Generator<Violation> {
  if (matches(node, value)) return;
  if (node.anyOf) return yield* wrongUnion(node, value, path, rules);
  if (!isContainer(node) || !isOfType(node, value)) return yield* wrongLeaf(node, value, path, rules);
  const parts = value as Record<string, unknown>;
  for (const name of node.required ?? []) {
    if (!Object.hasOwn(parts, name))
      yield { rule: node.missing ?? rules.missing, path: `${path}/${name}`, message: 'expected to be present' };
  }
  const { minItems: least = 0, maxItems: most = Infinity } = node;
  if (isOutside(value, least, most))
    yield { rule: rules.type, path, message: `expected ${expected(node)}, got ${show(value)}` };
  for (const name of Object.keys(parts)) {
    if (node.propertyNames) yield* wrong(node.propertyNames, name, `${path}/${pointed(name)}`, rules);
    const part = Object.hasOwn(node.properties ?? {}, name)
      ? node.properties![name]
      : (node.additionalProperties ?? node.prefixItems?.[Number(name)] ?? node.items);
    if (part) yield* wrong(part, parts[name], `${path}/${pointed(name)}`, rules);
  }
}

/** Violations of a line that are kept, more than anyone reads; a hostile line could have millions. */
const MOST_FINDINGS = BOUNDS.lineFindings.most;

/** Makes the check of a schema: compiled for what conforms, a walk through the schema for what does not. */
export function checkOf(schema: SchemaNode, rules: DefaultRules): Check {
  const validator = Compile(schema);
  return (value) => {
    if (validator.Check(value)) return [];
    const violations: Violation[] = [];
    for (const violation of wrong(schema, value, '', rules)) {
      violations.push(violation);
      if (violations.length === MOST_FINDINGS) break;
    }
    return violations;
  };
}
