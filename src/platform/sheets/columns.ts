/** A table as a file of a spreadsheet: what stands in each column, said once for CSV and XLSX. */

/** An instant is written as the date and time in Oslo; null is an empty cell. */
export type Cell = string | number | Date | null;

export interface SheetColumn<Row> {
  header: string;
  /** In characters, about. */
  width?: number;
  cell(row: Row): Cell;
}
