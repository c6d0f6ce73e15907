import { EncodedCommonFields } from '../../../src/line/encoded-common-fields.ts';
import { below, chance, exponential, type Stream } from '../../../src/base/random/index.ts';
import { onceFor } from '../../../src/base/remember.ts';
import { DAY } from '../../../src/base/time.ts';
import { EVENT_PATH, request, type EventType, type PayloadOf } from '../../../src/spec/index.ts';
import { languagesOf } from '../../learners/languages.ts';
import type { Course } from '../../course/course.ts';
import { urlOf } from '../../course/url.ts';
import { MASK } from '../../../src/spec/values.ts';
import { loading, serving } from '../../model/connection.ts';
import { anyServer, type EventSink } from '../../model/platform.ts';
import type { SessionContext } from '../../model/session-context.ts';

type Payload<T extends EventType> = PayloadOf<T, 'current'>;

/** Parameters of a request: values, or what stands for a password. */
export type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** A page of an app from its loading on: whether it has got the token yet that it writes with. */
export interface Load {
  hasToken: boolean;
}

/** What an app asks for before it first writes, and keeps for as long as its page stays [FP AxiosCsrfTokenService]. */
const TOKEN = '/csrf/api/v1/token';

/** A block whose handler answers. */
export interface Block {
  readonly location: string;
  readonly title: string;
}

/** Microseconds between an event and its line: each process of the web writes its own, and a worker may be another machine. */
const WEB = { mean: 700, most: 45_000 };
const WORKER = { mean: 4000, late: 1_200_000, most: 4_500_000 };

/** Of a worker's tasks, so many tell of themselves seconds late. */
const LATE = 0.01;

/** How much later than they are a worker's lines are written, in microseconds. */
const workerLag = (random: Stream): number =>
  Math.floor(below(WORKER.most, exponential(random, chance(random, LATE) ? WORKER.late : WORKER.mean)));

/** What a worker does at a time: on which server, and how much later than they are its lines are written, in microseconds. */
export interface Work {
  readonly server: number;
  readonly lag: number;
}

/** No parameters, as most requests have them. */
const NONE: Parameters = {};

/** As the middleware logs them: lists of values, and masks of passwords. */
const listed = (values: Parameters): Parameters =>
  values === NONE
    ? NONE
    : Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'string' && value !== MASK ? [value] : value,
        ]),
      );

/** How paths name a course of which the platform sees it [request_utils]. */
const pathsOf = onceFor(({ id }: Course) => [`/courses/${id}`, `/course/${id}`]);

