/** What came outside of the form: registered with its original by one person, approved by another. */
import {
  actionForm,
  actions,
  button,
  card,
  dateTimeField,
  descriptionList,
  emptyState,
  errorsByField,
  errorSummary,
  fileField,
  form,
  link,
  list,
  paragraph,
  prose,
  radioGroup,
  section,
  select,
  statusMessage,
  tag,
  textArea,
  textField,
  type FormError,
  type Tone,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHead, editionHref, type EditionPage } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { numberField, partnersField } from '../../ui/organisation.ts';
import { instant } from '../../platform/clock.ts';
import { applicantName, formatBytes, formatDateTime, formatList } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { ways, type ReceivedOut } from './schema.ts';

export type Done = 'registered' | 'attached' | 'approved' | 'declined';
interface Frame {
  edition: { id: string; year: number };
  pages: readonly EditionPage[];
  errors: readonly FormError[];
}
export interface ReceivedView extends Frame {
  received: readonly ReceivedOut[];
  mayRegister: boolean;
  input: (name: string) => string;
}

const kinds = ['municipality', 'district', 'enterprise', 'cooperation'] as const;
const tones: Record<ReceivedOut['state'], Tone> = {
  registered: 'warning',
  approved: 'success',
  declined: 'neutral',
};

function labels(lang: Lang): Record<string, string> {
  const own = texts(lang).received;
  const { kind, organisation, unit, language, contactName, contactEmail, cameBy, receivedAt, reason } = own;
  const named = { kind, organisation, unit, language, contactName, contactEmail, cameBy, receivedAt, reason };
  const { partners } = texts(lang).nominations.start;
  const { number: organisationNumber } = texts(lang).organisations;
  return { ...named, partners, organisationNumber, receivedAtTime: receivedAt, files: own.files };
}

export function receivedPage(view: ReceivedView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.received;
  const { edition, received, errors } = view;
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, own.title, lang),
    main: html`${errorSummary(errors, t, labels(lang))}${editionHead(edition, 'received', { title: own.title, lead: own.lead, over: t.secretariat.edition(edition.year) }, lang, view.pages)}
${received.length > 0 ? received.map((one) => receivedCard(one, edition, lang)) : emptyState({ title: own.none })}
${view.mayRegister && section({ title: own.register, id: 'registrer', body: registerForm(view, lang) })}`,
  };
}

const nameOf = ({ organisation, unit }: ReceivedOut): string => applicantName(organisation, unit);

function receivedCard(one: ReceivedOut, edition: Frame['edition'], lang: Lang): Html {
  const own = texts(lang).received;
  return card({
    title: nameOf(one),
    href: `${editionHref(edition.id, 'received')}/${one.id}`,
    level: 2,
    over: tag(own.states[one.state], tones[one.state]),
    body: paragraph(
      `${own.ways[one.cameBy]}. ${own.came(formatDateTime(instant(one.receivedAt), lang))}.`,
      'small',
    ),
  });
}

function registerForm({ edition, errors, input }: ReceivedView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.received;
  const wrong = errorsByField(errors);
  const field = (name: 'organisation' | 'unit' | 'contactName' | 'contactEmail', rest: object = {}) =>
    textField({ name, label: own[name], value: input(name), error: wrong[name], ...rest });
  return form({
    action: editionHref(edition.id, 'received'),
    label: own.register,
    body: html`${select({
      name: 'kind',
      label: own.kind,
      value: input('kind') || 'municipality',
      error: wrong['kind'],
      options: kinds.map((kind) => ({ value: kind, label: t.nominations.kinds[kind] })),
    })}${field('organisation', { hint: own.organisationHint })}${field('unit', { optional: t.common.optional })}${partnersField(
      { optional: true, hint: own.partnersHint, value: input('partners'), error: wrong['partners'] },
      lang,
    )}${numberField({ value: input('organisationNumber'), error: wrong['organisationNumber'] }, lang)}${radioGroup(
      {
        name: 'language',
        legend: own.language,
        inline: true,
        value: input('language') || 'nb',
        error: wrong['language'],
        options: (['nb', 'nn'] as const).map((each) => ({
          value: each,
          label: t.nominations.start.languages[each],
        })),
      },
    )}${field('contactName')}${field('contactEmail', { type: 'email', hint: own.contactHint })}${radioGroup({
      name: 'cameBy',
      legend: own.cameBy,
      value: input('cameBy'),
      error: wrong['cameBy'],
      options: ways.map((way) => ({ value: way, label: own.ways[way] })),
    })}${dateTimeField({
      name: 'receivedAt',
      legend: own.receivedAt,
      hint: own.receivedAtHint,
      labels: { date: t.common.date, time: t.common.time },
      date: input('receivedAt'),
      time: input('receivedAtTime'),
      errors: wrong,
    })}${textArea({ name: 'reason', label: own.reason, hint: own.reasonHint, rows: 4, maxlength: 2000, value: input('reason'), error: wrong['reason'] })}${button({ label: own.save })}`,
  });
}

