/** Where an application stands, in a word and a colour. */
import { tag } from './components/boxes.ts';
import type { Tone } from './components/boxes.ts';
import type { Html } from './html.ts';
import { texts } from './text/index.ts';
import type { Lang, Texts } from './text/index.ts';

type State = keyof Texts['nominations']['states'];

const tones: Partial<Record<State, Tone>> = {
  submitted: 'success',
  returned: 'warning',
  admitted: 'success',
  underReview: 'info',
  scored: 'info',
  finalist: 'accent',
  winner: 'accent',
  honourableMention: 'accent',
  finalistWithoutPrize: 'accent',
};

export const nominationState = (state: State, lang: Lang): Html =>
  tag(texts(lang).nominations.states[state], tones[state]);
