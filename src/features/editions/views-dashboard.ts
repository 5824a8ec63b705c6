/** The overview of a year: the next step with what it needs, where the year stands, figures. */
import {
  actionForm,
  actions,
  buttonLink,
  checklist,
  descriptionList,
  details,
  errorSummary,
  figures,
  link,
  paragraph,
  section,
  statusMessage,
  steps,
  type Step,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import {
  editionCrumbs,
  editionHead,
  editionHref,
  meetingsHref,
  reportHref,
  type EditionPage,
} from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { formatDateTime, formatDeadline } from '../../ui/text/format.ts';
import { requirementText, texts, type Lang } from '../../ui/text/index.ts';
import { datesOf, type Caution } from './schema-readiness.ts';
import type { EditionRow } from './schema.ts';
import type { Gap } from './schema-readiness.ts';
import type { Coming, Note } from './schema-notes.ts';
import { comingSection, noteNow } from './views-notes.ts';
import { cautionsBox, gapsList } from './views-readiness.ts';

type State = EditionRow['state'];
interface Figures {
  applications: number;
  drafts: number;
  withdrawn: number;
  toCheck: number;
  jurorsReady: number;
  seats: number;
  delivered: number;
  ballots: number;
}
interface Checked {
  event: string;
  items: readonly { requirement: string; met: boolean; items: readonly string[] }[];
}
export interface Dashboard {
  edition: EditionRow;
  pages: readonly EditionPage[];
  allowed: readonly string[];
  checklists: readonly Checked[];
  gaps: readonly Gap[];
  cautions: readonly Caution[];
  figures: Figures;
  coming: readonly Coming[];
  /** Null for whoever does not run the year. */
  note: Note | null | undefined;
  done: boolean;
  errors: readonly FormError[];
}

/** Where each requirement can be put right; what only time brings is put right nowhere. */
export const remedies: Record<string, EditionPage> = {
  textsComplete: 'setup',
  datesAhead: 'setup',
  hasCriteria: 'criteria',
  hasForm: 'criteria',
  jurySeatsSet: 'jury',
  hasChair: 'jury',
  juryReady: 'jury',
  conflictsDecided: 'jury',
  quorumHolds: 'jury',
  somethingToJudge: 'applications',
  formalitiesSettled: 'applications',
  extensionsOver: 'deadlines',
  lettersGone: 'letters',
  objectionsAnswered: 'jury',
};
/** The step that the secretariat takes from each state; the others are the jury's or the clock's. */
export const nextStep: Partial<Record<State, string>> = {
  planned: 'announce',
  announced: 'close',
  closed: 'startJudging',
  winnerAnnounced: 'archive',
  noAward: 'archive',
  cancelled: 'archive',
};

export function dashboardPage(view: Dashboard, lang: Lang): Page {
  const { secretariat: t } = texts(lang);
  const { edition, figures: n } = view;
  const title = t.edition(edition.year);
  return {
    title,
    wide: true,
    failed: view.errors.length > 0,
    breadcrumbs: editionCrumbs(edition, null, lang),
    main: html`${errorSummary(view.errors, texts(lang))}${editionHead(edition, 'overview', { title, lead: t.dashboard.lead(t.states[edition.state]) }, lang, view.pages)}
${view.done && statusMessage(t.eventDone)}
${section({ title: t.dashboard.next, id: 'neste', body: next(view, lang) })}
${comingSection(edition.id, view.coming, lang)}${view.note !== null && noteNow(edition.id, view.note, lang)}
${section({ title: t.dashboard.year, id: 'aret', body: steps(stepsOf(edition, lang), texts(lang)) })}
${section({
  title: t.dashboard.figures,
  id: 'tall',
  body: figures([
    { value: n.applications, label: t.dashboard.applications },
    { value: n.drafts, label: t.dashboard.drafts },
    { value: n.toCheck, label: t.dashboard.toCheck },
    { value: n.withdrawn, label: t.dashboard.withdrawn },
    { value: `${n.jurorsReady}/${n.seats}`, label: t.dashboard.jurorsReady },
    { value: `${n.delivered}/${n.ballots}`, label: t.dashboard.ballots },
  ]),
})}
${paragraph(link(reportHref(edition.id), texts(lang).report.title))}
${
  edition.rules_sha256 &&
  descriptionList([
    [t.dashboard.rulesHash, html`<code>${edition.rules_sha256}</code>`],
    ['', link(publicHref(lang, '/utlysning'), t.dashboard.publicPage)],
  ])
}
${view.allowed.includes('cancel') && details({ summary: t.dashboard.otherSteps, body: html`${paragraph(t.eventLeads.cancel)}${link(`${editionHref(edition.id)}/avlys`, t.events.cancel)}` })}`,
  };
}

function next({ edition, allowed, checklists, gaps, cautions }: Dashboard, lang: Lang): Html {
  const { secretariat: t } = texts(lang);
  const event = nextStep[edition.state];
  const found = checklists.find((one) => one.event === event);
  if (edition.state === 'announced' && !allowed.includes('close'))
    return paragraph(t.dashboard.waitsForDeadline(formatDeadline(edition.closes_at, lang)));
  if (edition.state === 'judging') return paragraph(t.dashboard.waitsForJury);
  const meetings = buttonLink({
    href: meetingsHref(edition.id),
    label: texts(lang).meetings.title,
    kind: 'secondary',
  });
  if (edition.state === 'deliberating')
    return html`${paragraph(t.dashboard.waitsForJury)}${actions(meetings)}`;
  if (edition.state === 'decided' || edition.state === 'finalistsPublished') {
    return html`${paragraph(t.dashboard.waitsForPublication)}${actions(buttonLink({ href: editionHref(edition.id, 'publication'), label: t.nav.publication }), meetings)}`;
  }
  if (!event || !found) return paragraph(t.dashboard.nothing);
  const items = found.items.map(({ requirement, met, items: what }) => ({
    met,
    label: requirementText(texts(lang), requirement, met || requirement === 'textsComplete' ? [] : what),
    parts: requirement === 'textsComplete' && gapsList(edition.id, gaps, lang),
    ...(remedies[requirement] ? { href: editionHref(edition.id, remedies[requirement]) } : {}),
  }));
  const label = t.events[event as keyof typeof t.events];
  return html`${paragraph(t.eventLeads[event as keyof typeof t.eventLeads])}${items.length > 0 && checklist(items, texts(lang))}${edition.state === 'planned' && cautionsBox(cautions, datesOf(edition), lang, editionHref(edition.id, 'setup'))}
${allowed.includes(event) && actionForm({ action: `${editionHref(edition.id)}/hendelse`, label, kind: 'primary', version: edition.version, fields: { type: event } })}`;
}

const reached: Partial<Record<State, number>> = {
  planned: 0,
  announced: 1,
  closed: 2,
  judging: 3,
  deliberating: 3,
  decided: 4,
  finalistsPublished: 5,
};

function stepsOf(
  { state, opens_at, closes_at, judging_ends_at, finalists_at, ceremony_at, ceremony_place }: EditionRow,
  lang: Lang,
): Step[] {
  const t = texts(lang).secretariat;
  const items = [
    { label: t.setup.opensAt, when: formatDateTime(opens_at, lang) },
    { label: t.setup.closesAt, when: formatDeadline(closes_at, lang) },
    { label: t.dashboard.formalCheck },
    { label: t.setup.judgingEndsAt, when: formatDeadline(judging_ends_at, lang) },
    { label: t.setup.finalistsAt, when: formatDateTime(finalists_at, lang) },
    { label: t.setup.ceremonyAt, when: formatDateTime(ceremony_at, lang), note: ceremony_place },
  ];
  const at = reached[state] ?? 6;
  return items.map((item, i) => ({ ...item, state: i < at ? 'done' : i === at ? 'current' : 'upcoming' }));
}
