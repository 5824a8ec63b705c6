/** The words of letters (issue 5 §2; DIS-4): the standard comes from the catalogue, a year may write its own, and every word is checked. */
import { parseHTML } from 'linkedom';
import t from 'tap';
import { renderLetter } from '../../../src/features/correspondence/render.ts';
import type { LetterParams, LetterTemplate } from '../../../src/features/correspondence/schema.ts';
import { createEdition } from '../../../src/features/editions/commands.ts';
import { kindNames, kinds, renderOwn, standardText } from '../../../src/features/letter-texts/kinds.ts';
import { ownLetter } from '../../../src/features/letter-texts/queries.ts';
import type { WholeText } from '../../../src/features/letter-texts/schema.ts';
import { osloInstant } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';

const call = await openCall(t);
const { db } = call.services;
const editionId = call.year.id;
const api = `/api/v1/editions/${editionId}/letter-texts`;
const pages = `/sekretariat/${editionId}/brevtekster`;
const secretary = await call.as('secretary@example.no');
const kari = await call.as('kari@eigersund.example');
const ola = await call.as('ola@lund.example');
const eigersund = await call.sent(kari, 'Eigersund');
const lund = await call.sent(ola, 'Lund', { body: { language: 'nn' } });
const both = (subject: string, body: string) => ({
  nb: { subject, body },
  nn: { subject: `${subject} (nn)`, body },
});
const read = async (letter: string) => (await secretary.get(`${api}/${letter}`)).json<WholeText>();
const put = (letter: string, body: object, who = secretary) => who.send('PUT', `${api}/${letter}`, body);
const withdraw = ({ id, version }: { id: string; version: number }, person: typeof kari) =>
  person.post(`/api/v1/nominations/${id}/events`, { type: 'withdraw', version });

t.test('the standard says with its placeholders filled in what the catalogue says', async (t) => {
  const at = osloInstant('2026-10-15');
  const params = {
    organisation: 'Ås kommune',
    year: 2026,
    receiptNumber: 'EP-1',
    dueAt: at,
    until: at,
    goesAt: at,
    ceremonyAt: at,
    place: 'Kommunenes Hus, Oslo',
    reason: 'Et kriterium var to',
    parts: ['Vedlegg', 'Kontaktperson'],
    path: '/soknad/1',
  };
  for (const name of kindNames)
    for (const language of ['nb', 'nn'] as const) {
      const { template, when = {} }: { template: LetterTemplate; when?: object } = kinds[name];
      const given = { ...params, ...when };
      const text = standardText(name, language);
      t.notMatch(JSON.stringify(text), /undefined|2222|\[object/, `${name} (${language}): no holes`);
      t.same(
        renderOwn(name, language, text, given),
        renderLetter(template, language, given as unknown as LetterParams<LetterTemplate>),
        `${name} (${language})`,
      );
    }
});

t.test('the letter before the ceremony is written anew as the others, and shows its own date', async (t) => {
  const text = await read('ceremonyReminder');
  t.same(text.placeholders, ['år', 'frist']);
  t.match(text.preview.nb.body, /deles ut 11\. desember 2026/);
  t.equal(
    (await put('ceremonyReminder', { version: 0, texts: both('Snart', 'Vi sees {frist}.') })).statusCode,
    200,
  );
  t.match((await read('ceremonyReminder')).preview.nn.body, /11\. desember 2026/);
});

t.test('the words are those of the year from then on, in the form of the application', async (t) => {
  t.match(await read('withdrawn'), { isOwn: false, version: 0, placeholders: ['organisasjon', 'år'] });
  const saved = await put('withdrawn', {
    version: 0,
    texts: both('Takk, {organisasjon}', 'Vi sees i {år}.'),
  });
  t.same(saved.json(), { version: 1 });
  await withdraw(eigersund, kari);
  await withdraw(lund, ola);
  const letters = await db
    .selectFrom('letters')
    .selectAll()
    .where('template', '=', 'withdrawn')
    .orderBy('email')
    .execute();
  t.match(letters, [
    {
      language: 'nb',
      subject: 'Takk, Eigersund',
      text_version: 1,
      body: /^Hei!\n\nVi sees i 2026\.\n\nÅpne siden:\n\/soknad\//,
    },
    { language: 'nn', subject: 'Takk, Lund (nn)', text_version: 1, body: /Opne sida/ },
  ]);
  await put('withdrawn', { version: 1, texts: both('Noe annet', 'Noe annet') });
  t.equal(
    (await db.selectFrom('letters').select('subject').where('id', '=', letters[0]!.id).executeTakeFirst())
      ?.subject,
    'Takk, Eigersund',
    'what was written stays',
  );
});

t.test('a word that nobody fills in is refused by name, and nothing is saved', async (t) => {
  const wrong = both('Hei {organisasjonen}', 'Fristen er {frist}.');
  const answer = await put('admitted', { version: 0, texts: wrong });
  t.equal(answer.statusCode, 422);
  t.match(answer.json(), {
    errors: [
      { field: 'texts.nb.subject', message: /\{organisasjonen\}.*\{organisasjon\}, \{år\}/ },
      { field: 'texts.nb.body', message: /\{frist\}/ },
      { field: 'texts.nn.subject' },
      { field: 'texts.nn.body' },
    ],
  });
  const form = {
    'texts.nb.subject': 'Emne',
    'texts.nb.body': 'Jeg skrev {dette}',
    'texts.nn.subject': '',
    'texts.nn.body': 'Tekst',
    version: '0',
  };
  for (const more of [{}, { vis: '1' }]) {
    const page = await secretary.post(`${pages}/admitted`, { ...form, 'texts.nn.subject': 'Emne', ...more });
    t.equal(page.statusCode, 422);
    t.match(page.body, /Jeg skrev \{dette\}/, 'what was typed is kept');
  }
  t.equal((await secretary.post(`${pages}/admitted`, form)).statusCode, 422, 'both forms are needed');
  t.match(await read('admitted'), { version: 0, isOwn: false });
});

t.test('shown with real data before it is saved', async (t) => {
  const texts = both('Til {organisasjon}', 'Mangler:\n\n– {deler}\n\nInnen {frist}.');
  const answer = await secretary.post(`${api}/returned/preview`, { texts });
  t.match(answer.json(), {
    of: /Eigersund/,
    nb: { subject: 'Til Eigersund', body: /Mangler:[\s\S]*Innen 15\. oktober 2026/ },
  });
  const form = {
    ...Object.fromEntries(
      Object.entries(texts).flatMap(([lang, text]) =>
        Object.entries(text).map(([part, value]) => [`texts.${lang}.${part}`, value]),
      ),
    ),
    version: '0',
  };
  const page = await secretary.post(`${pages}/returned`, { ...form, vis: '1' });
  t.equal(page.statusCode, 200);
  const { document } = parseHTML(page.body);
  t.match(document.querySelector('#forhandsvisning')?.textContent, /Til Eigersund/);
  t.match(document.querySelector('textarea')?.textContent, '{deler}', 'and what was typed stays in the form');
  t.match(await read('returned'), { version: 0 }, 'nothing was saved');
  t.equal((await secretary.post(`${pages}/returned`, form)).statusCode, 303);
  t.match(await read('returned'), { version: 1, isOwn: true });
});

t.test('two at once: one of them; and the standard can be taken again, with the history kept', async (t) => {
  const texts = both('Emne', 'Tekst');
  const answers = await Promise.all(Array.from({ length: 5 }, () => put('finalist', { version: 0, texts })));
  t.same(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 409, 409, 409, 409]);
  t.same((await put('finalist', { version: 1, texts: null })).json(), { version: 2 });
  const now = await read('finalist');
  t.match(now, {
    isOwn: false,
    version: 2,
    history: [
      { version: 2, texts: null },
      { version: 1, texts },
    ],
  });
  t.same(now.texts, now.standard);
  t.equal((await secretary.post(`${pages}/finalist/standard`, { version: 1 })).statusCode, 409);
  await t.rejects(db.updateTable('letter_texts').set({ version: 9 }).execute(), /permission denied/);
});

