/**
 * The messages for an archive (ARK-2): `arkivmelding.xml` after "arkivmelding opprett" of Fiks Arkiv, version 1. One for the case and
 * one for each record, as the specification wants it. Pure: the same content, the same bytes; nothing says when it was made.
 */
import { osloFields } from '../../platform/clock.ts';
import { xmlDocument, type Element } from '../../platform/xml.ts';
import type { Written } from '../../platform/zip.ts';
import { readNumber } from './numbers.ts';
import type { ArchiveDocument, ArchiveFile, Case, Code, Registration } from './schema.ts';
import { caseTitle, codes, SYSTEM } from './words.ts';

const SPACE = 'https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv';
type Part = Element | undefined;

const text = (name: string, words: string | number): Element => ({ name, inside: String(words) });
const some = (name: string, words: string | number | null | undefined | false): Part =>
  words === null || words === undefined || words === false || words === '' ? undefined : text(name, words);
const element = (name: string, ...inside: Part[]): Element => ({ name, inside });
/** The types of the catalogue stand in its own namespace. */
const code = (name: string, [value, meaning]: Code): Element =>
  element(name, text('m:kode', value), text('m:beskrivelse', meaning));
const ownKey = (key: string, prefix = ''): Element =>
  element(`${prefix}referanseEksternNoekkel`, text('m:fagsystem', SYSTEM), text('m:noekkel', key));
const day = (at: Date): string => osloFields(at).date;

/** The case of a year (Noark: saksmappe). No files come with it. */
export function caseMessage(one: Case): string {
  const number = one.number === null ? null : readNumber(one.number);
  const title = caseTitle(one.year);
  return message(0, {
    name: 'mappe',
    attributes: { 'xsi:type': 'saksmappe' },
    inside: [
      some('mappeID', number?.text),
      text('tittel', title),
      text('offentligTittel', title),
      code('dokumentmedium', codes.electronic),
      text('opprettetDato', one.createdAt.toISOString()),
      text('opprettetAv', 'KS'),
      ...(one.closedAt ? [text('avsluttetDato', one.closedAt.toISOString()), text('avsluttetAv', 'KS')] : []),
      ownKey(one.id),
      ...(number?.case
        ? [text('saksaar', number.case.year), text('sakssekvensnummer', number.case.sequence)]
        : []),
      text('saksdato', day(one.createdAt)),
      code('saksstatus', one.closedAt ? codes.closed : codes.open),
    ],
  });
}

/** A record of it (Noark: journalpost). `stored` are its files as they were counted, in their order. */
export function recordMessage(one: Registration, of: Case, stored: readonly Written[]): string {
  const number = one.number === null ? null : readNumber(one.number);
  const sizes = new Map(stored.map((file) => [file.path.split('/').at(-1) ?? '', file]));
  const at = one.at.toISOString();
  const files = one.documents.reduce((sum, { files: own }) => sum + own.length, 0);
  return message(files, {
    name: 'registrering',
    attributes: { 'xsi:type': 'journalpost' },
    inside: [
      text('opprettetDato', at),
      text('opprettetAv', one.by),
      caseReference(one, of),
      screening(one.screened),
      ...one.documents.map((document, index) => documentPart(document, { one, index, sizes })),
      some('registreringsID', number?.record !== null && number?.text),
      text('tittel', one.title),
      text('offentligTittel', one.publicTitle),
      code('dokumentmedium', codes.electronic),
      ...one.remarks.map((remark) => element('merknad', text('merknadstekst', remark))),
      one.party &&
        element(
          'korrespondansepart',
          code('korrespondanseparttype', one.type === 'I' ? codes.sender : codes.recipient),
          text('erBehandlingsansvarlig', 'false'),
          text('korrespondansepartNavn', one.party.name),
          some('organisasjonid', one.party.number),
          text('erSkjermet', String(one.party.screened)),
        ),
      ownKey(one.key),
      some('journalpostnummer', number?.record),
      code('journalposttype', codes.recordTypes[one.type]),
      code('journalstatus', one.type === 'I' ? codes.registered : codes.finished),
      text('dokumentetsDato', day(one.at)),
      one.type === 'I' ? text('mottattDato', at) : one.type === 'U' ? text('sendtDato', at) : undefined,
      text('antallVedlegg', one.documents.filter(({ place }) => place === 'V').length),
    ],
  });
}

/** An application can have a case of its own in the archive; the others lie in that of the year. */
function caseReference(one: Registration, of: Case): Element {
  const own = one.number === null ? null : readNumber(one.number);
  const ownCase = own && (own.record === null ? own.text : own.case?.text);
  const found = ownCase ?? of.number;
  const parsed = found === null ? null : readNumber(found).case;
  return element(
    'referanseForelderMappe',
    some('m:mappeID', found),
    parsed
      ? element('m:saksnummer', text('m:saksaar', parsed.year), text('m:sakssekvensnummer', parsed.sequence))
      : undefined,
    // The key is that of the year's case.
    found === null || found === of.number ? ownKey(of.id, 'm:') : undefined,
  );
}

const screening = (why: string | undefined): Part =>
  why === undefined
    ? undefined
    : element('skjerming', code('tilgangsrestriksjon', codes.screened), text('skjermingshjemmel', why));

interface Around {
  one: Registration;
  index: number;
  sizes: ReadonlyMap<string, Written>;
}
const documentPart = (document: ArchiveDocument, { one, index, sizes }: Around): Element =>
  element(
    'dokumentbeskrivelse',
    code('dokumenttype', document.type),
    code('dokumentstatus', codes.final),
    text('tittel', document.title),
    some('beskrivelse', document.about),
    text('opprettetDato', one.at.toISOString()),
    text('opprettetAv', one.by),
    code('dokumentmedium', codes.electronic),
    code('tilknyttetRegistreringSom', document.place === 'H' ? codes.main : codes.attached),
    text('dokumentnummer', index + 1),
    screening(document.screened),
    ...document.files.map((file) => filePart(file, sizes.get(file.stored))),
  );

/** What a file is that nobody has counted yet: it has a checksum and a size, whichever they are. */
const UNCOUNTED = { sha256: '0'.repeat(64), bytes: 0 };

function filePart(
  file: ArchiveFile,
  { sha256, bytes }: Pick<Written, 'sha256' | 'bytes'> = UNCOUNTED,
): Element {
  const format = file.variant === 'A' ? codes.pdfA : codes.formats[file.mediaType];
  return element(
    'dokumentobjekt',
    text('versjonsnummer', 1),
    code('variantformat', codes.variants[file.variant]),
    format && code('format', format),
    file.variant === 'A' ? text('formatDetaljer', 'PDF/A-2a') : undefined,
    text('mimeType', file.mediaType),
    text('filnavn', file.name),
    text('referanseDokumentfil', file.stored),
    text('sjekksum', sha256),
    text('sjekksumAlgoritme', 'SHA-256'),
    text('filstoerrelse', bytes),
  );
}

const message = (files: number, content: Element): string =>
  xmlDocument({
    name: 'arkivmelding',
    attributes: {
      xmlns: `${SPACE}/arkivmelding/opprett/v1`,
      'xmlns:m': `${SPACE}/metadatakatalog/v1`,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    inside: [text('system', SYSTEM), text('antallFiler', files), content],
  });
