import type { desk as nb } from '../nb/desk.ts';

export const desk: typeof nb = {
  saving: {
    on: 'What you choose and write is saved as you go.',
    noteOn: 'The note is saved as you go.',
    closed: (reason) => `Not saved – ${reason} What you have written still stands here, so you can copy it.`,
    gone: 'Not saved – you no longer take part in the assessment of this application. What you have written still stands here, so you can copy it.',
    clash: 'Not saved – you have saved something else here from another window. Choose which is to stand.',
    choose: 'If in doubt, choose both: the texts then stand one after the other, with the level chosen here.',
    keepMine: 'What I have written here',
  },
};
