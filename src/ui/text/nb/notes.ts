/** A juror's private note on an application. */
export const notes = {
  title: 'Private notater',
  lead: 'Bare du ser notatet. Det er ikke en del av vurderingen og blir aldri levert.',
  label: 'Notat til deg selv',
  hint: 'Tøm feltet og lagre for å slette notatet.',
  save: 'Lagre notatet',
  saved: 'Notatet er lagret.',
  clash:
    'Du har lagret et annet notat fra et annet vindu. Det som er lagret nå, står under. Lagre på nytt for å bruke det du ser i feltet.',
  empty: 'Notatet er slettet.',
  back: 'Tilbake til søknaden',
  compare: {
    title: 'Sammenlign vurderingene dine',
    lead: 'Her ser du hva du har gitt og skrevet om hver søknad, kriterium for kriterium. Bare du ser siden.',
    none: 'Det er ingenting å sammenligne ennå.',
    application: 'Søknad',
    given: 'Det du har gitt eller skrevet',
    state: 'Vurderingen',
    link: 'Sammenlign vurderingene dine',
  },
};
