import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { completionCommand } from './completion.ts';
import { conformCommand } from './conform.ts';
import { explainCommand } from './explain.ts';
import { faultsCommand } from './faults.ts';
import { fixturesCommand } from './fixtures.ts';
import { generateCommand } from './generate.ts';
import { incidentsCommand } from './incidents.ts';
import { mergeCommand } from './merge.ts';
import { planCommand } from './plan.ts';
import { repairCommand } from './repair.ts';
import { reportCommand } from './report.ts';
import { schemaCommand } from './schema.ts';
import { validateCommand } from './validate.ts';

/** Every command; the first is meant where none is named. */
export const COMMANDS: readonly Command[] = [
  generateCommand,
  planCommand,
  mergeCommand,
  validateCommand,
  repairCommand,
  reportCommand,
  conformCommand,
  fixturesCommand,
  faultsCommand,
  incidentsCommand,
  explainCommand,
  schemaCommand,
  checkCommand,
  completionCommand,
];
