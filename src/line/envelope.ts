import { quotePython } from './quote.ts';
import type { CommonFields } from './record.ts';

/**
 * Common fields, quoted once for the many lines that share them: quoting is a third of the time of encoding a line, and
 * a visit to a page has some ten lines.
 */
export class Envelope {
  readonly fields: CommonFields;
  readonly username: string;
  readonly session: string | undefined;
  readonly ip: string;
  readonly agent: string;
  readonly page: string;
  readonly host: string;

  constructor(fields: CommonFields) {
    this.fields = fields;
    this.username = quotePython(fields.username);
    this.session = fields.session === undefined ? undefined : quotePython(fields.session);
    this.ip = quotePython(fields.ip);
    this.agent = quotePython(fields.agent);
    this.page = fields.page === null ? 'null' : quotePython(fields.page);
    this.host = quotePython(fields.host ?? '');
  }
}