/** Writes today's lines: of each kind with what it has of the request, of the course, and of time. Delays are microseconds from now. */
export class Lines {
  readonly #sink: EventSink;
  /** What a visit's lines share, by who and where from. */
  readonly #bases = {
    somebody: new WeakMap<SessionContext, Map<string, EncodedCommonFields>>(),
    nobody: new WeakMap<SessionContext, Map<string, EncodedCommonFields>>(),
  };
  #worker: EncodedCommonFields | undefined;
  /** The last request, and the server that answers it, which writes what else is told of it. */
  #asked: { readonly visit: SessionContext; readonly path: string; readonly server: number } | undefined;

  constructor(sink: EventSink) {
    this.#sink = sink;
  }

  /**
   * What lines of a page share that its browser sends.
   *
   * @param known whether the platform finds the course
   */
  page(visit: SessionContext, page: string, referer: string, known = true): EncodedCommonFields {
    const { id: course_id, org: org_id } = visit.course;
    const context = { ...this.#ofUrl(visit, EVENT_PATH), ...(known && { course_id, org_id }) };
    return this.#base(visit, referer).with({ page, context });
  }

  browser<T extends EventType>(
    visit: SessionContext,
    page: EncodedCommonFields,
    type: T,
    payload: Payload<T>,
    delay = 0,
  ): number | undefined {
    return this.#log(visit, anyServer(this.#sink, visit.networkRandom), type, page, delay, payload);
  }

  /** Takes back what a browser was about to send. */
  withdraw(payload: object): void {
    this.#sink.withdraw(payload);
  }

  request(
    visit: SessionContext,
    referer: string,
    path: string,
    delay: number,
    { GET = NONE, POST = NONE }: { readonly GET?: Parameters; readonly POST?: Parameters } = {},
    nobody = false,
  ): void {
    const common = this.#base(visit, referer, nobody).with({ context: this.#ofUrl(visit, path, nobody), page: null });
    const payload = { GET: listed(GET), POST: listed(POST) };
    const server = anyServer(this.#sink, visit.networkRandom);
    this.#asked = { visit, path, server };
    this.#log(visit, server, request, common, delay, payload, path);
  }

  /** What a machine asks for that is nobody's, some microseconds from now. */
  machine(
    visit: SessionContext,
    from: { readonly agent: string; readonly ip: string },
    path: string,
    delay: number,
    { POST }: { readonly POST: Parameters },
  ): void {
    const common = new EncodedCommonFields({
      username: '',
      session: '',
      ...from,
      host: urlOf(visit.course).host,
      referer: '',
      accept_language: '',
      page: null,
      context: this.#ofUrl(visit, path, true),
    });
    const server = anyServer(this.#sink, visit.networkRandom);
    this.#log(visit, server, request, common, delay, { GET: NONE, POST: listed(POST) }, path);
  }

  /** Asks for the token that an app's first write waits for; gives for how many microseconds that is, none where it is there. */
  token(visit: SessionContext, load: Load, referer: string, delay: number, nobody = false): number {
    if (load.hasToken) return 0;
    load.hasToken = true;
    this.request(visit, referer, TOKEN, delay, {}, nobody);
    return serving(visit, 0.02) + loading(visit, 0.06);
  }

  /** What an app writes, once it has a token; gives when, microseconds from now. */
  write(
    visit: SessionContext,
    load: Load,
    referer: string,
    path: string,
    delay: number,
    given: { readonly POST?: Parameters } = {},
    nobody = false,
  ): number {
    const sent = delay + this.token(visit, load, referer, delay, nobody);
    this.request(visit, referer, path, sent, given, nobody);
    return sent;
  }

  /** What a block logs while its handler answers a request. */
  handler<T extends EventType>(
    visit: SessionContext,
    referer: string,
    path: string,
    { location, title }: Block,
    type: T,
    payload: Payload<T>,
    delay: number,
  ): number | undefined {
    const pastRuntime = type.current?.context === 'past-runtime';
    const module = { display_name: title, usage_key: location };
    const context = { ...this.#ofUrl(visit, path), module, ...(pastRuntime ? {} : { asides: {} }) };
    const common = this.#base(visit, referer).with({ context, page: pastRuntime ? null : 'x_module' });
    return this.#log(visit, this.#answering(visit, path), type, common, delay, payload);
  }

  /** What another part of the platform logs while it answers a request; `knows` tells whether it sets the course itself. */
  server<T extends EventType>(
    visit: SessionContext,
    referer: string,
    path: string,
    knows: boolean,
    type: T,
    payload: Payload<T>,
    delay: number,
  ): number | undefined {
    const { id: course_id, org: org_id } = visit.course;
    const context = { ...this.#ofUrl(visit, path), ...(knows && { course_id, org_id }) };
    const common = this.#base(visit, referer).with({ context, page: null });
    return this.#log(visit, this.#answering(visit, path), type, common, delay, payload);
  }

  /** Somebody's work for a worker, all of which one does. */
  work({ networkRandom }: SessionContext): Work {
    return { server: anyServer(this.#sink, networkRandom), lag: workerLag(networkRandom) };
  }

  /** What a worker logs, whom no request tells anything. */
  worker<T extends EventType>(
    visit: SessionContext,
    { server, lag }: Work,
    type: T,
    payload: Payload<T>,
    delay: number,
  ): void {
    this.#sink.log(visit, server, type, this.#ofWorker(visit.course), delay + lag, payload, '', lag);
  }

  /** The server that answers a request by a path. */
  #answering(visit: SessionContext, path: string): number {
    const asked = this.#asked;
    return asked?.visit === visit && asked.path === path ? asked.server : anyServer(this.#sink, visit.networkRandom);
  }

  #ofWorker({ id, org }: Course): EncodedCommonFields {
    return (this.#worker ??= new EncodedCommonFields({
      username: '',
      session: '',
      ip: '',
      agent: '',
      host: '',
      referer: '',
      accept_language: '',
      page: null,
      context: { course_id: id, org_id: org, enterprise_uuid: '' },
    }));
  }

  #base(visit: SessionContext, referer: string, nobody = false): EncodedCommonFields {
    const isSomebody = visit.username !== '' && !nobody;
    const ofAll = this.#bases[isSomebody ? 'somebody' : 'nobody'];
    let bases = ofAll.get(visit);
    if (!bases) ofAll.set(visit, (bases = new Map()));
    let base = bases.get(referer);
    if (!base) {
      const { login, course } = visit;
      base = new EncodedCommonFields({
        username: isSomebody ? visit.username : '',
        session: isSomebody ? visit.session : '',
        ip: login.address,
        agent: login.agent,
        host: urlOf(course).host,
        referer,
        accept_language: languagesOf(visit.learner, login.agent),
        page: null,
        context: {},
      });
      bases.set(referer, base);
    }
    return base;
  }

  #ofUrl({ course, learner, username }: SessionContext, path: string, nobody = false) {
    const user_id = username === '' || nobody ? null : learner.accountNumber;
    return pathsOf(course).some((known) => path.includes(known))
      ? { course_id: course.id, course_user_tags: {}, user_id, path, org_id: course.org, enterprise_uuid: '' }
      : { user_id, path, course_id: '', org_id: '', enterprise_uuid: '' };
  }

  #log(
    visit: SessionContext,
    server: number,
    type: EventType,
    common: EncodedCommonFields,
    delay: number,
    payload: unknown,
    path?: string,
  ): number | undefined {
    const drawn = Math.floor(below(WEB.most, exponential(visit.networkRandom, WEB.mean)));
    // The truth counts a person's days by what lines tell, in the order in which they are written.
    const time = visit.now + delay;
    const lag = Math.floor(time / DAY) === Math.floor((time + drawn) / DAY) ? drawn : 0;
    return this.#sink.log(visit, server, type, common, delay + lag, payload, path, lag);
  }
}
