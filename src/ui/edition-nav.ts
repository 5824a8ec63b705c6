/** The frame of the secretariat's pages about one year: where one is, and the other pages of the year. */
import { link } from './components/actions.ts';
import { linkGroups, localNav, twoRows } from './components/navigation.ts';
import type { Crumb } from './components/navigation.ts';
import { pageHead } from './components/text.ts';
import { html } from './html.ts';
import type { Content, Html } from './html.ts';
import { texts } from './text/index.ts';
import type { Lang } from './text/index.ts';

const paths = {
  overview: '',
  setup: '/oppsett',
  criteria: '/kriterier',
  jury: '/jury',
  applications: '/soknader',
  deadlines: '/frister',
  received: '/mottatt',
  questions: '/sporsmal-og-svar',
  statements: '/begrunnelser',
  publication: '/offentliggjoring',
  letterTexts: '/brevtekster',
  batches: '/utsendinger',
  letters: '/brev',
  log: '/logg',
  earlyReaders: '/innsyn',
  guests: '/seremonipamelding',
  report: '/rapport',
  archive: '/arkiv',
  frozen: '/resultat',
  diagram: '/diagram',
} as const;
export type EditionPage = keyof typeof paths;
/** Those of the secretariat. The signed result holds every ballot: it is for the chair and an auditor. */
export const editionPages = (Object.keys(paths) as EditionPage[]).filter((page) => page !== 'frozen');

/** The pages of a year, put together by what one is there to do. The first of a group is where the group leads. */
const groups = {
  overview: ['overview'],
  setUp: ['setup', 'criteria', 'jury', 'diagram'],
  applicants: ['applications', 'received', 'deadlines', 'questions'],
  outcome: ['statements', 'publication', 'guests', 'earlyReaders'],
  letters: ['letterTexts', 'batches', 'letters'],
  record: ['report', 'archive', 'log', 'frozen'],
} as const satisfies Record<string, readonly EditionPage[]>;
const groupNames = Object.keys(groups) as (keyof typeof groups)[];
/** Who may open this many pages or fewer sees them in one row. */
const ONE_ROW = 6;

export const editionHref = (id: string, page: EditionPage = 'overview'): string =>
  `/sekretariat/${id}${paths[page]}`;

/** The meetings of the jury: for those who hold them. */
export const meetingsHref = (id: string): string => `/sekretariat/${id}/moter`;

/** The motions of the jury: for those who hold its meetings. */
export const motionsHref = (id: string): string => `/sekretariat/${id}/forslag`;

/** The protocol of the jury: for those who chair, the jury, the secretariat and an auditor. */
export const protocolHref = (id: string): string => `/sekretariat/${id}/protokoll`;

/** The answers to the applicants: for those who write and approve them. */
export const feedbackHref = (id: string): string => `/sekretariat/${id}/tilbakemeldinger`;

/** What the nominated have been told in confidence and have answered: for those who see the decisions. */
export const namingsHref = (id: string): string => `/sekretariat/${id}/nominerte`;

/** The host's remote control of the ceremony, or of its rehearsal. */
export const ceremonyHref = (id: string, rehearsal = false): string =>
  `/sekretariat/${id}/seremoni${rehearsal ? '/prove' : ''}`;

/** Those who are let in for one task of the year: for the secretariat. */
export const limitedRolesHref = (id: string): string => `${editionHref(id, 'earlyReaders')}/roller`;

/** The reminders that are still to come: for whoever runs the year. */
export const remindersHref = (id: string): string => `/sekretariat/${id}/paminnelser`;

/** What goes to an archive, of a period and not of one year: for the secretariat. */
export const periodArchiveHref = '/sekretariat/arkiv';

/** The log of what belongs to no year: for administrators, auditors and secretaries. */
export const serviceLogHref = '/administrasjon/logg';

export function editionCrumbs(
  { id, year }: { id: string; year: number },
  title: Content | null,
  lang: Lang,
): Crumb[] {
  const t = texts(lang).secretariat;
  const year_ = { label: t.edition(year) };
  const head = { label: t.title, href: '/sekretariat' };
  return title === null ? [head, year_] : [head, { ...year_, href: editionHref(id) }, { label: title }];
}

/** Of a page about one application, for the secretariat; no `title` on the application's own. */
export function applicationCrumbs(
  edition: { id: string; year: number },
  { id, organisation_name: name }: { id: string; organisation_name: string },
  title: Content | null,
  lang: Lang,
): Crumb[] {
  const { title: list } = texts(lang).nominations.office;
  return [
    ...editionCrumbs(edition, list, lang).slice(0, -1),
    { label: list, href: editionHref(edition.id, 'applications') },
    ...(title === null
      ? [{ label: name }]
      : [{ label: name, href: `/sekretariat/soknad/${id}` }, { label: title }]),
  ];
}

/** Title, lead and the pages of the year: the groups, and under them those of the group one is in. `pages` are those the reader may open; all of them when left out. */
export function editionHead(
  edition: { id: string; year: number },
  current: EditionPage,
  head: { title: Content; lead?: Content; over?: Content },
  lang: Lang,
  pages: readonly EditionPage[] = editionPages,
): Html {
  return html`${pageHead(head)}${pageRows(edition.id, current, lang, pages)}`;
}

function pageRows(id: string, current: EditionPage, lang: Lang, pages: readonly EditionPage[]): Html {
  const { nav } = texts(lang).secretariat;
  const row = (some: readonly EditionPage[], label: string): Html =>
    localNav(
      some.map((page) => ({ href: editionHref(id, page), label: nav[page], current: page === current })),
      label,
    );
  if (pages.length <= ONE_ROW) return row(pages, nav.label);
  const shown = groupsOf(pages);
  const here = shown.find(({ pages }) => pages.includes(current));
  const tabs = shown.map(({ name, pages: [first] }) => ({
    href: editionHref(id, first),
    label: nav.groups[name],
    current: name === here?.name && (first === current ? ('page' as const) : ('true' as const)),
  }));
  return twoRows(
    localNav(tabs, nav.label),
    here && here.pages.length > 1 && row(here.pages, nav.groups[here.name]),
  );
}

/** All pages of the year on one page, by group: the way in for whoever does this once a year. */
export function editionIndex(id: string, lang: Lang, pages: readonly EditionPage[]): Html {
  const { nav } = texts(lang).secretariat;
  return linkGroups(
    groupsOf(pages)
      .filter(({ name }) => name !== 'overview')
      .map(({ name, pages }) => ({
        title: nav.groups[name],
        links: pages.map((page) => link(editionHref(id, page), nav[page])),
      })),
  );
}

function groupsOf(
  pages: readonly EditionPage[],
): { name: keyof typeof groups; pages: [EditionPage, ...EditionPage[]] }[] {
  return groupNames.flatMap((name) => {
    const [first, ...rest] = groups[name].filter((page) => pages.includes(page));
    return first ? [{ name, pages: [first, ...rest] }] : [];
  });
}
