/** What each level of the scale 1-6 means. Two jurors who give a four should mean the same by it. */
import type { Localised } from '../schema.ts';

export const defaultScaleWords: Readonly<Record<string, Localised<string>>> = {
  '1': {
    nb: 'Nevnt, men uten at det går fram hva som er gjort',
    nn: 'Nemnt, men utan at det går fram kva som er gjort',
    en: 'Mentioned, but without what has been done',
  },
  '2': {
    nb: 'Noe er gjort, men lite eller tilfeldig',
    nn: 'Noko er gjort, men lite eller tilfeldig',
    en: 'Something has been done, but little or by chance',
  },
  '3': {
    nb: 'På vei: tydelig arbeid, ennå ikke gjennomført',
    nn: 'På veg: tydeleg arbeid, enno ikkje gjennomført',
    en: 'On the way: clear work, not yet carried through',
  },
  '4': {
    nb: 'Godt: gjennomført og beskrevet så det er til å tro på',
    nn: 'Godt: gjennomført og skildra så det er til å tru på',
    en: 'Good: carried through, and described so that one can believe it',
  },
  '5': {
    nb: 'Meget godt: virkningen er vist med eksempler eller tall',
    nn: 'Mykje godt: verknaden er vist med døme eller tal',
    en: 'Very good: the effect is shown with examples or figures',
  },
  '6': {
    nb: 'Fremragende: et forbilde som andre kan lære av',
    nn: 'Framifrå: eit førebilete som andre kan lære av',
    en: 'Outstanding: a model that others can learn from',
  },
  none: { nb: 'Ikke beskrevet', nn: 'Ikkje skildra', en: 'Not described' },
};
