/** Tables of rows that people compare. */
import { attrs, html } from '../html.ts';
import type { Content, Html } from '../html.ts';

export interface Column<Row> {
  header: Content;
  cell: (row: Row, index: number) => Content;
  /** Numbers stand to the right, in figures of equal width. */
  numeric?: boolean;
  /** The cell that names the row: becomes its header. At most one a table. */
  names?: boolean;
}

/** A table. Scrolls sideways inside its own frame on a narrow screen, reachable with the keyboard. */
export function table<Row>(options: {
  caption: string;
  /** The caption is for screen readers only, where a heading just above says the same. */
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  foot?: readonly Content[] | undefined;
}): Html {
  const { columns, caption } = options;
  const numeric = (column: Column<Row> | undefined): Html => attrs({ class: column?.numeric && 'ep-number' });
  const head = columns.map((column) => html`<th scope="col"${numeric(column)}>${column.header}</th>`);
  const body = options.rows.map(
    (row, index) => html`<tr>${columns.map((column) =>
      column.names
        ? html`<th scope="row"${numeric(column)}>${column.cell(row, index)}</th>`
        : html`<td${numeric(column)}>${column.cell(row, index)}</td>`,
    )}</tr>
`,
  );
  const foot = options.foot?.map((cell, i) => html`<td${numeric(columns[i])}>${cell}</td>`);
  return html`<div class="ep-table" role="region" aria-label="${caption}" tabindex="0"><table class="ds-table" data-color="neutral"><caption${attrs({ class: options.hideCaption && 'ds-sr-only' })}>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${body}</tbody>${foot && html`<tfoot><tr>${foot}</tr></tfoot>`}</table></div>`;
}
