/** What the jury should talk about before it decides, and how far the ranges have been computed. */
import {
  alert,
  button,
  followed,
  form,
  link,
  list,
  paragraph,
  progress,
  section,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { formatDecimal, formatList, formatNumber } from '../../ui/text/format.ts';
import type { Lang, Texts } from '../../ui/text/index.ts';
import type { Redrawing, ResultSummary } from './schema.ts';

export function talkAbout(summary: ResultSummary, { figures: f }: Texts, lang: Lang): Html {
  const { disagreed, methodsDisagree, reversals, lot } = summary;
  const number = (shown: string): string => formatDecimal(shown, lang);
  const to = ({ nominationId, name }: { nominationId: string; name: string }): Html =>
    link(`/jury/resultat/${nominationId}`, name);
  const parts = [
    lot.length > 0 &&
      section({
        title: f.lot,
        body: html`${paragraph(f.lotLead)}${list(lot.map(to), { ordered: true })}`,
      }),
    disagreed.length > 0 &&
      section({
        title: f.disagreed,
        body: list(
          disagreed.map((one) => html`${to(one)}: ${f.disagreedItem(number(one.low), number(one.high))}`),
        ),
      }),
    methodsDisagree.length > 0 && section({ title: f.methods, body: methods(methodsDisagree, f, lang) }),
    reversals.length > 0 &&
      section({
        title: f.reversals,
        body: html`${paragraph(f.reversalsLead)}${list(
          reversals.map(({ above, below, jurors, difference }) =>
            f.reversal(above.name, below.name, jurors, number(difference)),
          ),
        )}`,
      }),
  ];
  return html`${parts}`;
}

function methods(disagreements: ResultSummary['methodsDisagree'], f: Texts['figures'], lang: Lang): Html {
  return html`${paragraph(f.methodsLead)}${disagreements.map(
    ({ place, methods: groups }) =>
      html`${paragraph(html`<strong>${place === 1 ? f.methodsFirst : f.methodsAmong(place)}</strong>`)}${list(
        groups.map(
          ({ methods: names, nominations }) =>
            html`${formatList(
              names.map((name) => f.methodNames[name]),
              lang,
            )}: <strong>${formatList(
              nominations.map(({ name }) => name),
              lang,
            )}</strong>`,
        ),
      )}`,
  )}`;
}

/** Nothing once the ranges are there. Works without scripts: press, and look again. */
export function redrawBox({ state, part, juries }: Redrawing, { figures: f }: Texts, lang: Lang): Html {
  const t = f.redraw;
  if (state === 'done' || juries === 0) return nothing;
  const percent = Math.floor(part * 100);
  const start = form({
    action: '/jury/resultat/omtrekk/start',
    body: button({ label: t.start, kind: 'secondary' }),
  });
  const going = html`${progress({ id: 'omtrekk', label: t.progress, value: percent, max: 100, shown: `${percent} %` })}${paragraph(link('/jury/resultat#sikkerhet', t.refresh))}${form({ action: '/jury/resultat/omtrekk/stopp', body: button({ label: t.stop, kind: 'secondary' }) })}`;
  const body = {
    none: html`${paragraph(t.none(formatNumber(juries, lang)))}${start}`,
    stopped: html`${paragraph(t.stopped)}${start}`,
    failed: html`${alert({ tone: 'warning', body: paragraph(t.failed) })}${start}`,
    waiting: followed({ address: '/jury/resultat/omtrekk.json', words: t.waiting, percent, body: going }),
    running: followed({
      address: '/jury/resultat/omtrekk.json',
      words: t.running('{n}'),
      percent,
      body: going,
    }),
  }[state];
  return section({ title: t.title, id: 'sikkerhet', body });
}
