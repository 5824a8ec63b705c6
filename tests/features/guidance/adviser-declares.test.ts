/** HAB-9: whoever reads a draft along answers for connections as well, and what a connection takes away. */
import { sql } from 'kysely';
import t from 'tap';
import { addDays } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { taken } from '../../helpers/samples.ts';

const CANARY = 'kanarifugl';
const call = await openCall(t);
const { db } = call.services;
const kari = await call.as('kari@eigersund.example');
const secretary = await call.as('secretary@example.no');
const second = await call.as('second@example.no');
const adviser = await call.as('veronika@ks.example');
const page = '/veiledning/habilitet';

interface Region {
  id: string;
  version: number;
  name: object;
  counties: string[];
}
const { regions } = (await kari.get('/api/v1/regions')).json<{ regions: Region[] }>();
const { id: region, version, name, counties } = regions.find((one) => one.counties.includes('11'))!;
const veronika = { adviserName: 'Veronika Veileder', adviserEmail: 'veronika@ks.example', adviserPhone: '' };
const named = await secretary.send('PUT', `/api/v1/regions/${region}`, {
  version,
  name,
  counties,
  ...veronika,
});
if (named.statusCode !== 200) throw new Error(named.body);
const letIn = (id: string) =>
  kari.send('PUT', `/api/v1/nominations/${id}/adviser-access`, { region, mayRead: true });
async function opened(organisation: string): Promise<string> {
  const { id } = await call.draft(kari, organisation);
  await call.fillIn(kari, id, CANARY);
  return id;
}
const eigersund = await opened('Eigersund');
const sola = await opened('Sola');
const uploaded = await kari.upload(`/api/v1/nominations/${eigersund}/documents`, [taken.pdf]);
const document = uploaded.json<{ documents: { id: string }[] }>().documents[0]!.id;
const declare = (id: string, body: object, who = adviser) =>
  who.post(`/api/v1/nominations/${id}/declarations`, body);
const standingOf = async (id: string, email = 'veronika@ks.example') =>
  (
    await db
      .selectFrom('standings as s')
      .innerJoin('people as p', 'p.id', 's.person_id')
      .select('s.standing')
      .where('s.nomination_id', '=', id)
      .where('p.email', '=', email)
      .executeTakeFirst()
  )?.standing;

t.test('before anybody lets them in there is nothing to answer, and nothing to know', async (t) => {
  const empty = await adviser.get(page);
  t.match([empty.statusCode, empty.body], [200, /Det er ingen søkere å svare for ennå/]);
  t.notMatch(empty.body, /Eigersund|Sola/);
  t.equal((await declare(eigersund, { answer: 'none' })).statusCode, 404);
  const forged = await adviser.post(page, { [`answer-${eigersund}`]: 'none' });
  t.equal(forged.statusCode, 422);
  t.equal(await standingOf(eigersund), undefined);
});

t.test(
  'let in: asked everywhere they come, told what a connection takes away; "none" changes nothing',
  async (t) => {
    t.equal((await letIn(eigersund)).statusCode, 200);
    t.equal((await letIn(sola)).statusCode, 200);
    t.match(
      (await adviser.get('/min-side')).body,
      /Svar på om du har noen tilknytning til 2 søkere du gir råd til/,
    );
    t.match((await adviser.get('/veiledning')).body, `href="${page}"`);
    t.match((await adviser.get(`/soknad/${eigersund}/les`)).body, /Si først fra om du har noen tilknytning/);
    for (const lang of ['nb', 'nn', 'en']) {
      const shown = await adviser.get(page, { 'accept-language': lang });
      t.same(await htmlProblems(shown.body), [], lang);
    }
    const shown = (await adviser.get(page)).body;
    t.match(shown, /Eigersund[\s\S]*Sola/);
    t.match(shown, /du kan ikke lese utkastet og vedleggene lenger/);
    t.notMatch(shown, CANARY);
    const bare = await adviser.post(page, { [`answer-${eigersund}`]: 'connection' });
    t.match([bare.statusCode, bare.body], [422, /Velg hva slags tilknytning det er/]);
    t.equal((await adviser.post(page, { [`answer-${eigersund}`]: 'none' })).statusCode, 303);
    t.equal(await standingOf(eigersund), 'free');
    t.match((await adviser.get('/min-side')).body, /tilknytning til én søker du gir råd til/);
    const read = await adviser.get(`/soknad/${eigersund}/les`);
    t.match([read.statusCode, read.body], [200, `${page}?oppdaget=${eigersund}`]);
    t.match(read.body, CANARY);
  },
);

t.test('a partner who comes later asks again, in a draft as well', async (t) => {
  await db
    .updateTable('nominations')
    .set({ partners: ['Sokndal kommune'] })
    .where('id', 'in', [eigersund, sola])
    .execute();
  t.equal(await standingOf(eigersund), 'undeclared');
  t.match((await adviser.get(page)).body, /Sammen med Sokndal kommune/);
  const changes = await db.selectFrom('connection_changes').select('nomination_id').execute();
  t.same(changes, [{ nomination_id: eigersund }], 'and writes nothing down where nobody has answered');
});

