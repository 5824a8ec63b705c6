/**
 * Everybody who can see the outcome early confirms the rules of confidence first, in the wording that holds; before that nothing of it
 * opens on any route. Who can, since when, let in by whom, and what they have opened stands on a list.
 */
import { createHash } from 'node:crypto';
import t from 'tap';
import { CONFIDENCE_WORDING } from '../../../src/core/policy/confidence.ts';
import { outcomeActions } from '../../../src/core/policy/outcome.ts';
import { resources } from '../../../src/core/policy/resources.ts';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import { addSeat, fillSeat } from '../../../src/features/jury/commands-seats.ts';
import { earlyRoles } from '../../../src/features/confidence/schema-early.ts';
import { texts, LANGS } from '../../../src/ui/text/index.ts';
import { ceremonyYear, nominees } from '../../helpers/ceremony-year.ts';
import { playground, type Client } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { addressFiller } from '../../helpers/routes.ts';
import { granted } from '../../helpers/granted.ts';

type Test = Parameters<typeof playground>[0];
const secretWords = new RegExp(['Kanarifuglsvaret', 'Vinner av', ...nominees].join('|'));

/** Nominated and winner decided and approved, nothing of it public. */
async function secretYear(t: Test) {
  const site = await playground(t);
  const { db } = site.services;
  const { year, ceremony } = await ceremonyYear(db);
  const { finalists_at } = await db
    .selectFrom('editions')
    .select('finalists_at')
    .where('id', '=', year.id)
    .executeTakeFirstOrThrow();
  const now = addDays(finalists_at, -1);
  await site.setClock(now);
  const admin = await site.as('admin@example.no');
  const { id } = await db
    .updateTable('people')
    .set({ name: 'Astrid Admin' })
    .where('email', '=', 'admin@example.no')
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('role_grants')
    .values(granted(id, 'administrator', addDays(now, -300)))
    .execute();
  return { ...site, db, year, now, finalists_at, ceremony, admin };
}
type SecretYear = Awaited<ReturnType<typeof secretYear>>;

const invite = async ({ admin, year, now }: SecretYear, role: string, given: object = {}) => {
  const email = `${role.toLowerCase()}@dep.example`;
  const limited = { editionId: year.id, until: addDays(now, 60).toISOString() };
  return admin.post('/api/v1/people', { email, name: `Den ${role}`, role, ...limited, ...given });
};
const logged = async (db: SecretYear['db']) =>
  (await db.selectFrom('audit_events').select('id').where('event', '<>', 'openOutcome').execute()).length;
const confirm = (who: Client) => who.post('/api/v1/me/confidence', { accept: true });

/** Every address that can be read, with what is stored in its place. */
async function addresses({ app, db }: Pick<SecretYear, 'app' | 'db'>): Promise<string[]> {
  const fill = addressFiller(db);
  const found: string[] = [];
  for (const { method, url, action } of app.routeTable)
    if (method === 'GET' && !['public', 'demo'].includes(action) && !url.includes('*'))
      found.push(await fill(url, 'stored'));
  return found;
}

t.test(
  'before the rules are confirmed nothing of the outcome opens, on any route, for any role',
  async (t) => {
    const site = await secretYear(t);
    const { db, year } = site;
    const people: [string, Client][] = [];
    for (const role of earlyRoles) {
      t.equal((await invite(site, role)).statusCode, 201, role);
      people.push([role, await site.as(`${role.toLowerCase()}@dep.example`)]);
    }
    // A new wording of the rules: whoever has confirmed the older one is asked anew, the jury too.
    await db
      .updateTable('seat_holders')
      .set({ confidence_wording: CONFIDENCE_WORDING - 1 })
      .execute();
    for (const who of ['chair', 'juror']) people.push([who, await site.as(`${who}@example.no`)]);
    let read = 0;
    const urls = await addresses(site);
    for (const [who, client] of people) {
      for (const url of urls) {
        const { body, statusCode } = await client.get(url);
        read += 1;
        if (secretWords.test(body)) t.fail(`${who} reads of it at ${url} (${statusCode})`);
      }
      t.match((await client.get('/min-side')).body, /Les og bekreft reglene om fortrolighet/, who);
    }
    t.comment(`${read} answers`);
    t.ok(read > 1000);

    const [, secretary] = people[0]!;
    const led = await secretary.get(`/sekretariat/${year.id}/offentliggjoring`, { accept: 'text/html' });
    t.equal(led.statusCode, 303);
    t.equal(
      led.headers.location,
      `/min-side/fortrolighet?til=${encodeURIComponent(`/sekretariat/${year.id}/offentliggjoring`)}`,
    );
    const [, chair] = people.find(([who]) => who === 'chair')!;
    t.match((await chair.get('/jury/fortrolighet')).body, /Jeg har lest reglene og følger dem/);
    t.equal((await chair.post(`/api/v1/editions/${year.id}/confidence`, { accept: true })).statusCode, 200);
    t.match((await chair.get(`/api/v1/editions/${year.id}/publications`)).body, secretWords, 'and reads on');
    const [seat] = await db
      .selectFrom('seat_holders')
      .select(['confirmed_at', 'confidence_at'])
      .where('person_id', '=', year.people.chair.personId)
      .execute();
    t.ok(seat!.confirmed_at! < seat!.confidence_at!, 'since when one sits with the jury does not move');
  },
);

