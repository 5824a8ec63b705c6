/** Before publication the others have their answer, once all the nominated have agreed to be named (issue 5 §2). */
import t from 'tap';
import { addMinutes } from '../../../src/platform/clock.ts';
import { publicAddresses } from '../../helpers/public-app.ts';
import { OTHER, problemOf, stable, toldYear } from '../../helpers/told-year.ts';

const text = { subject: 'Svar', body: '{organisasjon} er ikke nominert. Det blir offentlig {tid}.' };
const answer = {
  title: 'Svar til de andre',
  recipients: { audience: 'notNominated' },
  about: 'nomination',
  texts: { nb: text, nn: text },
};
const idOf = (made: { json(): unknown }) => (made.json() as { id: string }).id;

t.test('only when all have agreed, by two, to exactly the others, and once', async (t) => {
  const w = await toldYear(t);
  const other = w.year.nominations[OTHER]!;
  t.equal((await w.write({ ...answer, about: null })).statusCode, 422, 'it tells of a decision');
  t.equal((await w.write({ ...answer, about: 'winner' })).statusCode, 422, 'and of this one');
  const id = idOf(await w.write(answer));
  const send = (who = w.leader) => w.event(id, { type: 'send' }, who);
  t.equal(problemOf(await send()), 'process/not-now', 'nobody has been asked');
  await w.tell();
  for (const one of w.ids.slice(1)) await w.answer(one, 'agreed');
  const early = await send();
  t.match(early.json(), { detail: /Ikke alle de nominerte har sagt ja/ });
  await t.rejects(
    w.db
      .updateTable('letter_batches')
      .set({ sent_by: w.year.people.leader.personId, sent_at: w.now })
      .where('id', '=', id)
      .execute(),
    /not all the nominated have agreed/,
  );
  await w.answer(w.ids[0]!, 'agreed');
  t.equal(problemOf(await send(w.secretary)), 'process/same-person');

  const mine = ['/min-side', `/soknad/${other}`, `/soknad/${other}/brev`, `/api/v1/nominations/${other}`];
  const look = async () =>
    Promise.all([
      ...mine.map(async (url) => stable(await w.outsider.get(url))),
      ...publicAddresses(w.year.year).map(async (url) => stable(await w.app.inject(url))),
    ]);
  const before = await look();
  const at = addMinutes(w.now, 60);
  const set = await w.event(id, { type: 'schedule', sendAt: at.toISOString() }, w.leader);
  t.equal(set.statusCode, 200, set.body);
  await w.due(at);
  const sent = await w.db.selectFrom('letters').selectAll().where('batch_id', '=', id).execute();
  t.match(sent, [{ nomination_id: other, email: 'utenfor@example.no' }]);
  t.equal(sent.length, 1);
  t.match(sent[0]?.body, /er ikke nominert\. Det blir offentlig .*2026/);
  t.same(await look(), before, 'no page tells it before the moment');

  await (await w.publish()).approve();
  const after = addMinutes(w.dates.finalists_at, 1);
  await w.due(after);
  await w.setClock(after);
  const { state } = await w.db
    .selectFrom('nominations')
    .select('state')
    .where('id', '=', other)
    .executeTakeFirstOrThrow();
  t.equal(state, 'notSelected');
  const told = await w.db
    .selectFrom('letters')
    .select('template')
    .where('template', 'in', ['finalist', 'notSelected'])
    .execute();
  t.same(new Set(told.map(({ template }) => template)), new Set(['finalist']), 'no second answer');
  t.match(
    (await w.outsider.get(`/soknad/${other}/brev`)).body,
    /er ikke nominert/,
    'and now it stands with the others',
  );
});

t.test('it does not go when one declines before its moment', async (t) => {
  const w = await toldYear(t);
  await w.tell();
  for (const one of w.ids) await w.answer(one, 'agreed');
  const id = idOf(await w.write(answer));
  const at = addMinutes(w.now, 60);
  await w.event(id, { type: 'schedule', sendAt: at.toISOString() }, w.leader);
  await w.answer(w.ids[0]!, 'declined', { reason: 'Vi vil ikke' });
  await w.due(at);
  t.match((await w.secretary.get(`/api/v1/letter-batches/${id}`)).json(), {
    state: 'prepared',
    heldBack: 'notAgreed',
  });
  t.same(await w.db.selectFrom('letters').select('id').where('batch_id', '=', id).execute(), []);
});

t.test('a letter that did not arrive is no answer: the one of the publication goes', async (t) => {
  const w = await toldYear(t);
  await w.tell();
  for (const one of w.ids) await w.answer(one, 'agreed');
  const id = idOf(await w.write(answer));
  t.same((await w.event(id, { type: 'send' }, w.leader)).json(), { letters: 1 });
  await w.db
    .updateTable('letters')
    .set({ state: 'failed', error: '550' })
    .where('batch_id', '=', id)
    .execute();
  await (await w.publish()).approve();
  await w.due(addMinutes(w.dates.finalists_at, 1));
  const told = await w.db
    .selectFrom('letters')
    .select('email')
    .where('template', '=', 'notSelected')
    .execute();
  t.same(told, [{ email: 'utenfor@example.no' }]);
  // The first one is over: sending again what did not arrive would be a second answer, and an old one.
  const again = await w.secretary.post(`/api/v1/editions/${w.year.id}/letters/events`, {
    type: 'resendMissing',
  });
  t.same(again.json(), { queued: 0 }, again.body);
  t.match(await w.db.selectFrom('letters').select(['state', 'error']).where('batch_id', '=', id).execute(), [
    { state: 'failed', error: 'outdated' },
  ]);
});

t.test('a secretary who is out of one application sees neither the mailing nor its letters', async (t) => {
  const w = await toldYear(t);
  await w.tell();
  for (const one of w.ids) await w.answer(one, 'agreed');
  const id = idOf(await w.write(answer));
  await w.event(id, { type: 'send' }, w.leader);
  t.equal((await w.second.get(`/api/v1/letter-batches/${id}`)).statusCode, 200);
  const declared = await w.second.post(`/api/v1/nominations/${w.ids[0]}/declarations`, {
    answer: 'connection',
    grounds: ['H9'],
  });
  t.equal(declared.statusCode, 201, declared.body);
  t.equal((await w.second.get(`/api/v1/letter-batches/${id}`)).statusCode, 404);
  const outbox = async (who: typeof w.second) =>
    (await who.get(`/api/v1/editions/${w.year.id}/letters`)).body;
  t.notMatch(await outbox(w.second), 'utenfor@example.no');
  t.match(await outbox(w.secretary), 'utenfor@example.no');
  t.equal((await w.write(answer, w.second)).statusCode, 404, 'nor writes what they may not read');
});