t.test('next year begins with the same words', async (t) => {
  const { id } = await call.year.as('secretary', call.during, (unit) =>
    createEdition(unit, { year: 2027, copyFrom: editionId }),
  );
  const copied = await db
    .selectFrom('letter_texts')
    .select(['letter', 'version'])
    .where('edition_id', '=', id)
    .orderBy('letter')
    .execute();
  t.same(copied, [
    { letter: 'ceremonyReminder', version: 1 },
    { letter: 'returned', version: 1 },
    { letter: 'withdrawn', version: 1 },
  ]);
});

t.test('nobody else reads or writes them', async (t) => {
  for (const who of [kari, await call.as('chair@example.no'), await call.as('leader@example.no')]) {
    t.ok([403, 404].includes((await who.get(api)).statusCode));
    t.ok([403, 404].includes((await who.get(`${pages}/admitted`)).statusCode));
    t.ok([403, 404].includes((await put('admitted', { version: 0, texts: null }, who)).statusCode));
  }
  t.equal((await secretary.get(`${api}/finnesikke`)).statusCode, 404);
  t.same(call.errors, []);
});

t.test(
  "letters to those who left an address say the year's own words, and still how to be forgotten",
  async (t) => {
    const text = await read('callReminder');
    t.same(text.placeholders, ['år', 'frist']);
    t.equal(text.preview.of, null, 'no applicant is shown in it');
    const own = both('Nå kan dere søke', 'Fristen for {år} er {frist}.');
    t.equal((await put('callReminder', { version: text.version, texts: own })).statusCode, 200);
    const params = { year: 2026, dueAt: osloInstant('2026-10-15'), path: '/utlysning' };
    const letter = await ownLetter(db, {
      editionId,
      template: 'callReminder',
      language: 'nb',
      params,
      forget: '/paminnelse/lapp',
    });
    t.equal(letter?.subject, 'Nå kan dere søke');
    t.match(letter?.body, /Fristen for 2026 er 14\. oktober 2026 kl\. 23\.59/);
    t.match(letter?.body, /\/paminnelse\/lapp$/, 'the last line is where the address is deleted');
    t.match((await read('ceremonyPlace')).preview.nb.body, /11\. desember 2026 kl\. \d\d\.\d\d/);
  },
);
