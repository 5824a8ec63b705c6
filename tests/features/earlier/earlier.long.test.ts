/** Applied before: those who worked on it start from it; a stranger who picks the same name sees nothing, on any route (must show 7). */
import t from 'tap';
import { addDays } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { addressFiller, smallest } from '../../helpers/routes.ts';
import { taken } from '../../helpers/samples.ts';
import { datesOf, plannedYear } from '../../helpers/year.ts';

const CANARY = 'kanarifugl';
const call = await openCall(t);
const { db } = call.services;
const kari = await call.as('kari@eigersund.example');
const facts = { unit: `${CANARY}-enhet` };

// Eigersund: applied in 2026, and writes again in 2027, when the stranger comes.
const before = await call.sent(kari, 'Eigersund', {
  word: `${CANARY}-ifjor`,
  files: [{ ...taken.pdf, name: `${CANARY}-vedlegg.pdf` }],
  body: facts,
});
const next = await plannedYear(db, 2027);
const dates = await datesOf(db, next.id);
await next.send('secretary', addDays(dates.opens_at, -7), 'announce');
const during = addDays(dates.opens_at, 10);
await call.setClock(during);
const begin = async (person: typeof kari, body: object) => {
  const made = await person.post(`/api/v1/editions/${next.id}/nominations`, {
    kind: 'municipality',
    organisation: 'Eigersund',
    language: 'nb',
    ...body,
  });
  if (made.statusCode !== 201) throw new Error(made.body);
  return made.json() as { id: string };
};
const draft = await begin(kari, facts);
const here = `/soknad/${draft.id}/tidligere`;
const api = `/api/v1/nominations/${draft.id}/earlier`;

t.test('those who worked on it look at it and start from it; what is written stays', async (t) => {
  t.match((await kari.get(api)).json(), [{ id: before.id, year: 2026, state: 'submitted' }]);
  const page = await kari.get(here);
  t.same(await htmlProblems(page.body), []);
  t.match(page.body, `/soknad/${before.id}/innsendt`);
  t.equal((await kari.get(`/soknad/${before.id}/innsendt`)).statusCode, 200);
  t.match((await kari.get(`/soknad/${draft.id}`)).body, here);
  type Answers = { id: string; label: string; kind: string; value: string; version: number }[];
  const answers = async () => (await kari.get(`/api/v1/nominations/${draft.id}`)).json().answers as Answers;
  const own = (await answers()).find(({ kind }) => kind === 'text');
  await kari.send('PATCH', `/api/v1/nominations/${draft.id}/answers`, {
    answers: { [own?.id ?? '']: { value: 'Skrevet i år', version: 0 } },
  });
  const done = await kari.post(here, { from: before.id });
  t.equal(done.statusCode, 303);
  const told = await kari.get(String(done.headers.location));
  t.match(told.body, /svar er kopiert[\s\S]*Ett svar passet ikke/);
  for (const { id, kind, value, label } of await answers()) {
    if (id === own?.id) t.equal(value, 'Skrevet i år');
    else if (kind === 'text' || kind === 'line') t.match(value, `${CANARY}-ifjor: ${label}`);
    else t.equal(value, '', 'ticks are said anew each year');
  }
  t.match((await kari.post(api, { from: before.id })).json(), { copied: 0 }, 'a second time changes nothing');
  t.equal((await kari.post(api, { from: draft.id })).statusCode, 404, 'this year is not earlier');
  const sentences = (await kari.get(`/api/v1/nominations/${before.id}/submission`)).body;
  t.match(sentences, `${CANARY}-ifjor`, 'the earlier one is as it was');
});

t.test('a colleague who joins this year’s draft does not get the earlier ones with it', async (t) => {
  await kari.post(`/api/v1/nominations/${draft.id}/members`, { email: 'ny@eigersund.example' });
  const fresh = await call.as('ny@eigersund.example');
  t.equal((await fresh.get(`/soknad/${draft.id}`)).statusCode, 200);
  t.same((await fresh.get(api)).json(), []);
  t.equal((await fresh.post(api, { from: before.id })).statusCode, 404);
  t.equal((await fresh.get(`/soknad/${before.id}/innsendt`)).statusCode, 404);
});

t.test('a stranger who picks "Eigersund" sees nothing of it on any route (must show 7)', async (t) => {
  const stranger = await call.as('fremmed@sted.example');
  const own = await begin(stranger, { unit: 'min egen' });
  await stranger.post('/soknad/bli-med', { kind: 'municipality', organisation: 'Eigersund', message: 'Hei' });
  t.same((await stranger.get(`/api/v1/nominations/${own.id}/earlier`)).json(), []);
  t.equal(
    (await stranger.post(`/api/v1/nominations/${own.id}/earlier`, { from: before.id })).statusCode,
    404,
  );
  t.notMatch((await stranger.get(`/soknad/${own.id}`)).body, /\/tidligere"/, 'not even that there are any');

  const victims = [before.id, draft.id];
  const documents = await db.selectFrom('documents').select('id').execute();
  const fill = addressFiller(db);
  const routes = call.app.routeTable.filter(
    ({ url, action, method }) =>
      method !== 'HEAD' && method !== 'OPTIONS' && action !== 'demo' && !url.includes('*'),
  );
  let asked = 0;
  const leaks: string[] = [];
  for (const { method, url } of routes) {
    const addresses = new Set([await fill(url, 'stored')]);
    // Whatever stands for an application or a document is theirs, each in turn; and once the stranger's own.
    for (const id of [...victims, own.id])
      addresses.add(
        (
          await fill(url.replace(/(soknad|nominations|resultat|begrunnelser)\/:\w+/g, '$1/@@'), 'stored')
        ).replaceAll('@@', id),
      );
    for (const { id } of documents)
      addresses.add(
        (await fill(url.replace(/(dokument|documents)\/:\w+/g, '$1/@@'), 'stored')).replaceAll('@@', id),
      );
    for (const address of addresses) {
      if (/logg-ut|session|sprak/.test(address)) continue;
      const answer = await ask(address, method);
      asked++;
      if (answer.statusCode >= 500) leaks.push(`${answer.statusCode} ${method} ${address}`);
      if (answer.body.includes(CANARY) || JSON.stringify(answer.headers).includes(CANARY))
        leaks.push(`${method} ${address}`);
    }
  }
  t.same(leaks, [], `${asked} requests on ${routes.length} routes`);
  t.ok(asked > 300);
  const mail = await db
    .selectFrom('letters')
    .select(['body', 'subject'])
    .where('email', 'like', 'fremmed%')
    .execute();
  t.notMatch(JSON.stringify(mail), CANARY);
  // The canary is there to be found: those who may read it, do.
  t.match((await kari.get(`/soknad/${draft.id}/forhandsvis`)).body, CANARY);

  function ask(address: string, method: string) {
    if (method === 'GET') return stranger.get(address);
    const body = {
      ...(smallest({ type: 'object' }) as object),
      from: before.id,
      version: 0,
      organisation: 'Eigersund',
      kind: 'municipality',
    };
    return address.startsWith('/api/')
      ? stranger.send(method as 'PUT' | 'PATCH' | 'DELETE', address, body)
      : stranger.post(address, body);
  }
});
