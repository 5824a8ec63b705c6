/** What stands in the archive: in bokmål whoever takes it out, so that the same year gives the same package. Codes as the specification has them. */
import { LOCALES } from '../../ui/text/format.ts';
import type { Code } from './schema.ts';

/** By which the archive knows who delivers. */
export const SYSTEM = 'Etikkprisen';
export const LANG = 'nb';
export const LOCALE = LOCALES[LANG];

export const codes = {
  electronic: ['E', 'Elektronisk arkiv'],
  open: ['B', 'Under behandling'],
  closed: ['S', 'Avsluttet av saksbehandler'],
  registered: ['S', 'Saksbehandler har registrert innkommende dokument'],
  finished: ['F', 'Ferdigstilt av saksbehandler'],
  final: ['F', 'Dokumentet er ferdigstilt'],
  main: ['H', 'Hoveddokument'],
  attached: ['V', 'Vedlegg'],
  sender: ['EA', 'Avsender'],
  recipient: ['EM', 'Mottaker'],
  screened: ['XX', 'Midlertidig sperret'],
  pdfA: ['RA-PDF', 'PDF/A - ISO 19005-1:2005'],
  recordTypes: {
    I: ['I', 'Inngående dokument'],
    U: ['U', 'Utgående dokument'],
    X: ['X', 'Organinternt dokument uten oppfølging'],
  },
  variants: {
    P: ['P', 'Produksjonsformat'],
    A: ['A', 'Arkivformat'],
    S: ['S', 'Digitalt signert dokument'],
  },
  /** Of files as they were sent in, by media type; no code fits the others. A PDF from outside is not known to be PDF/A. */
  formats: {
    'image/jpeg': ['RA-JPG', 'JPG'],
    'text/plain': ['RA-TEKST', 'Ren tekst'],
  } as Readonly<Record<string, Code>>,
  types: {
    application: ['SØKNAD', 'Søknad'],
    attachment: ['VEDLEGG', 'Vedlegg'],
    protocol: ['PROTOKOLL', 'Protokoll'],
    decision: ['VEDTAK', 'Vedtak'],
    publication: ['KUNNGJ', 'Kunngjøring'],
  },
} as const satisfies Record<string, Code | Readonly<Record<string, Code>>>;

export const caseTitle = (year: number): string => `Etikkprisen ${year}`;

export const words = {
  application: (year: number, name: string) => `Søknad til Etikkprisen ${year}: ${name}`,
  applicationPublic: (year: number) => `Søknad til Etikkprisen ${year}`,
  applicationDocument: 'Søknad',
  submission: (number: number) => `Innsending ${number}, med kvittering`,
  protocol: (year: number) => `Protokoll fra fagjuryen, Etikkprisen ${year}`,
  decision: (year: number) => `Vedtak i fagjuryen, Etikkprisen ${year}`,
  publication: (year: number) => `Kunngjøring av Etikkprisen ${year}`,
  everybody: 'Allmennheten',
  /** Offentleglova does not apply to KS: what stands here is a reason, not a paragraph of it. */
  unnamed: 'Søkere som ikke er nominert, blir ikke navngitt offentlig',
  internal: 'Organinternt dokument',
  withheld: (why: string) =>
    ['Søkeren ber om at vedlegget ikke blir offentlig', why.trim()].filter(Boolean).join(': '),
  receipt: (number: string) => `Kvitteringsnummer ${number}`,
  withdrawn: 'Søkeren har trukket søknaden. Innholdet er ikke med.',
  erased: 'Innholdet er slettet etter oppbevaringsplanen.',
  leftOut: {
    missing: (name: string) => `Vedlegget «${name}» finnes ikke lenger i lageret og er ikke med.`,
    infected: (name: string) =>
      `Vedlegget «${name}» er sperret fordi det ble funnet virus i det, og er ikke med.`,
    unchecked: (name: string) => `Vedlegget «${name}» er ikke kontrollert for virus og er ikke med.`,
  },
};
