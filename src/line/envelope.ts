import { quotePython } from './quote.ts';
import type { CommonFields } from './record.ts';

/**
 * Common fields, quoted once for the many lines that share them: quoting them for each line takes a third of the time of
 * encoding it.
 */
export class Envelope {
  readonly fields: CommonFields;
  readonly username: string;
  readonly session: string | undefined;
  readonly ip: string;
  readonly agent: string;
  readonly page: string;
  readonly host: string;

  /** @param like an envelope whose other fields are the same, and so need no quoting: only page and session may differ */
  constructor(fields: CommonFields, like?: Envelope) {
    this.fields = fields;
    this.username = like ? like.username : quotePython(fields.username);
    this.session = fields.session === undefined ? undefined : quotePython(fields.session);
    this.ip = like ? like.ip : quotePython(fields.ip);
    this.agent = like ? like.agent : quotePython(fields.agent);
    this.page = fields.page === null ? 'null' : quotePython(fields.page);
    this.host = like ? like.host : quotePython(fields.host ?? '');
  }

  /** The same on another page, with another session. */
  on(page: string | null, session?: string): Envelope {
    const { username, ip, agent, host } = this.fields;
    return new Envelope({ username, session, ip, agent, page, host }, this);
  }
}
