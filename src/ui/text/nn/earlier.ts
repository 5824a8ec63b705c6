import type { earlier as nb } from '../nb/earlier.ts';

export const earlier: typeof nb = {
  title: 'Tidlegare søknader',
  lead: 'Søknader frå den same organisasjonen som du sjølv har arbeidd med.',
  none: 'Ingen tidlegare søknader',
  noneBody: 'Har ein kollega søkt før, kan kollegaen invitere deg til den søknaden frå Mi side.',
  application: (year, name) => `Etikkprisen ${year}: ${name}`,
  sent: (when) => `Send inn ${when}`,
  start: 'Start frå denne',
  startHint:
    'Svara blir kopierte der spørsmåla er dei same og de ikkje har skrive noko enno. Avkryssingar og vedlegg blir ikkje kopierte.',
  copied: (n) => (n === 1 ? 'Eitt svar er kopiert.' : `${n} svar er kopierte.`),
  left: (n) =>
    n === 1
      ? 'Eitt svar passa ikkje til noko tomt spørsmål.'
      : `${n} svar passa ikkje til noko tomt spørsmål.`,
  link: 'Start frå ein tidlegare søknad',
};
