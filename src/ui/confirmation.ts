/** How a confirmation stands: for those who apply and for the secretariat alike. */
import { tag, time, type Tone } from './components/index.ts';
import { html, type Html } from './html.ts';
import { formatDateTime } from './text/format.ts';
import { texts, type Lang } from './text/index.ts';

type State = 'notAsked' | 'asked' | 'confirmed' | 'declined';
export interface ConfirmationShown {
  kind: 'leader' | 'partner';
  organisation: string;
  state: State;
  name: string;
  email: string;
  askedAt: Date | null;
  answeredAt: Date | null;
  answeredName: string;
  answeredTitle: string;
}

const tones: Record<State, Tone> = {
  notAsked: 'neutral',
  asked: 'warning',
  confirmed: 'success',
  declined: 'danger',
};

export const confirmationTag = (state: State, lang: Lang): Html =>
  tag(texts(lang).confirmations.states[state], tones[state]);

/** "Bekreftet av Kari Nordmann, kommunedirektør, 3. mai 2026 kl. 12.00", or to whom and when the link went. */
export function confirmationLine(one: ConfirmationShown, lang: Lang): Html {
  const own = texts(lang).confirmations;
  if (one.answeredAt && (one.state === 'confirmed' || one.state === 'declined')) {
    const who = [one.answeredName, one.answeredTitle].filter(Boolean).join(', ');
    return html`${own.answeredBy[one.state](who)} ${time(one.answeredAt, formatDateTime(one.answeredAt, lang))}`;
  }
  return one.askedAt
    ? html`${own.askedOf(one.name, one.email)} ${time(one.askedAt, formatDateTime(one.askedAt, lang))}`
    : html`${own.states.notAsked}`;
}
