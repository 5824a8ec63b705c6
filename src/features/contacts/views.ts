/** The thread of an application, the newest first. */
import {
  actionForm,
  button,
  card,
  dateTimeField,
  details,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  link,
  pageHead,
  paragraph,
  prose,
  radioGroup,
  section,
  stack,
  statusMessage,
  tag,
  textArea,
  textField,
  type FormError,
  type Tone,
} from '../../ui/components/index.ts';
import { applicationCrumbs, editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { nominationCrumbs } from '../../ui/nomination-nav.ts';
import { instant } from '../../platform/clock.ts';
import { applicantName, formatDateTime } from '../../ui/text/format.ts';
import { isLang, texts, type Lang } from '../../ui/text/index.ts';
import { CONTACT_LENGTH, contactKinds, type ThreadItem } from './schema.ts';

export interface ThreadView {
  row: { id: string; edition_id: string; organisation_name: string; unit_name: string };
  year: number;
  items: readonly ThreadItem[];
}
export interface OfficeView extends ThreadView {
  errors: readonly FormError[];
  isFiled: boolean;
  input: (name: string) => string;
}

const tones: Record<NonNullable<ThreadItem['state']>, Tone> = {
  queued: 'info',
  sending: 'info',
  sent: 'success',
  failed: 'danger',
  unknown: 'warning',
};

export function applicantThread({ row, items }: ThreadView, lang: Lang): Page {
  const own = texts(lang).contacts;
  return {
    title: own.letters,
    breadcrumbs: nominationCrumbs(row, own.letters, lang),
    main: stack(
      pageHead({ title: own.letters, lead: own.lettersLead, over: row.organisation_name }),
      items.length === 0
        ? emptyState({ title: own.none })
        : items.map((item) => itemCard(item, { level: 2 }, lang)),
    ),
  };
}

export function officeThread(view: OfficeView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.contacts;
  const { row, year, items, errors } = view;
  const labels = { kind: own.kind, withWhom: own.withWhom, text: own.text, happened: own.happened };
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: applicationCrumbs({ id: row.edition_id, year }, row, own.title, lang),
    main: stack(
      errorSummary(errors, t, labels),
      pageHead({
        title: own.title,
        lead: own.lead,
        over: applicantName(row.organisation_name, row.unit_name),
      }),
      view.isFiled && statusMessage(own.filed),
      section({ title: own.file, id: 'registrer', body: filing(view, lang) }),
      section({
        title: own.soFar,
        id: 'traad',
        body:
          items.length === 0
            ? paragraph(own.none)
            : html`${items.map((item) => itemCard(item, { level: 3, editionId: row.edition_id, nominationId: row.id }, lang))}`,
      }),
    ),
  };
}

function itemCard(
  item: ThreadItem,
  { level, editionId, nominationId }: { level: 2 | 3; editionId?: string; nominationId?: string },
  lang: Lang,
): Html {
  const t = texts(lang);
  const own = t.contacts;
  const at = formatDateTime(instant(item.at), lang);
  const isLetter = item.kind === 'letter';
  const language = isLang(item.language) ? item.language : 'nb';
  const title = isLetter
    ? html`<span lang="${language}">${editionId ? link(`${editionHref(editionId, 'letters')}/${item.id}`, item.subject) : item.subject}</span>`
    : [own.kinds[item.kind === 'letter' ? 'note' : item.kind], item.withWhom].filter(Boolean).join(': ');
  const text =
    item.text === null
      ? paragraph(item.struckAt ? own.struck : own.hidden, 'muted')
      : prose(item.text, isLetter ? language : undefined);
  return card({
    title,
    level,
    over: html`${at}${item.state && html` ${tag(t.correspondence.states[item.state], tones[item.state])}`}`,
    body: html`${isLetter && paragraph(own.to(item.withWhom), 'small')}${isLetter ? details({ summary: own.read, body: text }) : text}${item.filedBy && paragraph(own.filedBy(item.filedBy), 'muted')}${
      !isLetter &&
      !item.struckAt &&
      nominationId &&
      actionForm({
        action: `/sekretariat/soknad/${nominationId}/kontakt/${item.id}/stryk`,
        label: own.strike,
        kind: 'tertiary',
        small: true,
        ask: own.strikeAsk,
      })
    }`,
  });
}

function filing({ row, errors, input }: OfficeView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.contacts;
  const wrong = errorsByField(errors);
  return form({
    action: `/sekretariat/soknad/${row.id}/kontakt`,
    label: own.file,
    body: html`${radioGroup({
      name: 'kind',
      legend: own.kind,
      value: input('kind') || 'call',
      error: wrong['kind'],
      options: contactKinds.map((value) => ({ value, label: own.kinds[value] })),
    })}${textField({ name: 'withWhom', label: own.withWhom, hint: own.withWhomHint, maxlength: 200, value: input('withWhom'), error: wrong['withWhom'], optional: t.common.optional })}${dateTimeField(
      {
        name: 'happened',
        legend: own.happened,
        labels: { date: t.common.date, time: t.common.time },
        date: input('happened'),
        time: input('happenedTime'),
        errors: wrong,
      },
    )}${textArea({ name: 'text', label: own.text, hint: own.textHint, rows: 6, maxlength: CONTACT_LENGTH, value: input('text'), error: wrong['text'] })}${button({ label: own.save })}`,
  });
}
