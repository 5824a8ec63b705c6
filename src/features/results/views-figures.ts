/** More figures: who gave what, how scores are spread, the methods side by side, agreement, and what would change the result. */
import {
  alert,
  button,
  columnChart,
  details,
  form,
  grid,
  heading,
  heatCell,
  list,
  pageHead,
  paragraph,
  section,
  srOnly,
  table,
} from '../../ui/components/index.ts';
import { nameIn, plainNameIn } from '../../ui/criterion-name.ts';
import { html, type Content, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { FiguresOut } from './schema.ts';
import { robustness } from './views-robust.ts';
import { figure, signed } from './words.ts';

export interface FiguresView extends FiguresOut {
  seat: SeatView;
}
/** The view with its result, and the applications in the order of the result. */
export interface Shown extends FiguresView {
  result: NonNullable<FiguresOut['result']>;
  order: readonly number[];
  t: Texts;
  lang: Lang;
}

export function figuresPage(view: FiguresView, lang: Lang): Page {
  const t = texts(lang);
  const { figures: f, results } = t;
  return {
    title: f.more,
    wide: true,
    breadcrumbs: [
      { label: t.jury.title, href: '/jury' },
      { label: results.title, href: '/jury/resultat' },
      { label: f.more },
    ],
    main: juryFrame(
      view.seat,
      '/jury/resultat/tall',
      t,
      pageHead({ title: f.more, lead: view.result ? f.moreLead : results.nothingGiven }),
      view.partial && alert({ tone: 'info', body: paragraph(f.partial) }),
      view.result && parts({ ...view, result: view.result, order: orderOf(view.result), t, lang }),
    ),
  };
}

function orderOf({ ranking, totals }: Shown['result']): readonly number[] {
  return ranking ? ranking.map(({ nomination }) => nomination) : totals.map((_, i) => i);
}

function parts(view: Shown): Html {
  const { figures: f } = view.t;
  return html`${section({ title: f.heat.title, body: heatMap(view) })}
${section({ title: f.spread.title, body: distributions(view) })}
${section({ title: f.compare.title, body: sideBySide(view) })}
${section({ title: f.agreement.title, body: agreement(view) })}
${section({ title: f.robust.title, body: robustness(view) })}
${view.jurorFigures.mayOpen && section({ title: f.jurors.title, id: 'jurymedlemmer', body: eachJuror(view) })}`;
}

function heatMap({ result, order, nominations, jurors, criteria, scale, t, lang }: Shown): Html {
  const { heat: h } = t.figures;
  const weight = criteria.reduce((sum, one) => sum + one.weight, 0);
  return html`${paragraph(h.lead)}${table({
    caption: h.title,
    hideCaption: true,
    rows: order,
    columns: [
      { header: t.results.application, names: true, cell: (i) => nominations[i]!.name },
      ...jurors.map(({ name }, j) => ({
        header: name,
        cell: (i: number): Content => {
          const total = result.totals[i]![j]!;
          return total === null
            ? html`–${srOnly(html` ${h.none}`)}`
            : heatCell(total / weight, figure(total / weight, lang, 1), scale);
        },
      })),
      {
        header: h.average,
        numeric: true,
        cell: (i) => orDash(result.plainMean[i], (value) => figure(value, lang)),
      },
    ],
  })}`;
}

function distributions({ scores, criteria, scale, t, lang }: Shown): Html {
  const { spread: s } = t.figures;
  const levels = Array.from({ length: scale.max - scale.min + 1 }, (_, i) => scale.min + i);
  const one = ({ texts: words }: Shown['criteria'][number], c: number): Html => {
    const given = scores.flat().flatMap((ballot) => (ballot ? [ballot[c]] : []));
    const counts = levels.map((level) => ({
      level,
      count: given.filter((score) => score === level).length,
    }));
    const name = plainNameIn(words, lang);
    return html`${heading(3, nameIn(words, lang))}${columnChart(
      counts.map(({ level, count }) => ({ label: String(level), value: count })),
    )}${details({
      summary: t.figures.asTable,
      body: table({
        caption: name,
        hideCaption: true,
        rows: counts,
        columns: [
          { header: s.level, names: true, cell: ({ level }) => String(level) },
          { header: s.times, numeric: true, cell: ({ count }) => String(count) },
        ],
      }),
    })}`;
  };
  return html`${paragraph(s.lead)}${grid(criteria.map(one))}`;
}

/** From so many ballots the trimmed mean is worth showing. */
const TRIMMED_FROM = 7;

function sideBySide({ result, order, nominations, t, lang }: Shown): Html {
  const { compare: c } = t.figures;
  const placed = (value: number | null | undefined, place: number | null | undefined): Content =>
    orDash(value, (known) => html`${figure(known, lang)} (${place ?? '–'})`);
  const trimmed = result.nBallots.some((n) => n >= TRIMMED_FROM);
  const trimmedPlaces = placesOf(result.trimmedMean);
  const medianPlaces = placesOf(result.lowerMedian);
  return html`${paragraph(c.lead)}${table<number>({
    caption: c.title,
    hideCaption: true,
    rows: order,
    columns: [
      { header: t.results.application, names: true, cell: (i) => nominations[i]!.name },
      {
        header: c.adjusted,
        numeric: true,
        cell: (i) => placed(result.adjusted?.[i], result.adjustedRank?.[i]),
      },
      {
        header: c.error,
        numeric: true,
        cell: (i) => orDash(result.adjustedSE?.[i], (value) => figure(value, lang)),
      },
      { header: c.plain, numeric: true, cell: (i) => placed(result.plainMean[i], result.plainRank[i]) },
      ...(trimmed
        ? [
            {
              header: c.trimmed,
              numeric: true,
              cell: (i: number) => placed(result.trimmedMean[i], trimmedPlaces[i]),
            },
          ]
        : []),
      { header: c.median, numeric: true, cell: (i) => placed(result.lowerMedian[i], medianPlaces[i]) },
      {
        header: c.duels,
        numeric: true,
        cell: (i) =>
          orDash(result.copeland[i], (value) => (value > 0 ? `+${value}` : String(value).replace('-', '−'))),
      },
    ],
  })}${list([...c.explain.filter((_, i) => trimmed || i !== 2), ...(trimmed ? [] : [c.trimmedNote])])}`;
}

/** 1, 2, 2, 4 of figures that the result gives without places. */
function placesOf(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value) =>
    value === null ? null : 1 + values.filter((other) => other !== null && other > value + 1e-9).length,
  );
}