t.test(
  'a reader under embargo: one page, no mail, nothing else, and not for longer than given',
  async (t) => {
    const site = await secretYear(t);
    const { db, year, now, finalists_at, setClock } = site;
    for (const [given, field] of [
      [{ editionId: null }, 'editionId'],
      [{ until: null }, 'until'],
    ] as const) {
      const refused = await invite(site, 'embargoReader', given);
      t.equal(refused.statusCode, 422);
      t.match(refused.json(), { errors: [{ field }] });
    }
    await t.rejects(
      db
        .insertInto('role_grants')
        .values(granted(year.people.other.personId as string, 'embargoReader', now))
        .execute(),
      /role_grants_limited/,
      'the database refuses as well',
    );
    t.equal((await invite(site, 'embargoReader')).statusCode, 201);
    const letters = () =>
      db.selectFrom('letters').select('template').where('email', '=', 'embargoreader@dep.example').execute();
    t.same(await letters(), [], 'no invitation');
    const reader = await site.as('embargoreader@dep.example');
    t.equal((await reader.get('/api/v1/embargo')).statusCode, 404, 'not before the rules are confirmed');
    const refused = await reader.post('/min-side/fortrolighet', { til: '/embargo' });
    t.equal(refused.statusCode, 422);
    t.match(refused.body, /value="\/embargo"/, 'what it was on the way to is kept');
    const done = await reader.post('/min-side/fortrolighet', { accept: 'yes', til: '/embargo' });
    t.equal(done.headers.location, '/embargo');
    for (const lang of LANGS) {
      const page = await reader.get(`/embargo?lang=${lang}`);
      t.equal(page.statusCode, 200);
      t.match(page.body, /Kanarifugl/, lang);
      for (const name of nominees) t.match(page.body, name);
      t.same(await htmlProblems(page.body), []);
    }
    t.match((await reader.get('/api/v1/embargo')).json(), {
      editions: [{ year: 2026, publications: [{ kind: 'finalists' }, { kind: 'winner', release: 'press' }] }],
    });
    const elsewhere = (await addresses(site)).filter((url) => !url.endsWith('/embargo'));
    for (const url of elsewhere) {
      const { body, statusCode } = await reader.get(url);
      if (secretWords.test(body)) t.fail(`reads of it at ${url} (${statusCode})`);
    }
    t.match((await reader.get('/min-side')).body, /href="\/embargo"/);
    t.notMatch((await reader.get('/min-side')).body, /href="\/sekretariat"/);
    for (const who of ['secretary', 'chair', 'juror', 'leader', 'applicant'])
      t.equal((await (await site.as(`${who}@example.no`)).get('/embargo')).statusCode, 404, who);

    // What is stopped is not published, and stands there no more.
    await db
      .updateTable('publications')
      .set({ stopped_at: now, stop_reason: 'Feil' })
      .where('kind', '=', 'winner')
      .execute();
    t.notMatch((await reader.get('/embargo')).body, /Kanarifugl/);
    t.same(await letters(), [], 'and no letter at all');
    await setClock(addDays(finalists_at, 90));
    t.equal((await reader.get('/embargo')).statusCode, 404, 'the last day is over');
  },
);