t.test('a connection closes the draft at once; the applicant is told that, and not why', async (t) => {
  const note = 'hemmelig-notat';
  const sent = await adviser.post(page, {
    [`answer-${eigersund}`]: 'connection',
    [`grounds-${eigersund}`]: 'H2',
    [`note-${eigersund}`]: note,
  });
  t.equal(sent.statusCode, 303, sent.body);
  t.equal(await standingOf(eigersund), 'pending');
  const closed = await adviser.get(`/soknad/${eigersund}/les`);
  t.match([closed.statusCode, closed.body], [403, /Du har meldt en tilknytning til søkeren/]);
  for (const url of [`/api/v1/nominations/${eigersund}/draft`, `/api/v1/documents/${document}`]) {
    const answer = await adviser.get(url);
    t.not(answer.statusCode, 200, url);
    t.notMatch(answer.body, CANARY, url);
  }
  t.notMatch((await adviser.get('/veiledning')).body, /Eigersund/);
  t.match((await adviser.get(page)).body, /Utkastet er lukket for deg/);
  t.same(
    (await declare(eigersund, { answer: 'none' })).json(),
    { standing: 'pending' },
    'nobody frees oneself',
  );
  t.equal((await adviser.get(`/soknad/${sola}/les`)).statusCode, 200, 'the other draft stays open');

  const help = (await kari.get(`/soknad/${eigersund}/hjelp`)).body;
  t.match(help, /Veronika Veileder kan ikke lese dette utkastet/);
  t.notMatch(help, /tilknytning|hemmelig/i);
  t.match((await kari.get(`/api/v1/nominations/${eigersund}/help`)).json(), { access: [{ canRead: false }] });
  t.equal(
    (await kari.send('PUT', `/api/v1/nominations/${eigersund}/adviser-access`, { region, mayRead: false }))
      .statusCode,
    200,
  );
  t.equal((await letIn(eigersund)).statusCode, 409, 'nor are they let in again');
  t.match(
    (await kari.get(`/soknad/${eigersund}/hjelp`)).body,
    /Veronika Veileder kan ikke lese dette utkastet/,
  );
  const letters = await db
    .selectFrom('letters')
    .select('id')
    .where('template', '=', 'conflictToDecide')
    .execute();
  t.same(letters, [], 'nobody is told to decide on a draft');
});

t.test('a secretary who was asked about a draft answers for it, too', async (t) => {
  t.equal((await declare(sola, { answer: 'none' }, second)).statusCode, 404, 'not before they are asked');
  t.equal((await kari.post(`/api/v1/nominations/${sola}/help`, { text: 'Hvor langt?' })).statusCode, 200);
  const office = `/sekretariat/${call.year.id}/habilitet`;
  t.match((await second.get(office)).body, /Sola/);
  t.match((await second.get(`/soknad/${sola}/les`)).body, `href="${office}"`);
  t.equal((await second.post(office, { [`answer-${sola}`]: 'unsure' })).statusCode, 303);
  t.equal((await second.get(`/soknad/${sola}/les`)).statusCode, 403);
  t.equal((await secretary.get(`/soknad/${sola}/les`)).statusCode, 200, 'a colleague helps');
});

t.test('an adviser who is let in later asks those who have answered again', async (t) => {
  const { id } = await call.sent(kari, 'Time');
  t.equal((await declare(id, { answer: 'none' }, second)).statusCode, 201);
  t.equal(await standingOf(id, 'second@example.no'), 'free');
  t.equal((await letIn(id)).statusCode, 200);
  t.equal(await standingOf(id, 'second@example.no'), 'undeclared');
  t.match(
    await db.selectFrom('connection_changes').select('name').where('what', '=', 'adviser').execute(),
    [{ name: 'Rogaland' }],
    'and no name of a person is kept for it',
  );
});

t.test('a draft that goes takes what was declared about it along (design.md §9)', async (t) => {
  t.equal(
    (await kari.post(`/api/v1/nominations/${sola}/events`, { type: 'withdraw', version: 0 })).statusCode,
    200,
  );
  t.equal((await adviser.get(page)).body.includes('Sola'), false);
  const { rows } = await sql<{ counts: object }>`
    select erase('drafts', ${sola}, ${addDays(call.dates.closes_at, 61)}) as counts`.execute(db);
  t.match(rows[0]?.counts, { declarations: 1, standings: 1, nominations: 1 });
});

t.test('once it is before the jury, the chair and the protocol say who answered as what', async (t) => {
  await call.submit(kari, eigersund);
  await call.setClock(addDays(call.dates.closes_at, 1));
  const admitted = await secretary.post(`/api/v1/nominations/${eigersund}/events`, {
    type: 'admit',
    version: 1,
  });
  t.equal(admitted.statusCode, 200, admitted.body);
  t.notMatch((await adviser.get(page)).body, /Eigersund/, 'what comes of the application is not told here');
  const help = await kari.get(`/soknad/${eigersund}/hjelp`);
  t.equal(help.statusCode, 200);
  t.notMatch(
    help.body,
    /kan ikke lese dette utkastet/,
    'nor is the applicant told what anybody declares from now on',
  );
  const chair = await call.as('chair@example.no');
  const { conflicts } = (await chair.get(`/api/v1/editions/${call.year.id}/conflicts`)).json<{
    conflicts: object[];
  }>();
  t.match(conflicts, [
    { name: /Veronika|veronika/, capacity: 'adviser', standing: 'pending', mayDecide: true },
  ]);
  t.match((await chair.get('/jury/leder')).body, /Veileder i en region/);
  const protocol = await secretary.get(`/api/v1/editions/${call.year.id}/conflict-protocol`);
  t.match(protocol.json(), {
    declarations: [
      { capacity: 'adviser', answer: 'none' },
      { capacity: 'adviser', answer: 'connection', grounds: ['H2'] },
      { capacity: 'adviser', answer: 'none' },
    ],
  });
  t.notMatch(protocol.body, 'hemmelig-notat');
  t.same(call.errors, []);
});
