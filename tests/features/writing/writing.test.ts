/** Writing together: only another's words are in the way, nobody's disappear, and the history brings them back. */
import t from 'tap';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import { playground, type Client } from '../../helpers/client.ts';
import { signIn, visitor } from '../../helpers/personas.ts';
import { plannedYear } from '../../helpers/year.ts';

const play = await playground(t);
const { db } = play.services;
const year = await plannedYear(db);
const { opens_at, closes_at } = await db
  .selectFrom('editions')
  .select(['opens_at', 'closes_at'])
  .where('id', '=', year.id)
  .executeTakeFirstOrThrow();
await year.send('secretary', addDays(opens_at, -7), 'announce');
const during = addDays(opens_at, 10);
await play.setClock(during);

interface Answer {
  id: string;
  kind: string;
  section: string;
  label: string;
  value: string;
  version: number;
}
interface Revision {
  id: string;
  kind: string;
  by: string;
  section: string;
  fields: string[];
}
/** Two who write one application. */
async function pair(name: string) {
  const kari = await play.as(`kari@${name}.example`);
  const nils = await play.as(`nils@${name}.example`);
  const made = await kari.post(`/api/v1/editions/${year.id}/nominations`, {
    kind: 'enterprise',
    organisation: name,
    language: 'nb',
  });
  const { id, answers } = made.json<{ id: string; answers: Answer[] }>();
  await kari.post(`/api/v1/nominations/${id}/members`, { email: `nils@${name}.example` });
  const url = `/api/v1/nominations/${id}`;
  const save = (who: Client, field: string, value: string, version: number) =>
    who.send('PATCH', `${url}/answers`, { answers: { [field]: { value, version } } });
  const values = async () =>
    new Map((await kari.get(url)).json<{ answers: Answer[] }>().answers.map((each) => [each.id, each]));
  const history = async () =>
    (await kari.get(`${url}/revisions`)).json<{ revisions: Revision[] }>().revisions;
  const texts = async (revision: string) =>
    (await kari.get(`${url}/revisions/${revision}`)).json<{ answers: Record<string, string> }>().answers;
  const [contact, summary] = answers as [Answer, Answer];
  return { kari, nils, id, url, answers, contact, summary, save, values, history, texts };
}
const problemOf = (answer: { json(): unknown }) =>
  (answer.json() as { type: string }).type.replace('urn:etikkprisen:problem:', '');

t.test(
  'one person’s two devices never conflict: the latest counts, the earlier text is in the history',
  async (t) => {
    const { kari, summary, save, values, history, texts } = await pair('enheter');
    t.equal((await save(kari, summary.id, 'Fra telefonen', 0)).statusCode, 200);
    t.equal(
      (await save(kari, summary.id, 'Fra PC-en', 0)).statusCode,
      200,
      'the PC has never seen the phone',
    );
    t.match((await values()).get(summary.id), { value: 'Fra PC-en', version: 2 });
    const kept = (await history()).find(({ kind }) => kind === 'conflict');
    t.same(await texts(kept?.id ?? ''), { [summary.id]: 'Fra telefonen' });
  },
);

t.test('another’s text is in the way also when one’s own other device has written since', async (t) => {
  const { kari, nils, summary, save, values } = await pair('mellom');
  await save(kari, summary.id, 'Kari 1', 0);
  await save(nils, summary.id, 'Nils 2', 1);
  await save(kari, summary.id, 'Kari 3, har sett Nils', 2);
  const old = await save(kari, summary.id, 'Kari på en enhet som ikke har sett Nils', 1);
  t.equal(problemOf(old), 'conflict/version');
  t.match((await values()).get(summary.id), { value: 'Kari 3, har sett Nils', version: 3 });
  t.equal((await save(kari, summary.id, 'Kari på en enhet som har sett Nils', 2)).statusCode, 200);
});

