/** The nominated are told in confidence, agree to be named, or send the matter back to the jury (issue 5 §2). Nobody else sees a thing. */
import { sql } from 'kysely';
import t from 'tap';
import type { WholeBatch } from '../../../src/features/letter-batches/schema.ts';
import { addMinutes } from '../../../src/platform/clock.ts';
import { publicAddresses } from '../../helpers/public-app.ts';
import { FIRST, OTHER, problemOf, stable, toldYear as world } from '../../helpers/told-year.ts';
import { datesOf } from '../../helpers/year.ts';

t.test('told by a letter that another approves, once, with a link and never what it is', async (t) => {
  const { db, write, event, secretary, leader, applicant, ids, naming, year, now, due } = await world(t);
  const telling = { subject: 'Dere er nominert', body: 'Gratulerer' };
  const refused = await write({ texts: { nb: telling, nn: telling } });
  t.equal(refused.statusCode, 422);
  t.match(refused.json(), { errors: [{ field: 'texts.nb.subject', message: /ikke hva/ }] });
  t.equal((await write({ about: 'nomination' })).statusCode, 422, 'and of nothing else');
  t.equal(
    (await write({ recipients: { audience: 'applications', states: ['withJury'] } })).statusCode,
    422,
    'nobody else is told in confidence',
  );
  await t.rejects(
    sql`insert into letter_batches (edition_id, title, recipients, about, texts, prepared_by, prepared_at)
      values (${year.id}, 'X', '{"audience": "jurors", "jurors": "all"}', 'confidence', '{}', ${year.people.secretary.personId}, ${now})`.execute(
      db,
    ),
    /letter_batches_confidence/,
  );
  t.equal((await applicant.get(`/soknad/${ids[0]}/fortrolig`)).statusCode, 404, 'before the letter: nothing');
  const { id } = (await write()).json<{ id: string }>();
  t.equal(problemOf(await event(id, { type: 'send' }, secretary)), 'process/same-person');
  const at = addMinutes(now, 60);
  const set = await event(id, { type: 'schedule', sendAt: at.toISOString() }, leader);
  t.equal(set.statusCode, 200, set.body);
  t.equal((await applicant.get(`/soknad/${ids[0]}/fortrolig`)).statusCode, 404, 'nor before its moment');
  await due(at);
  const letters = await db.selectFrom('letters').selectAll().where('batch_id', '=', id).execute();
  t.equal(letters.length, 3);
  for (const { body, subject, nomination_id } of letters) {
    t.match(body, `/soknad/${nomination_id}/fortrolig`);
    t.notMatch(subject + body, /nominer|juryen har/i);
  }
  t.match(await naming(), { state: 'current', answer: null, allowedActions: ['agree', 'decline'] });
  const page = await applicant.get(`/soknad/${ids[0]}/fortrolig`);
  t.match(page.body, /Fagjuryen har nominert Ås helsehus[\s\S]*Hold det for dere selv/);
  t.match((await applicant.get(`/soknad/${ids[0]}`)).body, /Fortrolig melding om søknaden/);
  const again = (await write()).json<{ id: string }>();
  const { to } = (await leader.get(`/api/v1/letter-batches/${again.id}`)).json<WholeBatch>();
  t.same(
    to.map(({ alreadyTold }) => alreadyTold),
    [true, true, true],
  );
  t.equal(problemOf(await event(again.id, { type: 'send' }, leader)), 'process/not-now', 'and once');
});

t.test('a “no” opens the decision again, stops what was prepared, and shows nowhere', async (t) => {
  const w = await world(t);
  const { db, app, year, ids, now, dates } = w;
  await w.tell();
  await year.send('chair', now, 'decideWinner', { decision: { winner: ids[0], reason: 'Drøftet' } });
  for (const id of ids) t.equal((await w.answer(id, 'agreed')).statusCode, 200);
  await (await w.publish()).approve();
  const seen = async () =>
    Promise.all(publicAddresses(year.year).map(async (url) => (await app.inject(url)).body));
  const before = await seen();
  const said = await w.answer(ids[0]!, 'declined', { reason: 'kanarifugl-grunn' });
  t.equal(said.statusCode, 200, said.body);
  const { state } = await datesOf(db, year.id);
  t.equal(state, 'deliberating');
  const stopped = await db.selectFrom('publications').select('stopped_at').execute();
  t.ok(stopped.every(({ stopped_at }) => stopped_at !== null));
  const told = await db
    .selectFrom('letters')
    .select('email')
    .where('template', '=', 'namingDeclined')
    .orderBy('email')
    .execute();
  t.same(
    told.map(({ email }) => email),
    ['chair@example.no', 'second@example.no', 'secretary@example.no'],
  );
  t.match(await w.naming(ids[0]), { state: 'reopened', answer: 'declined', allowedActions: [] });
  t.match(await w.naming(ids[1]), { state: 'reopened', answer: 'agreed', allowedActions: [] });
  t.match((await w.applicant.get(`/soknad/${ids[1]}/fortrolig`)).body, /Juryen ser på saken på nytt/);
  t.same(await seen(), before, 'the public sees what it saw');
  await w.due(addMinutes(dates.finalists_at, 1));
  await w.setClock(addMinutes(dates.finalists_at, 1));
  t.notMatch(
    (await app.inject(`/prisen/${year.year}`)).body,
    FIRST,
    'also at the moment that had been approved',
  );
  await w.setClock(now);
  const { rows } = await sql<{
    text: string;
  }>`select coalesce(d.reason, '') || d.payload::text as text from audit_details d`.execute(db);
  t.notMatch(JSON.stringify(rows), /kanarifugl-grunn/, 'why is not in the log');

  const refused = await w.decide(ids).catch((error: unknown) => error as { type: string });
  t.match(refused, { type: 'process/unmet' }, 'the jury cannot nominate them again');
  const choice = await w.chair.get('/jury/vedtak');
  t.notMatch(choice.body, `value="${ids[0]}"`);
  t.match(choice.body, `value="${ids[1]}"`);
  await w.decide([ids[1]!, ids[2]!, year.nominations[OTHER]!]);
  await w.tell();
  t.match(await w.naming(ids[1]), { state: 'current', answer: 'agreed' }, 'a yes stands');
  t.match(await w.naming(ids[0]), { state: 'reopened' });
});

