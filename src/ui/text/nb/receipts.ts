/** The receipt to take home, the application on paper, and the preview. */
export const receipts = {
  preview: {
    title: 'Slik ser juryen søknaden',
    over: (year: number) => `Forhåndsvisning, Etikkprisen ${year}`,
    lead: 'Dette er alt fagjuryen får se, i den rekkefølgen den får det.',
    toSend: 'Gå videre til innsending',
    pdf: 'Last ned utkastet som PDF',
    print: 'Skriv ut',
  },
  keep: {
    title: 'Ta vare på søknaden',
    lead: 'Til eget arkiv. Filene inneholder bare det dere selv har sendt inn.',
    json: 'Kvittering og søknad (JSON)',
    jsonAbout: 'Signert. Viser når som helst hva dere sendte, og hvilke regler som gjaldt.',
    pdf: 'Søknaden (PDF)',
    pdfAbout: 'Slik juryen leser den, med kvitteringsnummer og kontrollsummer.',
    check: 'Kontroller en kvittering',
    version: (number: number, when: string) => `Versjon ${number}, sendt inn ${when}`,
  },
  pdf: {
    over: (year: number) => `Søknad til Etikkprisen ${year}`,
    foot: (year: number) => `Etikkprisen ${year}`,
    pageOf: (page: number, pages: number) => `Side ${page} av ${pages}`,
    sent: (when: string) => `Slik den ble sendt inn ${when}.`,
    draft: (when: string) => `Slik den er skrevet ${when}.`,
    draftBanner: 'Utkast. Ikke sendt inn.',
    draftNote: 'Dette er et utkast. Det er ikke sendt inn, og det er ingen kvittering.',
    demo: 'Demonstrasjon. Ingenting her er ekte.',
    withhold: 'Søkeren mener at vedlegget ikke bør være offentlig.',
    receiptTitle: 'Kontrollsummer',
    check: (address: string) =>
      `Kontrollsummene (SHA-256) står også i den signerte kvitteringen, som kan kontrolleres på ${address}. Tegn som skriften i dette dokumentet mangler, er vist som spørsmålstegn; i kvitteringen står de slik de ble skrevet.`,
  },
};
