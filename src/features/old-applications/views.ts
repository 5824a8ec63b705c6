/** Old applications for the secretariat: what there is, registering one, its files and who may read it. */
import {
  actionForm,
  button,
  card,
  descriptionList,
  emptyState,
  errorsByField,
  errorSummary,
  fileField,
  form,
  link,
  list,
  pageHead,
  paragraph,
  prose,
  radioGroup,
  section,
  select,
  stack,
  statusMessage,
  tag,
  textArea,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { numberField } from '../../ui/organisation.ts';
import { instant, osloInstant } from '../../platform/clock.ts';
import { applicantName, formatBytes, formatDate, formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { kinds, NOTE_LENGTH, officePath, ways, type OldApplication } from './schema.ts';

export interface OldsView {
  found: readonly OldApplication[];
  errors: readonly FormError[];
  input: (name: string) => string;
}
const nameOf = ({ organisation, unit }: OldApplication): string => applicantName(organisation, unit);
const dayText = (day: string, lang: Lang): string => formatDate(osloInstant(day), lang);
const cameText = ({ cameBy, receivedOn }: OldApplication, lang: Lang): string => {
  const own = texts(lang).oldApplications;
  return own.came(own.ways[cameBy], dayText(receivedOn, lang));
};

function labels(lang: Lang): Record<string, string> {
  const { oldApplications: own, organisations } = texts(lang);
  const { year, kind, organisation, unit, nominated, cameBy, receivedOn, note, readerEmail, files } = own;
  const named = { year, kind, organisation, unit, nominated, cameBy, receivedOn, note, readerEmail, files };
  return { ...named, organisationNumber: organisations.number };
}

export function oldsPage(view: OldsView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.oldApplications;
  const { found, errors } = view;
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: [{ label: t.secretariat.title, href: '/sekretariat' }, { label: own.title }],
    main: stack(
      errorSummary(errors, t, labels(lang)),
      pageHead({ title: own.title, lead: own.lead }),
      found.length === 0
        ? emptyState({ title: own.none })
        : found.map((one) =>
            card({
              title: nameOf(one),
              href: `${officePath}/${one.id}`,
              level: 2,
              over: html`${own.inYear(one.year)}${one.struckAt !== null && html` ${tag(own.struck, 'neutral')}`}`,
              body: paragraph(cameText(one, lang), 'small'),
            }),
          ),
      section({ title: own.register, id: 'registrer', body: registering(view, lang) }),
    ),
  };
}

function registering({ errors, input }: OldsView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.oldApplications;
  const wrong = errorsByField(errors);
  const { optional } = t.common;
  const field = (name: 'organisation' | 'unit' | 'year' | 'receivedOn' | 'readerEmail', rest: object = {}) =>
    textField({ name, label: own[name], value: input(name), error: wrong[name], ...rest });
  return html`${paragraph(own.registerLead)}${form({
    action: officePath,
    label: own.register,
    body: html`${field('year', { hint: own.yearHint, inputmode: 'numeric', width: 'short', maxlength: 4 })}${select(
      {
        name: 'kind',
        label: own.kind,
        value: input('kind') || 'municipality',
        error: wrong['kind'],
        options: kinds.map((kind) => ({ value: kind, label: t.nominations.kinds[kind] })),
      },
    )}${field('organisation', { hint: own.organisationHint })}${field('unit', { optional })}${numberField(
      { value: input('organisationNumber'), error: wrong['organisationNumber'] },
      lang,
    )}${radioGroup({
      name: 'nominated',
      legend: own.nominated,
      hint: own.nominatedHint,
      inline: true,
      value: input('nominated'),
      error: wrong['nominated'],
      options: (['yes', 'no'] as const).map((each) => ({ value: each, label: own[each] })),
    })}${radioGroup({
      name: 'cameBy',
      legend: own.cameBy,
      value: input('cameBy') || 'email',
      error: wrong['cameBy'],
      options: ways.map((way) => ({ value: way, label: own.ways[way] })),
    })}${field('receivedOn', { type: 'date', width: 'short' })}${field('readerEmail', {
      type: 'email',
      hint: own.readerHint,
      optional,
      width: 'medium',
    })}${textArea({
      name: 'note',
      label: own.note,
      hint: own.noteHint,
      optional,
      rows: 3,
      maxlength: NOTE_LENGTH,
      value: input('note'),
      error: wrong['note'],
    })}${button({ label: own.save })}`,
  })}`;
}

export type Done = 'registered' | 'attached' | 'reader' | 'struck';
export interface OldView {
  one: OldApplication;
  accept: string;
  errors: readonly FormError[];
  done: Done | null;
  /** What was sent; undefined where nothing was. */
  readerEmail: string | undefined;
}

export function oldPage(view: OldView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.oldApplications;
  const { one, errors, done } = view;
  const at = (when: string) => formatDateTime(instant(when), lang);
  const { facts } = own;
  return {
    title: `${nameOf(one)}, ${own.inYear(one.year)}`,
    failed: errors.length > 0,
    breadcrumbs: [
      { label: t.secretariat.title, href: '/sekretariat' },
      { label: own.title, href: officePath },
      { label: nameOf(one) },
    ],
    main: stack(
      errorSummary(errors, t, labels(lang)),
      pageHead({
        title: nameOf(one),
        over: html`${own.inYear(one.year)}${one.struckAt !== null && html` ${tag(own.struck, 'neutral')}`}`,
      }),
      done && statusMessage(own.done[done]),
      descriptionList([
        [own.kind, t.nominations.kinds[one.kind]],
        [t.organisations.number, one.organisationNumber],
        [facts.came, cameText(one, lang)],
        [facts.nominated, one.nominated ? own.yes : own.no],
        [facts.reader, one.readerEmail ?? facts.nobody],
        [facts.kept, formatDate(instant(one.keptUntil), lang)],
        [facts.registered, facts.by(one.registeredBy, at(one.registeredAt))],
        [facts.struck, one.struckAt && facts.by(one.struckBy ?? '', at(one.struckAt))],
        [own.note, one.note !== '' && prose(one.note)],
      ]),
      one.struckAt === null && changing(view, lang),
    ),
  };
}

function changing({ one, accept, errors, readerEmail }: OldView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.oldApplications;
  const here = `${officePath}/${one.id}`;
  const wrong = errorsByField(errors);
  const files = one.files.map(
    ({ id, name, bytes }) =>
      html`${link(`${here}/filer/${id}`, name, { download: true })} (${formatBytes(bytes, lang)})`,
  );
  return html`${section({
    title: own.files,
    id: 'filer',
    body: html`${files.length > 0 ? list(files) : paragraph(own.noFiles)}${form({
      action: `${here}/filer`,
      multipart: true,
      label: own.attach,
      body: html`${fileField({ name: 'files', label: own.attach, hint: own.filesHint, accept, multiple: true, error: wrong['files'] })}${button({ label: own.send, kind: files.length > 0 ? 'secondary' : 'primary' })}`,
    })}`,
  })}${section({
    title: own.reader,
    id: 'leser',
    body: form({
      action: `${here}/leser`,
      label: own.reader,
      body: html`${textField({
        name: 'readerEmail',
        type: 'email',
        label: own.readerEmail,
        hint: own.readerHint,
        optional: t.common.optional,
        value: readerEmail ?? one.readerEmail ?? '',
        error: wrong['readerEmail'],
        width: 'medium',
      })}${button({ label: own.saveReader, kind: 'secondary' })}`,
    }),
  })}${paragraph(own.strikeHint, 'muted')}${actionForm({ action: `${here}/stryk`, label: own.strike, kind: 'danger', ask: own.strikeAsk })}`;
}