t.test('communications prepare what another approves; ended, nothing opens at once', async (t) => {
  const site = await secretYear(t);
  const { db, year, admin } = site;
  const { roles } = (await invite(site, 'communications')).json<{ roles: { id: string }[] }>();
  const press = await site.as('communications@dep.example');
  await confirm(press);
  const list = `/api/v1/editions/${year.id}/publications`;
  t.match((await press.get(list)).body, secretWords);
  t.equal(
    (await press.get(`/sekretariat/${year.id}`)).headers.location,
    `/sekretariat/${year.id}/offentliggjoring`,
  );
  t.equal((await press.get(`/sekretariat/${year.id}/begrunnelser`)).statusCode, 200);
  for (const closed of ['soknader', 'logg', 'innsyn', 'jury', 'resultat', 'protokoll'])
    t.ok([403, 404].includes((await press.get(`/sekretariat/${year.id}/${closed}`)).statusCode), closed);
  const { id, version } = await db
    .selectFrom('publications')
    .select(['id', 'version'])
    .where('kind', '=', 'winner')
    .executeTakeFirstOrThrow();
  const stopped = await (
    await site.as('secretary@example.no')
  ).post(`/api/v1/publications/${id}/stop`, { version, reason: 'En ny tekst' });
  t.equal(stopped.statusCode, 200, stopped.body);
  const publication = {
    kind: 'winner',
    release: 'press',
    publishAt: addDays(site.ceremony, 1).toISOString(),
    texts: { nb: 'Kommunikasjon skrev dette.', nn: 'Kommunikasjon skreiv dette.' },
  };
  const made = await press.post(list, publication);
  t.equal(made.statusCode, 201, made.body);
  const step = `/api/v1/publications/${made.json<{ id: string }>().id}/approval`;
  const approve = await press.post(step, { version: made.json<{ version: number }>().version });
  t.equal(approve.statusCode, 403, 'never their own, nor any other');
  t.equal((await admin.send('DELETE', `/api/v1/roles/${roles[0]!.id}`)).statusCode, 204);
  t.equal((await press.get(list)).statusCode, 401, 'tokens end with the role');
  t.equal((await (await site.as('communications@dep.example')).get(list)).statusCode, 404);
});