function agreement({ result, criteria, t, lang }: Shown): Html {
  const { agreement: a } = t.figures;
  const { alpha, icc, kendallW } = result;
  const shown = (value: number | null | undefined): Content =>
    orDash(value, (known) => figure(known, lang), a.undefined);
  const complete = (value: number | null | undefined): Content =>
    value === null || value === undefined ? a.onlyComplete : figure(value, lang);
  return html`${paragraph(a.lead)}${table({
    caption: a.title,
    hideCaption: true,
    rows: [
      [a.alpha, shown(alpha?.interval)],
      [a.alphaOrdinal, shown(alpha?.ordinal)],
      [a.icc1, complete(icc?.icc2)],
      [a.icck, complete(icc?.icc2k)],
      [a.kendall, complete(kendallW)],
    ] as const,
    columns: [
      { header: t.figures.agreement.title, names: true, cell: ([label]) => label },
      { header: '0–1', numeric: true, cell: ([, value]) => value },
    ],
  })}${table({
    caption: a.perCriterion,
    rows: criteria.map((criterion, c) => ({ criterion, value: alpha?.ordinalPerCriterion?.[c] })),
    columns: [
      {
        header: t.figures.robust.criterion,
        names: true,
        cell: ({ criterion }) => nameIn(criterion.texts, lang),
      },
      { header: '0–1', numeric: true, cell: ({ value }) => shown(value) },
    ],
  })}`;
}

/** Off until the chair opens it. */
function eachJuror({ jurors, jurorFigures: { figures }, t, lang }: Shown): Html {
  const { jurors: j } = t.figures;
  if (!figures)
    return html`${paragraph(j.lead)}${form({ action: '/jury/resultat/tall/jurymedlemmer', body: button({ label: j.open, kind: 'secondary' }) })}`;
  const at = (row: readonly (number | null)[] | null, index: number, show = figure): Content =>
    orDash(row?.[index], (value) => show(value, lang));
  return html`${alert({ tone: 'info', body: paragraph(j.opened) })}${table({
    caption: j.severity,
    hideCaption: true,
    rows: jurors,
    columns: [
      { header: j.juror, names: true, cell: ({ name }) => name },
      { header: j.severity, numeric: true, cell: (_, i) => at(figures.severity, i, signed) },
      { header: j.error, numeric: true, cell: (_, i) => at(figures.severitySE, i) },
      { header: j.residual, numeric: true, cell: (_, i) => at(figures.residualSD, i) },
      { header: j.outfit, numeric: true, cell: (_, i) => at(figures.outfit, i) },
    ],
  })}${list(j.explain)}`;
}

/** The value as shown, or a dash (or other words) where there is none. */
export function orDash(
  value: number | null | undefined,
  show: (value: number) => Content,
  otherwise: Content = '–',
): Content {
  return value === null || value === undefined ? otherwise : show(value);
}
