/** The frame of the secretariat's pages about one year: where one is, and the other pages of the year. */
import { localNav } from './components/navigation.ts';
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
  frozen: '/resultat',
  diagram: '/diagram',
} as const;
export type EditionPage = keyof typeof paths;
/** Those of the secretariat. The signed result holds every ballot: it is for the chair and an auditor. */
export const editionPages = (Object.keys(paths) as EditionPage[]).filter((page) => page !== 'frozen');

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

/** The report of the year, for the secretariat. */
export const reportHref = (id: string): string => `/sekretariat/${id}/rapport`;

/** What goes to an archive: of the year; of a period where none is said. For the secretariat. */
export const archiveHref = (id?: string): string =>
  id === undefined ? '/sekretariat/arkiv' : `/sekretariat/${id}/arkiv`;

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

/** Title, lead and the row of pages. `pages` are those the reader may open; all of them when left out. */
export function editionHead(
  edition: { id: string; year: number },
  current: EditionPage,
  head: { title: Content; lead?: Content; over?: Content },
  lang: Lang,
  pages: readonly EditionPage[] = editionPages,
): Html {
  const { nav } = texts(lang).secretariat;
  const items = pages.map((page) => ({
    href: editionHref(edition.id, page),
    label: nav[page],
    current: page === current,
  }));
  return html`${pageHead(head)}${localNav(items, nav.label)}`;
}
