import type { archive as nb } from '../nb/archive.ts';

export const archive: typeof nb = {
  title: 'For the archive',
  lead: (year) =>
    `Here you take Etikkprisen ${year} out as a package that an archive system can receive. Taken out twice with nothing changed, it is exactly the same.`,
  package: 'The package',
  contents: [
    'The case, with its number once you have entered it',
    'Each application that was sent in, on paper (PDF/A) and as it was signed, with its attachments',
    'Once the year of the prize is over: the protocol of the jury, its decision and what was announced',
    'Details after Noark and Fiks Arkiv (arkivmelding.xml), and a checksum for each file',
  ],
  withOutcome: 'The year of the prize is over. The protocol, the decision and the announcement are in it.',
  withoutOutcome:
    'The year of the prize is not over. The protocol, the decision and the announcement will be in it once the outcome is public.',
  outOf: (n) =>
    n === 1
      ? 'One application is not in it, because you take no part in it. Somebody else in the secretariat can take it out.'
      : `${n} applications are not in it, because you take no part in them. Somebody else in the secretariat can take them out.`,
  takeYear: 'Download the package for the archive (ZIP)',
  takeOne: 'Download the package of the application (ZIP)',
  takePeriod: 'Download the package for the archive (ZIP)',
  caseNumber: 'Case number in the archive',
  caseNumberHint:
    'The number that the archive has given the year, such as 2026/1234. It goes into the package.',
  number: 'Number in the archive',
  numberHint:
    'If the application has a case of its own, enter the case number (2026/1234). If it is a document in the case of the year, enter the document number (2026/1234-5).',
  wrongNumber: 'Enter the number as the archive has it, with letters, digits, spaces and / - . _ :',
  save: 'Save',
  saved: 'The number has been saved.',
  applications: 'The applications',
  table: 'Each application and its number in the archive',
  noApplications: 'No applications have been sent in yet',
  applicant: 'Applicant',
  receipt: 'Receipt number',
  came: 'Sent in',
  noNumber: 'Not entered',
  delivered: 'What is in the package',
  holdingWords: {
    whole: 'Everything',
    withdrawn: 'Only the details, it was withdrawn',
    erased: 'Only the details, the rest has been erased',
  },
  leadOne: 'Here you take the application out as a package that an archive system can receive.',
  holdings: {
    whole:
      'The application on paper (PDF/A) and as it was signed, its attachments, details after Noark and Fiks Arkiv, and checksums. The log says that you took it out.',
    withdrawn:
      'The applicant has withdrawn the application. The package only says that it came, and does not have its content.',
    erased:
      'The content has been erased by the retention schedule. The package only says that the application came.',
  },
  toYear: (year) => `Everything for the archive from Etikkprisen ${year}`,
  periodLink: 'Take out a period instead',
  periodTitle: 'Archive package for a period',
  periodLead:
    'Everything that came in or ended in the period, from each year of the prize that you work with. Both days are included.',
  from: 'From',
  to: 'To',
  endsBefore: 'The period ends before it begins.',
  nothingThen: 'There is nothing for the archive in this period.',
};
