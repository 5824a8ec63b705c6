/** The overview of a year for an auditor: everything that is frozen, and the log. */
import {
  details,
  emptyState,
  link,
  list,
  paragraph,
  section,
  stack,
  table,
  time,
} from '../../ui/components/index.ts';
import {
  editionCrumbs,
  editionHead,
  editionHref,
  protocolHref,
  type EditionPage,
} from '../../ui/edition-nav.ts';
import { html, type Content, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';

import type { PublishedVersion } from '../publication/schema.ts';
import type { RulesVersion } from './schema-rules.ts';

export interface AuditView {
  edition: { id: string; year: number };
  pages: readonly EditionPage[];
  /** There is a protocol of the jury, and a signed result, to read. */
  may: { protocol: boolean; frozen: boolean };
  /** The latest first. */
  rules: readonly RulesVersion[];
  published: readonly PublishedVersion[];
}

export function auditPage({ edition, pages, may, rules, published }: AuditView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.confidence.audit;
  const declared = `${editionHref(edition.id)}/habilitet/protokoll`;
  const once = (open: boolean, href: string, label: string, when: string): Content =>
    open ? link(href, label) : html`${label} (${when.toLowerCase()})`;
  return {
    title: own.title,
    breadcrumbs: editionCrumbs(edition, null, lang),
    main: stack(
      editionHead(
        edition,
        'overview',
        { over: t.secretariat.edition(edition.year), title: own.title, lead: own.lead },
        lang,
        pages,
      ),
      list([
        link(editionHref(edition.id, 'log'), own.log),
        link(editionHref(edition.id, 'earlyReaders'), own.early),
        link(`${declared}.pdf`, own.conflicts, { download: true }),
        link(`${declared}.json`, own.conflictsJson, { download: true }),
        once(may.protocol, protocolHref(edition.id), own.protocol, own.notYet),
        once(may.frozen, editionHref(edition.id, 'frozen'), own.frozen, own.afterClosing),
        link(`${editionHref(edition.id, 'log')}?hva=keeping`, own.takenOut),
      ]),
      section({ title: own.rules, body: rulesTable(rules, edition.year, lang) }),
      section({ title: own.published, body: versionsTable(published, edition.year, lang) }),
    ),
  };
}

/** Each with its checksum, and the file that the checksum is of. */
function rulesTable(rules: readonly RulesVersion[], year: number, lang: Lang): Html {
  const own = texts(lang).confidence.audit;
  if (rules.length === 0) return emptyState({ title: own.noRules, level: 3 });
  return table({
    caption: own.rules,
    hideCaption: true,
    rows: rules,
    columns: [
      {
        header: own.version,
        names: true,
        cell: ({ version }) =>
          link(`/prisen/${year}/regler.json?versjon=${version}`, own.versionOf(version), { download: true }),
      },
      { header: own.from, cell: ({ madeAt }) => time(madeAt, formatDateTime(madeAt, lang)) },
      { header: own.why, cell: ({ reason }) => reason ?? own.first },
      { header: own.checksum, cell: ({ sha256 }) => html`<code>${sha256}</code>` },
    ],
  });
}

function versionsTable(published: readonly PublishedVersion[], year: number, lang: Lang): Html {
  const t = texts(lang);
  const own = t.confidence.audit;
  if (published.length === 0) return emptyState({ title: own.nothingPublished, level: 3 });
  const words = (both: { nb: string; nn: string }): string => (lang === 'nn' ? both.nn : both.nb);
  return html`${table({
    caption: own.published,
    hideCaption: true,
    rows: published,
    columns: [
      { header: own.what, names: true, cell: ({ kind }) => t.publication.kinds[kind] },
      { header: own.from, cell: ({ publicAt }) => time(publicAt, formatDateTime(publicAt, lang)) },
      {
        header: own.standing,
        cell: ({ state, takenDownAt }) =>
          html`${own.states[state]}${takenDownAt && html` ${time(takenDownAt, formatDateTime(takenDownAt, lang))}`}`,
      },
      {
        header: own.said,
        cell: ({ texts: said, correction }) =>
          html`${correction && paragraph(words(correction), 'small')}${details({ summary: own.read, body: paragraph(words(said)) })}`,
      },
    ],
  })}${paragraph(link(`/prisen/${year}`, own.publicPage))}`;
}