t.test('what was told in confidence changes nothing for anybody else', async (t) => {
  const w = await world(t);
  const other = w.year.nominations[OTHER]!;
  const mine = [
    '/min-side',
    `/soknad/${other}`,
    `/soknad/${other}/korrespondanse`,
    `/api/v1/nominations/${other}`,
    '/api/v1/nominations',
    '/api/v1/me',
    `/api/v1/nominations/${other}/naming`,
    `/soknad/${other}/fortrolig`,
    `/soknad/${w.ids[0]}/fortrolig`,
    `/api/v1/nominations/${w.ids[0]}/naming/picture`,
  ];
  const look = async () => ({
    outsider: await Promise.all(mine.map(async (url) => [url, stable(await w.outsider.get(url))])),
    anyone: await Promise.all(
      publicAddresses(w.year.year).map(async (url) => [url, stable(await w.app.inject(url))]),
    ),
    row: await w.db.selectFrom('nominations').selectAll().orderBy('id').execute(),
  });
  const before = await look();
  await w.tell();
  for (const id of w.ids) await w.answer(id, 'agreed');
  t.same(await look(), before, 'byte for byte; and no state, version or time of an application has moved');
  const unknown = '00000000-0000-7000-8000-000000000000';
  for (const path of [
    '/api/v1/nominations/ID/naming',
    '/soknad/ID/fortrolig',
    '/soknad/ID/fortrolig/bilde',
  ]) {
    const [own, none] = [
      await w.outsider.get(path.replace('ID', other)),
      await w.outsider.get(path.replace('ID', unknown)),
    ];
    t.equal(own.statusCode, 404);
    t.equal(
      stable(own).replaceAll(other, 'x'),
      stable(none).replaceAll(unknown, 'x'),
      'as for one that does not exist',
    );
  }
  for (const who of [w.outsider, w.applicant])
    t.ok([403, 404].includes((await who.get(`/sekretariat/${w.year.id}/nominerte`)).statusCode));
  t.equal(
    problemOf(
      await w.outsider.send('PUT', `/api/v1/nominations/${other}/naming/answer`, {
        version: 0,
        answer: 'agreed',
      }),
    ),
    'not-found',
  );
  await t.rejects(
    w.db
      .insertInto('namings')
      .values({
        nomination_id: other,
        version: 1,
        answer: 'agreed',
        answered_by: w.year.people.applicant.personId!,
        answered_at: w.now,
      })
      .execute(),
    /nobody has been told/,
    'nor does the database take an answer of somebody who was not told',
  );
});

t.test('a secretary who is out of one of them sees neither the letters nor who they are', async (t) => {
  const w = await world(t);
  const id = await w.tell();
  await w.answer(w.ids[0]!, 'agreed');
  t.equal((await w.second.get(`/sekretariat/${w.year.id}/nominerte`)).statusCode, 200);
  const declared = await w.second.post(`/api/v1/nominations/${w.ids[0]}/declarations`, {
    answer: 'connection',
    grounds: ['H9'],
  });
  t.equal(declared.statusCode, 201, declared.body);
  const list = await w.second.get(`/api/v1/editions/${w.year.id}/namings`);
  t.same(list.json(), { namings: [] }, 'half of it would tell the other half');
  t.equal((await w.second.get(`/api/v1/letter-batches/${id}`)).statusCode, 404);
  t.notMatch((await w.second.get(`/sekretariat/${w.year.id}/utsendinger`)).body, id);
  const outbox = (await w.second.get(`/api/v1/editions/${w.year.id}/letters`)).body;
  t.notMatch(outbox, /Nytt om søknaden/);
  t.match((await w.secretary.get(`/api/v1/editions/${w.year.id}/letters`)).body, /Nytt om søknaden/);
  t.equal((await w.write({}, w.second)).statusCode, 404, 'nor writes what they may not read');
  t.notMatch(
    (await w.second.get(`/sekretariat/${w.year.id}/logg`)).body,
    /takket nei|sa ja til å stå fram[\s\S]{0,200}Ås helsehus/,
  );
});

t.test('a no and an approval at once: one of them, never both', async (t) => {
  const w = await world(t);
  await w.tell();
  for (const id of w.ids) await w.answer(id, 'agreed');
  const { approve } = await w.publish();
  const [said] = await Promise.all([w.answer(w.ids[0]!, 'declined'), approve().catch(() => undefined)]);
  t.equal(said.statusCode, 200);
  const out = await w.db
    .selectFrom('publications')
    .select('id')
    .where('approved_at', 'is not', null)
    .where('stopped_at', 'is', null)
    .execute();
  t.same(out, []);
});
