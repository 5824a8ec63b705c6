/** The secretariat's page for publishing: what is missing, what waits, who may approve, and the preview. */
import {
  actionForm,
  actions,
  button,
  buttonLink,
  card,
  checklist,
  dateTimeField,
  errorSummary,
  errorsByField,
  form,
  hidden,
  link,
  list,
  paragraph,
  section,
  statusMessage,
  tag,
  textArea,
  type Tone,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionCrumbs, editionHead, editionHref, type EditionPage } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime, formatRelative } from '../../ui/text/format.ts';
import { requirementText, texts, type Lang } from '../../ui/text/index.ts';
import type { PublicationKind, PublicationRow } from './schema.ts';

type State = 'prepared' | 'approved' | 'published' | 'stopped' | 'lapsed';
export interface PublicationOnPage {
  row: PublicationRow;
  state: State;
  preparedBy: string;
  approvedBy: string | null;
  stoppedBy: string | null;
  mayApprove: boolean;
  mayStop: boolean;
}
export interface Input {
  kind: string;
  values: Readonly<Record<string, string>>;
}
export interface PublicationView {
  edition: { id: string; year: number; finalists_at: Date; ceremony_at: Date };
  mayPrepare: boolean;
  publications: readonly PublicationOnPage[];
  ready: readonly {
    kind: PublicationKind;
    items: readonly { requirement: string; met: boolean; items: readonly string[] }[];
    standing: { decision: { no_award: boolean } | undefined; entries: readonly { name: string }[] };
    /** What the form holds before anybody writes: the planned moment. */
    moment: { date: string; time: string };
  }[];
  input: Input | null;
  errors: readonly FormError[];
  done: 'prepared' | 'approved' | 'stopped' | null;
  pages: readonly EditionPage[];
  now: Date;
}

const tones: Record<State, Tone> = {
  prepared: 'warning',
  approved: 'info',
  published: 'success',
  stopped: 'neutral',
  lapsed: 'danger',
};

export function publicationPage(view: PublicationView, lang: Lang): Page {
  const t = texts(lang).publication;
  const { edition, publications, ready } = view;
  const current = publications.filter(({ state }) => state !== 'stopped');
  const stopped = publications.filter(({ state }) => state === 'stopped');
  return {
    title: `${t.title}, ${texts(lang).secretariat.edition(edition.year)}`,
    failed: view.errors.length > 0,
    breadcrumbs: editionCrumbs(edition, t.title, lang),
    main: html`${errorSummary(view.errors, texts(lang), { publishAt: t.publishAt, publishAtTime: t.publishAt, nb: t.textNb, nn: t.textNn })}
${editionHead(edition, 'publication', { title: t.title, lead: t.lead, over: texts(lang).secretariat.edition(edition.year) }, lang, view.pages)}
${view.done && statusMessage(t.done[view.done])}
${current.map((one) => publicationCard(one, view, lang))}
${ready.map((one) => section({ title: t.kinds[one.kind], id: one.kind, body: preparation(one, view, lang) }))}
${ready.length === 0 && current.every(({ state }) => state === 'published') && paragraph(current.length > 0 ? t.nothing : t.notYet)}
${stopped.length > 0 && section({ title: t.history, id: 'tidligere', body: html`${stopped.map((one) => publicationCard(one, view, lang))}` })}`,
  };
}

function publicationCard(one: PublicationOnPage, { edition, now }: PublicationView, lang: Lang): Html {
  const t = texts(lang).publication;
  const { row, state } = one;
  const when = formatDateTime(row.publish_at, lang);
  const here = `${editionHref(edition.id, 'publication')}/${row.id}`;
  const signatures = [
    t.preparedBy(one.preparedBy, formatDateTime(row.prepared_at, lang)),
    row.approved_at && t.approvedBy(one.approvedBy ?? '', formatDateTime(row.approved_at, lang)),
    row.stopped_at && t.stoppedBy(one.stoppedBy ?? '', formatDateTime(row.stopped_at, lang)),
    row.stop_reason && t.reasonWas(row.stop_reason),
  ].filter(Boolean);
  return card({
    title: t.kinds[row.kind],
    level: 2,
    over: tag(t.states[state], tones[state]),
    body: html`${state !== 'stopped' && paragraph(state === 'published' ? t.becamePublic(when) : t.becomesPublic(when, formatRelative(row.publish_at, now, lang)))}
${list(signatures)}${state === 'prepared' && !one.mayApprove && paragraph(t.whoMayApprove, 'muted')}${state === 'lapsed' && paragraph(t.lapsed)}
${actions(
  buttonLink({ href: here, label: t.preview, kind: 'secondary' }),
  one.mayApprove &&
    actionForm({
      action: `${here}/godkjenn`,
      label: t.approve,
      kind: 'primary',
      version: row.version,
      ask: t.approveAsk,
    }),
  one.mayStop && link(`${here}/stopp`, t.stop),
)}`,
  });
}

function preparation(one: PublicationView['ready'][number], view: PublicationView, lang: Lang): Html {
  const { publication: t } = texts(lang);
  const { kind, items, standing } = one;
  const wanted = items.map(({ requirement, met, items: whom }) => ({
    met,
    label: requirementText(texts(lang), requirement, met ? [] : whom),
    ...(requirement === 'statementsApproved' ? { href: editionHref(view.edition.id, 'statements') } : {}),
  }));
  const decided =
    standing.decision &&
    (standing.decision.no_award ? t.noAward : standing.entries.map(({ name }) => name).join(', '));
  const complete = items.every(({ met }) => met);
  return html`${paragraph(t.kindLeads[kind])}${decided && html`<p><strong>${t.decided}:</strong> ${decided}</p>`}
${!complete && html`<p>${t.needs}:</p>`}${checklist(wanted, texts(lang))}
${complete && view.mayPrepare && prepareForm(one, view, lang)}`;
}

function prepareForm(
  { kind, moment }: PublicationView['ready'][number],
  { edition, input, errors: all }: PublicationView,
  lang: Lang,
): Html {
  const t = texts(lang).publication;
  const mine = input?.kind === kind ? input.values : {};
  const errors = input?.kind === kind ? errorsByField(all) : {};
  const words = (name: 'nb' | 'nn', label: string) =>
    textArea({
      name,
      label,
      hint: kind === 'winner' ? t.textHintWinner : t.textHint,
      value: mine[name] ?? '',
      rows: 5,
      lang: name,
      error: errors[name],
    });
  return form({
    action: editionHref(edition.id, 'publication'),
    label: t.prepare(t.kinds[kind]),
    body: html`${hidden('kind', kind)}${dateTimeField({
      name: 'publishAt',
      legend: t.publishAt,
      hint: t.publishAtHint,
      labels: { date: texts(lang).common.date, time: texts(lang).common.time },
      date: mine['publishAt'] ?? moment.date,
      time: mine['publishAtTime'] ?? moment.time,
      errors,
    })}${words('nb', t.textNb)}${words('nn', t.textNn)}${button({ label: t.submit })}`,
  });
}
