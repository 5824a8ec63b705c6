/** A mailing that goes at a set time (issue 5 §2): stoppable until then, and its recipients compared once more when it goes. */
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import type { WholeBatch } from '../../../src/features/letter-batches/schema.ts';
import { addMinutes, osloFields } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';

const call = await openCall(t);
const { db, log } = call.services;
const editionId = call.year.id;
const pages = `/sekretariat/${editionId}/utsendinger`;
const secretary = await call.as('secretary@example.no');
const second = await call.as('second@example.no');
const leader = await call.as('leader@example.no');
const kari = await call.as('kari@eigersund.example');
const ola = await call.as('ola@lund.example');
await call.draft(kari, 'Eigersund');
const lund = await call.draft(ola, 'Lund', { language: 'nn' });

const words = { subject: 'Om {organisasjon}', body: 'Hei {navn}.' };
const made = async (about: string | null = null) => {
  const answer = await secretary.post(`/api/v1/editions/${editionId}/letter-batches`, {
    title: 'Utkast',
    recipients: { audience: 'applications', states: ['draft'] },
    about,
    texts: { nb: words, nn: words },
  });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<{ id: string }>().id;
};
const read = async (id: string, who = secretary) =>
  (await who.get(`/api/v1/letter-batches/${id}`)).json<WholeBatch>();
const event = (id: string, body: object, who = secretary) =>
  who.post(`/api/v1/letter-batches/${id}/events`, body);
const schedule = async (id: string, at: Date, who = secretary) => {
  const { version, recipientsHash: seen } = await read(id, who);
  return event(id, { type: 'schedule', version, seen, sendAt: at.toISOString() }, who);
};
const lettersOf = (id: string) =>
  db.selectFrom('letters').selectAll().where('batch_id', '=', id).orderBy('email').execute();
const problemOf = (answer: { json(): unknown }) =>
  (answer.json() as { type: string }).type.replace('urn:etikkprisen:problem:', '');
const later = addMinutes(call.during, 60);
const due = (at: Date) => applyDue({ db, log }, at);

t.test('it goes at its moment and not before, once, also with several servers', async (t) => {
  const id = await made();
  t.equal((await schedule(id, later)).statusCode, 200);
  t.match(await read(id), { state: 'scheduled', sendAt: later.toISOString(), scheduledBy: /./ });
  t.match((await secretary.get(`${pages}/${id}`)).body, /Går av seg selv[\s\S]*Stopp utsendingen/);
  t.match(await due(addMinutes(later, -1)), { batches: 0 });
  t.same(await lettersOf(id), []);
  const counts = await Promise.all(Array.from({ length: 4 }, () => due(later)));
  t.equal(
    counts.reduce((sum, { batches }) => sum + batches, 0),
    1,
  );
  t.same(
    (await lettersOf(id)).map(({ email }) => email),
    ['kari@eigersund.example', 'ola@lund.example'],
  );
  t.match(await read(id), { state: 'sent', sendAt: null });
});

t.test('stopped, changed or given up, it does not go', async (t) => {
  const [stopped, changed, given] = [await made(), await made(), await made()];
  for (const id of [stopped, changed, given]) t.equal((await schedule(id, later)).statusCode, 200);
  t.equal((await secretary.post(`${pages}/${stopped}/stopp`, { version: 1 })).statusCode, 303);
  t.equal(problemOf(await event(stopped, { type: 'stop', version: 2 })), 'process/not-now', 'nothing is set');
  const { recipients, about, texts } = await read(changed);
  const body = { title: 'Annet', recipients, about, texts, version: 1 };
  t.equal((await secretary.send('PUT', `/api/v1/letter-batches/${changed}`, body)).statusCode, 200);
  t.equal((await event(given, { type: 'discard', version: 1 })).statusCode, 200);
  t.match(await due(later), { batches: 0 });
  for (const id of [stopped, changed, given]) t.same(await lettersOf(id), []);
});

t.test('a moment that is past, or half written, is refused, and what was typed is kept', async (t) => {
  const id = await made();
  t.equal(problemOf(await schedule(id, call.during)), 'request/invalid');
  const { version, recipientsHash: seen } = await read(id);
  const half = await secretary.post(`${pages}/${id}/planlegg`, { version, seen, sendAt: '2026-09-01' });
  t.equal(half.statusCode, 422);
  t.match(half.body, /value="2026-09-01"/);
  const { date, time } = osloFields(later);
  const sent = { version, seen, sendAt: date, sendAtTime: time };
  t.equal((await secretary.post(`${pages}/${id}/planlegg`, sent)).statusCode, 303);
  t.match(await read(id), { state: 'scheduled' });
  await event(id, { type: 'stop', version: 1 });
});

t.test('what tells of a decision is set by somebody else than whoever wrote it', async (t) => {
  const id = await made('other');
  t.equal(problemOf(await schedule(id, later)), 'process/same-person');
  await t.rejects(
    db
      .updateTable('letter_batches')
      .set({
        send_at: later,
        scheduled_at: call.during,
        scheduled_hash: 'x',
        scheduled_by: call.year.people.secretary.personId,
      })
      .where('id', '=', id)
      .execute(),
    /two people must have read/,
  );
  t.equal((await schedule(id, later, leader)).statusCode, 200);
  await due(later);
  t.equal((await lettersOf(id)).length, 2);
});

t.test('with other recipients by then nothing goes, and whoever set it is told', async (t) => {
  const id = await made();
  await schedule(id, later);
  const gone = await ola.post(`/api/v1/nominations/${lund.id}/events`, {
    type: 'withdraw',
    version: lund.version,
  });
  t.equal(gone.statusCode, 200, gone.body);
  t.match(await due(later), { batches: 1 });
  t.same(await lettersOf(id), []);
  t.match(await read(id), { state: 'prepared', heldBack: 'othersNow', sendAt: null });
  t.match(
    (await secretary.get(`${pages}/${id}`)).body,
    /gikk ikke da tiden var inne[\s\S]*Mottakerne var blitt andre/,
  );
  const told = await db
    .selectFrom('letters')
    .select('email')
    .where('template', '=', 'batchHeldBack')
    .execute();
  t.same(told, [{ email: 'secretary@example.no' }]);
  t.match(await due(later), { batches: 0 }, 'and that is that');
});

t.test('nor when whoever set it is no secretary any more', async (t) => {
  const id = await made();
  t.equal((await schedule(id, later, second)).statusCode, 200);
  await db
    .updateTable('role_grants')
    .set({ until_at: call.during })
    .where('person_id', '=', call.year.people.second.personId as string)
    .execute();
  t.match(await due(later), { batches: 1 });
  t.same(await lettersOf(id), []);
  t.match(await read(id), { heldBack: 'right' });
});

t.test('for whoever has no part in it, it answers as one that does not exist', async (t) => {
  const id = await made();
  for (const who of [kari, await call.as('juror@example.no')]) {
    const body = { type: 'schedule', version: 0, seen: '', sendAt: later.toISOString() };
    t.equal((await event(id, body, who)).statusCode, 404);
    t.equal((await event(id, { type: 'stop', version: 0 }, who)).statusCode, 404);
  }
});
