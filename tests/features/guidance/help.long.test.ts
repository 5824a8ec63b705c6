/** Help from the secretariat: it sees a draft's text from when it is asked until the question is closed or the application sent. */
import t from 'tap';
import { openCall } from '../../helpers/applying.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { taken } from '../../helpers/samples.ts';

const CANARY = 'kanarifugl';
const call = await openCall(t);
const { db } = call.services;
const kari = await call.as('kari@eigersund.example');
const secretary = await call.as('secretary@example.no');
const leader = await call.as('leader@example.no');
const stranger = await call.as('fremmed@larvik.example');
const draft = await call.draft(kari, 'Eigersund');
await call.fillIn(kari, draft.id, CANARY);
const uploaded = await kari.upload(`/api/v1/nominations/${draft.id}/documents`, [
  { ...taken.pdf, name: `${CANARY}.pdf` },
]);
const document = uploaded.json<{ documents: { id: string }[] }>().documents[0]!.id;
const home = `/soknad/${draft.id}`;
const api = `/api/v1/nominations/${draft.id}`;
const office = `/sekretariat/${call.year.id}/hjelp`;

/** Every address of the service, filled with this application; what is posted or written to is another matter. */
const everywhere = call.app.routeTable
  .filter(({ method, url, action }) => method === 'GET' && action !== 'demo' && !/assets|logg-inn/.test(url))
  .map(({ url }) =>
    url
      .replace(/(editions|sekretariat)\/:\w+/, `$1/${call.year.id}`)
      .replace(/(documents|dokument)\/:\w+/, `$1/${document}`)
      .replace(/:(id|nominationId)/, draft.id)
      .replace(':step', 'om')
      .replace(/:\w+/g, draft.id),
  );

t.test(
  'before it is asked, the secretariat sees that there is a draft, whose and how far, and not a word of it',
  async (t) => {
    const list = await secretary.get(`/sekretariat/${call.year.id}/soknader`);
    t.match(list.body, /Eigersund[\s\S]*Utkast[\s\S]*100/);
    t.ok(everywhere.length > 100, `${everywhere.length} addresses`);
    for (const url of [...everywhere, `/sok?q=${CANARY}`, `/api/v1/search?q=${CANARY}`]) {
      const { body } = await secretary.get(url);
      t.notMatch(
        body.replaceAll(`q=${CANARY}`, '').replaceAll(`value="${CANARY}"`, '').replaceAll(`«${CANARY}»`, ''),
        `${CANARY}:`,
        url,
      );
      t.notMatch(body, `${CANARY}.pdf`, url);
    }
    t.equal((await secretary.get(`${home}/les`)).statusCode, 409);
    t.equal((await secretary.get(`/api/v1/documents/${document}`)).statusCode, 404);
    t.match((await secretary.get(office)).body, /Ingen spørsmål venter/);
  },
);

