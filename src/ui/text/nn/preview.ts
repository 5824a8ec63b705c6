import type { preview as nb } from '../nb/preview.ts';

export const preview: typeof nb = {
  part: 'Førehandsvising',
  partLead: 'Sjå det som er lagra, slik andre vil sjå det, på bokmål og nynorsk.',
  title: {
    call: 'Slik vil alle sjå utlysinga',
    form: 'Slik vil søkjaren sjå skjemaet',
    ballot: 'Slik vil jurymedlemmen sjå vurderinga',
  },
  lead: 'Førehandsvising av det som er lagra no. Berre sekretariatet ser ho.',
  try: 'Du kan prøve felta. Ingenting blir lagra.',
  tried: 'Dette var ein prøve. Ingenting vart lagra.',
  applicant: 'Eksempel kommune',
  inLanguage: { nb: 'Sjå på bokmål', nn: 'Sjå på nynorsk', en: 'Sjå på engelsk' },
  ofGaps: 'Sjå korleis det som manglar, ser ut',
  /** Beside the editor, of what is being written. */
  live: {
    button: 'Vis førehandsvising',
    lead: 'Slik blir det du skriv. Du kan prøve felta; ingenting av det blir lagra.',
    unnamed: '(ikkje skrive enno)',
    inLanguage: (language: string) => `På ${language}`,
  },
};
