import type { TSchema } from 'typebox';
import { Type } from '../../base/type.ts';
import { sentAs } from '../current-shape.ts';
import { browserEvent, shape } from '../event-type.ts';
import { numeric, pageNumber, text } from '../values.ts';

const goTo = <T extends TSchema>(page: T) =>
  Type.Object({
    type: Type.Literal('gotopage'),
    old: { ...page, description: 'from page number' },
    new: { ...page, description: 'to page number' },
  });
const turn = <const N extends 'nextpage' | 'prevpage', T extends TSchema>(type: N, page: T) =>
  Type.Object({ type: Type.Literal(type), new: { ...page, description: 'page number turned to' } });

/** What a textbook in PDF adds. */
const ofPdf = {
  chapter: Type.Optional({ ...text, description: 'address of the file, in PDF' }),
  name: Type.Optional({ ...text, description: 'what the viewer calls it' }),
};
const pdfGoTo = Type.Object({ ...goTo(pageNumber).properties, ...ofPdf });
const pdfTurn = <const N extends 'nextpage' | 'prevpage'>(type: N) =>
  Type.Object({ ...turn(type, pageNumber).properties, ...ofPdf });

const turned = numeric(pageNumber);

export const book = browserEvent('book', 'A page of the textbook is turned to.', {
  documented: shape('json', Type.Union([goTo(pageNumber), turn('nextpage', pageNumber)])),
  deployed: shape('json', Type.Union([goTo(turned), turn('nextpage', turned), turn('prevpage', turned)])),
  current: sentAs('dumped', Type.Union([pdfGoTo, pdfTurn('nextpage'), pdfTurn('prevpage')])),
});
