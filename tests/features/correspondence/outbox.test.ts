/** The outbox as the secretariat sees it: looking changes nothing, and sending again is a person's decision. */
import { parseHTML } from 'linkedom';
import { sql } from 'kysely';
import t from 'tap';
import { seed } from '../../../src/features/seed/index.ts';
import { openPool } from '../../../src/platform/db/open.ts';
import { startBackgroundWork } from '../../../src/worker.ts';
import { bearer, testApp } from '../../helpers/app.ts';
import { joinCluster } from '../../helpers/cluster.ts';
import { signIn } from '../../helpers/personas.ts';

const world = await testApp(t);
const { app, services, errors } = world;
const { db } = services;
await seed(services, { kind: 'demo' });
const { id: editionId } = await db.selectFrom('editions').select('id').executeTakeFirstOrThrow();
const page = `/sekretariat/${editionId}/brev`;
const secretary = await signIn(world, 'sekretariat@etikkprisen.example');
const get = async (url: string) => {
  const answer = await app.inject({ url, headers: secretary.headers });
  return { status: answer.statusCode, document: parseHTML(answer.body).document };
};
const count = async () =>
  (
    await sql<{
      all: string;
    }>`select md5(string_agg(l::text, '|' order by id)) || (select count(*) from audit_events) as all from letters l`.execute(
      db,
    )
  ).rows[0]?.all;
const stuck = async (email: string, state: 'failed' | 'unknown', error: string) => {
  const { id } = await db
    .selectFrom('letters')
    .select('id')
    .where('email', '=', email)
    .where('edition_id', 'is not', null)
    .executeTakeFirstOrThrow();
  await db.updateTable('letters').set({ state, error }).where('id', '=', id).execute();
  return id;
};
const resend = (id: string, headers: Record<string, string>) =>
  app.inject({ method: 'POST', url: `${page}/${id}/send`, headers });

t.test('every letter with its state; filtered by it; a page at a time', async (t) => {
  await sql`insert into letters (key, template, language, edition_id, email, subject, body, state, created_at)
    select 'extra:' || n, 'admitted', 'nb', ${editionId}, n || '@kommune.example', 'Emne', 'Tekst', 'queued', now() from generate_series(1, 20) n`.execute(
    db,
  );
  const before = await count();
  const all = await get(page);
  t.equal(all.status, 200);
  t.equal(all.document.querySelectorAll('tbody tr').length, 50);
  t.match(all.document.querySelector('nav[aria-label="Sider"]')?.textContent, 'Side 1 av');
  const second = await get(`${page}?page=2`);
  t.ok(second.document.querySelectorAll('tbody tr').length > 0);
  t.equal(
    (await get(`${page}?state=sent`)).document.querySelectorAll('tbody tr').length,
    0,
    'no worker has run',
  );
  t.equal((await get(`${page}?page=x`)).status, 422);
  t.equal(await count(), before, 'looking changes nothing');
});

t.test('the worker of the demonstration: the outbox is the mailbox', async (t) => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const pool = openPool((await joinCluster())('app', rows[0]?.name ?? ''));
  const work = await startBackgroundWork(services, pool, 200);
  for (let i = 0; i < 100; i++) {
    if (i === 0)
      await sql`update letters set state = 'sent', sent_at = now() where key like 'extra:%'`.execute(db);
    const left = await db
      .selectFrom('letters')
      .select('id')
      .where('state', '<>', 'sent')
      .limit(1)
      .executeTakeFirst();
    if (!left) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await work.stop();
  await pool.end();
  t.same(await db.selectFrom('letters').select('state').distinct().execute(), [{ state: 'sent' }]);
});