t.test('a refused text is in the history before anybody chooses; both texts are told', async (t) => {
  const { kari, nils, summary, save, history, texts, values } = await pair('kollisjon');
  await save(kari, summary.id, 'Karis tekst', 0);
  for (const text of ['Nils sin', 'Nils sin tekst']) {
    const refused = await save(nils, summary.id, text, 0);
    t.match(refused.json(), {
      status: 409,
      params: { fields: [{ field: summary.id, value: 'Karis tekst', version: 1, updatedBy: /^kari@/ }] },
    });
  }
  const conflicts = (await history()).filter(({ kind }) => kind === 'conflict');
  t.equal(conflicts.length, 1, 'one a person and part in five minutes, however often it is tried');
  t.same(await texts(conflicts[0]?.id ?? ''), { [summary.id]: 'Nils sin tekst' });
  t.match((await values()).get(summary.id), { value: 'Karis tekst', version: 1 });
});

t.test('one revision a person and part in five minutes, none in the audit log', async (t) => {
  const { kari, nils, id, answers, contact, summary, save, history } = await pair('steg');
  const events = async () =>
    (await db.selectFrom('audit_events').select('id').where('subject_id', '=', id).execute()).length;
  const before = await events();
  const criterion = answers.find(({ section }) => section === 'criteria') as Answer;
  for (let version = 0; version < 10; version++) {
    await play.setClock(addMinutes(during, version / 3));
    t.equal((await save(kari, summary.id, `Tekst ${version}`, version)).statusCode, 200);
  }
  t.same(
    (await history()).map(({ kind }) => kind),
    ['writing'],
  );
  await save(nils, contact.id, 'Nils', 0);
  await save(kari, criterion.id, 'En annen del', 0);
  t.equal((await history()).length, 3);
  await play.setClock(addMinutes(during, 5.1));
  await save(kari, summary.id, 'Fem minutter senere', 10);
  t.equal((await history()).length, 4);
  t.equal(await events(), before);
  await play.setClock(during);
});

t.test('writing over another’s words begins a new step, so that both stay', async (t) => {
  const { kari, nils, summary, save, history, texts } = await pair('over');
  await save(kari, summary.id, 'Karis første', 0);
  await save(nils, summary.id, 'Nils tok det bort', 1);
  await save(kari, summary.id, 'Karis andre', 2);
  const all = await Promise.all((await history()).map(async ({ id }) => (await texts(id))[summary.id]));
  t.same(new Set(all), new Set(['Karis første', 'Nils tok det bort', 'Karis andre']));
});

t.test('bringing back is a change like any other, and can be undone', async (t) => {
  const { kari, nils, url, summary, save, history, values } = await pair('tilbake');
  await save(kari, summary.id, 'Den gode teksten', 0);
  await play.setClock(addMinutes(during, 10));
  await save(kari, summary.id, '', 1);
  const good = (await history()).at(-1) as Revision;
  const restore = (who: Client, revision: string, version: number) =>
    who.post(`${url}/revisions/${revision}/restore`, { versions: { [summary.id]: version } });
  t.equal((await restore(kari, good.id, 2)).statusCode, 200);
  t.match((await values()).get(summary.id), { value: 'Den gode teksten', version: 3 });
  const before = (await history()).find(({ kind }) => kind === 'restore') as Revision;
  t.equal((await restore(kari, before.id, 3)).statusCode, 200);
  t.equal((await values()).get(summary.id)?.value, '', 'undone');
  await save(kari, summary.id, 'Kari igjen', 4);
  t.equal(
    problemOf(await restore(nils, good.id, 2)),
    'conflict/version',
    'Kari has written since it was shown',
  );
  const stranger = await play.as('fremmed@example.no');
  for (const answer of [
    await stranger.get(`${url}/revisions`),
    await stranger.get(`${url}/revisions/${good.id}`),
    await restore(stranger, good.id, 1),
    await stranger.post(`${url}/presence`, { section: 'about' }),
    await (await play.as('secretary@example.no')).get(`${url}/revisions/${good.id}`),
  ]) {
    t.match([403, 404].includes(answer.statusCode), true);
    t.notMatch(answer.body, 'Den gode teksten');
  }
  const other = await pair('annen');
  t.equal((await other.kari.get(`${other.url}/revisions/${good.id}`)).statusCode, 404);
  await play.setClock(during);
});

