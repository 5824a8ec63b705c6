/** Who may do what: invited, given, ended, shut out; the profile and the first administrator. */
import t from 'tap';
import {
  appointAdministrator,
  ensureFirstAdministrator,
} from '../../../src/features/people/commands-access.ts';
import { transact } from '../../../src/core/process/unit.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { verifyChain, SERVICE_CHAIN } from '../../../src/core/audit/audit.ts';
import { addDays, realNow, setDatabaseClock } from '../../../src/platform/clock.ts';
import { bearer, testApp } from '../../helpers/app.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { signIn, visitor } from '../../helpers/personas.ts';

const site = await testApp(t, { FIRST_ADMINISTRATOR: 'Astrid@Etikkprisen.example' });
const { app, services } = site;
const { db } = services;
await ensureFirstAdministrator(services);
const astrid = await signIn(site, 'astrid@etikkprisen.example', 'Astrid Lienvold');

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
const api = (method: Method, url: string, payload?: object, headers: object = astrid.headers) =>
  app.inject({ method, url: `/api/v1${url}`, headers: { ...headers }, ...(payload ? { payload } : {}) });
interface Person {
  id: string;
  roles: { id: string; role: string; state: string; editionId: string | null }[];
}
const invite = async (email: string, rest: object = {}): Promise<Person> => {
  const answer = await api('POST', '/people', { email, role: 'secretary', ...rest });
  t.equal(answer.statusCode, 201, answer.body);
  return answer.json<Person>();
};
const mayAdminister = async (headers: object) =>
  (await api('GET', '/people', undefined, headers)).statusCode === 200;

t.test('the first administrator: from the first start, in every time, and once', async (t) => {
  await ensureFirstAdministrator(services);
  t.equal((await db.selectFrom('role_grants').selectAll().execute()).length, 1);
  await setDatabaseClock(db, { at: addDays(realNow(), -2000), running: false });
  t.ok(await mayAdminister(astrid.headers), 'also when the demonstration plays an earlier year');
  await setDatabaseClock(db, null);
});

t.test('only an administrator sees or changes who may do what', async (t) => {
  const secretary = await invite('bare.sekretaer@ks.no');
  const { headers } = await signIn(site, 'bare.sekretaer@ks.no');
  const requests: [Method, string, object?][] = [
    ['GET', '/people'],
    ['POST', '/people', { email: 'x@ks.no', role: 'administrator' }],
    ['POST', `/people/${secretary.id}/roles`, { role: 'administrator' }],
    ['DELETE', `/roles/${secretary.roles[0]?.id}`],
    ['DELETE', `/people/${secretary.id}`],
  ];
  for (const [method, url, body] of requests)
    t.equal((await api(method, url, body, headers)).statusCode, 403, `${method} ${url}`);
  const browser = visitor(site, headers.cookie);
  for (const url of ['', '/inviter', `/person/${secretary.id}`, `/person/${secretary.id}/steng-ute`])
    t.equal((await browser.get(`/administrasjon${url}`)).statusCode, 403, url);
  t.equal(
    (await browser.post('/administrasjon/inviter', { email: 'x@ks.no', role: 'secretary', language: 'nb' }))
      .statusCode,
    403,
  );
  t.notMatch((await browser.get('/min-side')).body, 'href="/administrasjon"');
});

t.test(
  'an invitation: a letter in their language, and a role that works once the rules of confidence are confirmed',
  async (t) => {
    const person = await invite('Nynorsk@Voss.kommune.no', { name: 'Nils Nynorsk', language: 'nn' });
    t.match(person, {
      name: 'Nils Nynorsk',
      email: 'nynorsk@voss.kommune.no',
      roles: [{ role: 'secretary', state: 'active', editionId: null }],
    });
    const letter = await db
      .selectFrom('letters')
      .selectAll()
      .where('email', '=', 'nynorsk@voss.kommune.no')
      .executeTakeFirstOrThrow();
    t.match(letter, { template: 'invitation', language: 'nn', body: /Astrid Lienvold.*\/logg-inn/s });
    const me = await app.inject({ url: '/api/v1/me', headers: await bearer(app, 'nynorsk@voss.kommune.no') });
    t.match(
      me.json(),
      { roles: ['unconfirmed'], language: 'nn' },
      'it opens nothing before the rules are confirmed',
    );
    const headers = await bearer(app, 'nynorsk@voss.kommune.no');
    await app.inject({ method: 'POST', url: '/api/v1/me/confidence', headers, payload: { accept: true } });
    t.match((await app.inject({ url: '/api/v1/me', headers })).json(), { roles: ['secretary'] });
    t.equal(
      (await api('POST', '/people', { email: 'nynorsk@voss.kommune.no', role: 'secretary' })).statusCode,
      409,
      'twice the same',
    );
    t.equal((await api('POST', `/people/${person.id}/roles`, { role: 'leader' })).statusCode, 201);
  },
);