t.test('a letter that is stuck says why, and is sent again when a person says so', async (t) => {
  const failed = await stuck('hanne.oppegaard@ringerike.example', 'failed', '550 No such user');
  const unknown = await stuck('solveig.breivik@hadsel.example', 'unknown', 'Connection closed unexpectedly');
  const { document } = await get(`${page}?state=failed`);
  t.match(document.querySelector('tbody')?.textContent, '550 No such user');
  t.ok(document.querySelector(`a[href="${page}/${failed}"]`), 'leads to what can be done');
  const own = await get(`${page}/${failed}`);
  t.equal(
    own.document.querySelector('#field-email')?.getAttribute('value'),
    'hanne.oppegaard@ringerike.example',
  );
  t.match(own.document.querySelector('#tekst')?.textContent, '/soknad/', 'what it said');
  t.match(
    (await get(`${page}?state=unknown`)).document.querySelector('tbody')?.textContent,
    'kan det komme to like',
  );

  const applicant = await signIn(world, 'hanne.oppegaard@ringerike.example');
  t.equal((await resend(failed, applicant.headers)).statusCode, 404, 'not for others');
  t.equal((await resend('00000000-0000-4000-8000-000000000000', secretary.headers)).statusCode, 404);
  const sent = await resend(failed, secretary.headers);
  t.equal(sent.statusCode, 303);
  t.match(
    (await get(String(sent.headers.location))).document.querySelector('[role="status"]')?.textContent,
    'lagt i kø på nytt',
  );
  t.match(
    await db.selectFrom('letters').select(['state', 'error']).where('id', '=', failed).executeTakeFirst(),
    { state: 'queued', error: null },
  );
  t.equal((await resend(failed, secretary.headers)).statusCode, 409, 'a double click sends once');
  t.equal(
    (await sql`select from graphile_worker.jobs where key = ${`letter:${failed}`}`.execute(db)).rows.length,
    1,
  );
  const logged = await sql<{
    name: string;
  }>`select d.actor_name as name from audit_events a join audit_details d on d.event_id = a.id where a.event = 'resend'`.execute(
    db,
  );
  t.same(logged.rows, [{ name: 'Ingeborg Aashagen' }]);

  const headers = await bearer(app, 'sekretariat@etikkprisen.example');
  const { letters, total } = (
    await app.inject({ url: `/api/v1/editions/${editionId}/letters?state=unknown`, headers })
  ).json();
  t.equal(total, 1);
  t.match(letters, [
    { id: unknown, to: 'solveig.breivik@hadsel.example', state: 'unknown', error: /closed/ },
  ]);
  t.notOk('body' in letters[0], 'the list does not show what letters say');
  const event = (id: string, payload: object) =>
    app.inject({ method: 'POST', url: `/api/v1/letters/${id}/events`, headers, payload });
  t.equal((await event(unknown, { type: 'resend' })).statusCode, 204);
  t.equal((await event(unknown, { type: 'resend' })).statusCode, 409);
  t.equal((await event(unknown, { type: 'send' })).statusCode, 422);
});

