/** The overview of a year: the next step with what it needs, where the year stands, figures. */
import {
  descriptionList,
  details,
  errorSummary,
  figures,
  link,
  paragraph,
  rows,
  section,
  statusMessage,
  steps,
  type Step,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionCrumbs, editionHead, editionHref, editionIndex } from '../../ui/edition-nav.ts';
import { html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { setupGuide, type Guide } from '../../ui/setup-guide.ts';
import { taskRow, type TaskRow } from '../../ui/task-row.ts';
import { formatDateTime, formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { EditionRow } from './schema.ts';
import type { Coming, Note } from './schema-notes.ts';
import type { Wait } from './schema-waits.ts';
import { courseOf, type Graph } from './views-diagram.ts';
import { comingSection, noteNow } from './views-notes.ts';
import { nextPart, type NextView } from './views-next.ts';
import { waitsSection } from './views-waits.ts';

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
export interface Dashboard extends NextView {
  figures: Figures;
  coming: readonly Coming[];
  waits: readonly Wait[];
  /** What waits for the reader in this year. */
  tasks: readonly TaskRow[];
  graph: Graph;
  /** Null for whoever does not run the year. */
  note: Note | null | undefined;
  /** Of the year that was copied, written since. */
  newerNotes: readonly Note[];
  guide: Guide;
  done: boolean;
  errors: readonly FormError[];
}

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
${view.done && statusMessage(t.eventDone)}${setupGuide(edition.id, view.guide, ['announce'], lang)}
${section({ title: t.dashboard.next, id: 'neste', body: nextPart(view, lang) })}
${view.tasks.length > 0 && section({ title: t.dashboard.tasks, id: 'oppgaver', body: rows(view.tasks.map((task) => taskRow({ ...task, year: null }, lang))) })}
${waitsSection(edition.id, view.waits, view.pages, lang)}
${comingSection({ id: edition.id, mayChange: view.pages.includes('setup') }, view.coming, lang)}${view.note !== null && noteNow(edition.id, view.note, view.newerNotes, lang)}
${section({ title: t.dashboard.year, id: 'aret', body: html`${steps(stepsOf(view, lang), texts(lang))}${details({ summary: t.diagram.title, body: courseOf(edition.state, view.graph, lang) })}` })}
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
${
  view.pages.includes('setup') &&
  section({ title: t.nav.label, id: 'sider', body: editionIndex(edition.id, lang, view.pages) })
}
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

const reached: Partial<Record<State, number>> = {
  planned: 0,
  announced: 1,
  closed: 2,
  judging: 3,
  deliberating: 3,
  decided: 4,
  finalistsPublished: 5,
};

function stepsOf({ edition, now }: NextView, lang: Lang): Step[] {
  const t = texts(lang).secretariat;
  const { state, opens_at, closes_at, judging_ends_at, finalists_at, ceremony_at, ceremony_place } = edition;
  const announcement = edition.announced_at ?? edition.announces_at;
  const items = [
    ...(announcement
      ? [
          {
            label: edition.announced_at ? t.dashboard.announced : t.setup.announcesAt,
            when: formatDateTime(announcement, lang),
          },
        ]
      : []),
    { label: t.setup.opensAt, when: formatDateTime(opens_at, lang) },
    { label: t.setup.closesAt, when: formatDeadline(closes_at, lang) },
    { label: t.dashboard.formalCheck },
    { label: t.setup.judgingEndsAt, when: formatDeadline(judging_ends_at, lang) },
    { label: t.setup.finalistsAt, when: formatDateTime(finalists_at, lang) },
    { label: t.setup.ceremonyAt, when: formatDateTime(ceremony_at, lang), note: ceremony_place },
  ];
  // The announcement is a step of its own, before the opening, where it has a date.
  const before = announcement ? 1 : 0;
  const at =
    state === 'planned' ? 0 : before + (state === 'announced' && now < opens_at ? 0 : (reached[state] ?? 6));
  return items.map((item, i) => ({ ...item, state: i < at ? 'done' : i === at ? 'current' : 'upcoming' }));
}
