/** The one page of a reader under embargo. */
import {
  actions,
  alert,
  emptyState,
  link,
  list,
  pageHead,
  paragraph,
  section,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { LANGS, texts, type Lang } from '../../ui/text/index.ts';
import type { PublicationState, Release } from './schema.ts';
import type { PublicOutcome } from './schema-public.ts';
import { outcomeParts } from './views-year.ts';

interface Line {
  row: { kind: 'finalists' | 'winner'; publish_at: Date; release: Release };
  state: PublicationState;
}
export interface EmbargoedYear {
  year: number;
  finalists_at: Date;
  publications: readonly Line[];
  outcome: PublicOutcome | null;
}

export function embargoPage(
  { years, shownIn }: { years: readonly EmbargoedYear[]; shownIn: Lang },
  lang: Lang,
): Page {
  const { confidence, publication } = texts(lang);
  const { embargo: t } = confidence;
  const shown = years.filter(({ outcome }) => outcome !== null);
  return {
    title: t.title,
    main: [
      pageHead({ title: t.title }),
      shown.length
        ? [
            alert({ tone: 'warning', body: paragraph(t.lead) }),
            actions(
              LANGS.filter((each) => each !== shownIn).map((each) =>
                link(`/embargo?sprak=${each}`, t.inLanguage(publication.languages[each])),
              ),
            ),
            shown.map((year) => yearPart(year, shownIn, lang)),
          ]
        : emptyState({ title: t.nothing, body: t.nothingBody }),
    ],
  };
}

function yearPart(
  { year, finalists_at, publications, outcome }: EmbargoedYear,
  shownIn: Lang,
  lang: Lang,
): Html {
  const phase = outcome?.winner ? 'winner' : 'finalists';
  const part =
    outcome &&
    html`<div lang="${shownIn}">${outcomeParts(outcome, { year, phase, finalistsAt: finalists_at }, shownIn, () => null)}</div>`;
  return section({
    title: texts(lang).secretariat.edition(year),
    id: `ar-${year}`,
    body: html`${list(publications.map((one) => when(one, lang)))}${part}`,
  });
}

/** What comes out, and when. */
function when({ row, state }: Line, lang: Lang): string {
  const { confidence, publication } = texts(lang);
  const at = formatDateTime(row.publish_at, lang);
  const { embargo: t } = confidence;
  const said =
    state === 'published' ? t.published(at) : row.release === 'press' ? t.atCeremony(at) : t.at(at);
  return `${publication.kinds[row.kind]}: ${said}`;
}
