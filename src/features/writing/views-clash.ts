/** Two people wrote in one field at the same time: both texts, and what is to stand. */
import {
  card,
  heading,
  paragraph,
  prose,
  question as questionBox,
  radioGroup,
  versus,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { structuredView } from '../../ui/submission.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { QuestionRow } from '../nominations/schema.ts';
import { contentOf } from './schema-structured.ts';
import { fieldNames } from './schema-steps.ts';
import { fieldView, textOf, type FieldView } from './views-fields.ts';

/** What somebody else has saved in the meantime. */
export interface ClashView {
  value: string;
  version: number;
  updatedBy: string;
  updatedAt: Date;
}

export function clashView(view: FieldView, clash: ClashView, lang: Lang): Html {
  const own = texts(lang).writing.clash;
  const { question } = view.field;
  const names = fieldNames(question.id);
  const who = clash.updatedBy || texts(lang).nominations.clash.other;
  const mine = html`${heading(2, own.mine, { size: '2xs' })}${fieldView(view, lang)}`;
  const theirs = card({
    title: own.theirs(who, formatDateTime(clash.updatedAt, lang)),
    level: 2,
    tinted: true,
    tone: 'warning',
    body: answerView(question, clash.value, lang),
  });
  const choice = radioGroup({
    name: names.choice,
    legend: own.choose,
    value: 'mine',
    hint: own.nothingLost,
    options: [
      { value: 'mine', label: own.keepMine },
      { value: 'theirs', label: own.keepTheirs(who) },
      ...(question.kind === 'tick' ? [] : [{ value: 'both', label: own.join, hint: own.joinHint }]),
    ],
  });
  return questionBox({
    id: question.id,
    kind: question.kind,
    label: textOf(question, lang).label,
    version: { name: names.version, value: clash.version },
    body: html`${versus(mine, theirs)}${choice}`,
  });
}

/** An answer to read. A table is called by its question, and by `which` where a page shows it more than once. */
export function answerView(question: QuestionRow, value: string, lang: Lang, which = ''): Html {
  const { kind, details } = question;
  const t = texts(lang);
  if (value === '') return paragraph(t.writing.clash.empty, 'muted');
  if (kind === 'tick') return paragraph(t.common.yes);
  const caption = [textOf(question, lang).label, which].filter(Boolean).join(': ');
  return details ? structuredView(contentOf(details, value, lang), caption, lang) : prose(value);
}