t.test(
  'a role from-to: not before, not after, never for the past, and never ending before it begins',
  async (t) => {
    const now = realNow();
    const from = addDays(now, 10);
    const until = addDays(now, 20);
    const { id, roles } = await invite('vikar@ks.no', {
      role: 'administrator',
      from: from.toISOString(),
      until: until.toISOString(),
    });
    t.match(roles, [{ state: 'upcoming' }]);
    const { headers } = await signIn(site, 'vikar@ks.no');
    for (const [day, allowed] of [
      [9, false],
      [10, true],
      [19, true],
      [20, false],
    ] as const) {
      await setDatabaseClock(db, { at: addDays(now, day), running: false });
      t.equal(await mayAdminister(headers), allowed, `day ${day}`);
    }
    await setDatabaseClock(db, null);
    const wrong = await api('POST', `/people/${id}/roles`, {
      role: 'leader',
      until: addDays(now, -1).toISOString(),
    });
    t.equal(wrong.statusCode, 422);
    t.match(wrong.json(), { errors: [{ field: 'until' }] });
    t.equal(
      (
        await api('POST', `/people/${id}/roles`, {
          role: 'administrator',
          from: addDays(now, 15).toISOString(),
        })
      ).statusCode,
      409,
      'they overlap',
    );
    t.equal(
      (await api('POST', `/people/${id}/roles`, { role: 'administrator', from: until.toISOString() }))
        .statusCode,
      201,
      'one after the other',
    );
    const backdated = await api('POST', `/people/${id}/roles`, {
      role: 'auditor',
      from: addDays(now, -100).toISOString(),
      until: addDays(now, 100).toISOString(),
    });
    t.ok(
      backdated
        .json<{ roles: { role: string; from: string }[] }>()
        .roles.find(({ role }) => role === 'auditor')!.from >= now.toISOString(),
    );
  },
);

t.test('a role for one edition says so; an administrator is for all', async (t) => {
  const unknown = '019a0000-0000-7000-8000-000000000000';
  for (const role of ['secretary', 'administrator']) {
    const answer = await api('POST', '/people', { email: 'en@ks.no', role, editionId: unknown });
    t.equal(answer.statusCode, 422);
    t.match(answer.json(), { errors: [{ field: 'editionId' }] });
  }
  t.equal(
    await db.selectFrom('people').select('id').where('email', '=', 'en@ks.no').executeTakeFirst(),
    undefined,
    'a refused invitation leaves nobody',
  );
});

t.test('ending a role ends every session and token at once', async (t) => {
  const { roles } = await invite('slutt@ks.no');
  const { headers } = await signIn(site, 'slutt@ks.no');
  const token = await bearer(app, 'slutt@ks.no');
  const me = (by: object) => api('GET', '/me', undefined, by);
  t.equal((await me(headers)).statusCode, 200);
  t.equal((await api('DELETE', `/roles/${roles[0]?.id}`)).statusCode, 204);
  t.equal((await me(headers)).statusCode, 401);
  t.equal((await me(token)).statusCode, 401);
  const again = await signIn(site, 'slutt@ks.no');
  t.match((await me(again.headers)).json(), { roles: [] }, 'as anybody may, with nothing left');
  t.equal((await api('DELETE', `/roles/${roles[0]?.id}`)).statusCode, 204, 'twice is once');
});

