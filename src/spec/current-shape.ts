/** Shapes of `current`: one maker for each kind of line, by who writes it. */
import type { TProperties, TSchema } from 'typebox';
import { Type } from '../base/type.ts';
import { shape, type Encoding } from './event-type.ts';
import { absoluteUrl, noPage, xModule } from './values.ts';

/** What the browser sends. */
export const sent = <P extends TProperties>(properties: P) => sentAs('dumped', Type.Object(properties));

/** The same where it is no object, or one of several. */
export const sentAs = <P extends TSchema>(encoding: Encoding, payload: P) =>
  shape(encoding, payload, absoluteUrl, 'browser');

/** The same under a name for which event_type has an older word. */
export const sentUnder = <P extends TProperties>(alias: string, properties: P) => ({ ...sent(properties), alias });

/** What a block logs while its handler answers. */
export const handled = <P extends TProperties>(properties: P) =>
  shape('value', Type.Object(properties), xModule, 'handler');

/** What is logged then of grades and completion. */
export const handledPastRuntime = <P extends TProperties>(properties: P) =>
  shape('value', Type.Object(properties), noPage, 'past-runtime');

/** What other parts of the platform log while they answer. */
export const answered = <P extends TProperties>(properties: P) =>
  shape('value', Type.Object(properties), noPage, 'server');

/** What a worker logs. */
export const worked = <P extends TProperties>(properties: P) =>
  shape('value', Type.Object(properties), noPage, 'worker');

/** A request. */
export const asked = <P extends TSchema>(payload: P) => shape('request', payload, noPage, 'request');
