/** ARK-2: the messages for an archive, and the schema that they are held against. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { caseMessage, recordMessage } from '../../../src/features/archive/message.ts';
import { checkedNumber, readNumber } from '../../../src/features/archive/numbers.ts';
import { archivePackage, demandValid } from '../../../src/features/archive/package.ts';
import type { ArchiveFile, Case, Registration } from '../../../src/features/archive/schema.ts';
import { judge } from '../../../src/features/archive/validity.ts';
import { codes } from '../../../src/features/archive/words.ts';
import { instant } from '../../../src/platform/clock.ts';
import { sha256, texts, unpacked } from '../../helpers/archive.ts';

const own = await judge(undefined);
const year: Case = {
  id: '01900000-0000-7000-8000-000000000001',
  year: 2026,
  number: null,
  createdAt: instant('2026-03-01T09:00:00.000Z'),
  closedAt: null,
};
const file = (stored: string, over: Partial<ArchiveFile> = {}): ArchiveFile => ({
  name: stored,
  stored,
  mediaType: 'application/pdf',
  variant: 'P',
  open: async () => Buffer.from(stored),
  ...over,
});
const record = (over: Partial<Registration> = {}): Registration => ({
  kind: 'application',
  folder: 'soknad-1',
  key: '01900000-0000-7000-8000-000000000002',
  number: null,
  title: 'Søknad',
  publicTitle: 'Søknad',
  at: instant('2026-09-01T22:30:00.000Z'),
  by: 'Hemnes kommune',
  type: 'I',
  party: { name: 'Hemnes kommune', number: '846316442', screened: true },
  screened: 'Ikke offentlig',
  remarks: ['Kvitteringsnummer 1'],
  documents: [
    {
      title: 'Søknad',
      type: codes.types.application,
      place: 'H',
      files: [file('soknad.pdf', { variant: 'A' }), file('kvittering-1.json', { variant: 'S' })],
    },
    {
      title: 'Plan',
      type: codes.types.attachment,
      place: 'V',
      files: [file('vedlegg-01.jpg', { mediaType: 'image/jpeg' })],
    },
  ],
  ...over,
});
const counted = ['soknad.pdf', 'kvittering-1.json', 'vedlegg-01.jpg'].map((name, i) => ({
  path: `2026/soknad-1/${name}`,
  bytes: i,
  sha256: String(i).repeat(64),
}));

t.test('a case and a record are valid; each file has its checksum and size', async (t) => {
  t.same(own(caseMessage(year)), []);
  t.same(own(caseMessage({ ...year, number: '2026/17', closedAt: year.createdAt })), []);
  const xml = recordMessage(record(), year, counted);
  t.same(own(xml), []);
  t.same(
    texts(xml, '//a:sjekksum'),
    counted.map((one) => one.sha256),
  );
  t.same(texts(xml, '//a:filstoerrelse'), ['0', '1', '2']);
  t.same(texts(xml, '//a:antallFiler'), ['3']);
  t.same(texts(xml, '//a:antallVedlegg'), ['1']);
  t.same(texts(xml, '//a:tilknyttetRegistreringSom/m:kode'), ['H', 'V']);
  t.same(texts(xml, '//a:variantformat/m:kode'), ['A', 'S', 'P']);
  t.same(texts(xml, '//a:format/m:kode'), ['RA-PDF', 'RA-JPG'], 'a PDF from outside is not called PDF/A');
  t.same(texts(xml, '//a:dokumentetsDato'), ['2026-09-02'], 'the day as it is in Norway');
  t.same(texts(xml, '//a:mottattDato'), ['2026-09-01T22:30:00.000Z']);
  t.equal(recordMessage(record(), year, counted), xml, 'ARK-3: the same content, the same bytes');
  t.same(
    own(recordMessage(record({ documents: [], party: undefined, screened: undefined, type: 'X' }), year, [])),
    [],
  );
});

t.test('names with every odd sign: what XML can hold stands as it was written', async (t) => {
  const odd = `<Ål & Åsa> "Sør-Ođđa" 'ʻokina' ]]> &amp; 🏳️‍🌈 \u0000\u0001\u0008\u000b\u001f\ufffe\uffff\ud800 \u202eslutt`;
  const kept = `<Ål & Åsa> "Sør-Ođđa" 'ʻokina' ]]> &amp; 🏳️‍🌈  \u202eslutt`;
  const party = { name: odd, number: null, screened: true };
  const documents = [
    {
      title: odd,
      type: codes.types.attachment,
      place: 'V' as const,
      about: odd,
      screened: odd,
      files: [file('vedlegg-01.pdf', { name: odd })],
    },
  ];
  const xml = recordMessage(
    record({ title: odd, by: odd, party, screened: odd, remarks: [odd], documents }),
    year,
    [],
  );
  t.same(own(xml), []);
  for (const at of [
    '//a:registrering/a:tittel',
    '//a:korrespondansepartNavn',
    '//a:filnavn',
    '//a:merknadstekst',
    '//a:beskrivelse',
    '//a:registrering/a:opprettetAv',
  ])
    t.same(texts(xml, at), [kept], at);
});

t.test('ARK-2: the archive’s numbers, of a case and of a record', async (t) => {
  t.match(readNumber('2026/1234-5'), { case: { text: '2026/1234', year: 2026, sequence: 1234 }, record: 5 });
  t.match(readNumber('KS-26-0042'), { text: 'KS-26-0042', case: null, record: null });
  const at = '//a:referanseForelderMappe';
  const ofYear = recordMessage(record(), { ...year, number: '2026/17' }, []);
  t.same(texts(ofYear, `${at}/m:mappeID`), ['2026/17']);
  t.same(texts(ofYear, `${at}/m:saksnummer/*`), ['2026', '17']);
  t.same(texts(ofYear, `${at}/m:referanseEksternNoekkel/m:noekkel`), [year.id]);
  const inIt = recordMessage(record({ number: '2026/17-4' }), { ...year, number: '2026/17' }, []);
  t.same(texts(inIt, '//a:registreringsID'), ['2026/17-4']);
  t.same(texts(inIt, '//a:journalpostnummer'), ['4']);
  t.same(texts(inIt, `${at}/m:mappeID`), ['2026/17']);
  const ownCase = recordMessage(record({ number: '2026/99' }), { ...year, number: '2026/17' }, []);
  t.same(texts(ownCase, `${at}/m:mappeID`), ['2026/99']);
  t.same(texts(ownCase, `${at}/m:referanseEksternNoekkel`), [], 'another case than that of the year');
  const otherwise = recordMessage(record(), { ...year, number: 'KS-26-0042' }, []);
  t.same(texts(otherwise, `${at}/*`).length, 2, 'the number and the key, no year and sequence');
  for (const xml of [ofYear, inIt, ownCase, otherwise]) t.same(own(xml), []);
  t.equal(checkedNumber('  2026/17 '), '2026/17');
  t.equal(checkedNumber(' '), null);
  for (const wrong of ['<b>', '2026\n17', '/17', 'x'.repeat(61)])
    t.throws(() => checkedNumber(wrong), { message: 'request/invalid' }, wrong);
});

t.test('what is not valid is not given out', async (t) => {
  const wrong: [string, string][] = [
    ['no title', recordMessage(record({ title: '' }), year, [])],
    ['a title of nothing that shows', recordMessage(record({ title: '\u0001 ' }), year, [])],
    [
      'a number of an organisation that is none',
      recordMessage(record({ party: { name: 'x', number: '12', screened: false } }), year, []),
    ],
    [
      'a file outside of its folder',
      recordMessage(
        record({
          documents: [{ title: 'x', type: codes.types.attachment, place: 'V', files: [file('../x')] }],
        }),
        year,
        [],
      ),
    ],
    ['an unknown code', caseMessage(year).replace('<m:kode>B<', '<m:kode>Z<')],
    [
      'elements in another order',
      caseMessage(year).replace(
        /(<tittel>.*?<\/tittel>)\s*(<offentligTittel>.*?<\/offentligTittel>)/s,
        '$2$1',
      ),
    ],
    ['another namespace', caseMessage(year).replace('/opprett/v1', '/opprett/v2')],
    ['no XML', '<arkivmelding>'],
  ];
  for (const [what, xml] of wrong) t.not(own(xml).length, 0, what);
  const deliveries = [{ of: year, registrations: [record({ title: '' })], leftOut: [], outOf: 0 }];
  t.throws(() => demandValid({ deliveries, judge: own }), { message: 'archive/invalid' });
  t.doesNotThrow(() =>
    demandValid({ deliveries: [{ ...deliveries[0]!, registrations: [record()] }], judge: own }),
  );
});

t.test('a file that is not what its checksum says breaks the package', async (t) => {
  const packed = async (told: string) => {
    const documents = [
      {
        title: 'x',
        type: codes.types.attachment,
        place: 'V' as const,
        files: [file('vedlegg-01.pdf', { sha256: told })],
      },
    ];
    const made = archivePackage({
      name: 'x.zip',
      subject: {},
      deliveries: [{ of: year, registrations: [record({ documents })], leftOut: [], outOf: 0 }],
      judge: own,
    });
    return Buffer.concat(await made.toArray());
  };
  await t.rejects(packed('0'.repeat(64)), { message: /not what its checksum says/ });
  const { parts } = await unpacked(await packed(sha256(Buffer.from('vedlegg-01.pdf'))));
  t.equal(String(parts.get('2026/soknad-1/vedlegg-01.pdf')), 'vedlegg-01.pdf');
});

t.test(
  'with the specification’s own files in the settings, a message is held against these as well',
  async (t) => {
    const folder = t.testdir({});
    await t.rejects(
      judge(path.join(folder, 'none')),
      { code: 'ENOENT' },
      'what cannot be read lets nothing out',
    );
    // As the specification's, but for one thing that it demands on top.
    const from = path.join(import.meta.dirname, '../../../src/features/archive/profile');
    const message = readFileSync(path.join(from, 'arkivmelding.xsd'), 'utf8');
    mkdirSync(path.join(folder, 'V1'));
    const put = (name: string, text: string) => writeFileSync(path.join(folder, 'V1', name), text);
    put('metadatakatalog.xsd', readFileSync(path.join(from, 'metadatakatalog.xsd'), 'utf8'));
    put(
      'no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett.xsd',
      message.replace(
        '<xs:element name="mappeID" type="m:words" minOccurs="0"/>',
        '<xs:element name="mappeID" type="m:words"/>',
      ),
    );
    const both = await judge(path.join(folder, 'V1'));
    t.match(both(caseMessage(year)), [/mappeID/]);
    t.same(both(caseMessage({ ...year, number: '2026/17' })), []);
    t.same(own(caseMessage(year)), [], 'the service’s own is not touched by it');
  },
);
