/** What each juror gave and wrote on one application, side by side. */
import {
  emptyState,
  errorSummary,
  link,
  pageHead,
  prose,
  section,
  statusMessage,
  table,
} from '../../ui/components/index.ts';
import { nameIn } from '../../ui/criterion-name.ts';
import { html, type Content, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { applicantName, formatDecimal } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { AssessmentsOut } from './schema.ts';
import { agreedPart, type AgreedView } from './views-agreed.ts';

export interface AssessmentsView extends AgreedView {
  seat: SeatView;
  saved: boolean;
}

export function assessmentsPage(view: AssessmentsView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.results;
  const name = applicantName(view.organisation, view.unit);
  const given = view.criteria.some((criterion) => criterion.given.length > 0);
  return {
    title: own.assessmentsOf(name),
    wide: true,
    failed: view.errors.length > 0,
    breadcrumbs: [
      { label: t.jury.title, href: '/jury' },
      { label: own.title, href: '/jury/resultat' },
      { label: name },
    ],
    main: juryFrame(
      view.seat,
      '/jury/resultat',
      t,
      errorSummary(view.errors, t),
      view.saved && statusMessage(t.agreed.saved),
      pageHead({ title: own.assessmentsOf(name) }),
      view.totals.length > 0 && overview(view, t, lang),
      given
        ? view.criteria.map((criterion) => criterionPart(criterion, view.scoring, t, lang))
        : emptyState({ title: own.nothingGiven }),
      agreedPart(view, lang),
      link('/jury/resultat', own.back),
    ),
  };
}

/** All points at once: a line for each criterion, a column for each juror. */
function overview({ criteria, totals: jurors }: AssessmentsView, t: Texts, lang: Lang): Html {
  const own = t.results;
  const number = (shown: string): string => formatDecimal(shown, lang);
  return table({
    caption: own.points,
    rows: criteria.filter(({ weight }) => weight !== null),
    columns: [
      { header: t.results.criterion, names: true, cell: ({ texts: words }) => nameIn(words, lang) },
      ...jurors.map(({ personId, name }) => ({
        header: name,
        numeric: true,
        cell: ({ given }: Criterion): Content => {
          const found = given.find((one) => one.personId === personId);
          return found ? scoreOf(found, t) : '–';
        },
      })),
    ],
    foot: [own.total, ...jurors.map(({ mean }) => number(mean.display))],
  });
}

/** What counts; where that was agreed on, what was delivered beside it. */
const scoreOf = ({ score, agreedScore }: Criterion['given'][number], t: Texts): Content =>
  agreedScore === null ? (score ?? '–') : html`${agreedScore} (${t.agreed.was(score ?? '–')})`;

type Criterion = AssessmentsOut['criteria'][number];

function criterionPart(
  { kind, weight, texts: words, given }: Criterion,
  scoring: boolean,
  t: Texts,
  lang: Lang,
): Html {
  const own = t.results;
  const names = words as Record<string, { name: string } | undefined>;
  const value = (one: Criterion['given'][number]): Content => {
    const { score, notDescribed, met, agreedScore } = one;
    if (kind === 'must') return met === null ? t.ballots.noScore : met ? t.common.yes : t.common.no;
    if (agreedScore !== null) return scoreOf(one, t);
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