t.test('who is here and what has changed; asking keeps nobody signed in', async (t) => {
  const { kari, nils, url, contact, summary, save } = await pair('naerver');
  const here = (who: Client, body: object) => who.post(`${url}/presence`, { section: 'about', ...body });
  t.same((await here(kari, { field: summary.id })).json(), { others: [], changes: [], open: true });
  await save(kari, summary.id, 'Ny tekst', 0);
  const seen = await here(nils, { versions: { [summary.id]: 0, [contact.id]: 0 } });
  t.match(seen.json(), {
    others: [{ name: 'kari@naerver.example', section: 'about', field: summary.id }],
    changes: [{ field: summary.id, value: 'Ny tekst', version: 1, own: false }],
  });
  t.same((await here(nils, { versions: { [summary.id]: 1 } })).json().changes, []);
  const members = (await kari.get(`${url}/members`)).json<{ members: { id: string; email: string }[] }>()
    .members;
  const nilsId = members.find(({ email }) => email.startsWith('nils'))?.id ?? '';
  await kari.send('DELETE', `${url}/members/${nilsId}`);
  t.equal((await here(nils, {})).statusCode, 404);
  t.same((await here(kari, {})).json().others, [], 'who is no longer in it is not here');
});

t.test('a page that another person opened does not save in one’s own name', async (t) => {
  const { kari, url, summary, nils, values } = await pair('navn');
  const me = (await nils.get('/api/v1/me')).json<{ id: string }>().id;
  const body = { answers: { [summary.id]: { value: 'Ikke Karis', version: 0 } } };
  const wrong = await kari.send('PATCH', `${url}/answers`, body, { 'x-signed-in-as': me });
  t.equal(wrong.statusCode, 401);
  t.equal((await values()).get(summary.id)?.value, '');
});

t.test('what was sent in is a step of the history', async (t) => {
  const { kari, url, answers, history } = await pair('innsendt');
  const changes = Object.fromEntries(
    answers.map(({ id, kind }) => [id, { value: kind === 'tick' ? 'yes' : 'Vi øver.', version: 0 }]),
  );
  t.equal((await kari.send('PATCH', `${url}/answers`, { answers: changes })).statusCode, 200);
  t.equal((await kari.post(`${url}/events`, { type: 'submit', version: 0 })).statusCode, 200);
  const sent = (await history()).filter(({ kind }) => kind === 'submission');
  t.same(sent.map(({ section }) => section).toSorted(), ['about', 'approval', 'criteria', 'extra', 'facts']);
});

t.test('tables and choices: kept in order, added up, read by the jury in words', async (t) => {
  const { kari, url, answers, save, values } = await pair('tabell');
  const [departments, , methods] = answers.filter(({ section }) => section === 'facts') as [
    Answer,
    Answer,
    Answer,
  ];
  const rows = [
    { advisers: '2', department: 'Sør' },
    {},
    { department: 'Nord', advisers: '1 200' },
    { department: 'Øst', advisers: 'flere' },
  ];
  t.equal((await save(kari, departments.id, JSON.stringify(rows), 0)).statusCode, 200);
  t.equal(
    (await values()).get(departments.id)?.value,
    '[{"department":"Sør","advisers":2},{"department":"Nord","advisers":1200},{"department":"Øst","advisers":"flere"}]',
  );
  t.equal(
    (await save(kari, departments.id, 'Sør\t2\nNord\t3', 1)).statusCode,
    200,
    'rows from a spreadsheet',
  );
  t.equal(
    (await values()).get(departments.id)?.value,
    '[{"department":"Sør","advisers":2},{"department":"Nord","advisers":3}]',
  );
  const chosen = JSON.stringify({ chosen: ['etikk-kort', 'sme'], other: ' Egne  spill\u202e ' });
  t.equal((await save(kari, methods.id, chosen, 0)).statusCode, 200);
  t.equal((await values()).get(methods.id)?.value, '{"chosen":["sme","etikk-kort"],"other":"Egne spill"}');
  for (const bad of [
    '[1]',
    '[{"nope":"x"}]',
    JSON.stringify(Array.from({ length: 101 }, () => ({ department: 'x' }))),
    JSON.stringify([{ department: 'x'.repeat(201) }]),
  ]) {
    const refused = await save(kari, departments.id, bad, 2);
    t.match([refused.statusCode, refused.json().errors[0].field], [422, departments.id], bad.slice(0, 20));
  }
  t.equal((await save(kari, methods.id, '{"chosen":["ukjent"]}', 1)).statusCode, 422);
  t.match(
    (await kari.get(`/soknad/${url.split('/').at(-1)}/send-inn`)).body,
    /<td class="ep-number">5<\/td>[\s\S]*SME-modellen[\s\S]*Egne spill/,
  );
});