t.test('a letter that came back is noted, and goes to the right address', async (t) => {
  const { id } = await db
    .selectFrom('letters')
    .select('id')
    .where('state', '=', 'sent')
    .where('nomination_id', 'is not', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  const post = (url: string, form: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: `${page}/${id}/${url}`,
      headers: { ...secretary.headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });
  t.equal((await resend(id, secretary.headers)).statusCode, 409, 'what was delivered is not sent again');
  t.equal((await post('retur', { reason: '' })).statusCode, 422);
  t.equal((await post('retur', { reason: 'Postkassen er full.' })).statusCode, 303);
  const shown = (await get(`${page}/${id}`)).document;
  t.match(shown.querySelector('dl')?.textContent, /Ikke levert[\s\S]*kom i retur[\s\S]*Postkassen er full/);
  t.equal((await post('retur', { reason: 'En gang til' })).statusCode, 409);
  const wrong = await post('send', { email: 'ikke en adresse' });
  t.equal(wrong.statusCode, 422);
  t.match(wrong.body, 'value="ikke en adresse"', 'what was typed is kept');
  t.equal((await post('send', { email: 'Ny.Adresse@kommune.example' })).statusCode, 303);
  t.match(await db.selectFrom('letters').selectAll().where('id', '=', id).executeTakeFirst(), {
    state: 'queued',
    email: 'ny.adresse@kommune.example',
    returned_at: null,
    sent_at: null,
  });
});

t.test('a letter whose recipient has been forgotten is not brought back to life', async (t) => {
  const headers = await bearer(app, 'sekretariat@etikkprisen.example');
  const id = await stuck('solveig.breivik@hadsel.example', 'unknown', 'outdated');
  const came = () =>
    app.inject({
      method: 'POST',
      url: `/api/v1/letters/${id}/events`,
      headers,
      payload: { type: 'returned', reason: 'Ukjent mottaker' },
    });
  t.equal((await came()).statusCode, 409, 'dropped');
  await sql`update letters set state = 'sent', error = null, email = '', body = '', sent_at = created_at where id = ${id}`.execute(
    db,
  );
  t.equal((await came()).statusCode, 409, 'forgotten');
  t.match(await db.selectFrom('letters').select('state').where('id', '=', id).execute(), [{ state: 'sent' }]);
});

t.test('what may have arrived is never turned to another address', async (t) => {
  const id = await stuck('solveig.breivik@hadsel.example', 'unknown', 'closed');
  const headers = await bearer(app, 'sekretariat@etikkprisen.example');
  const event = (payload: object) =>
    app.inject({ method: 'POST', url: `/api/v1/letters/${id}/events`, headers, payload });
  t.equal((await event({ type: 'resend', email: 'annen@kommune.example' })).statusCode, 409);
  t.equal((await event({ type: 'returned', reason: 'Ukjent mottaker' })).statusCode, 204);
  const letter = (await app.inject({ url: `/api/v1/letters/${id}`, headers })).json();
  t.match(letter, { state: 'failed', error: 'Ukjent mottaker', returnedAt: /Z$/, body: /soknad/ });
});

t.test('sending again to the missing reaches them and nobody else', async (t) => {
  await sql`update letters set state = 'sent', error = null, returned_at = null, sent_at = created_at where edition_id is not null and state <> 'sent'`.execute(
    db,
  );
  const made = [
    ['failed', '550'],
    ['failed', 'notMember'],
    ['failed', 'outdated'],
    ['unknown', 'closed'],
    ['sent', null],
  ] as const;
  const changed = await db
    .selectFrom('letters')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('nomination_id', 'is not', null)
    .orderBy('id')
    .limit(made.length)
    .execute();
  for (const [i, [state, error]] of made.entries())
    await db
      .updateTable('letters')
      .set({ state, error, sent_at: state === 'sent' ? new Date(0) : null })
      .where('id', '=', changed[i]!.id)
      .execute();
  const { document } = await get(`${page}?state=failed`);
  t.ok(document.querySelector(`form[action="${page}/send-manglende"]`));
  const applicant = await signIn(world, 'hanne.oppegaard@ringerike.example');
  const send = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: `${page}/send-manglende`, headers });
  t.equal((await send(applicant.headers)).statusCode, 404);
  t.equal((await send(secretary.headers)).headers.location, `${page}?sendt=1`);
  t.same(
    (await db.selectFrom('letters').select('id').where('state', '=', 'queued').execute()).map(({ id }) => id),
    [changed[0]!.id],
  );
  const headers = await bearer(app, 'sekretariat@etikkprisen.example');
  const again = await app.inject({
    method: 'POST',
    url: `/api/v1/editions/${editionId}/letters/events`,
    headers,
    payload: { type: 'resendMissing' },
  });
  t.same(again.json(), { queued: 0 }, 'nobody is missing any more');
});

t.test('the database itself sends nothing twice', async (t) => {
  await t.rejects(
    db.updateTable('letters').set({ state: 'queued', sent_at: null }).where('state', '=', 'sent').execute(),
    /delivered is not sent again/,
  );
});

t.test('letters that belong to no year, and sign-in codes, which nobody sends twice', async (t) => {
  const { id } = await db
    .insertInto('letters')
    .values({
      key: 'x',
      template: 'signIn',
      language: 'nb',
      email: 'feil@kommune.example',
      subject: 'Logg inn',
      body: '',
      state: 'failed',
      error: '550',
      created_at: await services.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { document } = await get(page);
  t.match(
    document.querySelector('#andre')?.textContent,
    /feil@kommune\.example[\s\S]*Be mottakeren om å logge inn/,
  );
  t.equal(document.querySelector('#andre form'), null);
  t.equal((await resend(id, secretary.headers)).statusCode, 409);
  for (const email of [
    'juryleder@etikkprisen.example',
    'administrator@etikkprisen.example',
    'hanne.oppegaard@ringerike.example',
  ]) {
    const { headers } = await signIn(world, email);
    t.equal((await app.inject({ url: page, headers })).statusCode, 404, email);
  }
  t.same(errors, []);
});
