/** How little it takes to change the result: a juror less, another jury, other weights. */
import { heading, paragraph, table } from '../../ui/components/index.ts';
import { nameIn } from '../../ui/criterion-name.ts';
import { html, nothing, type Content, type Html } from '../../ui/html.ts';
import { formatList, formatNumber } from '../../ui/text/format.ts';
import { orDash, type Shown } from './views-figures.ts';
import { figure, percent } from './words.ts';

export function robustness(view: Shown): Html {
  return html`${withoutOne(view)}${redrawn(view)}${otherWeights(view)}${inPractice(view)}`;
}

/** Names of applications, by their positions. */
const names = ({ nominations, lang }: Shown, indices: readonly number[]): string =>
  formatList(
    indices.map((i) => nominations[i]!.name),
    lang,
  );

function withoutOne(view: Shown): Content {
  const { result, jurors, t } = view;
  const { robust: r } = t.figures;
  const rows = result.leaveOneJurorOut;
  if (!rows) return nothing;
  const winners = new Set(rows.flatMap((row) => (row.winners ? [row.winners.join()] : [])));
  const same = winners.size === 1 && rows.every(({ defined }) => defined);
  return html`${heading(3, r.without)}${paragraph(same ? html`${r.withoutLead} <strong>${r.same}</strong>` : r.withoutLead)}${table(
    {
      caption: r.without,
      hideCaption: true,
      rows,
      columns: [
        { header: r.withoutHead, names: true, cell: ({ juror }) => jurors[juror]!.name },
        { header: r.winner, cell: ({ winners: first }) => (first ? names(view, first) : r.notDefined) },
        {
          header: r.shift,
          numeric: true,
          cell: ({ maxRankShift }) => orDash(maxRankShift, (shift) => r.places(shift)),
        },
      ],
    },
  )}`;
}

function redrawn({ bootstrap, rule, order, nominations, t, lang }: Shown): Content {
  const { robust: r } = t.figures;
  const chances = rule === 'adjusted' ? bootstrap?.adjusted : bootstrap?.plain;
  if (!bootstrap || !chances) return nothing;
  const fallback = rule === 'adjusted' ? (bootstrap.adjusted?.fallbackProbability ?? 0) : 0;
  const range = (i: number): string => {
    const [low, high] = [chances.rankLow[i], chances.rankHigh[i]];
    return low && high ? (low === high ? String(low) : `${low}–${high}`) : '–';
  };
  return html`${heading(3, r.chance)}${paragraph(r.chanceLead(formatNumber(bootstrap.replicates, lang)))}${table<number>(
    {
      caption: r.chance,
      hideCaption: true,
      rows: order,
      columns: [
        { header: t.results.application, names: true, cell: (i) => nominations[i]!.name },
        { header: r.chanceFirst, numeric: true, cell: (i) => r.percent(percent(chances.pFirst[i]!, lang)) },
        { header: t.figures.probable, numeric: true, cell: range },
      ],
    },
  )}${fallback > 0 && paragraph(r.fallback(percent(fallback, lang)), 'small')}`;
}

function otherWeights({ result, nominations, t, lang }: Shown): Content {
  const { robust: r } = t.figures;
  const rows = result.weightFlip?.toSorted((a, b) => (a.l1 ?? Infinity) - (b.l1 ?? Infinity));
  if (!rows?.length) return nothing;
  return html`${heading(3, r.weights)}${paragraph(r.weightsLead)}${table({
    caption: r.weights,
    hideCaption: true,
    rows,
    columns: [
      { header: r.challenger, names: true, cell: ({ challenger }) => nominations[challenger]!.name },
      {
        header: r.moved,
        numeric: true,
        // Half of the sum of changes: what leaves one criterion comes to another.
        cell: ({ l1 }) => orDash(l1, (moved) => r.points(figure((moved / 2) * 100, lang, 1)), r.impossible),
      },
    ],
  })}`;
}

function inPractice({ result, criteria, t, lang }: Shown): Content {
  const { robust: r } = t.figures;
  const { effectiveWeights } = result;
  if (!effectiveWeights) return nothing;
  const sum = criteria.reduce((all, { weight }) => all + weight, 0);
  return html`${heading(3, r.effective)}${paragraph(r.effectiveLead)}${table({
    caption: r.effective,
    hideCaption: true,
    rows: criteria,
    columns: [
      { header: r.criterion, names: true, cell: ({ texts }) => nameIn(texts, lang) },
      { header: r.given, numeric: true, cell: ({ weight }) => `${percent(weight / sum, lang)} %` },
      {
        header: r.inPractice,
        numeric: true,
        cell: (_, c) => `${figure(effectiveWeights[c]! * 100, lang, 0)} %`,
      },
    ],
  })}`;
}
