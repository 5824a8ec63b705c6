/** What may be refused of an attachment, or of what is sent along with it. */
import { formatBytes } from '../format.ts';

export const documentProblems = {
  'document/empty': {
    title: 'Filen er tom',
    detail: (p: { name: string }) =>
      `«${p.name}» inneholder ingenting. Velg riktig fil og last den opp på nytt.`,
  },
  'document/too-large': {
    title: 'Filen er for stor',
    detail: (p: { maxBytes: number }) => `En fil kan være på inntil ${formatBytes(p.maxBytes, 'nb')}.`,
  },
  'document/type-not-allowed': {
    title: 'Filtypen kan ikke brukes',
    detail: (p: { name: string }) =>
      `«${p.name}» er ikke en PDF, et Word-dokument eller et bilde (JPEG, PNG). Vi ser på innholdet, ikke på navnet. Lagre filen som PDF og prøv igjen.`,
  },
  'document/misnamed': {
    title: 'Navnet passer ikke til innholdet',
    detail: (p: { name: string; extension: string }) =>
      `«${p.name}» har et innhold som hører til et annet filnavn. Gi filen et navn som slutter på ${p.extension}, og last den opp på nytt.`,
  },
  'document/web-page': {
    title: 'En nettside eller tegning kan ikke brukes',
    detail: (p: { name: string }) =>
      `«${p.name}» er en nettside (HTML) eller en tegning i SVG. Slike filer kan gjøre mer enn å vise innhold. Lagre den som PDF eller bilde (PNG), og last opp på nytt.`,
  },
  'document/heic': {
    title: 'Bildet må gjøres om til JPEG',
    detail: (p: { name: string }) =>
      `«${p.name}» er i formatet HEIC, som mange ikke kan åpne. På iPhone: Innstillinger, Kamera, Formater, «Mest kompatibelt», eller send bildet til deg selv i en e-post. Da blir det JPEG.`,
  },
  'document/encrypted': {
    title: 'Filen er låst',
    detail: (p: { name: string }) =>
      `«${p.name}» er låst med passord eller beskyttelse. Lagre en kopi uten, og last opp den. Fagjuryen må kunne åpne filen.`,
  },
  'document/damaged': {
    title: 'Filen er skadet',
    detail: (p: { name: string }) =>
      `«${p.name}» er ufullstendig eller ødelagt. Åpne den hos deg, lagre den på nytt, og last opp den nye filen.`,
  },
  'document/bomb': {
    title: 'Filen pakker ut for mye',
    detail: (p: { name: string }) =>
      `«${p.name}» er liten, men inneholder mye mer enn et vanlig dokument når den åpnes. Lagre den på nytt som PDF, og last opp den.`,
  },
  'document/pixels': {
    title: 'Bildet har for mange bildepunkter',
    detail: (p: { name: string }) =>
      `«${p.name}» er for stort til å vises trygt. Lagre det mindre, høyst 10 000 punkter på den lengste siden, og last opp på nytt.`,
  },
  'document/macros': {
    title: 'Filen inneholder makroer',
    detail: (p: { name: string }) =>
      `«${p.name}» inneholder makroer, altså små programmer. Lagre dokumentet som vanlig Word-dokument (.docx) uten makroer, eller som PDF.`,
  },
  'document/two-kinds': {
    title: 'Filen er to ting på en gang',
    detail: (p: { name: string }) =>
      `«${p.name}» er satt sammen slik at noen programmer åpner den som noe annet enn det den utgir seg for. Lagre den på nytt som PDF, og last opp den.`,
  },
  'document/active-content': {
    title: 'Filen inneholder noe som kjøres',
    detail: (p: { name: string }) =>
      `«${p.name}» inneholder programkode eller skjema som kjøres når filen åpnes. Velg «Skriv ut» og «Lagre som PDF», og last opp den nye filen.`,
  },
  'document/embedded-files': {
    title: 'Filen har andre filer inni seg',
    detail: (p: { name: string }) =>
      `«${p.name}» har vedlegg inni seg. Ta dem ut, og last opp hver fil for seg. For PDF: velg «Skriv ut» og «Lagre som PDF».`,
  },
  'document/unreadable': {
    title: 'Vi klarte ikke å lese filen',
    detail: (p: { name: string }) =>
      `Vi fikk ikke undersøkt «${p.name}», og tar den derfor ikke imot. Lagre den på nytt som PDF, og prøv igjen. Ta kontakt med sekretariatet hvis det fortsatt ikke går.`,
  },
  'document/infected': {
    title: 'Det er funnet virus i filen',
    detail: (p: { name: string }) =>
      `Virusskanneren fant noe skadelig i «${p.name}». Filen er sperret, og ingen kan åpne den. Fjern den fra søknaden, og last opp en fil som er ren.`,
  },
  'document/not-checked': {
    title: 'Filen er ikke sjekket for virus ennå',
    detail: (p: { name: string }) =>
      `«${p.name}» kan åpnes når virusskanneren har sett på den. Det tar som regel noen sekunder.`,
  },
  'document/lost': {
    title: 'Filen mangler hos oss',
    detail:
      'Den er registrert, men vi finner ikke innholdet. Ta kontakt med sekretariatet, og last den gjerne opp på nytt.',
  },
  'document/too-many': {
    title: 'For mange filer',
    detail: (p: { max: number }) => `Du kan ha inntil ${p.max} vedlegg. Fjern ett før du laster opp flere.`,
  },
  'document/interrupted': {
    title: 'Opplastingen ble avbrutt',
    detail: 'Ingenting ble lagret. Prøv en gang til.',
  },
  'document/missing-file': {
    title: 'Du har ikke valgt en fil',
    detail: 'Velg filen som skal lastes opp, og prøv igjen.',
  },
};