t.test(
  'two administrators stay, also against two who remove each other at once, and in the database',
  async (t) => {
    const { people } = (await api('GET', '/people?q=astrid')).json<{ people: Person[] }>();
    const own = people[0]?.roles.find(({ role }) => role === 'administrator')?.id;
    for (const attempt of [`/roles/${own}`, `/people/${people[0]?.id}`]) {
      const answer = await api('DELETE', attempt);
      t.equal(answer.statusCode, 409);
      t.match(answer.json(), {
        type: 'urn:etikkprisen:problem:role/last-administrator',
        detail: /Gi rollen til en annen først/,
      });
    }
    t.ok(await mayAdminister(astrid.headers), 'nothing was half done');
    await invite('foran@ks.no', { role: 'administrator', until: addDays(realNow(), 30).toISOString() });
    t.equal((await api('DELETE', `/roles/${own}`)).statusCode, 409, 'one for a month leaves nobody behind');

    const second = await invite('andre@ks.no', { role: 'administrator' });
    t.equal((await api('DELETE', `/roles/${own}`)).statusCode, 409, 'the last but one');
    t.equal((await api('DELETE', `/roles/${second.roles[0]?.id}`)).statusCode, 409);
    await t.rejects(
      db.updateTable('role_grants').set({ until_at: realNow() }).where('id', '=', own!).execute(),
      /fewer than two administrators would remain/,
      'the database refuses whoever writes',
    );
    const upcoming = await invite('senere@ks.no', {
      role: 'administrator',
      from: addDays(realNow(), 5).toISOString(),
    });
    t.equal((await api('DELETE', `/roles/${own}`)).statusCode, 409, 'one who begins later is not there yet');
    t.equal((await api('DELETE', `/roles/${upcoming.roles[0]?.id}`)).statusCode, 204, 'and may be ended');
    await invite('tredje@ks.no', { role: 'administrator' });
    const { headers } = await signIn(site, 'andre@ks.no');
    const answers = await Promise.all([
      api('DELETE', `/roles/${second.roles[0]?.id}`),
      api('DELETE', `/roles/${own}`, undefined, headers),
    ]);
    t.ok(
      answers.filter(({ statusCode }) => statusCode === 204).length === 1,
      answers.map(({ statusCode }) => statusCode).join(),
    );
    const left = await db
      .selectFrom('role_grants')
      .select('person_id')
      .where('role', '=', 'administrator')
      .where('until_at', 'is', null)
      .where('from_at', '<=', realNow())
      .execute();
    t.equal(left.length, 2);
  },
);

t.test('nobody left who can let people in: a command for whoever runs the service', async (t) => {
  const ask = (email: string) =>
    transact(db, { actor: systemActor, now: realNow(), requestId: 'test' }, (unit) =>
      appointAdministrator(unit, { email, reason: 'Begge har sluttet' }),
    );
  const before = await db.selectFrom('role_grants').select('id').where('until_at', 'is', null).execute();
  t.equal(await ask('Nodhjelp@ks.no'), true);
  t.equal(await ask('nodhjelp@ks.no'), false, 'twice is once');
  const { headers } = await signIn(site, 'nodhjelp@ks.no');
  t.ok(await mayAdminister(headers));
  const after = await db.selectFrom('role_grants').select('id').where('until_at', 'is', null).execute();
  t.equal(after.length, before.length + 1, 'nobody lost a role');
  const logged = await db
    .selectFrom('audit_details')
    .select('reason')
    .where('reason', '=', 'Begge har sluttet')
    .execute();
  t.equal(logged.length, 1);
  const { personId } = await signIn(site, 'nodhjelp@ks.no');
  const third = await signIn(site, 'tredje@ks.no');
  t.equal(
    (await api('DELETE', `/people/${personId}`, undefined, third.headers)).statusCode,
    204,
    'three, and one of them goes',
  );
});

t.test('who shuts themselves out goes with every role, in whatever order they were given', async (t) => {
  await transact(db, { actor: systemActor, now: realNow(), requestId: 'test' }, (unit) =>
    appointAdministrator(unit, { email: 'begge@ks.no', reason: 'Enda en' }),
  );
  const { id } = await invite('begge@ks.no', { role: 'secretary' });
  const { headers } = await signIn(site, 'begge@ks.no');
  t.equal((await api('DELETE', `/people/${id}`, undefined, headers)).statusCode, 204);
  t.notOk(await mayAdminister(headers));
});

