/** The regional adviser: whose card one sees, and that they read what they were let into, as long as they are, and nothing else. */
import t from 'tap';
import { proposalsOf } from '../../../src/features/jury/queries-detect.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';
import type { Client } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { taken } from '../../helpers/samples.ts';

const CANARY = 'kanarifugl';
const call = await openCall(t);
const { db } = call.services;
const kari = await call.as('kari@eigersund.example');
const secretary = await call.as('secretary@example.no');
// Sits in the jury, too: that is why the service must remember.
const adviser = await call.as('juror@example.no');
const stranger = await call.as('fremmed@larvik.example');
const problemOf = (answer: { json(): unknown }) =>
  (answer.json() as { type: string }).type.replace('urn:etikkprisen:problem:', '');

interface Region {
  id: string;
  version: number;
  name: Record<string, string>;
  counties: string[];
  adviser: { name: string; email: string; phone: string } | null;
}
const regions = async () => (await kari.get('/api/v1/regions')).json<{ regions: Region[] }>().regions;
const regionOf = async (county: string) =>
  (await regions()).find(({ counties }) => counties.includes(county))!;
async function change(who: Client, region: Region, rest: object) {
  const { id, version, name, counties } = region;
  const body = { version, name, counties, adviserName: '', adviserEmail: '', adviserPhone: '', ...rest };
  return who.send('PUT', `/api/v1/regions/${id}`, body);
}
const veronika = {
  adviserName: 'Veronika Veileder',
  adviserEmail: 'juror@example.no',
  adviserPhone: '51 00 00 00',
};
const draft = await call.draft(kari, 'Eigersund');
await call.fillIn(kari, draft.id, CANARY);
const uploaded = await kari.upload(`/api/v1/nominations/${draft.id}/documents`, [
  { ...taken.pdf, name: `${CANARY}.pdf` },
]);
const document = uploaded.json<{ documents: { id: string }[] }>().documents[0]!.id;
const other = await call.draft(kari, 'Sola');
await call.fillIn(kari, other.id, CANARY);
const home = `/soknad/${draft.id}`;
const api = `/api/v1/nominations/${draft.id}`;
const access = (mayRead: boolean, region: string, who = kari) =>
  who.send('PUT', `${api}/adviser-access`, { region, mayRead });

/** Every address of the application that gives an answer to whoever may. */
const addresses = (id: string) =>
  call.app.routeTable
    .filter(
      ({ method, url }) => method === 'GET' && /(soknad|nominations|resultat)\/:(id|nominationId)/.test(url),
    )
    .map(({ url }) =>
      url
        .replace(/:(id|nominationId)/, id)
        .replace(':step', 'om')
        .replace(/:\w+/g, document),
    );

t.test(
  'seven regions to begin with, each county in one; edited by the secretariat and the administrator',
  async (t) => {
    const all = await regions();
    t.equal(all.length, 7);
    const counties = all.flatMap((region) => region.counties);
    t.same([counties.length, new Set(counties).size], [15, 15]);
    const rogaland = await regionOf('11');
    const unseen = async () =>
      (await secretary.get('/sekretariat/regioner')).body.split('Ikke sett over<').length - 1;
    t.equal(await unseen(), 7, 'the division is a guess, and is said to be');
    t.match((await secretary.get('/sekretariat/regioner')).body, 'Inndelingen er foreløpig');
    for (const who of [kari, stranger, adviser]) {
      t.equal((await change(who, rogaland, veronika)).statusCode, 403);
      t.equal((await who.get('/sekretariat/regioner')).statusCode, 403);
      t.equal((await who.get(`/sekretariat/regioner/${rogaland.id}`)).statusCode, 403);
    }
    const half = await change(secretary, rogaland, {
      adviserName: 'Veronika',
      adviserEmail: 'ingen adresse',
    });
    t.match([half.statusCode, half.json().errors], [422, [{ field: 'adviserEmail' }]]);
    t.equal((await change(secretary, rogaland, veronika)).statusCode, 200);
    t.equal(await unseen(), 6, 'saved by somebody, it is one no longer');
    const stale = await change(secretary, rogaland, veronika);
    t.match([stale.statusCode, problemOf(stale)], [409, 'conflict/version']);
    // Agder's county is taken over: it is in one region still.
    const now = await regionOf('11');
    t.equal((await change(secretary, now, { ...veronika, counties: ['11', '42'] })).statusCode, 200);
    t.match(await regionOf('42'), { id: rogaland.id, adviser: { name: 'Veronika Veileder' } });
    t.equal((await regions()).flatMap((region) => region.counties).length, 15);
    for (const page of ['/sekretariat/regioner', `/sekretariat/regioner/${rogaland.id}`])
      t.same(await htmlProblems((await secretary.get(page)).body), [], page);
    const bad = await secretary.post(`/sekretariat/regioner/${rogaland.id}`, {
      version: 0,
      nameNb: 'Rogaland',
      nameNn: '',
      counties: ['11'],
      adviserName: 'Nina Ny',
    });
    t.equal(bad.statusCode, 422);
    t.match(bad.body, 'value="Nina Ny"', 'what was typed stays');
  },
);

