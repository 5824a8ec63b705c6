/** The overview of a year for an auditor: everything that is frozen, and the log. */
import { link, list, stack } from '../../ui/components/index.ts';
import {
  editionCrumbs,
  editionHead,
  editionHref,
  protocolHref,
  type EditionPage,
} from '../../ui/edition-nav.ts';
import { html, type Content } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';

export interface AuditView {
  edition: { id: string; year: number };
  pages: readonly EditionPage[];
  /** There is a protocol of the jury, and a signed result, to read. */
  may: { protocol: boolean; frozen: boolean };
}

export function auditPage({ edition, pages, may }: AuditView, lang: Lang): Page {
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
      ]),
    ),
  };
}
