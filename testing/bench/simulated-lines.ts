/** Simulates in one thread and throws the lines away. Takes users and days. */
import { simulate } from '../../generators/index.ts';

const [users, days] = process.argv.slice(2).map(Number);
let characters = 0;
for await (const line of simulate({ users, days }).lines()) characters += line.length;
process.stdout.write(String(characters));
