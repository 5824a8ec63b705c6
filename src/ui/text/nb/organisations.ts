/** Who applies, as Enhetsregisteret knows them. */
export const organisations = {
  title: 'Søkeren',
  lead: 'Opplysninger om organisasjonen som søker.',
  number: 'Organisasjonsnummer',
  numberHint: 'Ni sifre. Vi slår opp navnet i Enhetsregisteret.',
  notANumber: 'Dette er ikke et organisasjonsnummer. Sjekk at alle de ni sifrene er riktige.',
  nameOfRegister:
    'Navnet er fra registeret og kan ikke endres. Gjelder søknaden en annen, må dere begynne på en ny.',
  register: 'Enhetsregisteret',
  registerWhenSent: 'Enhetsregisteret ved innsending',
  statuses: {
    confirmed: 'Bekreftet',
    removed: 'Slettet',
    unknown: 'Finnes ikke',
    notConfirmed: 'Ikke bekreftet',
    noNumber: 'Uten nummer',
  },
  about: {
    confirmed: 'Nummeret er bekreftet i Enhetsregisteret.',
    removed:
      'Organisasjonen er slettet i Enhetsregisteret. Sjekk nummeret. Dere kan sende inn søknaden likevel.',
    unknown: 'Nummeret finnes ikke i Enhetsregisteret. Sjekk det. Dere kan sende inn søknaden likevel.',
    notConfirmed: 'Vi har ikke fått svar fra Enhetsregisteret ennå, og spør igjen. Dere trenger ikke vente.',
    noNumber: '',
  },
  duplicatesTitle: 'Flere søknader kan gjelde den samme organisasjonen',
  duplicates: 'Det er lov, men se om de skulle vært én:',
  several: 'Flere søknader',
  why: {
    same: 'samme organisasjon',
    parent: 'organisasjonen over',
    child: 'en enhet under',
  },
};
