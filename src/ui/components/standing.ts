/** The order of a contest, drawn: where each stands, how certain that is, and what it got. Every drawn number stands as text too. */
import { attrs, html } from '../html.ts';
import type { Content, Html } from '../html.ts';

export interface StandingRow {
  place: number | null;
  placeSaid: string;
  name: Content;
  tags?: Content;
  about?: Content;
  /** Best and last probable place. */
  range: { low: number; high: number } | null;
  rangeSaid: string;
  score: number | null;
  values: readonly number[];
  scoreSaid: Content;
  /** Among those that may be the best. */
  top: boolean;
}

/** `total`: how many places there are. `legend`: what the two drawings show. */
export function standing(options: {
  rows: readonly StandingRow[];
  total: number;
  scale: { min: number; max: number };
  legend: { range: Content; spread: Content };
}): Html {
  const { rows, total, scale, legend } = options;
  return html`<div class="ep-standing"><div class="ep-standing__legend"><span>${legend.range}</span><span>${legend.spread}</span></div><ol>${rows.map(
    (row) =>
      html`<li class="ep-standing__row"${attrs({ 'data-top': row.top ? 'yes' : null })}><p class="ep-standing__place"><span aria-hidden="true">${row.place ?? '–'}</span><span class="ds-sr-only">${row.placeSaid}</span></p><div class="ep-standing__name"><p>${row.name}${row.tags && html` ${row.tags}`}</p>${row.about && html`<p class="ep-standing__about">${row.about}</p>`}</div><div class="ep-standing__figure">${placeRange(row, total)}<p>${row.rangeSaid}</p></div><div class="ep-standing__figure">${scoreLine(row, scale)}<p>${row.scoreSaid}</p></div></li>`,
  )}</ol></div>`;
}

const WIDTH = 200;
const EDGE = 8;
const across = (share: number): string => (EDGE + share * (WIDTH - 2 * EDGE)).toFixed(1);

/** The places from the first to the last: probable ones as a thick line, the one now as a dot. */
function placeRange({ place, range }: StandingRow, total: number): Html {
  const at = (value: number): string => across(total > 1 ? (value - 1) / (total - 1) : 0.5);
  return html`<svg class="ep-line" viewBox="0 0 ${WIDTH} 20" aria-hidden="true" focusable="false"><path class="ep-line__scale" d="M${across(0)} 10H${across(1)}" />${
    total <= 20 &&
    Array.from({ length: total }, (_, i) => html`<path class="ep-line__scale" d="M${at(i + 1)} 7v6" />`)
  }${range && html`<path class="ep-line__range" d="M${at(range.low)} 10H${at(range.high + (range.low === range.high ? 0.001 : 0))}" />`}${
    place !== null && html`<circle class="ep-line__dot" cx="${at(place)}" cy="10" r="5" />`
  }</svg>`;
}

/** The scale of the scores: a dot for each value, an upright line at the score. */
function scoreLine({ score, values }: StandingRow, { min, max }: { min: number; max: number }): Html {
  const at = (value: number): string =>
    across((Math.min(max, Math.max(min, value)) - min) / (max - min || 1));
  return html`<svg class="ep-line" viewBox="0 0 ${WIDTH} 20" aria-hidden="true" focusable="false"><path class="ep-line__scale" d="M${across(0)} 10H${across(1)}" />${values.map(
    (value) => html`<circle class="ep-line__value" cx="${at(value)}" cy="10" r="4" />`,
  )}${score !== null && html`<path class="ep-line__mark" d="M${at(score)} 2v16" />`}</svg>`;
}

/** How often each level was given, as columns that stand side by side; the table beside it says the numbers. */
export function columnChart(counts: readonly { label: string; value: number }[]): Html {
  const most = Math.max(1, ...counts.map(({ value }) => value));
  const step = WIDTH / counts.length;
  return html`<svg class="ep-columns" viewBox="0 0 ${WIDTH} 78" aria-hidden="true" focusable="false"><path class="ep-line__scale" d="M0 60H${WIDTH}" />${counts.map(
    ({ label, value }, i) => {
      const height = (value / most) * 50;
      const x = (i + 0.5) * step;
      return html`<rect class="ep-columns__bar" x="${(x - step * 0.35).toFixed(1)}" width="${(step * 0.7).toFixed(1)}" y="${(60 - height).toFixed(1)}" height="${height.toFixed(1)}" rx="1.5" />${
        (counts.length <= 12 || i % 5 === 0) && html`<text x="${x.toFixed(1)}" y="75">${label}</text>`
      }`;
    },
  )}</svg>`;
}

/** Levels of colour of a heat map. */
const SHADES = 5;

/** A number on a ground that is darker the nearer it comes to `max`. For the cells of a table. */
export function heatCell(value: number, shown: string, { min, max }: { min: number; max: number }): Html {
  const share = (value - min) / (max - min || 1);
  const shade = Math.min(SHADES, Math.max(1, Math.ceil(share * SHADES)));
  return html`<span class="ep-heat" data-shade="${shade}">${shown}</span>`;
}
