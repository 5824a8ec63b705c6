import type { completion as nb } from '../nb/completion.ts';

export const completion: typeof nb = {
  parts: { applicant: 'Søkjaren', documents: 'Vedlegg', confirmations: 'Stadfestingar' },
  closed: 'Denne delen er låst. Sekretariatet har berre bede om meir i andre delar.',
  noteMissing: 'Skriv kva som manglar i denne delen.',
  page: {
    title: 'Be om meir',
    lead: 'Kryss av for delane der noko manglar, og skriv kva. Søkjaren kan berre endre desse delane. Resten er låst, og det som er sendt inn før, blir teke vare på.',
    parts: 'Kva manglar?',
    around: 'Søkjaren og vedlegga',
    note: 'Kva manglar her?',
    noteHint: 'Søkjaren les dette.',
    reason: 'Melding til søkjaren',
    reasonHint: 'Ei kort samla melding. Søkjaren les dette.',
    due: 'Frist for å sende meir',
    send: 'Send tilbake til søkjaren',
    choose: 'Vel kva som manglar',
    change: 'Endre kva de ber om',
    letter: 'Søkjaren får ein e-post med fristen og namna på delane.',
    askedFor: 'Vi har bede om',
  },
  overview: {
    open: 'Dette manglar',
    openLead: 'Berre desse delane kan endrast no.',
    locked: 'Resten av søknaden',
    lockedLead: 'Desse delane er låste. De kan lese dei.',
    lockedTag: 'Låst',
    openTag: 'Open',
    about: (question, note) => `«${question}»: ${note}`,
  },
  form: {
    wanted: 'Sekretariatet skriv:',
    others: 'Låste spørsmål i denne delen',
  },
};
