/** The thread of an application: every letter to those who work on it with its state, and what the secretariat filed for itself. */
import { parseHTML } from 'linkedom';
import t from 'tap';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import type { ThreadItem } from '../../../src/features/contacts/schema.ts';
import { openCall } from '../../helpers/applying.ts';

const call = await openCall(t);
const { db } = call.services;
const secretary = await call.as('secretary@example.no');
const kari = await call.as('kari@eigersund.example');
const ola = await call.as('ola@lund.example');
const application = await call.sent(kari, 'Eigersund');
await call.sent(ola, 'Lund');
const api = `/api/v1/nominations/${application.id}`;
const office = `/sekretariat/soknad/${application.id}/kontakt`;
const CANARY = 'kanarifugl-på-telefonen';
const call_ = {
  kind: 'call',
  withWhom: 'Kari Nordmann',
  text: CANARY,
  happenedAt: addMinutes(call.during, -30).toISOString(),
};
const thread = async (who = secretary) =>
  (await who.get(`${api}/thread`)).json<{ items: ThreadItem[] }>().items;

t.test('the applicant sees every letter with what became of it, and nothing of what was filed', async (t) => {
  t.equal((await secretary.post(`${api}/contacts`, call_)).statusCode, 201);
  t.match(await thread(kari), [
    { kind: 'letter', subject: /^Kvittering/, state: 'queued', text: /Kvitteringsnummer/ },
  ]);
  await db
    .updateTable('letters')
    .set({ state: 'failed', error: '550' })
    .where('nomination_id', '=', application.id)
    .execute();
  const page = await kari.get(`/soknad/${application.id}/brev`);
  t.equal(page.statusCode, 200);
  t.match(page.body, /Ikke levert[\s\S]*Kvittering/);
  for (const url of [`/soknad/${application.id}/brev`, `${api}/thread`, `/soknad/${application.id}`])
    t.notMatch((await kari.get(url)).body, CANARY, url);
});

t.test('letters to the jury about an application are none of the applicant', async (t) => {
  await db
    .insertInto('letters')
    .values({
      key: 'secret',
      template: 'conflictToDecide',
      language: 'nb',
      edition_id: call.year.id,
      nomination_id: application.id,
      person_id: call.year.people.chair.personId,
      email: 'chair@example.no',
      subject: 'Hemmelig habilitet',
      body: 'Hemmelig',
      created_at: call.during,
    })
    .execute();
  for (const who of [kari, secretary]) t.notMatch(JSON.stringify(await thread(who)), /Hemmelig/);
});

t.test('the secretariat sees both, the newest first, and files by page and by API', async (t) => {
  t.same(
    (await thread()).map(({ kind }) => kind),
    ['letter', 'call'],
  );
  const form = {
    kind: 'mail',
    withWhom: 'post@eigersund.example',
    text: 'De spør om frist',
    happened: '2026-05-20',
    happenedTime: '09:00',
  };
  const filed = await secretary.post(office, form);
  t.equal(filed.statusCode, 303);
  const { document } = parseHTML((await secretary.get(office)).body);
  t.match(document.querySelector('#traad')?.textContent, /post@eigersund\.example[\s\S]*De spør om frist/);
  const logged = await db
    .selectFrom('audit_events')
    .select('event')
    .where('event', '=', 'fileContact')
    .execute();
  t.equal(logged.length, 2);
});

t.test('what has not happened, or names nobody, is refused and kept in the form', async (t) => {
  const later = await secretary.post(`${api}/contacts`, {
    ...call_,
    happenedAt: addDays(call.during, 1).toISOString(),
  });
  t.match(later.json(), { errors: [{ field: 'happened' }] });
  const nobody = await secretary.post(office, {
    kind: 'call',
    text: 'Dette skrev jeg',
    happened: '2026-05-20',
    happenedTime: '09:00',
  });
  t.equal(nobody.statusCode, 422);
  t.match(nobody.body, /Skriv hvem det var[\s\S]*Dette skrev jeg/);
  const { body, statusCode } = await secretary.post(office, {
    kind: 'note',
    text: 'Notatet',
    happened: 'i går',
    happenedTime: '09:00',
  });
  t.equal(statusCode, 422);
  t.match(body, 'i går');
  t.equal(
    (await secretary.post(`${api}/contacts`, { ...call_, kind: 'note', withWhom: '' })).statusCode,
    201,
  );
});

t.test(
  'what was filed by mistake is struck out: that it was there stays, what it said does not show',
  async (t) => {
    const wrong = (await thread()).find(({ text }) => text === CANARY);
    t.ok(wrong);
    const strike = (who = secretary) => who.post(`/api/v1/contacts/${wrong!.id}/strike`);
    t.equal((await strike(kari)).statusCode, 403);
    t.equal((await strike(ola)).statusCode, 404);
    t.equal((await strike()).statusCode, 204);
    t.equal((await strike()).statusCode, 409, 'once');
    t.match(
      (await thread()).find(({ id }) => id === wrong!.id),
      { text: null, struckAt: /Z$/ },
    );
    await t.rejects(db.updateTable('contacts').set({ text: 'Noe annet' }).execute(), /never rewritten/);
  },
);

t.test('others get the answer of what does not exist, and a secretary in conflict nothing', async (t) => {
  const unknown = (await ola.get('/api/v1/nominations/00000000-0000-4000-8000-000000000000/thread')).json();
  const foreign = (await ola.get(`${api}/thread`)).json();
  t.same({ ...foreign, requestId: '' }, { ...unknown, requestId: '' });
  t.equal((await ola.get(`/soknad/${application.id}/brev`)).statusCode, 404);
  t.equal((await kari.get(office)).statusCode, 404);
  t.equal((await kari.post(`${api}/contacts`, call_)).statusCode, 403);
  const declared = await secretary.post(`${api}/declarations`, { answer: 'connection', grounds: ['H1'] });
  t.equal(declared.statusCode, 201, declared.body);
  t.equal((await secretary.get(`${api}/thread`)).statusCode, 403);
  t.equal((await secretary.get(office)).statusCode, 403);
  t.same(call.errors, []);
});