export interface OneView extends Frame {
  one: ReceivedOut;
  accept: string;
  done: Done | null;
}

export function onePage(view: OneView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.received;
  const { edition, one, errors, done } = view;
  const title = nameOf(one);
  const at = (when: string) => formatDateTime(instant(when), lang);
  const answered = one.state === 'approved' ? own.approvedBy : own.declinedBy;
  return {
    title: `${title}, ${own.title}`,
    failed: errors.length > 0,
    breadcrumbs: [
      ...editionCrumbs(edition, null, lang).slice(0, 1),
      { label: t.secretariat.edition(edition.year), href: editionHref(edition.id) },
      { label: own.title, href: editionHref(edition.id, 'received') },
      { label: title },
    ],
    main: html`${errorSummary(errors, t, labels(lang))}${editionHead(edition, 'received', { title, over: tag(own.states[one.state], tones[one.state]) }, lang, view.pages)}
${done && statusMessage(own.done[done])}
${descriptionList([
  [own.kind, t.nominations.kinds[one.kind as keyof typeof t.nominations.kinds]],
  [t.nominations.submission.partners, one.partners.length > 0 && formatList(one.partners, lang)],
  [t.organisations.number, one.organisationNumber],
  [own.contact, `${one.contactName}, ${one.contactEmail}`],
  [own.cameBy, `${own.ways[one.cameBy]}. ${own.came(at(one.receivedAt))}`],
  [own.reason, prose(one.reason)],
])}${list(
      [
        own.registeredBy(one.registeredBy, at(one.registeredAt)),
        one.answeredAt && answered(one.answeredBy ?? '', at(one.answeredAt)),
      ].filter(Boolean),
    )}
${section({ title: own.originals, id: 'original', body: originals(view, lang) })}
${answerBox(view, lang)}`,
  };
}

function originals({ edition, one, accept, errors }: OneView, lang: Lang): Html {
  const own = texts(lang).received;
  const here = `${editionHref(edition.id, 'received')}/${one.id}`;
  const files = one.files.map(
    ({ id, name, bytes }) =>
      html`${link(`${here}/filer/${id}`, name, { download: true })} (${formatBytes(bytes, lang)})`,
  );
  return html`${files.length > 0 ? list(files) : one.state === 'registered' && paragraph(own.noOriginal)}${
    one.mayAttach &&
    form({
      action: `${here}/filer`,
      multipart: true,
      label: own.attach,
      body: html`${fileField({ name: 'files', label: own.files, hint: own.filesHint, accept, multiple: true, error: errors.find(({ field }) => field === 'files')?.message })}${button({ label: own.send, kind: files.length > 0 ? 'secondary' : 'primary' })}`,
    })
  }`;
}

function answerBox({ edition, one }: OneView, lang: Lang): Html {
  const own = texts(lang).received;
  const here = `${editionHref(edition.id, 'received')}/${one.id}`;
  if (one.nominationId !== null)
    return html`<p>${link(`/sekretariat/soknad/${one.nominationId}`, own.application)}</p>`;
  if (one.state !== 'registered') return html``;
  return html`${one.files.length > 0 && !one.mayApprove && paragraph(own.own, 'muted')}${actions(
    one.mayApprove &&
      actionForm({
        action: `${here}/godkjenn`,
        label: own.approve,
        kind: 'primary',
        ask: own.approveAsk,
      }),
    one.mayDecline && actionForm({ action: `${here}/avvis`, label: own.decline }),
  )}`;
}
