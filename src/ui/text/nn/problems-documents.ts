import type { documentProblems as nb } from '../nb/problems-documents.ts';
import { formatBytes } from '../format.ts';

export const documentProblems: typeof nb = {
  'document/empty': {
    title: 'Fila er tom',
    detail: (p) => `«${p.name}» inneheld ingenting. Vel rett fil og last ho opp på nytt.`,
  },
  'document/too-large': {
    title: 'Fila er for stor',
    detail: (p) => `Ei fil kan vere på inntil ${formatBytes(p.maxBytes, 'nn')}.`,
  },
  'document/type-not-allowed': {
    title: 'Filtypen kan ikkje brukast',
    detail: (p) =>
      `«${p.name}» er ikkje ein PDF, eit Word-dokument eller eit bilete (JPEG, PNG). Vi ser på innhaldet, ikkje på namnet. Lagre fila som PDF og prøv igjen.`,
  },
  'document/misnamed': {
    title: 'Namnet passar ikkje til innhaldet',
    detail: (p) =>
      `«${p.name}» har eit innhald som høyrer til eit anna filnamn. Gi fila eit namn som sluttar på ${p.extension}, og last ho opp på nytt.`,
  },
  'document/web-page': {
    title: 'Ei nettside eller teikning kan ikkje brukast',
    detail: (p: { name: string }) =>
      `«${p.name}» er ei nettside (HTML) eller ei teikning i SVG. Slike filer kan gjere meir enn å vise innhald. Lagre henne som PDF eller bilete (PNG), og last opp på nytt.`,
  },
  'document/heic': {
    title: 'Biletet må gjerast om til JPEG',
    detail: (p: { name: string }) =>
      `«${p.name}» er i formatet HEIC, som mange ikkje kan opne. På iPhone: Innstillingar, Kamera, Format, «Mest kompatibelt», eller send biletet til deg sjølv i ein e-post. Då blir det JPEG.`,
  },
  'document/encrypted': {
    title: 'Fila er låst',
    detail: (p: { name: string }) =>
      `«${p.name}» er låst med passord eller vern. Lagre ein kopi utan, og last opp den. Fagjuryen må kunne opne fila.`,
  },
  'document/damaged': {
    title: 'Fila er skadd',
    detail: (p: { name: string }) =>
      `«${p.name}» er ufullstendig eller øydelagd. Opne henne hos deg, lagre henne på nytt, og last opp den nye fila.`,
  },
  'document/bomb': {
    title: 'Fila pakkar ut for mykje',
    detail: (p: { name: string }) =>
      `«${p.name}» er lita, men inneheld mykje meir enn eit vanleg dokument når ein opnar ho. Lagre henne på nytt som PDF, og last opp den.`,
  },
  'document/pixels': {
    title: 'Biletet har for mange biletpunkt',
    detail: (p: { name: string }) =>
      `«${p.name}» er for stort til å visast trygt. Lagre det mindre, høgst 10 000 punkt på den lengste sida, og last opp på nytt.`,
  },
  'document/macros': {
    title: 'Fila inneheld makroar',
    detail: (p: { name: string }) =>
      `«${p.name}» inneheld makroar, altså små program. Lagre dokumentet som vanleg Word-dokument (.docx) utan makroar, eller som PDF.`,
  },
  'document/two-kinds': {
    title: 'Fila er to ting på ein gong',
    detail: (p: { name: string }) =>
      `«${p.name}» er sett saman slik at nokre program opnar henne som noko anna enn det ho gir seg ut for. Lagre henne på nytt som PDF, og last opp den.`,
  },
  'document/active-content': {
    title: 'Fila inneheld noko som blir køyrt',
    detail: (p: { name: string }) =>
      `«${p.name}» inneheld programkode eller skjema som blir køyrt når fila blir opna. Vel «Skriv ut» og «Lagre som PDF», og last opp den nye fila.`,
  },
  'document/embedded-files': {
    title: 'Fila har andre filer inni seg',
    detail: (p: { name: string }) =>
      `«${p.name}» har vedlegg inni seg. Ta dei ut, og last opp kvar fil for seg. For PDF: vel «Skriv ut» og «Lagre som PDF».`,
  },
  'document/unreadable': {
    title: 'Vi klarte ikkje å lese fila',
    detail: (p: { name: string }) =>
      `Vi fekk ikkje undersøkt «${p.name}», og tek henne difor ikkje imot. Lagre henne på nytt som PDF, og prøv igjen. Ta kontakt med sekretariatet om det framleis ikkje går.`,
  },
  'document/infected': {
    title: 'Det er funne virus i fila',
    detail: (p: { name: string }) =>
      `Virusskannaren fann noko skadeleg i «${p.name}». Fila er sperra, og ingen kan opne ho. Fjern ho frå søknaden, og last opp ei fil som er rein.`,
  },
  'document/not-checked': {
    title: 'Fila er ikkje sjekka for virus enno',
    detail: (p: { name: string }) =>
      `«${p.name}» kan opnast når virusskannaren har sett på ho. Det tek som regel nokre sekund.`,
  },
  'document/lost': {
    title: 'Fila manglar hos oss',
    detail:
      'Ho er registrert, men vi finn ikkje innhaldet. Ta kontakt med sekretariatet, og last ho gjerne opp på nytt.',
  },
  'document/too-many': {
    title: 'For mange filer',
    detail: (p) => `Du kan ha inntil ${p.max} vedlegg. Fjern eitt før du lastar opp fleire.`,
  },
  'document/interrupted': {
    title: 'Opplastinga vart avbroten',
    detail: 'Ingenting vart lagra. Prøv ein gong til.',
  },
  'document/missing-file': {
    title: 'Du har ikkje valt ei fil',
    detail: 'Vel fila som skal lastast opp, og prøv igjen.',
  },
};