t.test(
  'after the deadline nothing is saved or brought back, and nobody’s text is told to others',
  async (t) => {
    const { kari, url, summary, save, history } = await pair('frist');
    await save(kari, summary.id, 'Før fristen', 0);
    const [step] = (await history()) as [Revision];
    await play.setClock(closes_at);
    t.equal(problemOf(await save(kari, summary.id, 'Etter', 1)), 'nomination/deadline-passed');
    t.equal(
      problemOf(await kari.post(`${url}/revisions/${step.id}/restore`, { versions: { [summary.id]: 1 } })),
      'nomination/deadline-passed',
    );
    t.match((await kari.post(`${url}/presence`, { section: 'about' })).json(), { open: false });
    await play.setClock(during);
  },
);

t.test('an open page does not keep anybody signed in; typing does', async (t) => {
  const { id, url, summary } = await pair('okt');
  const { personId, headers } = await signIn(play, 'kari@okt.example');
  const seen = async () =>
    (
      await db
        .selectFrom('sessions')
        .select('seen_at')
        .where('person_id', '=', personId)
        .executeTakeFirstOrThrow()
    ).seen_at;
  const old = addMinutes(await seen(), -60);
  await db.updateTable('sessions').set({ seen_at: old }).where('person_id', '=', personId).execute();
  const payload = { section: 'about' };
  const asked = await play.app.inject({ method: 'POST', url: `${url}/presence`, headers, payload });
  t.equal(asked.statusCode, 200);
  t.same(await seen(), old);
  const answers = { [summary.id]: { value: 'Skrevet', version: 0 } };
  await play.app.inject({ method: 'PATCH', url: `${url}/answers`, headers, payload: { answers } });
  t.ok((await seen()) > old);
  t.match(
    (await play.app.inject({ url: `/soknad/${id}/medarbeidere`, headers })).body,
    'Har ikke åpnet søknaden ennå',
  );
});

t.test('handing over: the colleague is in, the one who hands over is out, nothing is lost', async (t) => {
  const { kari, id, summary, save } = await pair('overlat');
  await save(kari, summary.id, 'Skrevet av Kari', 0);
  const page = `/soknad/${id}/medarbeidere`;
  const self = await kari.post(page, { email: 'kari@overlat.example', leave: 'yes' });
  t.equal(self.statusCode, 409, 'not to oneself');
  const done = await kari.post(page, { email: 'ny@overlat.example', leave: 'yes' });
  t.match([done.statusCode, done.headers.location], [303, '/min-side']);
  t.equal((await kari.get(`/soknad/${id}`)).statusCode, 404);
  const next = await play.as('ny@overlat.example');
  t.match((await next.get(`/soknad/${id}/del/om`)).body, 'Skrevet av Kari');
  t.match((await next.get(`/soknad/${id}/historikk`)).body, 'kari@overlat.example skrev');
});

t.test('a shared machine is asked about at the door and remembered until it is told otherwise', async (t) => {
  const browser = visitor(play);
  const form = { email: 'kari@maskin.example', asked: 'yes' };
  await browser.post('/logg-inn', { ...form, shared: 'yes' });
  t.equal(browser.cookies.get('delt'), '1');
  t.match((await browser.get('/logg-inn')).body, /name="shared" value="yes" checked/);
  await browser.post('/logg-inn', { email: 'kari@maskin.example' });
  t.equal(browser.cookies.get('delt'), '1', 'asking for a new letter does not ask again');
  await browser.post('/logg-inn', form);
  t.equal(browser.cookies.has('delt'), false);
  await browser.post('/maskin', { shared: 'yes', til: '//ond.example' });
  t.equal(browser.cookies.get('delt'), '1');
});