t.test(
  'an auditor: everything that is frozen and the log, reachable from one page; changes nothing',
  async (t) => {
    const site = await secretYear(t);
    const { year, app, db } = site;
    const fill = addressFiller(db);
    t.equal((await invite(site, 'auditor', { editionId: null })).statusCode, 201);
    const auditor = await site.as('auditor@dep.example');
    await confirm(auditor);
    const overview = await auditor.get(`/sekretariat/${year.id}`);
    t.equal(overview.statusCode, 200);
    t.same(await htmlProblems(overview.body), []);
    t.match((await auditor.get('/sekretariat')).body, `href="/sekretariat/${year.id}"`);
    const links = [...overview.body.matchAll(/<main[\s\S]*<\/main>/g)]
      .flatMap(([main]) => [...main.matchAll(/href="(\/sekretariat\/[^"#]*)"/g)])
      .map(([, href]) => href!);
    t.ok(links.length >= 6, links.join(' '));
    for (const href of links) t.equal((await auditor.get(href)).statusCode, 200, href);
    const versions = await db
      .selectFrom('rules_versions')
      .select(['version', 'sha256'])
      .where('edition_id', '=', year.id)
      .execute();
    t.ok(versions.length > 0);
    for (const { version, sha256 } of versions) {
      t.match(overview.body, sha256);
      const file = await auditor.get(`/prisen/${year.year}/regler.json?versjon=${version}`);
      t.equal(createHash('sha256').update(file.rawPayload).digest('hex'), sha256, 'the file is what it says');
    }
    t.match(overview.body, /Ingenting er offentlig ennå/);
    t.notMatch(overview.body, secretWords, 'what is prepared is no version yet');
    await site.setClock(addDays(site.ceremony, 2));
    const later = await auditor.get(`/sekretariat/${year.id}`);
    t.match(later.body, /Det som har vært offentlig[\s\S]*De nominerte[\s\S]*Gjelder/);
    t.same(await htmlProblems(later.body), []);
    let refused = 0;
    const before = await logged(db);
    for (const { method, url, action } of app.routeTable) {
      if (!['POST', 'PUT', 'PATCH', 'DELETE'].includes(method)) continue;
      if (!/^(edition|nomination|ballot|motion|service)\./.test(action)) continue;
      // To apply is anybody's; to take the year out as a file is to read it, and each time is a line in the log.
      if (['service.apply', 'edition.takeOut'].includes(action)) continue;
      const { statusCode } = await app.inject({
        method: method as 'POST',
        url: await fill(url, 'stored'),
        headers: auditor.headers,
        ...(url.startsWith('/api') ? { payload: {} } : {}),
      });
      if (statusCode >= 400) refused += 1;
    }
    t.equal(await logged(db), before, 'nothing that they send leaves anything');
    t.ok(refused > 200, `${refused} refused`);
  },
);

t.test(
  'the list: who, since when, let in by whom, confirmed, opened; for secretariat, chair and auditor',
  async (t) => {
    const site = await secretYear(t);
    const { db, year, now } = site;
    await invite(site, 'embargoReader');
    await invite(site, 'auditor');
    await invite(site, 'communications', { from: addDays(now, 2).toISOString() });
    const [secretary, chair, juror, leader] = await Promise.all(
      ['secretary', 'chair', 'juror', 'leader'].map((who) => site.as(`${who}@example.no`)),
    );
    const url = `/api/v1/editions/${year.id}/early-readers`;
    interface Listed {
      email: string;
      part: string;
      state: string;
      letInBy: string | null;
      confirmedAt: string | null;
      opened: { what: string; at: string }[];
    }
    const listed = async () => (await secretary!.get(url)).json<{ readers: Listed[] }>().readers;
    const of = async (email: string) => (await listed()).filter((one) => one.email === email);
    t.match(await of('embargoreader@dep.example'), [
      { part: 'embargoReader', state: 'unconfirmed', letInBy: 'Astrid Admin', confirmedAt: null, opened: [] },
    ]);
    t.match(await of('communications@dep.example'), [{ state: 'upcoming' }]);
    t.match(await of('chair@example.no'), [{ part: 'chair', state: 'sees' }]);
    t.same(await of('admin@example.no'), [], 'an administrator sees nothing of it');

    const reader = await site.as('embargoreader@dep.example');
    await reader.get('/embargo');
    t.match(await of('embargoreader@dep.example'), [{ opened: [] }], 'what was refused was not opened');
    await confirm(reader);
    await site.setClock(addMinutes(now, 360));
    await Promise.all(Array.from({ length: 5 }, () => reader.get('/embargo')));
    await site.setClock(addMinutes(now, 720));
    await reader.get('/api/v1/embargo');
    const [seen] = await of('embargoreader@dep.example');
    t.same(
      seen!.opened,
      [{ what: 'embargo', at: addMinutes(now, 360).toISOString() }],
      'the first time, once',
    );
    t.equal(seen!.state, 'sees');
    const events = await db
      .selectFrom('audit_events')
      .select('id')
      .where('event', '=', 'openOutcome')
      .execute();
    t.equal(events.length, 1, 'and it is in the log');

    t.same((await of('juror@example.no'))[0]!.opened, []);
    await juror!.get('/jury/resultat');
    await leader!.get(`/api/v1/editions/${year.id}/publications`);
    t.match((await of('juror@example.no'))[0]!.opened, [{ what: 'result' }]);
    t.match((await of('leader@example.no'))[0]!.opened, [{ what: 'publication' }]);
    const zip = await secretary!.post(`/api/v1/editions/${year.id}/package`);
    t.equal(zip.statusCode, 200, zip.body);
    const words = { subject: 'I fortrolighet', body: 'Hei' };
    const nominated = await secretary!.post(`/api/v1/editions/${year.id}/letter-batches`, {
      title: 'Til de nominerte',
      recipients: { audience: 'nominated' },
      about: 'confidence',
      texts: { nb: words, nn: words },
    });
    t.equal(nominated.statusCode, 201, nominated.body);
    const { id: batch } = nominated.json<{ id: string }>();
    await site.setClock(addMinutes(now, 725));
    const taken = (await of('secretary@example.no'))[0]!.opened.map(({ what }) => what);
    t.same(
      taken.toSorted(),
      ['protocol', 'statements'],
      'whoever takes the year out as a file has opened what is in it',
    );
    t.equal((await secretary!.get(`/api/v1/letter-batches/${batch}`)).statusCode, 200);
    t.match(
      (await of('secretary@example.no'))[0]!.opened.at(-1),
      { what: 'letters', at: addMinutes(now, 725).toISOString() },
      'a mailing to the nominated shows who they are',
    );
    await t.rejects(db.updateTable('outcome_openings').set({ first_at: now }).execute(), /permission denied/);
    await t.rejects(db.deleteFrom('outcome_openings').execute(), /permission denied/);

    const page = `/sekretariat/${year.id}/innsyn`;
    const auditor = await site.as('auditor@dep.example');
    await confirm(auditor);
    for (const [who, status] of [
      [secretary!, 200],
      [chair!, 200],
      [auditor, 200],
      [juror!, 403],
      [leader!, 403],
      [reader, 404],
      [await site.as('applicant@example.no'), 404],
      [site.anyone, 303],
    ] as const)
      t.equal((await who.get(page, { accept: 'text/html' })).statusCode, status);
    for (const lang of LANGS) {
      const { body } = await secretary!.get(`${page}?lang=${lang}`);
      t.same(await htmlProblems(body), [], lang);
      t.match(body, /Den embargoReader[\s\S]*Astrid Admin/);
    }
  },
);

t.test('who comes to take part in the year gets nothing more of its outcome by such a role', async (t) => {
  const site = await secretYear(t);
  const { db, app, year, now, admin } = site;
  const [secretary, applicant] = await Promise.all(
    ['secretary', 'applicant'].map((who) => site.as(`${who}@example.no`)),
  );
  interface Listed {
    email: string;
    part: string;
    state: string;
  }
  const stateOf = async (email: string) =>
    (await secretary!.get(`/api/v1/editions/${year.id}/early-readers`))
      .json<{ readers: Listed[] }>()
      .readers.find((one) => one.email === email && one.part !== 'member')?.state;
  const letIn = [
    ['presse@ks.example', 'communications', `/api/v1/editions/${year.id}/publications`, {}],
    ['plass@ks.example', 'communications', `/api/v1/editions/${year.id}/publications`, {}],
    ['statsrad@ks.example', 'embargoReader', '/api/v1/embargo', {}],
    ['revisor@ks.example', 'auditor', `/api/v1/editions/${year.id}/log`, { editionId: null }],
  ] as const;
  const people: [string, Client, string][] = [];
  for (const [email, role, opens, given] of letIn) {
    const made = await invite(site, role, { email, ...given });
    t.equal(made.statusCode, 201, made.body);
    const who = await site.as(email);
    await confirm(who);
    t.equal(await stateOf(email), 'sees', email);
    t.equal((await who.get(opens)).statusCode, 200, `${email} opens ${opens}`);
    people.push([email, who, opens]);
  }

  const members = `/api/v1/nominations/${year.nominations['Fem bydel']}/members`;
  for (const email of ['presse@ks.example', 'statsrad@ks.example', 'revisor@ks.example', 'ny@ks.example'])
    t.equal((await applicant!.post(members, { email })).statusCode, 201, 'the same for whoever it is');
  await year.as('secretary', now, async (unit) => {
    const seat = await addSeat(unit, year.id, { organisation: 'KS', role: 'deputy' });
    await fillSeat(unit, seat.id, { email: 'plass@ks.example', name: 'Per Plass', language: 'nb' });
  });

  const fill = addressFiller(db);
  const urls = [];
  for (const { method, url, action } of app.routeTable)
    if (method === 'GET' && action !== 'demo' && !url.includes('*')) urls.push(await fill(url, 'stored'));
  for (const [email, who, opens] of people) {
    t.equal(await stateOf(email), 'rests', email);
    t.ok([403, 404].includes((await who.get(opens)).statusCode), `${email} no more at ${opens}`);
    for (const url of urls) {
      const { body, statusCode } = await who.get(url);
      if (secretWords.test(body)) t.fail(`${email} reads of it at ${url} (${statusCode})`);
    }
    const { id } = await db
      .selectFrom('people')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    const page = await admin.get(`/administrasjon/person/${id}`);
    t.match(page.body, /Hviler for 2026: sitter i juryen eller arbeider med en søknad/);
    t.same(await htmlProblems(page.body), []);
  }
  const early = await secretary!.get(`/sekretariat/${year.id}/innsyn`);
  t.match(early.body, /Hviler[\s\S]*Så lenge ser personen ingenting på denne måten/);
  t.same(await htmlProblems(early.body), []);
});

t.test('the list names every way that the rule table opens', async (t) => {
  const ways = new Set<string>();
  for (const action of Object.keys(outcomeActions)) {
    const [resource, name] = action.split('.') as [keyof typeof resources, string];
    const rules = (resources[resource].rules as Record<string, readonly { by: string }[]>)[name];
    t.ok(rules, action);
    for (const { by } of rules ?? []) ways.add(by);
  }
  const seats = [
    'juror',
    'freeJurorAfterClosing',
    'chair',
    'decidingChair',
    'actingChair',
    'voter',
    'applicant',
  ];
  t.same(
    [...ways].filter((by) => !seats.includes(by)).toSorted(),
    [...earlyRoles].toSorted(),
    'roles that open something of the outcome are those of the list',
  );
  t.notOk(ways.has('administrator'));
});

t.test('the words of the rules and their number belong together', async (t) => {
  const words = LANGS.map((lang) => texts(lang).jury.confidence.rules.join('\n')).join('\n');
  t.same(
    [CONFIDENCE_WORDING, createHash('sha256').update(words).digest('hex').slice(0, 16)],
    [3, 'ef36c60635f1b6d4'],
    'when the words change, raise CONFIDENCE_WORDING: everybody is asked anew',
  );
});
