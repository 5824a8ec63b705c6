/** What each juror gave and wrote on one application, side by side. */
import { emptyState, link, pageHead, prose, section, table } from '../../ui/components/index.ts';
import type { Content, Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { AssessmentsOut } from './schema.ts';
import { inNumbers, nameIn } from './words.ts';

export interface AssessmentsView extends AssessmentsOut {
  seat: SeatView;
}

export function assessmentsPage(view: AssessmentsView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.results;
  const name = [view.organisation, view.unit].filter(Boolean).join(', ');
  const given = view.criteria.some((criterion) => criterion.given.length > 0);
  return {
    title: own.assessmentsOf(name),
    wide: true,
    breadcrumbs: [
      { label: t.jury.title, href: '/jury' },
      { label: own.title, href: '/jury/resultat' },
      { label: name },
    ],
    main: juryFrame(
      view.seat,
      '/jury/resultat',
      t,
      pageHead({ title: own.assessmentsOf(name) }),
      view.totals.length > 0 && overview(view, t, lang),
      given
        ? view.criteria.map((criterion) => criterionPart(criterion, view.scoring, t, lang))
        : emptyState({ title: own.nothingGiven }),
      link('/jury/resultat', own.back),
    ),
  };
}

/** All points at once: a line for each criterion, a column for each juror. */
function overview({ criteria, totals: jurors }: AssessmentsView, t: Texts, lang: Lang): Html {
  const own = t.results;
  const number = (shown: string): string => inNumbers(shown, lang);
  return table({
    caption: own.points,
    rows: criteria.filter(({ weight }) => weight !== null),
    columns: [
      { header: t.results.criterion, names: true, cell: ({ texts: words }) => nameIn(words, lang) },
      ...jurors.map(({ personId, name }) => ({
        header: name,
        numeric: true,
        cell: ({ given }: Criterion): Content => given.find((one) => one.personId === personId)?.score ?? '–',
      })),
    ],
    foot: [own.total, ...jurors.map(({ mean }) => number(mean.display))],
  });
}

type Criterion = AssessmentsOut['criteria'][number];

function criterionPart(
  { kind, weight, texts: words, given }: Criterion,
  scoring: boolean,
  t: Texts,
  lang: Lang,
): Html {
  const own = t.results;
  const names = words as Record<string, { name: string } | undefined>;
  const value = ({ score, notDescribed, met }: Criterion['given'][number]): string => {
    if (kind === 'must') return met === null ? t.ballots.noScore : met ? t.common.yes : t.common.no;
    return notDescribed ? `${score} (${own.notDescribed.toLowerCase()})` : String(score ?? '–');
  };
  const scored = kind === 'must' || (scoring && weight !== null);
  return section({
    title: nameIn(words, lang),
    body: table({
      caption: (names[lang] ?? names['nb'])?.name ?? '',
      hideCaption: true,
      rows: given,
      columns: [
        { header: own.juror, names: true, cell: (one) => one.name },
        ...(scored ? [{ header: own.score, cell: (one: Criterion['given'][number]) => value(one) }] : []),
        { header: own.assessment, cell: (one) => (one.assessment ? prose(one.assessment) : own.noText) },
      ],
    }),
  });
}
