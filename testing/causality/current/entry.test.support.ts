/** Today's lines as their checker sees them: read with JSON.parse alone, sharing nothing with what wrote them. */

// What a payload holds is the validator's business; here it is only compared.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Payload = any;

/** One line. */
export interface Entry {
  readonly line: string;
  /** Microseconds since 1970. */
  readonly time: number;
  readonly type: string;
  readonly source: 'browser' | 'server';
  readonly username: string;
  /** The user's number, by context or, of workers, by what they tell. */
  readonly user: number | undefined;
  readonly session: string;
  /** Workers have none. */
  readonly agent: string | undefined;
  readonly page: string | null;
  readonly referer: string;
  readonly path: string;
  /** The block whose handler answers. */
  readonly module: string | undefined;
  readonly payload: Payload;
}

export function instantOf(time: string): number {
  const [, whole, fraction = '0'] = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)(?:\.(\d{6}))?\+00:00$/.exec(time) ?? [];
  if (whole === undefined) throw new Error(`no time: ${time}`);
  return Date.parse(`${whole.replace(' ', 'T')}Z`) * 1000 + Number(fraction);
}

function tryJson(text: string): Payload {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function entryOf(line: string): Entry {
  const parsed = JSON.parse(line);
  const { event, context } = parsed;
  const user = context.user_id ?? (event?.user_id === undefined ? undefined : Number(event.user_id));
  return {
    line,
    time: instantOf(parsed.time),
    type: parsed.event_type,
    source: parsed.event_source,
    username: parsed.username,
    user,
    session: parsed.session,
    agent: parsed.ip === '' ? undefined : parsed.agent,
    page: parsed.page,
    referer: parsed.referer,
    path: context.path ?? '',
    module: context.module?.usage_key,
    payload: typeof event === 'string' ? tryJson(event) : event,
  };
}
