/** Answers on the page of a form: read as the server keeps them, and written back. */
import {
  criterionInWords,
  joinCriteria,
  readCriterion,
  storedCriterion,
  writeCriterion,
} from './criterion.ts';

/** A question with its answer, whatever it looks like. */
export interface Answer {
  id: string;
  box: HTMLElement;
  kind: string;
  /** Where a message about it leads, and what is focused. */
  control: HTMLInputElement | HTMLTextAreaElement;
  /** The version that was read last: the hidden field that also goes along with the form. */
  version: HTMLInputElement;
}

/** The questions of a form, in their order. */
export function answersIn(form: HTMLFormElement): Answer[] {
  return [...form.querySelectorAll<HTMLElement>('[data-question]')].flatMap((box) => {
    const id = box.dataset['question'] ?? '';
    const kind = box.dataset['kind'] ?? '';
    const control = box.querySelector<HTMLInputElement | HTMLTextAreaElement>(
      kind === 'criterion' ? 'textarea' : 'textarea, input:not([type=hidden])',
    );
    const version = box.querySelector<HTMLInputElement>('input[data-version]');
    return control && version ? [{ id, box, kind, control, version }] : [];
  });
}

const cells = (row: Element): HTMLInputElement[] => [
  ...row.querySelectorAll<HTMLInputElement>('input[data-column]'),
];
export const tableRows = ({ box }: Pick<Answer, 'box'>): HTMLTableRowElement[] => [
  ...box.querySelectorAll<HTMLTableRowElement>('tbody tr'),
];
const other = ({ box, id }: Answer) => box.querySelector<HTMLInputElement>(`input[name="o-${id}"]`);
const boxes = ({ box }: Answer) => [...box.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];

/** The answer as it stands on the page; '' when there is none. */
export function readAnswer(answer: Answer): string {
  const { kind, control } = answer;
  if (kind === 'tick') return (control as HTMLInputElement).checked ? 'yes' : '';
  if (kind === 'criterion') return readCriterion(answer);
  if (kind === 'choices') {
    const chosen = boxes(answer)
      .filter((box) => box.checked)
      .map((box) => box.value);
    const more = other(answer)?.value.trim() ?? '';
    return chosen.length || more ? JSON.stringify({ chosen, ...(more ? { other: more } : {}) }) : '';
  }
  if (kind !== 'table') return control.value;
  const rows = tableRows(answer)
    .map((row): Record<string, string> =>
      Object.fromEntries(
        cells(row).flatMap((cell) =>
          cell.value.trim() ? [[cell.dataset['column'] ?? '', cell.value.trim()] as const] : [],
        ),
      ),
    )
    .filter((row) => Object.keys(row).length > 0);
  return rows.length ? JSON.stringify(rows) : '';
}

/** The answer as it came with the page. What a browser fills in again when a page is reloaded is not what the server has. */
export function storedAnswer(answer: Answer): string {
  const { kind, control } = answer;
  if (kind === 'text' || kind === 'line') return control.defaultValue;
  if (kind === 'tick') return (control as HTMLInputElement).defaultChecked ? 'yes' : '';
  return kind === 'criterion' ? storedCriterion(answer) : readAnswer(answer);
}

/** Puts a stored answer on the page. The cursor stays where it was, as far as there is text. */
export function writeAnswer(answer: Answer, value: string): void {
  const { kind, control } = answer;
  if (kind === 'tick') (control as HTMLInputElement).checked = value !== '';
  else if (kind === 'criterion') writeCriterion(answer, value);
  else if (kind === 'choices') {
    const { chosen, other: more = '' } = value
      ? (JSON.parse(value) as { chosen: string[]; other?: string })
      : { chosen: [] };
    for (const box of boxes(answer)) box.checked = chosen.includes(box.value);
    const field = other(answer);
    if (field) field.value = more;
  } else if (kind === 'table') writeTable(answer, value);
  else {
    const [start, end] = [control.selectionStart, control.selectionEnd];
    control.value = value;
    if (document.activeElement === control) control.setSelectionRange(start, end);
  }
  control.dispatchEvent(new Event('ep:shown', { bubbles: true }));
}

function writeTable(answer: Answer, value: string): void {
  const rows = value ? (JSON.parse(value) as Record<string, string | number>[]) : [];
  while (tableRows(answer).length <= rows.length) addRow(answer);
  tableRows(answer).forEach((row, at) => {
    for (const cell of cells(row)) cell.value = String(rows[at]?.[cell.dataset['column'] ?? ''] ?? '');
  });
}

/** One more empty row at the end, like the last one. */
export function addRow(answer: Pick<Answer, 'box' | 'id'>): HTMLTableRowElement | undefined {
  const last = tableRows(answer).at(-1);
  if (!last) return undefined;
  const row = last.cloneNode(true) as HTMLTableRowElement;
  row.removeAttribute('id');
  const at = tableRows(answer).length;
  for (const cell of cells(row)) {
    cell.value = '';
    cell.removeAttribute('id');
    cell.name = `a-${answer.id}.${at}.${cell.dataset['column']}`;
    cell.setAttribute('aria-label', (cell.dataset['cell'] ?? '').replace('{n}', String(at + 1)));
  }
  last.after(row);
  return row;
}

/** An answer in words, for reading: rows and choices a line each. */
export function answerInWords(answer: Answer, value: string): string {
  if (value === '') return '';
  if (answer.kind === 'tick') return '✓';
  if (answer.kind === 'criterion') return criterionInWords(answer, value);
  if (answer.kind === 'choices') {
    const { chosen, other: more } = JSON.parse(value) as { chosen: string[]; other?: string };
    const labels = boxes(answer)
      .filter((box) => chosen.includes(box.value))
      .map((box) => box.labels?.[0]?.textContent ?? box.value);
    return [...labels, more].filter(Boolean).join('\n');
  }
  if (answer.kind !== 'table') return value;
  return (JSON.parse(value) as Record<string, string | number>[])
    .map((row) => Object.values(row).join(', '))
    .join('\n');
}

/** Both answers after each other; of a table all rows, of choices what either has chosen. As the server joins them. */
export function joinAnswers({ kind }: Answer, theirs: string, mine: string): string {
  if (theirs === '' || mine === '' || theirs === mine) return theirs || mine;
  if (kind === 'criterion') return joinCriteria(theirs, mine);
  if (kind === 'table')
    return JSON.stringify([...(JSON.parse(theirs) as unknown[]), ...(JSON.parse(mine) as unknown[])]);
  if (kind === 'choices') {
    const [a, b] = [theirs, mine].map((text) => JSON.parse(text) as { chosen: string[]; other?: string });
    const more = [a?.other, b?.other].filter(Boolean).join(' ');
    const chosen = [...new Set([...(a?.chosen ?? []), ...(b?.chosen ?? [])])];
    return JSON.stringify({ chosen, ...(more ? { other: more } : {}) });
  }
  return kind === 'line' ? `${theirs} ${mine}` : `${theirs}\n\n${mine}`;
}
