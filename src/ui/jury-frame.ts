/** The frame of every jury page: where one can go. */
import { localNav } from './components/index.ts';
import { html, type Content, type Html } from './html.ts';
import type { Texts } from './text/index.ts';

/** What the frame must know of one's seat. */
export interface SeatView {
  /** The rules of confidence are confirmed. */
  confirmed: boolean;
  /** A deputy who has not been called in: there is nothing to see yet. */
  deputy: boolean;
  leads: boolean;
  decides: boolean;
  /** The judging has been closed. */
  closed: boolean;
}

export function juryFrame(seat: SeatView, path: string, t: Texts, ...body: readonly Content[]): Html {
  const { nav } = t.jury;
  const item = (href: string, label: string) => ({ href, label, current: href === path });
  const sits = seat.confirmed && !seat.deputy;
  const items = [
    item('/jury', nav.overview),
    ...(sits ? [item('/jury/habilitet', nav.connections)] : []),
    ...(sits && seat.closed ? [item('/jury/resultat', nav.result)] : []),
    ...(sits && seat.closed ? [item('/jury/mote', t.motions.mine.title)] : []),
    ...(seat.leads
      ? [item('/jury/leder', nav.leader), item('/jury/innsigelser', t.objections.listTitle)]
      : []),
    ...(sits && seat.closed && seat.decides ? [item('/jury/vedtak', nav.decision)] : []),
  ];
  return html`${items.length > 1 && localNav(items, nav.label)}${body}`;
}
