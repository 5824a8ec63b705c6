/** What was written earlier: the list of steps, and one step beside what stands now. */
import {
  actions,
  alert,
  button,
  buttonLink,
  checkbox,
  emptyState,
  errorSummary,
  form,
  heading,
  hidden,
  link,
  pageHead,
  paragraph,
  rows,
  section,
  stack,
  statusMessage,
  time,
  versus,
  type FormError,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { nominationCrumbs } from '../../ui/nomination-nav.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Field, NominationRow, Section } from '../nominations/schema.ts';
import type { RevisionKind } from './schema.ts';
import { answerView } from './views-clash.ts';
import { textOf } from './views-fields.ts';

type Row = Pick<NominationRow, 'id' | 'organisation_name'>;
interface Step {
  id: string;
  section: string;
  kind: RevisionKind;
  by: string;
  savedAt: Date;
  answers: Readonly<Record<string, string>>;
}
export interface HistoryView {
  row: Row;
  revisions: readonly Step[];
  fields: readonly Field[];
  /** Id of the last step shown, when there are older ones. */
  older: string | null;
  restored: boolean;
}

export function historyPage({ row, revisions, fields, older, restored }: HistoryView, lang: Lang): Page {
  const own = texts(lang).writing.history;
  const here = `/soknad/${row.id}/historikk`;
  return {
    title: own.title,
    breadcrumbs: nominationCrumbs(row, own.title, lang),
    main: stack(
      restored && statusMessage(own.restored),
      pageHead({ title: own.title, over: row.organisation_name, lead: own.lead }),
      revisions.length === 0
        ? emptyState({ title: own.empty, body: own.emptyBody })
        : rows(revisions.map((step) => stepRow(step, fields, here, lang))),
      older && html`<p>${link(`${here}?eldre=${older}`, own.older)}</p>`,
    ),
  };
}

function stepRow(step: Step, fields: readonly Field[], here: string, lang: Lang): Html {
  const t = texts(lang);
  const own = t.writing.history;
  const labels = fields
    .filter(({ question }) => question.id in step.answers)
    .map(({ question }) => `«${textOf(question, lang).label}»`);
  return html`<div>${link(`${here}/${step.id}`, html`${own.kinds[step.kind](step.by)}, ${time(step.savedAt, formatDateTime(step.savedAt, lang))}`)}</div>${paragraph(
    html`${t.nominations.sections[step.section as Section]}. ${own.fields(labels.join(', '))}`,
    'small',
  )}`;
}

export interface RevisionView {
  row: Row;
  revision: Step;
  fields: readonly Field[];
  /** Whether the answer to a question can be brought back now. */
  open: (question: string) => boolean;
  errors: readonly FormError[];
}

export function revisionPage({ row, revision, fields, open, errors }: RevisionView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.writing.history;
  const title = `${own.kinds[revision.kind](revision.by)}, ${formatDateTime(revision.savedAt, lang)}`;
  const mine = fields.filter(({ question }) => question.id in revision.answers);
  const anyOpen = mine.some(({ question }) => open(question.id));
  const differs = mine.some(
    ({ question, value }) => open(question.id) && revision.answers[question.id] !== value,
  );
  const body = mine.map((field) =>
    comparison(field, revision.answers[field.question.id] ?? '', open(field.question.id), lang),
  );
  const here = `/soknad/${row.id}/historikk`;
  return {
    title,
    wide: true,
    failed: errors.length > 0,
    breadcrumbs: nominationCrumbs(row, own.title, lang),
    main: stack(
      errorSummary(errors, t),
      pageHead({ title, over: t.nominations.sections[revision.section as Section] }),
      differs
        ? form({
            action: `${here}/${revision.id}`,
            body: html`${paragraph(own.restoreLead)}${body}${actions(
              button({ label: own.restore }),
              buttonLink({ href: here, label: own.back, kind: 'tertiary' }),
            )}`,
          })
        : html`${!anyOpen && alert({ body: paragraph(t.nominations.form.closed) })}${body}<p>${link(here, own.back)}</p>`,
    ),
  };
}

function comparison({ question, value, version }: Field, then: string, open: boolean, lang: Lang): Html {
  const own = texts(lang).writing.history;
  const { label } = textOf(question, lang);
  const part = (title: string, text: string) =>
    html`${heading(3, title, { size: '2xs' })}${answerView(question, text, lang, title)}`;
  const same = value === then;
  return section({
    title: label,
    id: `svar-${question.id}`,
    body: html`${same ? html`${answerView(question, then, lang, own.then)}${paragraph(own.same, 'small')}` : versus(part(own.then, then), part(own.now, value))}${
      open && !same
        ? html`${checkbox({ name: `hent-${question.id}`, label: html`${own.restore}: «${label}»`, checked: true })}${hidden(`v-${question.id}`, version)}`
        : ''
    }`,
  });
}
