import type { organisations as nb } from '../nb/organisations.ts';

export const organisations: typeof nb = {
  title: 'Søkjaren',
  lead: 'Opplysningar om organisasjonen som søkjer.',
  number: 'Organisasjonsnummer',
  numberHint: 'Ni siffer. Vi slår opp namnet i Einingsregisteret.',
  notANumber: 'Dette er ikkje eit organisasjonsnummer. Sjekk at alle dei ni siffera er rette.',
  nameOfRegister:
    'Namnet er frå registeret og kan ikkje endrast. Gjeld søknaden ein annan, må de starte på ein ny.',
  register: 'Einingsregisteret',
  registerWhenSent: 'Einingsregisteret ved innsending',
  statuses: {
    confirmed: 'Stadfesta',
    removed: 'Sletta',
    unknown: 'Finst ikkje',
    notConfirmed: 'Ikkje stadfesta',
    noNumber: 'Utan nummer',
  },
  about: {
    confirmed: 'Nummeret er stadfesta i Einingsregisteret.',
    removed:
      'Organisasjonen er sletta i Einingsregisteret. Sjekk nummeret. De kan sende inn søknaden likevel.',
    unknown: 'Nummeret finst ikkje i Einingsregisteret. Sjekk det. De kan sende inn søknaden likevel.',
    notConfirmed: 'Vi har ikkje fått svar frå Einingsregisteret enno, og spør på nytt. De treng ikkje vente.',
    noNumber: '',
  },
  duplicatesTitle: 'Fleire søknader kan gjelde den same organisasjonen',
  duplicates: 'Det er lov, men sjå om dei skulle ha vore éin:',
  several: 'Fleire søknader',
  why: {
    same: 'same organisasjon',
    parent: 'organisasjonen over',
    child: 'ei eining under',
  },
};
