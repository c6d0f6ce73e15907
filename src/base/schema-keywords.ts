/** The keywords of JSON Schema that the project's schemas use. Whoever adds annotations extends it: the parts are nodes of the same kind. */
export interface SchemaKeywords {
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly this[];
  readonly not?: this;
  readonly pattern?: string;
  readonly examples?: readonly string[];
  readonly minimum?: number;
  readonly items?: this;
  readonly prefixItems?: readonly this[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, this>>;
  readonly required?: readonly string[] | undefined;
  readonly minProperties?: number;
  readonly propertyNames?: this;
  readonly additionalProperties?: this;
}
