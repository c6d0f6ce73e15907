import { NARROW, svg, WIDE } from '../charts/frame.ts';
import { html, type Content, type Markup } from './html.ts';

/** Rows that a table shows before it says how many it leaves out. */
const MOST_ROWS = 500;

/** The figures behind a chart. */
export interface Table {
  readonly caption: string;
  readonly head: readonly Content[];
  readonly rows: readonly (readonly Content[])[];
  /** How many columns from the left hold words rather than numbers; 1 by default. */
  readonly words?: number;
}

/** A drawing with its words and its table. */
export interface Figure {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** What a screen reader says in place of the drawing. */
  readonly description: string;
  readonly draw: (width: number) => { height: number; marks: Markup };
  readonly table: Table;
  /** Stands above the drawing: what its colours mean. */
  readonly legend?: Markup;
}

/** A table that is folded away until somebody asks. */
export function foldedTable({ caption, head, rows, words = 1 }: Table): Markup {
  const kind = (column: number) => (column < words ? html`` : html` class="number"`);
  const cells = (row: readonly Content[]) =>
    row.map((cell, column) =>
      column === 0 ? html`<th scope="row">${cell}</th>` : html`<td${kind(column)}>${cell}</td>`,
    );
  return html`<details><summary>Table: ${caption}</summary><div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><thead><tr>${head.map((name, column) => html`<th scope="col"${kind(column)}>${name}</th>`)}</tr></thead><tbody>${rows.slice(0, MOST_ROWS).map((row) => html`<tr>${cells(row)}</tr>\n`)}</tbody></table></div>${rows.length > MOST_ROWS && html`<p class="note">The first ${MOST_ROWS} of ${rows.length}.</p>`}</details>`;
}

/** A figure, drawn for a page's column and for a phone; only one of the two is ever shown. */
export function figure({ id, title, description, draw, table, legend }: Figure): Markup {
  const drawing = (width: number, name: string) => {
    const { height, marks } = draw(width);
    return html`<div class="${name}">${svg(width, height, `${id}-${name}`, title, description, marks)}</div>`;
  };
  return html`<figure id="${id}-figure">${legend}${drawing(WIDE, 'wide')}${drawing(NARROW, 'narrow')}${foldedTable(table)}</figure>\n`;
}

/** What colours mean. */
export const legend = (entries: readonly { readonly name: string; readonly colour: string }[]): Markup =>
  html`<ul class="legend">${entries.map(({ name, colour }) => html`<li><svg aria-hidden="true" width="12" height="12"><rect class="${colour}" width="12" height="12" rx="2"/></svg>${name}</li>`)}</ul>`;

/** A part of the page. */
export const section = (id: string, heading: string, lead: Content, ...parts: Content[]): Markup =>
  html`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2><p>${lead}</p>${parts}</section>\n`;

export const note = (...parts: Content[]): Markup => html`<p class="note">${parts}</p>`;

/** A name from a log, which may be written in any direction. */
export const name = (text: string): Markup => html`<bdi>${text}</bdi>`;