t.test('the card of one’s own region; until it is given, the adviser knows of nothing', async (t) => {
  const page = await kari.get(`${home}/hjelp`);
  t.same(await htmlProblems(page.body), []);
  t.match(
    page.body,
    /Veilederen i regionen deres[\s\S]*Veronika Veileder[\s\S]*juror@example\.no[\s\S]*La Veronika Veileder lese/,
  );
  for (const url of addresses(draft.id)) {
    const answer = await adviser.get(url);
    t.notMatch(answer.body, CANARY, url);
    t.not(answer.statusCode, 200, url);
  }
  t.equal((await adviser.get('/veiledning')).body.includes('Eigersund'), false);
  const another = (await regions()).find(({ counties }) => counties.includes('03'))!;
  t.equal((await access(true, another.id)).statusCode, 404, 'only one’s own region');
  t.equal((await access(true, (await regionOf('11')).id, stranger)).statusCode, 404);
});

t.test('let in: reads this draft and its documents, writes nothing, and knows of no other', async (t) => {
  const region = (await regionOf('11')).id;
  t.equal((await access(true, region)).statusCode, 200);
  t.match(
    (await access(true, region)).json(),
    { access: [{ name: /Olav/, endedAt: null }] },
    'twice is once',
  );
  for (const url of [`${home}/les`, `${api}/draft`]) t.match((await adviser.get(url)).body, CANARY, url);
  t.same(await htmlProblems((await adviser.get(`${home}/les`)).body), []);
  t.equal((await adviser.get(`/api/v1/documents/${document}`)).statusCode, 200);
  t.match((await adviser.get('/veiledning')).body, 'Eigersund');
  t.match((await adviser.get('/min-side')).body, '/veiledning');
  const fields = { answers: { [draft.answers![0]!.id]: { value: 'x', version: 1 } } };
  const refused: Record<string, () => Promise<{ statusCode: number }>> = {
    'an answer': () => adviser.send('PATCH', `${api}/answers`, fields),
    'a file': () => adviser.upload(`${api}/documents`, [taken.png]),
    'a removal': () => adviser.send('DELETE', `/api/v1/documents/${document}`),
    'sending in': () => adviser.post(`${api}/events`, { type: 'submit', version: 0 }),
    withdrawing: () => adviser.post(`${api}/events`, { type: 'withdraw', version: 0 }),
    'a colleague': () => adviser.post(`${api}/members`, { email: 'ny@eigersund.example' }),
    'letting in': () => access(true, region, adviser),
    asking: () => adviser.post(`${api}/help`, { text: 'Hei' }),
    answering: () => adviser.post(`${home}/les`, { text: 'Hei' }),
    'who applies': () => adviser.send('PUT', `${api}/organisation`, { version: 0 }),
    history: () => adviser.get(`${home}/historikk`),
    members: () => adviser.get(`${home}/medarbeidere`),
    'the form': () => adviser.get(`${home}/del/om`),
    'the receipt': () => adviser.get(`${home}/kvittering`),
  };
  for (const [what, ask] of Object.entries(refused)) t.equal((await ask()).statusCode, 403, what);
  for (const url of addresses(other.id)) {
    const answer = await adviser.get(url.replaceAll(document, other.id));
    t.notMatch(answer.body, CANARY, url);
    t.not(answer.statusCode, 200, url);
  }
  t.equal((await adviser.get('/api/v1/nominations')).json().nominations.length, 1);
  for (const url of addresses(draft.id)) t.not((await stranger.get(url)).statusCode, 200, url);
  const letters = await db
    .selectFrom('letters')
    .selectAll()
    .where('template', '=', 'adviserAccess')
    .execute();
  t.equal(letters.length, 1);
  t.notMatch(letters[0]?.body, CANARY);
});

