/** The result after the closing: a table people can read, and the assessments behind it. */
import {
  bar,
  spread,
  details,
  emptyState,
  link,
  list,
  pageHead,
  pagination,
  paragraph,
  prose,
  section,
  table,
  tag,
  alert,
} from '../../ui/components/index.ts';
import { html, nothing, type Content, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { formatList } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { linesPerPage, type AssessmentsOut, type ResultLine, type ResultOut } from './schema.ts';

export interface ResultView extends ResultOut {
  seat: SeatView;
}
type Column = Parameters<typeof table<ResultLine>>[0]['columns'][number];

export function resultPage(view: ResultView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.results;
  const { lines, page, total } = view;
  return {
    title: own.title,
    wide: true,
    main: juryFrame(
      view.seat,
      '/jury/resultat',
      t,
      pageHead({ title: own.title, lead: view.scoring ? own.lead : own.leadWithoutScores }),
      view.partial && alert({ tone: 'info', body: paragraph(own.partial) }),
      lines.length
        ? html`${table({ caption: own.title, hideCaption: true, rows: lines, columns: columns(view, t, lang) })}${pagination(
            {
              page,
              total: Math.ceil(total / linesPerPage),
              t,
              hrefOf: (to) => `/jury/resultat?side=${to}`,
            },
          )}`
        : emptyState({ title: own.none, body: own.noneBody }),
      view.scoring && details({ summary: own.explain, body: list(own.explanation) }),
    ),
  };
}

/** Before the closing there is nothing to see, for anybody. */
export function resultNotYetPage(seat: SeatView, lang: Lang): Page {
  const t = texts(lang);
  return {
    title: t.results.title,
    main: juryFrame(seat, '/jury/resultat', t, pageHead({ title: t.results.title, lead: t.results.notYet })),
  };
}

function columns(view: ResultView, t: Texts, lang: Lang): Column[] {
  const own = t.results;
  const shared = new Set(
    view.lines
      .map(({ place }) => place)
      .filter((place, i, all) => place !== null && all.indexOf(place) !== i),
  );
  const number = (shown: string): string => (lang === 'en' ? shown : shown.replace('.', ','));
  const place: Column = {
    header: own.place,
    numeric: true,
    cell: (line) => html`${line.place ?? '–'}${shared.has(line.place) && html` ${tag(own.tie)}`}`,
  };
  const name: Column = {
    header: own.application,
    names: true,
    cell: (line) =>
      link(`/jury/resultat/${line.nominationId}`, [line.organisation, line.unit].filter(Boolean).join(', ')),
  };
  const counted: Column = {
    header: own.ballots,
    cell: (line) => html`${own.nOfN(line.nBallots, line.nJurors)}${apart(line, t, lang)}`,
  };
  if (!view.scoring) return [name, counted];
  const mean: Column = {
    header: own.meanOf(view.scale.min, view.scale.max),
    numeric: true,
    cell: (line) =>
      line.mean ? html`${number(line.mean.display)}${bar(Number(line.mean.display), view.scale.max)}` : '–',
  };
  const each: Column = { header: own.each, cell: (line) => totals(line, view.scale, number) };
  return [place, name, mean, counted, each];
}

/** Where the jurors lie, from the lowest to the highest; who gave what stands with the assessments. */
function totals(
  { totals: given, mean }: ResultLine,
  scale: ResultOut['scale'],
  number: (shown: string) => string,
): Content {
  const shown = given.map(({ mean: own }) => own.display).toSorted((a, b) => Number(a) - Number(b));
  if (!mean || shown.length === 0) return nothing;
  const range = [...new Set([shown[0]!, shown.at(-1)!])].map(number).join('–');
  return html`${range}${spread(shown.map(Number), Number(mean.display), scale)}`;
}

/** Who is missing and who is out: beside the figures, never in them. */
function apart({ missing, out }: ResultLine, t: Texts, lang: Lang): Html {
  const names = (people: readonly { name: string }[]): string =>
    formatList(
      people.map(({ name }) => name),
      lang,
    );
  return html`${missing.length > 0 && html`<br>${t.results.missing(names(missing))}`}${out.length > 0 && html`<br>${t.results.out(names(out))}`}`;
}

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
  const number = (shown: string): string => (lang === 'en' ? shown : shown.replace('.', ','));
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

function nameIn(words: unknown, lang: Lang): Html {
  const names = words as Record<string, { name: string } | undefined>;
  return html`<span lang="${names[lang] ? lang : 'nb'}">${(names[lang] ?? names['nb'])?.name ?? ''}</span>`;
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
