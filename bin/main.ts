/** The command line: which commands there are. */
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { UserError } from '../src/user-error.ts';
import { VERSION } from '../src/version.ts';
import { checkCommand } from './check.ts';
import { conformCommand } from './conform.ts';
import { faultsCommand } from './faults.ts';
import { fixturesCommand } from './fixtures.ts';
import { generateCommand } from './generate.ts';
import { mergeCommand } from './merge.ts';
import { planCommand } from './plan.ts';
import { reportCommand } from './report.ts';
import { repairCommand } from './repair.ts';
import { schemaCommand } from './schema.ts';
import { STANDARD_INPUT, validateCommand } from './validate.ts';

const given = hideBin(process.argv);
const DASHES = '--';
const own = given.includes(DASHES) ? given.indexOf(DASHES) : given.length;

const cli = yargs(given.map((argument, place) => (argument === '-' && place < own ? STANDARD_INPUT : argument)))
  .scriptName('edxgen')
  .detectLocale(false)
  .parserConfiguration({ 'boolean-negation': false, 'duplicate-arguments-array': true, 'populate--': given[0] === 'conform' })
  .usage('Makes realistic, reproducible edX tracking logs, validates them, and tries parsers of them.')
  .command(generateCommand)
  .command(mergeCommand)
  .command(planCommand)
  .command(validateCommand)
  .command(checkCommand)
  .command(conformCommand)
  .command(reportCommand)
  .command(faultsCommand)
  .command(fixturesCommand)
  .command(repairCommand)
  .command(schemaCommand)
  .strict()
  .recommendCommands()
  .help()
  .alias('help', 'h')
  .version(VERSION)
  .wrap(100)
  // Help that could not be written must end with 2, which is known a moment later.
  .exitProcess(false)
  .fail((message, error) => {
    throw error ?? new UserError(`${message.replaceAll('\n', '; ')}; see edxgen --help`);
  });

await cli.parseAsync();
