/** The secretariat's page for publishing: what is missing, what waits, who may approve, and the preview. */
import {
  actionForm,
  actions,
  buttonLink,
  card,
  checklist,
  errorSummary,
  link,
  list,
  paragraph,
  descriptionList,
  section,
  statusMessage,
  tag,
  type Tone,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import {
  editionCrumbs,
  editionHead,
  ceremonyHref,
  editionHref,
  meetingsHref,
  namingsHref,
  type EditionPage,
} from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { requirementText, texts, type Lang, type Texts } from '../../ui/text/index.ts';
import {
  asksToMove,
  type BothForms,
  type PublicationKind,
  type PublicationRow,
  type PublicationState,
} from './schema.ts';
import { approvalForm } from './views-approval.ts';
import { prepareForm } from './views-prepare.ts';
import { signatures, whenOf } from './views-publication-words.ts';

export interface PublicationOnPage {
  row: PublicationRow;
  state: PublicationState;
  names: {
    preparedBy: string;
    approvedBy: string | null;
    approvedFor: string | null;
    moveAskedBy: string | null;
    movedBy: string | null;
    movedFor: string | null;
    stoppedBy: string | null;
    heldBy: string | null;
    pressedBy: string | null;
    takenDownBy: string | null;
  };
  /** Names the quotes and pictures that come out beside it, for the approval. */
  shown: string;
  may: readonly string[];
}
export interface Input {
  kind: string;
  values: Readonly<Record<string, string>>;
}
export interface PublicationView {
  edition: { id: string; year: number; state: string; finalists_at: Date; ceremony_at: Date };
  mayPrepare: boolean;
  publications: readonly PublicationOnPage[];
  ready: readonly {
    kind: PublicationKind;
    items: readonly { requirement: string; met: boolean; items: readonly string[] }[];
    standing: {
      decision: { no_award: boolean } | undefined;
      entries: readonly { name: string }[];
      out: { texts: BothForms } | undefined;
    };
    /** What the form holds before anybody writes: the planned moment. */
    moment: { date: string; time: string };
  }[];
  /** What a correction is being written of. */
  correcting: PublicationKind | null;
  input: Input | null;
  errors: readonly FormError[];
  done: keyof Texts['publication']['done'] | null;
  pages: readonly EditionPage[];
  now: Date;
}

const tones: Record<PublicationState, Tone> = {
  prepared: 'warning',
  approved: 'info',
  held: 'warning',
  published: 'success',
  replaced: 'neutral',
  takenDown: 'danger',
  stopped: 'neutral',
  lapsed: 'danger',
};

const isPast = ({ state }: PublicationOnPage): boolean => state === 'stopped' || state === 'replaced';

export function publicationPage(view: PublicationView, lang: Lang): Page {
  const t = texts(lang).publication;
  const { edition, publications, ready } = view;
  const current = publications.filter((one) => !isPast(one));
  const past = publications.filter(isPast);
  const corrected = ready.find(({ kind, standing }) => kind === view.correcting && standing.out);
  const first = corrected ? [] : ready.filter(({ standing }) => !standing.out);
  return {
    title: `${t.title}, ${texts(lang).secretariat.edition(edition.year)}`,
    failed: view.errors.length > 0,
    breadcrumbs: editionCrumbs(edition, t.title, lang),
    main: html`${errorSummary(view.errors, texts(lang), { publishAt: t.publishAt, publishAtTime: t.publishAt, release: t.release, nb: t.textNb, nn: t.textNn, correctionNb: t.correctionNb, correctionNn: t.correctionNn })}
${editionHead(edition, 'publication', { title: t.title, lead: t.lead, over: texts(lang).secretariat.edition(edition.year) }, lang, view.pages)}
${view.done && statusMessage(t.done[view.done])}${publications.some(({ may }) => may.includes('press')) && paragraph(link(ceremonyHref(edition.id), t.toCeremony))}
${typed(view, lang)}${current.map((one) => publicationCard(one, view, lang))}
${first.map((one) => section({ title: t.kinds[one.kind], id: one.kind, body: preparation(one, view, lang) }))}
${corrected && section({ title: t.correct(t.kinds[corrected.kind]), id: 'rett', body: html`${paragraph(t.correctLead)}${prepareForm(corrected, view, lang)}` })}
${ready.length === 0 && current.length === 0 && paragraph(edition.state === 'cancelled' ? t.yearCancelled : t.notYet)}${current.length > 0 && current.every(({ state }) => state === 'published') && first.length === 0 && !corrected && paragraph(t.nothing)}
${past.length > 0 && section({ title: t.history, id: 'tidligere', body: html`${past.map((one) => publicationCard(one, view, lang))}` })}`,
  };
}

function publicationCard(one: PublicationOnPage, view: PublicationView, lang: Lang): Html {
  const t = texts(lang).publication;
  const { edition, now, ready } = view;
  const { row, state, may } = one;
  const correctable =
    view.mayPrepare && (state === 'published' || state === 'takenDown')
      ? ready.find(({ kind }) => kind === row.kind)
      : undefined;
  const missing = correctable?.items.filter(({ met }) => !met) ?? [];
  const here = `${editionHref(edition.id, 'publication')}/${row.id}`;
  const step = (path: string, label: string, kind: 'primary' | 'secondary', ask?: string) =>
    actionForm({ action: `${here}/${path}`, label, kind, version: row.version, ...(ask ? { ask } : {}) });
  return card({
    title: row.corrects ? t.correctionOf(t.kinds[row.kind]) : t.kinds[row.kind],
    level: 2,
    over: tag(t.states[state], tones[state]),
    body: html`${paragraph(whenOf(one, now, lang))}
${list(signatures(one, lang))}${state === 'prepared' && paragraph(may.includes('approveAlone') ? t.whoMayApprove : '', 'muted')}${state === 'lapsed' && paragraph(t.lapsed)}${state === 'held' && paragraph(t.heldLead)}${state === 'approved' && asksToMove(row) && paragraph(t.moveWaits)}
${actions(
  buttonLink({ href: here, label: t.preview, kind: 'secondary' }),
  may.includes('approve') && approvalForm(here, one, lang),
  may.includes('hold') && step('hold', t.hold, 'secondary', t.holdAsk),
  may.includes('resume') &&
    step('slipp', t.resume, 'secondary', t.resumeAsk(formatDateTime(row.publish_at, lang))),
  may.includes('approveAlone') && link(`${here}/alene`, t.alone),
  may.includes('approveMove') && step('godkjenn-flytting', t.approveMove, 'primary', t.approveMoveAsk),
  may.includes('approveMoveAlone') && link(`${here}/flytt-alene`, t.moveAlone),
  may.includes('move') && link(`${here}/flytt`, t.move),
  may.includes('stop') && link(`${here}/stopp`, t.stop),
  correctable &&
    missing.length === 0 &&
    link(`${editionHref(edition.id, 'publication')}?rett=${row.kind}#rett`, t.correct(t.kinds[row.kind])),
  may.includes('takeDown') && link(`${here}/ta-ned`, t.takeDown),
  may.includes('tellAnew') &&
    link(
      `${editionHref(edition.id, 'batches')}/ny?til=${toldAnew[row.kind]}`,
      texts(lang).letterBatches.anew.link,
    ),
)}${missing.length > 0 && html`<p>${t.correctNeeds}:</p>${wanted(missing, view, lang)}`}`,
  });
}

/** What the letter begins as that tells of it anew, after a wrong one was taken down. */
const toldAnew: Record<PublicationKind, string> = {
  finalists: 'rettet-nominerte',
  winner: 'rettet-vinner',
};

/** Where what is missing can be put right. */
const remedies: Record<string, (editionId: string) => string> = {
  statementsApproved: (id) => editionHref(id, 'statements'),
  nominatedAgreed: namingsHref,
  decisionStands: meetingsHref,
  finalistsStillIn: meetingsHref,
  finalistsPrepared: (id) => `${editionHref(id, 'publication')}#finalists`,
};

type Items = PublicationView['ready'][number]['items'];
const wanted = (items: Items, { edition }: PublicationView, lang: Lang): Html =>
  checklist(
    items.map(({ requirement, met, items: whom }) => ({
      met,
      label: requirementText(texts(lang), requirement, met ? [] : whom),
      ...(remedies[requirement] ? { href: remedies[requirement](edition.id) } : {}),
    })),
    texts(lang),
  );

function preparation(one: PublicationView['ready'][number], view: PublicationView, lang: Lang): Html {
  const { publication: t } = texts(lang);
  const { kind, items, standing } = one;
  const decided =
    standing.decision &&
    (standing.decision.no_award ? t.noAward : standing.entries.map(({ name }) => name).join(', '));
  const complete = items.every(({ met }) => met);
  // Something has come in between while it was written: what was typed is not lost.
  const isTyped = view.input?.kind === kind;
  return html`${paragraph(t.kindLeads[kind])}${decided && html`<p><strong>${t.decided}:</strong> ${decided}</p>`}
${!complete && html`<p>${t.needs}:</p>`}${wanted(items, view, lang)}
${(complete || isTyped) && view.mayPrepare && prepareForm(one, view, lang)}`;
}

/** What was typed for something that cannot be prepared any more: to be copied. */
function typed({ input, ready }: PublicationView, lang: Lang): Html | false {
  const t = texts(lang).publication;
  if (!input || ready.some(({ kind }) => kind === input.kind)) return false;
  const { nb, nn, correctionNb, correctionNn } = input.values;
  const rows: [string, string | null][] = [
    [t.textNb, nb || null],
    [t.textNn, nn || null],
    [t.correctionNb, correctionNb || null],
    [t.correctionNn, correctionNn || null],
  ];
  return (
    rows.some(([, text]) => text) &&
    section({ title: texts(lang).problemPage.typed, id: 'skrevet', body: descriptionList(rows) })
  );
}