t.test(
  'shut out: roles, sessions and tokens end, and the address lets nobody in until it is invited again',
  async (t) => {
    const left = await db
      .selectFrom('role_grants as g')
      .innerJoin('people as p', 'p.id', 'g.person_id')
      .select('p.email')
      .where('g.role', '=', 'administrator')
      .where('g.until_at', 'is', null)
      .where('g.from_at', '<=', realNow())
      .executeTakeFirstOrThrow();
    const admin = await signIn(site, left.email);
    const by = (method: Method, url: string, body?: object) => api(method, url, body, admin.headers);
    const { id } = (await by('POST', '/people', { email: 'ute@ks.no', role: 'secretary' })).json<Person>();
    const { headers } = await signIn(site, 'ute@ks.no', 'Uta Ute');
    const page = visitor(site, admin.headers.cookie);
    t.match((await page.get(`/administrasjon/person/${id}/steng-ute`)).body, 'Uta Ute');
    t.equal(
      (await page.post(`/administrasjon/person/${id}/steng-ute`)).headers.location,
      '/administrasjon?fjernet=1',
    );
    t.equal((await api('GET', '/me', undefined, headers)).statusCode, 401);
    const stranger = visitor(site);
    t.equal(
      (await stranger.post('/logg-inn', { email: 'ute@ks.no' })).statusCode,
      303,
      'the same answer as to everyone',
    );
    t.equal(
      await db
        .selectFrom('letters')
        .select('id')
        .where('email', '=', 'ute@ks.no')
        .where('template', '=', 'signIn')
        .executeTakeFirst(),
      undefined,
    );
    t.match((await by('GET', '/people?q=ute@ks')).json(), {
      people: [{ removedAt: String, roles: [{ state: 'ended' }] }],
    });
    t.match((await by('POST', '/people', { email: 'ute@ks.no', role: 'leader' })).json(), {
      removedAt: null,
    });
    await visitor(site).post('/logg-inn', { email: 'ute@ks.no' });
    t.ok(
      await db
        .selectFrom('letters')
        .select('id')
        .where('email', '=', 'ute@ks.no')
        .where('template', '=', 'signIn')
        .executeTakeFirst(),
    );
  },
);

