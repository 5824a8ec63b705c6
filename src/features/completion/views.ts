/** The page where the secretariat says what is missing. */
import {
  actions,
  button,
  buttonLink,
  checkbox,
  dateTimeField,
  errorSummary,
  errorsByField,
  fieldset,
  form,
  pageHead,
  paragraph,
  section,
  srOnly,
  stack,
  textArea,
  textField,
  tickedField,
  type FormError,
} from '../../ui/components/index.ts';
import { applicationCrumbs } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { partName } from '../../ui/returned-parts.ts';
import { osloDeadlineFields } from '../../platform/clock.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { NominationRow, Section } from '../nominations/schema.ts';

export interface AskView {
  row: Pick<NominationRow, 'id' | 'edition_id' | 'organisation_name' | 'version' | 'state'>;
  year: number;
  /** Every part there is, in the order of the form. */
  parts: readonly { part: string; section: Section | null; question: string }[];
  /** What stands in the fields. */
  input: Readonly<Record<string, string>>;
  /** The deadline that it has already been given. */
  dueAt: Date | null;
  errors: readonly FormError[];
}

export function askPage(view: AskView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.completion.page;
  const { row, year, errors } = view;
  const back = `/sekretariat/soknad/${row.id}`;
  return {
    title: `${own.title}: ${row.organisation_name}`,
    failed: errors.length > 0,
    breadcrumbs: applicationCrumbs({ id: row.edition_id, year }, row, own.title, lang),
    main: stack(
      errorSummary(errors, t),
      pageHead({ title: own.title, over: row.organisation_name, lead: own.lead }),
      form({
        action: `${back}/mangler`,
        version: row.version,
        body: html`${section({ title: own.parts, body: groups(view, lang) })}${common(view, lang)}${paragraph(own.letter, 'small')}${actions(
          button({ label: own.send }),
          buttonLink({ href: back, label: t.common.cancel, kind: 'tertiary' }),
        )}`,
      }),
    ),
  };
}

/** Who applies and what goes with it first; then the questions, under the heading of their section. */
function groups(view: AskView, lang: Lang): Html[] {
  const t = texts(lang);
  return [...Map.groupBy(view.parts, ({ section: name }) => name)]
    .toSorted(([a], [b]) => Number(b === null) - Number(a === null))
    .map(([name, parts]) =>
      fieldset({
        legend: name === null ? t.completion.page.around : t.nominations.sections[name],
        body: html`${parts.map((part) => partField(part, view, lang))}`,
      }),
    );
}

function partField(part: AskView['parts'][number], { input, errors }: AskView, lang: Lang): Html {
  const own = texts(lang).completion.page;
  const [tick, note] = [`part-${part.part}`, `note-${part.part}`];
  const found = errorsByField(errors);
  return tickedField(
    checkbox({
      name: tick,
      label: partName(part, lang),
      checked: (input[tick] ?? '') !== '',
      error: found[tick],
    }),
    textField({
      name: note,
      label: html`${own.note}${srOnly(` ${partName(part, lang)}`)}`,
      hint: own.noteHint,
      value: input[note] ?? '',
      error: found[note],
    }),
  );
}

function common({ input, errors, dueAt }: AskView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.completion.page;
  const found = errorsByField(errors);
  const due = dueAt ? osloDeadlineFields(dueAt) : { date: '', time: '23:59' };
  return html`${textArea({ name: 'reason', label: own.reason, hint: own.reasonHint, rows: 3, value: input['reason'] ?? '', error: found['reason'] })}${dateTimeField(
    {
      name: 'due',
      legend: own.due,
      labels: { date: t.common.date, time: t.common.time },
      date: input['due'] ?? due.date,
      time: input['dueTime'] ?? due.time,
      errors: found,
    },
  )}`;
}
