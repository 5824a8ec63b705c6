/** The list of those who can see the outcome early. */
import {
  emptyState,
  link,
  list,
  paragraph,
  stack,
  table,
  tag,
  type Tone,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHead, limitedRolesHref, type EditionPage } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { EarlyReader } from './schema-early.ts';

export interface EarlyReadersView {
  edition: { id: string; year: number; judging_closed_at: Date | null };
  pages: readonly EditionPage[];
  readers: readonly EarlyReader[];
  /** The reader can let others in for one task. */
  mayGive: boolean;
}

export function earlyReadersPage({ edition, pages, readers, mayGive }: EarlyReadersView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.confidence.early;
  const title = t.secretariat.nav.earlyReaders;
  return {
    title,
    wide: true,
    breadcrumbs: editionCrumbs(edition, title, lang),
    main: stack(
      editionHead(
        edition,
        'earlyReaders',
        { over: t.secretariat.edition(edition.year), title, lead: own.lead },
        lang,
        pages,
      ),
      edition.judging_closed_at === null && paragraph(own.notYet),
      readers.length ? readersTable(readers, lang) : emptyState({ title: own.nobody, body: own.nobodyBody }),
      mayGive && paragraph(link(limitedRolesHref(edition.id), t.confidence.limited.title)),
      paragraph(own.administrators, 'muted'),
    ),
  };
}

const tones: Record<EarlyReader['state'], Tone> = {
  sees: 'accent',
  rests: 'neutral',
  unconfirmed: 'warning',
  upcoming: 'info',
  ended: 'neutral',
};

function readersTable(readers: readonly EarlyReader[], lang: Lang): Html {
  const own = texts(lang).confidence.early;
  const at = (when: Date) => formatDateTime(when, lang);
  return table<EarlyReader>({
    caption: own.caption,
    hideCaption: true,
    rows: readers,
    columns: [
      {
        header: own.person,
        names: true,
        cell: ({ name, email, state }) =>
          html`${name || email} ${tag(own.states[state], tones[state])}${name && paragraph(email, 'small')}${state === 'rests' && paragraph(own.rests, 'small')}`,
      },
      {
        header: own.part,
        cell: ({ part, organisation, substituteFor }) =>
          html`${substituteFor ? texts(lang).substitutes.of(own.roles[part], substituteFor) : own.roles[part]}${organisation && paragraph(organisation, 'small')}`,
      },
      {
        header: own.since,
        cell: ({ since, until }) => html`${at(since)}${until && paragraph(own.until(at(until)), 'small')}`,
      },
      { header: own.letIn, cell: ({ letInBy }) => letInBy ?? own.byService },
      {
        header: own.confirmed,
        cell: ({ confirmedAt, state }) =>
          confirmedAt && state !== 'unconfirmed' ? at(confirmedAt) : own.notConfirmed,
      },
      {
        header: own.opened,
        cell: ({ opened }) =>
          opened.length
            ? list(opened.map(({ what, at: first }) => `${own.what[what]}: ${at(first)}`))
            : own.neverOpened,
      },
    ],
  });
}
