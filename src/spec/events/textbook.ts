import type { TProperties } from 'typebox';
import { Type } from '../../base/type.ts';
import { sent } from '../current-shape.ts';
import { browserEvent } from '../event-type.ts';
import { pageNumber, text, value } from '../values.ts';

/** Textbooks in PDF; turning their pages is a book event. */
const page = { ...pageNumber, description: 'number of the page' };

const pdf = <P extends TProperties>(what: string, details: string, own: P) => {
  const name = `textbook.pdf.${what}`;
  return browserEvent(name, details, {
    current: sent({
      ...own,
      chapter: { ...text, description: 'address of the file' },
      name: value(Type.Literal(name), 'payload-value', `"${name}"`),
    }),
  });
};
const direction = <const A extends string, const B extends string>(one: A, other: B) =>
  value(Type.Enum([one, other] as const), 'payload-value', `"${one}" or "${other}"`);

export const thumbnailsToggled = pdf('thumbnails.toggled', 'Small pictures of the pages are shown or hidden.', {
  page,
});
export const thumbnailNavigated = pdf('thumbnail.navigated', 'A page is picked by its picture.', {
  page,
  thumbnail_title: text,
});
export const pdfOutlineToggled = pdf('outline.toggled', 'A textbook’s table of contents is shown or hidden.', { page });
export const pdfChapterNavigated = pdf('chapter.navigated', 'A textbook’s chapter is picked.', { chapter_title: text });
export const pdfPageNavigated = pdf('page.navigated', 'A textbook’s page is picked by its number.', { page });
export const pdfZoomed = pdf('zoom.buttons.changed', 'A page is made larger or smaller.', {
  direction: direction('in', 'out'),
  page,
});
export const pdfZoomPicked = pdf('zoom.menu.changed', 'A page’s size is picked.', {
  amount: { ...text, description: 'the size, or a word such as page-width' },
  page,
});
export const pdfScaled = pdf('display.scaled', 'A page is shown in another size.', {
  amount: Type.Number({ expected: 'a number' }),
  page,
});
export const pdfScrolled = pdf('page.scrolled', 'A page is scrolled to.', { page, direction: direction('up', 'down') });

const search = {
  page,
  query: { ...text, description: 'what is looked for' },
  caseSensitive: Type.Boolean(),
  highlightAll: Type.Boolean(),
  status: { ...text, description: 'what the viewer says of it' },
};
export const pdfSearched = pdf('search.executed', 'A textbook is searched.', search);
export const pdfSearchedOn = pdf('search.navigatednext', 'The next place that was found is gone to.', {
  ...search,
  findPrevious: Type.Boolean(),
});
export const pdfHighlightToggled = pdf(
  'search.highlight.toggled',
  'All that was found is marked, or no longer.',
  search,
);
export const pdfCaseToggled = pdf('searchcasesensitivity.toggled', 'Case counts in a search, or no longer.', search);
