/** Who waits for whom in a year, with the way to where it is done or seen. */
import { link, paragraph, rows, section } from '../../ui/components/index.ts';
import {
  editionHref,
  meetingsHref,
  motionsHref,
  namingsHref,
  type EditionPage,
} from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import { formatDeadline, formatList } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Wait, WaitKind } from './schema-waits.ts';

/** What has a page in the row of the year's pages, and what has one beside them. */
const places: Record<WaitKind, EditionPage | ((editionId: string) => string)> = {
  completeApplications: 'applications',
  approveExtensions: 'deadlines',
  approveRejections: 'applications',
  approveRejectionsAlone: 'applications',
  approveReceived: 'received',
  confirmRoles: 'earlyReaders',
  confirmSeats: 'jury',
  declare: 'jury',
  decideConflicts: 'jury',
  answerObjections: 'jury',
  deliver: 'jury',
  closeJudging: 'jury',
  vote: motionsHref,
  decide: meetingsHref,
  answerNamings: namingsHref,
  approveStatements: 'statements',
  approveLetters: 'batches',
  approvePublication: 'publication',
};

/** `pages` are those of the year that the reader may open; what stands beside them is open to whoever follows the work. */
export function waitsSection(
  editionId: string,
  waits: readonly Wait[],
  pages: readonly EditionPage[],
  lang: Lang,
): Html {
  const { waits: t } = texts(lang);
  const items = waits.map(({ what, names, count, due }) => {
    const label = t.what[what]({ names: formatList(names, lang), count });
    const place = places[what];
    const href =
      typeof place === 'function' ? place(editionId) : pages.includes(place) && editionHref(editionId, place);
    const when = due && html` ${t.due(formatDeadline(due, lang))}`;
    return html`${href ? link(href, label) : label}${paragraph(html`${t.why[what]}${when}`, 'small')}`;
  });
  return section({
    title: t.title,
    id: 'venter',
    body: items.length ? rows(items) : paragraph(t.nothing),
  });
}
