/** Makes lines with json-schema-faker from our own JSON Schema of the documented dialect. Takes their number; prints a rate. */
import { createGeneratorSync, type JsonSchema } from 'json-schema-faker';
import { jsonSchema } from '../../src/spec/index.ts';
import { measureRate } from './rate.ts';

const { $schema, $defs } = jsonSchema();
const schema = { $schema, $defs, $ref: '#/$defs/documented' } as JsonSchema;
const generator = createGeneratorSync({ seed: 1, fillProperties: false, alwaysFakeOptionals: true });
const makeLine = () => JSON.stringify(generator.generate(schema));
process.stdout.write(JSON.stringify(measureRate(makeLine, Number(process.argv[2]))));