t.test(
  'the administrator’s pages: list, search, invite, give, end; everything they refuse stands on the page',
  async (t) => {
    const own = await testApp(t, { FIRST_ADMINISTRATOR: 'a@ks.no' });
    await ensureFirstAdministrator(own.services);
    const { headers, personId } = await signIn(own, 'a@ks.no', 'Astrid Lienvold');
    const browser = visitor(own, headers.cookie);
    const good = async (url: string) => {
      const page = await browser.get(url);
      t.equal(page.statusCode, 200, url);
      t.same(await htmlProblems(page.body), [], url);
      return page.body;
    };
    t.match(
      await good('/administrasjon'),
      /Det er bare én systemansvarlig.*Astrid Lienvold.*Systemansvarlig/s,
    );
    t.match(await good('/administrasjon?sok=100%25_%27'), 'Ingen passer til søket');
    await good('/administrasjon/inviter');
    const bad = await browser.post('/administrasjon/inviter', {
      email: 'nei',
      language: 'nb',
      from: '',
      until: '2020-01-01',
    });
    t.equal(bad.statusCode, 422);
    t.same(await htmlProblems(bad.body), []);
    t.match(bad.body, /Rolle: Velg ett av alternativene/);
    t.match(bad.body, 'value="2020-01-01"', 'what was written is kept');
    const invitation = {
      email: 'ny@ks.no',
      name: 'Ny Person',
      language: 'nb',
      role: 'leader',
      editionId: '',
      from: '',
      until: '2099-12-31',
    };
    t.equal(
      (await browser.post('/administrasjon/inviter', invitation)).headers.location,
      '/administrasjon?invitert=1',
    );
    t.match(await good('/administrasjon?invitert=1'), /Invitasjonen er sendt.*Ny Person/s);
    t.equal((await browser.post('/administrasjon/inviter', invitation)).statusCode, 409);

    const { id } = await own.services.db
      .selectFrom('people')
      .select('id')
      .where('email', '=', 'ny@ks.no')
      .executeTakeFirstOrThrow();
    const here = `/administrasjon/person/${id}`;
    t.match(await good(here), '31. desember 2099 kl. 23.59');
    t.equal(
      (
        await browser.post(`${here}/roller`, {
          role: 'auditor',
          editionId: '',
          from: '',
          until: '2099-12-31',
        })
      ).headers.location,
      `${here}?gitt=1`,
    );
    const grant = await own.services.db
      .selectFrom('role_grants')
      .select('id')
      .where('person_id', '=', id)
      .where('role', '=', 'auditor')
      .executeTakeFirstOrThrow();
    t.equal(
      (await browser.post(`${here}/roller/${grant.id}/avslutt`)).headers.location,
      `${here}?avsluttet=1`,
    );
    t.match(await good(`${here}?avsluttet=1`), /Rollen er avsluttet.*Avsluttet/s);
    await good(`${here}/steng-ute`);
    t.equal(
      (await browser.get('/administrasjon/person/019a0000-0000-7000-8000-000000000000')).statusCode,
      404,
    );

    const mine = await own.services.db
      .selectFrom('role_grants')
      .select('id')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    const refused = await browser.post(`/administrasjon/person/${personId}/roller/${mine.id}/avslutt`);
    t.equal(refused.statusCode, 409);
    t.match(refused.body, /Tjenesten må ha minst to systemansvarlige.*Gi rollen til en annen først/s);
    t.same(await htmlProblems(refused.body), []);
    t.same(own.errors, []);
  },
);

t.test(
  'the profile: a telephone that is one, a name that is not empty, and every error at once',
  async (t) => {
    const { headers } = await signIn(site, 'profil@ks.no');
    const browser = visitor(site, headers.cookie);
    const bad = await browser.post('/min-side/profil', { name: '', phone: '', language: 'xx' });
    t.equal(bad.statusCode, 422);
    t.match(bad.body, /Fullt navn: Fyll ut dette feltet.*Velg ett av alternativene/s);
    t.same(await htmlProblems(bad.body), []);
    const phone = await browser.post('/min-side/profil', { name: 'P', phone: '12', language: 'nb' });
    t.equal(phone.statusCode, 422);
    t.match(phone.body, 'Skriv et telefonnummer');
    t.equal(
      (await browser.post('/min-side/profil', { name: 'Per Øye', phone: '+47 22 00 00 00', language: 'en' }))
        .headers.location,
      '/min-side/profil?lagret=1',
    );
    const saved = await browser.get('/min-side/profil?lagret=1');
    t.match(saved.body, /<html lang="en".*Your changes are saved.*value="Per Øye"/s);
    t.same(await htmlProblems(saved.body), []);
    t.match((await api('PATCH', '/me', { phone: '' }, headers)).json(), {
      name: 'Per Øye',
      phone: null,
      language: 'en',
    });
    t.equal(
      (await api('PATCH', '/me', { email: 'x@ks.no' }, headers)).statusCode,
      422,
      'unknown fields are refused',
    );
  },
);

t.test('the record: who gave what to whom, in a chain that holds', async (t) => {
  const events = await db
    .selectFrom('audit_events as e')
    .innerJoin('audit_details as d', 'd.event_id', 'e.id')
    .select(['e.event', 'd.actor_name', 'd.payload'])
    .where('e.subject_type', '=', 'person')
    .execute();
  for (const event of ['create', 'grantRole', 'endRole', 'remove'])
    t.ok(
      events.some((entry) => entry.event === event),
      event,
    );
  t.match(
    events.find(({ event, actor_name }) => event === 'grantRole' && actor_name !== 'system'),
    { actor_name: 'Astrid Lienvold', payload: { role: 'secretary' } },
  );
  t.equal((await verifyChain(db, SERVICE_CHAIN)).broken, null);
});

t.test('nothing of this was an error of ours', async (t) => t.same(site.errors, []));
