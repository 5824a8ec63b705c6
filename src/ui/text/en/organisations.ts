import type { organisations as nb } from '../nb/organisations.ts';

export const organisations: typeof nb = {
  title: 'The applicant',
  lead: 'Facts about the organisation that applies.',
  number: 'Organisation number',
  numberHint: 'Nine digits. We look the name up in the Central Coordinating Register (Enhetsregisteret).',
  notANumber: 'This is not an organisation number. Check that all nine digits are right.',
  nameOfRegister:
    'The name comes from the register and cannot be changed. If the application is for somebody else, start a new one.',
  register: 'Enhetsregisteret',
  registerWhenSent: 'Enhetsregisteret when submitted',
  statuses: {
    confirmed: 'Confirmed',
    removed: 'Deleted',
    unknown: 'Does not exist',
    notConfirmed: 'Not confirmed',
    noNumber: 'Without a number',
  },
  about: {
    confirmed: 'The number is confirmed by the register.',
    removed:
      'The register has deleted this organisation. Check the number. You can submit the application all the same.',
    unknown: 'The register does not know this number. Check it. You can submit the application all the same.',
    notConfirmed: 'The register has not answered yet, and we will ask again. You do not have to wait.',
    noNumber: '',
  },
  duplicatesTitle: 'Several applications may be for the same organisation',
  duplicates: 'That is allowed, but see whether they should have been one:',
  several: 'Several applications',
  why: {
    same: 'the same organisation',
    parent: 'the organisation above',
    child: 'a unit below',
  },
};
