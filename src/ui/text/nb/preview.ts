/** The call, the form and the ballot as they will be seen, before the announcement. */
export const preview = {
  part: 'Forhåndsvisning',
  partLead: 'Se det som er lagret, slik andre vil se det, på bokmål og nynorsk.',
  title: {
    call: 'Slik vil alle se utlysningen',
    form: 'Slik vil søkeren se skjemaet',
    ballot: 'Slik vil jurymedlemmet se vurderingen',
  },
  lead: 'Forhåndsvisning av det som er lagret nå. Bare sekretariatet ser den.',
  try: 'Du kan prøve feltene. Ingenting blir lagret.',
  tried: 'Dette var en prøve. Ingenting ble lagret.',
  applicant: 'Eksempel kommune',
  inLanguage: { nb: 'Se på bokmål', nn: 'Se på nynorsk', en: 'Se på engelsk' },
  ofGaps: 'Se hvordan det som mangler, ser ut',
  /** Beside the editor, of what is being written. */
  live: {
    button: 'Vis forhåndsvisning',
    lead: 'Slik blir det du skriver. Du kan prøve feltene; ingenting av det blir lagret.',
    unnamed: '(ikke skrevet ennå)',
    inLanguage: (language: string) => `På ${language}`,
  },
};