t.test('taken back: at once as if it had never been, but for the record', async (t) => {
  const page = await kari.get(`${home}/hjelp`);
  t.match(page.body, /Kan lese utkastet\. Tilgangen ble gitt av/);
  const [, person = ''] = /name="end" value="([^"]+)"/.exec(page.body) ?? [];
  t.equal((await stranger.post(`${home}/hjelp/veileder`, { end: person })).statusCode, 404);
  t.equal((await kari.post(`${home}/hjelp/veileder`, { end: person })).statusCode, 303);
  for (const url of [`${home}/les`, `${api}/draft`, `/api/v1/documents/${document}`])
    t.equal((await adviser.get(url)).statusCode, 404, url);
  t.match((await kari.get(`${home}/hjelp`)).body, /kunne lese utkastet fra/);
  t.equal((await kari.post(`${home}/hjelp/veileder`, { end: person })).statusCode, 404, 'once');
  const events = await db
    .selectFrom('audit_events')
    .select('event')
    .where('subject_id', '=', draft.id)
    .where('event', 'in', ['giveAccess', 'endAccess'])
    .orderBy('seq')
    .execute();
  t.same(
    events.map(({ event }) => event),
    ['giveAccess', 'endAccess'],
  );
  await t.rejects(
    db.updateTable('adviser_access').set({ ended_at: null, ended_by: null }).execute(),
    /on record/,
  );
  await t.rejects(db.deleteFrom('adviser_access').execute(), /permission denied/);
});

t.test(
  'who is adviser no longer loses the draft; who has had access is pointed at when they sit in the jury',
  async (t) => {
    const region = await regionOf('11');
    t.equal((await access(true, region.id)).statusCode, 200);
    t.equal((await adviser.get(`${api}/draft`)).statusCode, 200);
    const next = { ...veronika, adviserName: 'Nils Ny', adviserEmail: 'nils@ks.example' };
    t.equal((await change(secretary, region, { ...next, counties: region.counties })).statusCode, 200);
    t.equal((await adviser.get(`${api}/draft`)).statusCode, 404);
    await call.submit(kari, draft.id);
    await call.setClock(addDays(call.dates.closes_at, 1));
    const seen = await proposalsOf(db, call.year.id, addDays(call.dates.closes_at, 1));
    t.match(
      seen.filter(({ nominationId, rule }) => nominationId === draft.id && rule === 'advice'),
      [{ personId: call.year.people.juror.personId }],
    );
  },
);

t.test('the access ends with the work: once it is admitted there is nothing to read along', async (t) => {
  await call.setClock(call.during);
  const region = await regionOf('11');
  t.equal((await access(true, region.id)).statusCode, 200);
  const nils = await call.as('nils@ks.example');
  t.equal((await nils.get(`${api}/draft`)).statusCode, 200);
  await call.setClock(addDays(call.dates.closes_at, 1));
  t.equal((await secretary.post(`${api}/events`, { type: 'admit', version: 1 })).statusCode, 200);
  t.equal((await nils.get(`${api}/draft`)).statusCode, 404);
  t.equal((await kari.get(`${home}/hjelp`)).statusCode, 200);
  t.equal((await access(false, region.id)).statusCode, 409);
});
