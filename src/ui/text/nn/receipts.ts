import type { receipts as nb } from '../nb/receipts.ts';

export const receipts: typeof nb = {
  preview: {
    title: 'Slik ser juryen søknaden',
    over: (year) => `Førehandsvising, Etikkprisen ${year}`,
    lead: 'Dette er alt fagjuryen får sjå, i den rekkjefølgja ho får det.',
    toSend: 'Gå vidare til innsending',
    pdf: 'Last ned utkastet som PDF',
    print: 'Skriv ut',
  },
  keep: {
    title: 'Ta vare på søknaden',
    lead: 'Til eige arkiv. Filene inneheld berre det de sjølve har sendt inn.',
    json: 'Kvittering og søknad (JSON)',
    jsonAbout: 'Signert. Viser når som helst kva de sende, og kva reglar som galdt.',
    pdf: 'Søknaden (PDF)',
    pdfAbout: 'Slik juryen les han, med kvitteringsnummer og kontrollsummar.',
    check: 'Kontroller ei kvittering',
    version: (number, when) => `Versjon ${number}, send inn ${when}`,
  },
  pdf: {
    over: (year) => `Søknad til Etikkprisen ${year}`,
    foot: (year) => `Etikkprisen ${year}`,
    pageOf: (page, pages) => `Side ${page} av ${pages}`,
    sent: (when) => `Slik han vart send inn ${when}.`,
    draft: (when) => `Slik han er skriven ${when}.`,
    draftBanner: 'Utkast. Ikkje sendt inn.',
    draftNote: 'Dette er eit utkast. Det er ikkje sendt inn, og det er inga kvittering.',
    demo: 'Demonstrasjon. Ingenting her er ekte.',
    withhold: 'Søkjaren meiner at vedlegget ikkje bør vere offentleg.',
    receiptTitle: 'Kontrollsummar',
    check: (address) =>
      `Kontrollsummane (SHA-256) står òg i den signerte kvitteringa, som kan kontrollerast på ${address}. Teikn som skrifta i dette dokumentet manglar, er viste som spørjeteikn; i kvitteringa står dei slik dei vart skrivne.`,
  },
};
