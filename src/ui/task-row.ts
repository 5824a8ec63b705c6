/** Something that waits for somebody, with the way to where it is done: on one's own page and on the overview of a year. */
import { link } from './components/actions.ts';
import { paragraph } from './components/text.ts';
import { html, type Html } from './html.ts';
import { formatDeadline } from './text/format.ts';
import { texts, type Lang, type Texts } from './text/index.ts';

export interface TaskRow {
  kind: keyof Texts['people']['myPage']['tasks'];
  path: string;
  /** Null for what concerns every year, and where the page says which. */
  year: number | null;
  count: number;
  due: Date | null;
}

export function taskRow({ kind, path, year, count, due }: TaskRow, lang: Lang): Html {
  const own = texts(lang).people.myPage;
  const parts = [year && own.edition(year), due && own.due(formatDeadline(due, lang))].filter(Boolean);
  return html`${link(path, own.tasks[kind](count))}${parts.length > 0 && paragraph(parts.join('. '), 'small')}`;
}
