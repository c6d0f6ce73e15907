/** A piece of HTML or SVG: text that needs no further escaping. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text is escaped, pieces stand as they are, nothing is written for nothing. */
export type Content = Markup | string | number | undefined | false | readonly Content[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Characters that a page may not hold, or that would turn the text around them. */
// eslint-disable-next-line no-control-regex
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

const escape = (text: string): string => text.replace(UNSEEN, '\ufffd').replace(/[&<>"']/g, (mark) => ENTITIES[mark]!);

function textOf(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'number') return String(Math.round(content * 100) / 100);
  return typeof content === 'string' ? escape(content) : content.map(textOf).join('');
}

/**
 * Makes HTML or SVG of a template. Whatever is put into it is escaped, for text and for attributes in double quotes alike;
 * numbers are rounded to hundredths.
 */
export const html = (parts: TemplateStringsArray, ...contents: Content[]): Markup =>
  new Markup(parts.reduce((text, part, index) => text + textOf(contents[index - 1]!) + part));

/** A text of no more characters than fit; the end gives way. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** What a page of ours holds near its beginning, so that it can be told from somebody else's file. */
export const MARK = '<meta name="generator" content="edxgen report">';
