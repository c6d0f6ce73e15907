import type { TSchema } from 'typebox';
import { Type } from '../../base/type.ts';
import { browserEvent, shape } from '../event-type.ts';
import { numeric, pageNumber } from '../values.ts';

const goTo = <T extends TSchema>(page: T) =>
  Type.Object({
    type: Type.Literal('gotopage'),
    old: { ...page, description: 'from page number' },
    new: { ...page, description: 'to page number' },
  });
const turn = <const N extends 'nextpage' | 'prevpage', T extends TSchema>(type: N, page: T) =>
  Type.Object({ type: Type.Literal(type), new: { ...page, description: 'page number turned to' } });

const turned = numeric(pageNumber);

export const book = browserEvent('book', 'A page of the textbook is turned to.', {
  documented: shape('json', Type.Union([goTo(pageNumber), turn('nextpage', pageNumber)])),
  deployed: shape('json', Type.Union([goTo(turned), turn('nextpage', turned), turn('prevpage', turned)])),
});
