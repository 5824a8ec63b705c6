/** Beginning: who applies, and for whom. */
import {
  actions,
  alert,
  button,
  buttonLink,
  card,
  emptyState,
  errorSummary,
  errorsByField,
  form,
  grid,
  link,
  pageHead,
  paragraph,
  radioGroup,
  section,
  stack,
  suggestions,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { numberField, partnersField } from '../../ui/organisation.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { applicantKinds, type ApplicantKind } from './schema.ts';

interface CallDates {
  year: number;
  opens_at: Date;
  closes_at: Date;
}
/** Words in addresses for the kinds of applicants. */
export const kindSlugs = {
  kommune: 'municipality',
  bydel: 'district',
  virksomhet: 'enterprise',
  samarbeid: 'cooperation',
} as const;
const slugOf = (kind: ApplicantKind) =>
  Object.entries(kindSlugs).find(([, each]) => each === kind)?.[0] ?? '';

export function noCallPage(next: CallDates | undefined, lang: Lang): Page {
  const { start } = texts(lang).nominations;
  return {
    title: start.title,
    main: stack(
      pageHead({ title: start.title }),
      emptyState({
        title: start.closed,
        body: next ? start.opensAt(next.year, next.opens_at) : start.closedBody,
        action: next ? buttonLink({ href: '/utlysning', label: start.seeCall, kind: 'secondary' }) : nothing,
      }),
    ),
  };
}

export function chooseKindPage(call: CallDates, lang: Lang): Page {
  const { start, kinds } = texts(lang).nominations;
  const cards = applicantKinds.map((kind) =>
    card({
      title: kinds[kind],
      href: `/soknad/ny?slag=${slugOf(kind)}`,
      level: 3,
      body: html`<p>${start.kindLeads[kind]}</p>`,
    }),
  );
  return {
    title: start.title,
    breadcrumbs: [{ label: texts(lang).common.myPage, href: '/min-side' }, { label: start.title }],
    main: stack(
      pageHead({ title: start.title, lead: start.lead(call.year, call.closes_at) }),
      section({ title: start.whoApplies, body: grid(cards) }),
      joinNotice(start),
    ),
  };
}

const joinNotice = (start: Texts['nominations']['start'], kind?: ApplicantKind): Html =>
  alert({
    title: start.already,
    body: html`<p>${start.alreadyBody}</p><p>${link(`/soknad/bli-med${kind ? `?slag=${slugOf(kind)}` : ''}`, start.ask)}</p>`,
  });

export interface StartView {
  kind: ApplicantKind;
  call: CallDates;
  input: Readonly<Record<string, string>>;
  errors: readonly FormError[];
  /** Places that may have been meant. */
  matches: readonly { key: string; name: string; number: string }[];
  /** Names to suggest while one writes. */
  names: readonly string[];
}

export function startPage(view: StartView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.nominations.start;
  const { kind, input, errors } = view;
  const found = errorsByField(errors);
  const body = html`${paragraph(own.readers, 'small')}${organisationFields(view, t)}${textField({ name: 'unit', label: own.unit, hint: own.unitHint, optional: t.common.optional, value: input['unit'] ?? '', error: found['unit'] })}${
    kind === 'cooperation' &&
    partnersField({ value: input['partners'] ?? '', error: found['partners'] }, lang)
  }${numberField({ value: input['organisationNumber'] ?? '', error: found['organisationNumber'] }, lang)}${radioGroup(
    {
      name: 'language',
      legend: own.language,
      inline: true,
      value: input['language'] ?? (lang === 'nn' ? 'nn' : 'nb'),
      error: found['language'],
      options: [
        { value: 'nb', label: own.languages.nb },
        { value: 'nn', label: own.languages.nn },
      ],
    },
  )}${actions(button({ label: own.go }), buttonLink({ href: '/soknad/ny', label: own.change, kind: 'tertiary' }))}`;
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: [
      { label: t.common.myPage, href: '/min-side' },
      { label: own.title, href: '/soknad/ny' },
      { label: t.nominations.kinds[kind] },
    ],
    main: stack(
      errorSummary(errors, t),
      pageHead({
        title: own.title,
        lead: own.lead(view.call.year, view.call.closes_at),
        over: t.nominations.kinds[kind],
      }),
      form({ action: `/soknad/ny?slag=${slugOf(kind)}`, body }),
      joinNotice(own, kind),
    ),
  };
}

/** The name, with suggestions where scripts or the browser give them, and the places it may mean where it was not clear. */
export function organisationFields(
  { kind, input, errors, matches, names }: Omit<StartView, 'call'>,
  t: Texts,
  label?: string,
): Html {
  const own = t.nominations.start;
  const choices = [
    ...matches.map(({ key, name, number }) => ({ value: key, label: `${name} (${number})` })),
    { value: '', label: own.noneFits },
  ];
  return html`${textField({
    name: 'organisation',
    label: label ?? own.organisation[kind],
    hint: label ? undefined : own.organisationHints[kind],
    value: input['organisation'] ?? '',
    error: errorsByField(errors)['organisation'],
    autocomplete: 'off',
    ...(names.length ? { list: 'steder' } : {}),
  })}${names.length > 0 && suggestions('steder', names)}${
    matches.length > 0 &&
    radioGroup({
      name: 'key',
      legend: own.match,
      options: choices,
      value: matches.length === 1 ? (matches[0]?.key ?? null) : (input['key'] ?? null),
    })
  }`;
}
