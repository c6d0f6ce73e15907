/** Widths of characters at 12 px in the widest font that a page may get, DejaVu Sans; a drawing cannot measure its text. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijlI.,:;'|!]/, 4.1],
  [/[ ftr()[\]/\\-]/, 5.2],
  [/[0-9a-z_·]/, 7.7],
  [/[A-LN-VX-Z]/, 9.6],
  [/[\u0080-\u024f]/, 9.6],
];
const WIDEST = 12.2;

const widths = new Map<string, number>();

function widthOf(character: string): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  const width = WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? WIDEST;
  if (widths.size < 1000) widths.set(character, width);
  return width;
}

/** How wide a text is at most, at 12 px. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

const ELLIPSIS = '…';

/** A text that is no wider; the end gives way. */
export function fitted(text: string, most: number): string {
  let width = 0;
  let end = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > most) return text.slice(0, end) + ELLIPSIS;
    if (width <= most - WIDEST) end += character.length;
  }
  return text;
}