t.test('asked: it reads the draft, is told what it is about, answers, and writes nothing', async (t) => {
  const empty = await kari.post(`${home}/hjelp/sekretariatet`, { do: 'ask', text: ' ' });
  t.equal(empty.statusCode, 422);
  t.same(await htmlProblems(empty.body), []);
  const number = await kari.post(`${api}/help`, { text: 'Gjelder 13097248022' });
  t.match([number.statusCode, number.json().errors], [422, [{ field: 'text' }]]);
  for (const who of [stranger, leader])
    t.equal((await who.post(`${api}/help`, { text: 'Hei' })).statusCode, 404);
  t.equal(
    (await secretary.post(`${api}/help`, { text: 'Hei' })).statusCode,
    403,
    'nobody asks for the applicant',
  );
  const both = await Promise.all(
    [1, 2].map((i) => kari.post(`${api}/help`, { text: `Hvor langt skal det være? ${i}` })),
  );
  t.same(
    both.map(({ statusCode }) => statusCode),
    [200, 200],
  );
  const { requests } = (await kari.get(`${api}/help`)).json<{ requests: { messages: object[] }[] }>();
  t.same(
    requests.map(({ messages }) => messages.length),
    [2],
    'two at once are one request',
  );
  t.match((await secretary.get('/min-side')).body, office);
  t.match(
    (await secretary.get(office)).body,
    /Eigersund[\s\S]*Venter på svar[\s\S]*Hvor langt skal det være/,
  );
  const page = await secretary.get(`${home}/les`);
  t.match(page.body, CANARY);
  t.same(await htmlProblems(page.body), []);
  t.match((await secretary.get(`${api}/draft`)).body, CANARY);
  t.equal((await secretary.get(`/api/v1/documents/${document}`)).statusCode, 200);
  for (const [what, ask] of Object.entries({
    'an answer': () => secretary.send('PATCH', `${api}/answers`, { answers: {} }),
    'sending in': () => secretary.post(`${api}/events`, { type: 'submit', version: 0 }),
    'a file': () => secretary.upload(`${api}/documents`, [taken.png]),
    'a colleague': () => secretary.post(`${api}/members`, { email: 'ny@eigersund.example' }),
    history: () => secretary.get(`${home}/historikk`),
    closing: () => secretary.post(`${api}/help/closing`),
  }))
    t.equal((await ask()).statusCode, 403, what);
  for (const who of [leader, stranger]) t.equal((await who.get(`${home}/les`)).statusCode, 404);
  t.equal((await secretary.post(`${home}/les`, { text: 'Så kort dere vil.' })).statusCode, 303);
  t.match((await kari.get(`${home}/hjelp`)).body, /i sekretariatet[\s\S]*Så kort dere vil/);
  t.notMatch((await secretary.get('/min-side')).body, office, 'answered is no task');
  const letters = await db.selectFrom('letters').selectAll().where('template', '=', 'helpAnswered').execute();
  t.match(letters, [{ email: 'kari@eigersund.example' }]);
  t.notMatch(letters[0]?.body, /kort|Hvor langt/, 'links only (OFF-1)');
});

t.test('closed: not a word of it any more', async (t) => {
  t.equal((await kari.post(`${home}/hjelp/sekretariatet`, { do: 'close' })).statusCode, 303);
  t.equal((await secretary.get(`${home}/les`)).statusCode, 409);
  t.not((await secretary.get(`${api}/draft`)).statusCode, 200);
  t.equal((await secretary.get(`/api/v1/documents/${document}`)).statusCode, 404);
  t.not((await secretary.post(`${api}/help/answers`, { text: 'For sent' })).statusCode, 204);
  t.equal((await kari.post(`${api}/help/closing`)).statusCode, 409);
  t.match((await secretary.get(office)).body, /Ingen spørsmål venter/);
  const events = await db
    .selectFrom('audit_events')
    .select('event')
    .where('subject_id', '=', draft.id)
    .where('event', 'like', '%Help')
    .orderBy('seq')
    .execute();
  t.same(
    events.map(({ event }) => event),
    ['askHelp', 'writeHelp', 'answerHelp', 'closeHelp'],
  );
});

t.test(
  'sent in: the question is closed with it, and what is written afterwards is the applicant’s own',
  async (t) => {
    t.equal((await kari.post(`${api}/help`, { text: 'En ting til' })).statusCode, 200);
    await call.submit(kari, draft.id);
    t.match((await kari.get(`${api}/help`)).json().requests[0].closedAt, /^2026/);
    await call.fillIn(kari, draft.id, `${CANARY}-etterpå`);
    t.equal((await secretary.get(`${home}/les`)).statusCode, 409);
    t.notMatch((await secretary.get(`/sekretariat/soknad/${draft.id}`)).body, `${CANARY}-etterpå`);
    t.match((await kari.get(`${home}/hjelp`)).body, /Lukket da søknaden ble sendt inn/);
  },
);
