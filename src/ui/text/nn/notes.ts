import type { notes as nb } from '../nb/notes.ts';

export const notes: typeof nb = {
  title: 'Private notat',
  lead: 'Berre du ser notatet. Det er ikkje ein del av vurderinga og blir aldri levert.',
  label: 'Notat til deg sjølv',
  hint: 'Tøm feltet og lagre for å slette notatet.',
  save: 'Lagre notatet',
  saved: 'Notatet er lagra.',
  clash:
    'Du har lagra eit anna notat frå eit anna vindauge. Det som er lagra no, står under. Lagre på nytt for å bruke det du ser i feltet.',
  empty: 'Notatet er sletta.',
  back: 'Tilbake til søknaden',
  compare: {
    title: 'Samanlikn vurderingane dine',
    lead: 'Her ser du kva du har gitt og skrive om kvar søknad, kriterium for kriterium. Berre du ser sida.',
    none: 'Det er ingenting å samanlikne enno.',
    application: 'Søknad',
    given: 'Det du har gitt eller skrive',
    state: 'Vurderinga',
    link: 'Samanlikn vurderingane dine',
  },
};
