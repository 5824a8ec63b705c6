/** The result after the closing: in short, drawn, as a table, and what to talk about. */
import {
  actions,
  alert,
  buttonLink,
  details,
  emptyState,
  link,
  list,
  pageHead,
  pagination,
  paragraph,
  section,
  standing,
  table,
  tag,
} from '../../ui/components/index.ts';
import { html, nothing, type Content, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { applicantName, formatDecimal, formatList } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { linesPerPage, type ResultLine, type ResultOut } from './schema.ts';
import { redrawBox, talkAbout } from './views-talk.ts';

export interface ResultView extends ResultOut {
  seat: SeatView;
  /** Where the signed result stands, for those who may see it. */
  signedAt: string | null;
  /** Where the protocol of the jury stands, once there is a decision in it. */
  protocolAt: string | null;
}
type Column = Parameters<typeof table<ResultLine>>[0]['columns'][number];

export function resultPage(view: ResultView, lang: Lang): Page {
  const t = texts(lang);
  const { results: own, figures: f } = t;
  const { lines, page, total } = view;
  const pages = pagination({
    page,
    total: Math.ceil(total / linesPerPage),
    t,
    hrefOf: (to) => `/jury/resultat?side=${to}`,
  });
  return {
    title: own.title,
    wide: true,
    main: juryFrame(
      view.seat,
      '/jury/resultat',
      t,
      pageHead({ title: own.title, lead: view.scoring ? own.lead : own.leadWithoutScores }),
      view.partial && alert({ tone: 'info', body: paragraph(own.partial) }),
      lines.length === 0 && emptyState({ title: own.none, body: own.noneBody }),
      page === 1 && view.summary && section({ title: f.inShort, id: 'kort', body: inShort(view, t, lang) }),
      lines.length > 0 &&
        (view.summary ? order(view, pages, t, lang) : html`${asTable(view, t, lang)}${pages}`),
      view.summary && redrawBox(view.redrawing, t, lang),
      page === 1 && view.summary && talkAbout(view.summary, t, lang),
      view.summary &&
        section({
          title: f.more,
          body: html`${paragraph(f.moreLead)}${actions(buttonLink({ href: '/jury/resultat/tall', label: f.more, kind: 'secondary' }))}`,
        }),
      view.protocolAt && paragraph(link(view.protocolAt, t.juryProtocol.title)),
      view.scoring &&
        details({
          summary: own.explain,
          body: list([
            ...own.explanation,
            html`<strong>${t.ranking.rules[view.rule]}:</strong> ${t.ranking.ruleHints[view.rule]}`,
          ]),
        }),
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

/** The result in a few sentences: who is first, how far that carries, where to look. */
function inShort({ summary, lines, scale }: ResultView, { figures: f }: Texts, lang: Lang): Html {
  const { first, topGroup, methodsDisagree, disagreed, parts, fewBallots } = summary!;
  if (parts.length > 0)
    return html`${paragraph(f.parts)}${list(parts.map((names, i) => f.part(i + 1, formatList(names, lang))))}`;
  const score = formatDecimal(lines.find(({ place }) => place === 1)?.score?.display ?? '', lang);
  const names = (all: readonly { name: string }[]): string =>
    formatList(
      all.map(({ name }) => name),
      lang,
    );
  const rest = topGroup.filter(({ nominationId }) => !first.some((one) => one.nominationId === nominationId));
  const sentences = [
    first.length > 1 ? f.firstShared(names(first), score) : f.firstOne(names(first), score, scale.max),
    rest.length > 0 ? f.topGroup(names(rest)) : first.length === 1 && lines.length > 1 && f.clear,
    methodsDisagree.length > 0 ? f.disagreeOnPrize : f.agreeOnPrize,
    disagreed.length === 0 && f.agreed,
    fewBallots && f.fewBallots,
  ];
  return list(sentences.filter((sentence) => sentence !== false));
}

function order(view: ResultView, pages: Content, t: Texts, lang: Lang): Html {
  const { figures: f } = t;
  return section({
    title: f.order,
    id: 'rekkefolge',
    body: html`${paragraph(f.orderLead(f.rules[view.rule]))}${standing({
      rows: view.lines.map((line) => rowOf(line, view, t, lang)),
      total: view.total,
      scale: view.scale,
      legend: { range: f.legendRange, spread: f.legendSpread },
    })}${details({ summary: f.asTable, body: asTable(view, t, lang) })}${pages}`,
  });
}

function rowOf(line: ResultLine, { total, lines, quorum }: ResultView, t: Texts, lang: Lang) {
  const { figures: f, results: own } = t;
  const { place, placeRange, score } = line;
  const tied = place !== null && lines.filter((other) => other.place === place).length > 1;
  return {
    place,
    placeSaid: place === null ? f.noPlace : f.placeOf(place, total),
    name: link(`/jury/resultat/${line.nominationId}`, nameOf(line)),
    tags: html`${line.inTopGroup && tag(f.inTop, 'accent')}${tied && html` ${tag(own.tie)}`}`,
    about: html`${own.ballotsOf(line.nBallots, line.nJurors)}${apart(line, quorum, t, lang)}`,
    range: placeRange,
    rangeSaid: placeRange ? f.range(placeRange.low, placeRange.high) : f.rangeUnknown,
    score: score?.value ?? (line.mean ? Number(line.mean.display) : null),
    values: line.totals.map(({ mean }) => Number(mean.display)),
    scoreSaid: scoreSaid(line, t, lang),
    top: line.inTopGroup,
  };
}

const nameOf = ({ organisation, unit }: ResultLine): string => applicantName(organisation, unit);

function scoreSaid({ score, mean, totals }: ResultLine, { figures: f }: Texts, lang: Lang): Content {
  const shown = (score ?? mean)?.display;
  if (shown === undefined) return nothing;
  const given = totals.map(({ mean: own }) => own.display).toSorted((a, b) => Number(a) - Number(b));
  const [low, high] = [given[0]!, given.at(-1)!].map((one) => formatDecimal(one, lang)) as [string, string];
  return html`<strong>${f.score(formatDecimal(shown, lang))}</strong>, ${f.fromTo(low, high)}`;
}

function asTable(view: ResultView, t: Texts, lang: Lang): Html {
  return table({
    caption: t.results.title,
    hideCaption: true,
    rows: view.lines,
    columns: columns(view, t, lang),
  });
}

function columns(view: ResultView, t: Texts, lang: Lang): Column[] {
  const { results: own, figures: f } = t;
  const number = (shown: string | undefined): string =>
    shown === undefined ? '–' : formatDecimal(shown, lang);
  const name: Column = {
    header: own.application,
    names: true,
    cell: (line) => link(`/jury/resultat/${line.nominationId}`, nameOf(line)),
  };
  const counted: Column = {
    header: own.ballots,
    cell: (line) => html`${own.nOfN(line.nBallots, line.nJurors)}${apart(line, view.quorum, t, lang)}`,
  };
  if (!view.scoring) return [name, counted];
  const range = ({ placeRange: r }: ResultLine): string =>
    r ? (r.low === r.high ? String(r.low) : `${r.low}–${r.high}`) : '–';
  return [
    { header: own.place, numeric: true, cell: (line) => line.place ?? '–' },
    name,
    ...(view.rule === 'plain'
      ? []
      : [{ header: f.deciding, numeric: true, cell: (line: ResultLine) => number(line.score?.display) }]),
    {
      header: own.meanOf(view.scale.min, view.scale.max),
      numeric: true,
      cell: (line) => number(line.mean?.display),
    },
    { header: f.probable, numeric: true, cell: range },
    { header: own.each, numeric: true, cell: ({ totals }) => lowToHigh(totals, number) },
    counted,
  ];
}

function lowToHigh(totals: ResultLine['totals'], number: (shown: string) => string): string {
  const shown = totals.map(({ mean }) => mean.display).toSorted((a, b) => Number(a) - Number(b));
  return shown.length === 0 ? '–' : [...new Set([shown[0]!, shown.at(-1)!])].map(number).join('–');
}

/** What was agreed on, whether there are too few, who is missing and who is out: beside the figures. */
function apart(line: ResultLine, quorum: number, t: Texts, lang: Lang): Html {
  const { missing, out, agreed, nBallots } = line;
  const names = (people: readonly { name: string }[]): string =>
    formatList(
      people.map(({ name }) => name),
      lang,
    );
  return html`${nBallots < quorum && html`<br><strong>${t.results.few(quorum)}</strong>`}${agreed > 0 && html`<br>${t.agreed.changed(agreed)}`}${missing.length > 0 && html`<br>${t.results.missing(names(missing))}`}${out.length > 0 && html`<br>${t.results.out(names(out))}`}`;
}
