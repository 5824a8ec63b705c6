/** Changing what was frozen, and its versions. */
export const amend = {
  title: 'Endre reglene',
  lead: 'Det som ble låst da prisen ble lyst ut, kan bare endres som en ny versjon, med en begrunnelse. Begrunnelsen blir offentlig, og alle som arbeider med en søknad, og juryen får e-post om endringen.',
  reason: 'Hvorfor endres det?',
  reasonHint: 'Minst ti tegn. Blir offentlig, og står i e-posten.',
  regulations: 'Retningslinjer',
  regulationsLink: 'Endre retningslinjene',
  scaleLink: 'Endre ordene for poengene',
  save: 'Lag en ny versjon',
  nothing: 'Ingenting er endret. Endre noe, eller gå tilbake.',
  saved: 'Den nye versjonen gjelder fra nå, og de det gjelder, får e-post.',
  may: 'Vil du endre noe av dette nå, blir det en ny versjon med en begrunnelse, og de det gjelder, får e-post. Ingen kriterier og ingen spørsmål kan komme til eller bli borte.',
  versionsTitle: 'Versjoner',
  versionsLead:
    'Dette er endret etter at prisen ble lyst ut. For en søknad gjelder versjonen som gjaldt da den ble sendt inn.',
  first: 'slik prisen ble lyst ut',
  versionOf: (n: number) => `Versjon ${n}`,
  file: (n: number) => `Last ned versjon ${n}`,
};
