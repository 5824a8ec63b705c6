/** Who applies: number, unit, partners, and what the register says of it. */
import {
  actions,
  alert,
  button,
  descriptionList,
  errorSummary,
  errorsByField,
  form,
  link,
  pageHead,
  paragraph,
  stack,
  statusMessage,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { nominationCrumbs } from '../../ui/nomination-nav.ts';
import { duplicatesAlert, numberField, partnersField, registerTag } from '../../ui/organisation.ts';
import { formatList } from '../../ui/text/format.ts';
import { wantedHere } from '../../ui/returned-parts.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Duplicate, RegisterSnapshot } from './schema.ts';

export interface ApplicantView {
  row: {
    id: string;
    organisation_name: string;
    organisation_key: string;
    organisation_number: string | null;
    unit_name: string;
    applicant_kind: 'municipality' | 'district' | 'enterprise' | 'cooperation';
    partners: readonly string[];
    version: number;
  };
  open: boolean;
  /** Other parts can be changed, this one not. */
  locked: boolean;
  /** What the secretariat asks for here. */
  wanted: string | null;
  now: RegisterSnapshot;
  duplicates: readonly Duplicate[];
  input: Readonly<Record<string, string>> | null;
  errors: readonly FormError[];
  saved: boolean;
}

export function applicantPage(view: ApplicantView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.organisations;
  const { row, open, saved, errors } = view;
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: nominationCrumbs(row, own.title, lang),
    main: stack(
      errorSummary(errors, t),
      saved && statusMessage(t.common.saved),
      pageHead({ title: own.title, over: row.organisation_name, lead: own.lead }),
      wantedHere(view.wanted, lang),
      view.locked && alert({ body: paragraph(t.completion.closed) }),
      duplicatesAlert(view.duplicates, lang),
      registerBox(view, lang),
      open ? applicantForm(view, lang) : closed(view, lang),
      html`<p>${link(`/soknad/${row.id}`, t.nominations.receipt.toApplication)}</p>`,
    ),
  };
}

function registerBox({ now }: ApplicantView, lang: Lang): Html {
  const own = texts(lang).organisations;
  if (now.status === 'noNumber') return nothing;
  return html`${descriptionList([
    [own.number, now.number],
    [own.register, registerTag(now, lang)],
  ])}${paragraph(own.about[now.status], 'small')}`;
}

function applicantForm({ row, input, errors }: ApplicantView, lang: Lang): Html {
  const t = texts(lang);
  const found = errorsByField(errors);
  return form({
    action: `/soknad/${row.id}/soker`,
    version: row.version,
    body: html`${paragraph(t.nominations.start.readers, 'small')}${nameField({ row, input, errors }, lang)}${numberField({ value: input?.['organisationNumber'] ?? row.organisation_number ?? '', error: found['organisationNumber'] }, lang)}${textField(
      {
        name: 'unit',
        label: t.nominations.start.unit,
        hint: t.nominations.start.unitHint,
        optional: t.common.optional,
        value: input?.['unit'] ?? row.unit_name,
        error: found['unit'],
      },
    )}${
      row.applicant_kind === 'cooperation' &&
      partnersField(
        { optional: true, value: input?.['partners'] ?? row.partners.join('\n'), error: found['partners'] },
        lang,
      )
    }${actions(button({ label: t.common.save }))}`,
  });
}

/** Only a name that was written can be wrong; the register's is another applicant. */
function nameField(
  { row, input, errors }: Pick<ApplicantView, 'row' | 'input' | 'errors'>,
  lang: Lang,
): Html {
  const own = texts(lang).nominations.start;
  if (!row.organisation_key.startsWith('navn:')) return nothing;
  return textField({
    name: 'organisation',
    label: own.organisation[row.applicant_kind],
    hint: own.organisationHints[row.applicant_kind],
    value: input?.['organisation'] ?? row.organisation_name,
    error: errorsByField(errors)['organisation'],
  });
}

function closed({ row }: ApplicantView, lang: Lang): Html {
  const t = texts(lang).nominations;
  return descriptionList([
    [t.submission.applicant, row.organisation_name],
    [t.submission.kind, t.kinds[row.applicant_kind]],
    [t.submission.unit, row.unit_name || null],
    [t.submission.partners, row.partners.length > 0 && formatList(row.partners, lang)],
  ]);
}
