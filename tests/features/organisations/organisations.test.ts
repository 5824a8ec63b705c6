/** The organisation: its number, what the register says or does not say, and several applications for the same one (ORG-1, 2, 3, 5). */
import pino from 'pino';
import { sql } from 'kysely';
import t from 'tap';
import { loadConfig } from '../../../src/config.ts';
import { refreshLookups } from '../../../src/features/organisations/lookups.ts';
import { readOrganisationNumber } from '../../../src/features/organisations/schema.ts';
import { addDays, realNow } from '../../../src/platform/clock.ts';
import { organisationRegister } from '../../../src/platform/organisation-register.ts';
import { openCall } from '../../helpers/applying.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { registerServer, type Mood } from '../../helpers/register-server.ts';

const valid = [
  '971032146',
  '123456785',
  '987464291',
  '912660680',
  '974760673',
  '701730496',
  '314758625',
  '889640782',
];
const invalid = ['123456789', '701730495', '12345678', '1234567850', 'abcdefghi', '', '000000010'];
const [eigersund = '', home = '', ward = '', gone = '', strange = ''] = valid;

const register = await registerServer(t);
register.entries.set(eigersund, {
  navn: 'EIGERSUND KOMMUNE',
  organisasjonsform: { kode: 'KOMM', beskrivelse: 'Kommune' },
  forretningsadresse: { kommunenummer: '1101' },
  maalform: 'Bokmål',
  somethingNew: { that: 'we do not know' },
});
register.entries.set(home, {
  navn: 'LAGÅRD BO- OG SERVICESENTER',
  organisasjonsform: { kode: 'BEDR' },
  beliggenhetsadresse: { kommunenummer: '1101' },
  overordnetEnhet: eigersund,
});
register.entries.set(ward, {
  navn: 'AVDELING 2',
  organisasjonsform: { kode: 'AAFY' },
  overordnetEnhet: home,
});
register.entries.set(gone, null);
const call = await openCall(t, { ENHETSREGISTERET_URL: register.url, ENHETSREGISTERET_TIMEOUT: '400' });
const { db } = call.services;
const secretary = await call.as('secretary@example.no');
const quiet = pino({ level: 'silent' });
const ask = (number: string, url = register.url) =>
  organisationRegister(
    loadConfig({ ENHETSREGISTERET_URL: url, ENHETSREGISTERET_TIMEOUT: '400' }),
    quiet,
    0,
  ).ask(number);

t.test(
  'mod 11, the same in the code, the browser and the database; spaces are allowed (ORG-1)',
  async (t) => {
    for (const number of valid) t.equal(readOrganisationNumber(number), number);
    for (const number of invalid) t.equal(readOrganisationNumber(number), undefined, number);
    t.equal(readOrganisationNumber('974 760 673'), '974760673');
    t.equal(readOrganisationNumber(' 974.760\u00A0673 '), '974760673');
    for (const number of [...valid, ...invalid]) {
      const { rows } = await sql<{
        ok: boolean;
      }>`select organisation_number_is_valid(${number}) as ok`.execute(db);
      t.equal(rows[0]?.ok, valid.includes(number), `${number} in SQL`);
    }
  },
);

t.test('every way the register can answer or fail has a path (ORG-2)', async (t) => {
  t.match(await ask(eigersund), {
    status: 'found',
    entry: {
      name: 'EIGERSUND KOMMUNE',
      form: 'KOMM',
      municipality: '1101',
      languageForm: 'Bokmål',
      parent: null,
    },
  });
  t.match(await ask(home), { status: 'found', entry: { form: 'BEDR', parent: eigersund } });
  t.same(await ask(gone), { status: 'removed' });
  t.same(await ask(strange), { status: 'unknown' });
  const failures: [Mood, string][] = [
    ['slow', 'slow'],
    ['down', 'down'],
    ['nonsense', 'nonsense'],
    ['endless', 'nonsense'],
    ['otherNumber', 'nonsense'],
    ['redirects', 'down'],
    ['hangsUp', 'down'],
  ];
  for (const [mood, why] of failures) {
    register.mood = mood;
    t.same(await ask(eigersund), { status: 'notAnswered', why }, mood);
  }
  register.mood = 'well';
  t.same(await ask(eigersund, 'http://127.0.0.1:1'), { status: 'notAnswered', why: 'down' });
  t.same(await ask(eigersund, 'off'), { status: 'notAnswered', why: 'off' });
});

t.test('after a failure it is left alone for a while, and one question is asked once', async (t) => {
  const own = organisationRegister(loadConfig({ ENHETSREGISTERET_URL: register.url }), quiet, 60_000);
  register.asked.length = 0;
  const both = await Promise.all([own.ask(eigersund), own.ask(eigersund)]);
  t.same([both[0], register.asked.length], [both[1], 1]);
  register.mood = 'down';
  await own.ask(strange);
  const before = register.asked.length;
  t.same(await own.ask(home), { status: 'notAnswered', why: 'resting' });
  t.equal(register.asked.length, before, 'nobody waits for it again');
  register.mood = 'well';
});

t.test(
  'saved whatever the register does; "not confirmed" is shown to the secretariat, the snapshot stays (ORG-2, ORG-3)',
  async (t) => {
    const kari = await call.as('kari@eigersund.example');
    register.mood = 'down';
    const { id } = await call.draft(kari, 'Eigersund', { organisationNumber: '971 032 146' });
    const organisation = `/api/v1/nominations/${id}/organisation`;
    t.match((await kari.get(organisation)).json(), {
      number: eigersund,
      register: { status: 'notConfirmed' },
    });
    await call.fillIn(kari, id);
    await call.submit(kari, id);
    t.match((await secretary.get(organisation)).json(), {
      register: { status: 'notConfirmed' },
      registerWhenSent: { status: 'notConfirmed' },
    });
    for (const path of [`/sekretariat/soknad/${id}`, `/sekretariat/${call.year.id}/soknader`]) {
      const page = await secretary.get(path);
      t.same(await htmlProblems(page.body), []);
      t.match(page.body, 'Ikke bekreftet', path);
    }
    register.mood = 'well';
    const own = { ...call.services, organisations: organisationRegister(call.services.config, quiet, 0) };
    t.ok((await refreshLookups(own)) > 0, 'the tick asks again');
    t.match((await secretary.get(organisation)).json(), {
      register: { status: 'confirmed', name: 'EIGERSUND KOMMUNE', municipality: '1101' },
      registerWhenSent: { status: 'notConfirmed', name: null },
    });
    t.match((await secretary.get(`/sekretariat/soknad/${id}`)).body, /Bekreftet[\s\S]*EIGERSUND KOMMUNE/);
    register.asked.length = 0;
    t.equal(await refreshLookups(own), 0);
    t.equal(register.asked.length, 0, 'a fresh answer is kept');
    await db
      .updateTable('organisation_lookups')
      .set({ fetched_at: addDays(realNow(), -8) })
      .execute();
    register.entries.set(eigersund, { navn: 'NYE EIGERSUND' });
    t.ok((await refreshLookups(own)) > 0, 'an old one is asked for again');
    t.match((await kari.get(organisation)).json(), {
      register: { name: 'NYE EIGERSUND' },
      registerWhenSent: { name: null },
    });
    await t.rejects(db.updateTable('submissions').set({ register: null }).execute(), /permission denied/);
    register.entries.set(eigersund, { navn: 'EIGERSUND KOMMUNE' });
  },
);

t.test('the page about the applicant, without scripts', async (t) => {
  const ola = await call.as('ola@modum.example');
  const { id } = await call.draft(ola, 'Modum');
  const here = `/soknad/${id}/soker`;
  const page = await ola.get(here);
  t.same(await htmlProblems(page.body), []);
  const wrong = await ola.post(here, { version: 0, organisationNumber: '123 456 789', unit: 'Min enhet' });
  t.equal(wrong.statusCode, 422);
  t.match(wrong.body, /123 456 789/, 'what was typed is kept');
  t.match(wrong.body, /Min enhet/);
  t.match(wrong.body, /Dette er ikke et organisasjonsnummer/);
  const saved = await ola.post(here, { version: 0, organisationNumber: gone, unit: 'Min enhet' });
  t.equal(saved.statusCode, 303);
  const after = await ola.get(String(saved.headers.location));
  t.match(after.body, /Slettet/);
  t.match(after.body, /kan sende inn søknaden likevel/);
  t.equal(
    (await ola.post(here, { version: 0, organisationNumber: '', unit: '' })).statusCode,
    409,
    'somebody was faster',
  );
  const put = await ola.send('PUT', `/api/v1/nominations/${id}/organisation`, {
    version: 1,
    organisationNumber: strange,
  });
  t.match(put.json(), { number: strange, unit: '', register: { status: 'unknown' }, version: 2 });
  const started = await ola.post('/soknad/ny?slag=virksomhet', {
    organisation: 'Solbakken',
    organisationNumber: '701730495',
    language: 'nb',
  });
  t.equal(started.statusCode, 422);
  t.match(started.body, /Dette er ikke et organisasjonsnummer/);
  await call.setClock(addDays(call.dates.closes_at, 1));
  t.equal((await ola.post(here, { version: 2, unit: 'For sent' })).statusCode, 409);
  t.notMatch((await ola.get(here)).body, /<form[^>]*soker/);
  await call.setClock(call.during);
});

t.test(
  'a name that was written wrong can be mended until the deadline; one of the register stays',
  async (t) => {
    const siri = await call.as('siri@solbakken.example');
    const { id } = await call.draft(siri, 'Solbaken', { kind: 'enterprise' });
    const here = `/soknad/${id}/soker`;
    t.match((await siri.get(here)).body, 'value="Solbaken"');
    const empty = await siri.post(here, { version: 0, organisation: ' ', unit: 'Avdeling 2' });
    t.match([empty.statusCode, empty.body], [422, /Fyll ut dette feltet[\s\S]*value="Avdeling 2"/]);
    const mended = { version: 0, organisation: ' Solbakken ', unit: 'Avdeling 2' };
    t.equal((await siri.post(here, mended)).statusCode, 303);
    t.match((await siri.get(`/soknad/${id}`)).body, /<h1[^>]*>Solbakken</);
    const row = await db
      .selectFrom('nominations')
      .select(['organisation_name', 'organisation_key', 'version'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    t.match(row, { organisation_name: 'Solbakken', organisation_key: 'navn:solbakken', version: 1 });
    await (
      await call.as('nils@solbakken.example')
    ).post(`/api/v1/editions/${call.year.id}/join-requests`, {
      kind: 'enterprise',
      organisation: 'Solbakken',
    });
    t.match((await siri.get('/api/v1/join-requests')).json().requests, [{ organisation: 'Solbakken' }]);
    const api = `/api/v1/nominations/${id}/organisation`;
    t.match((await siri.send('PUT', api, { version: 1, unit: '' })).json(), {
      name: 'Solbakken',
      version: 2,
    });

    const per = await call.as('per@bokn.example');
    const bokn = await call.draft(per, 'Bokn');
    t.notMatch((await per.get(`/soknad/${bokn.id}/soker`)).body, 'name="organisation"');
    const other = { version: 0, organisation: 'Utsira' };
    const refused = await per.send('PUT', `/api/v1/nominations/${bokn.id}/organisation`, other);
    t.match([refused.statusCode, refused.json()], [422, { errors: [{ field: 'organisation' }] }]);
    await call.setClock(call.dates.closes_at);
    t.equal((await siri.post(here, { version: 2, organisation: 'Annet' })).statusCode, 409);
    await call.setClock(call.during);
  },
);

t.test(
  'the same organisation, the one above and the one below: the secretariat is told, a stranger learns nothing (ORG-5)',
  async (t) => {
    const people = await Promise.all(['en', 'to', 'tre'].map((who) => call.as(`${who}@hemmelig.example`)));
    const [en, to, tre] = people as [typeof secretary, typeof secretary, typeof secretary];
    const enterprise = (organisation: string, organisationNumber: string) =>
      [organisation, { kind: 'enterprise', organisationNumber, unit: `Kanari ${organisation}` }] as const;
    const first = await call.draft(en, ...enterprise('Lagård', home));
    const second = await call.draft(to, ...enterprise('Avdelingen', ward));
    const third = await call.draft(tre, ...enterprise('Lagård bosenter', home));
    const oslo = await call.draft(tre, 'Oslo');
    const district = await call.draft(tre, 'Frogner', { kind: 'district' });
    await refreshLookups(call.services);
    await refreshLookups(call.services);
    const list = (await secretary.get(`/sekretariat/${call.year.id}/soknader`)).body;
    t.match(list, /Flere søknader/);
    const seen = async (who: typeof secretary, id: string) =>
      (await who.get(`/api/v1/nominations/${id}/organisation`)).json().duplicates as {
        id: string;
        why: string;
      }[];
    for (const [who, mine] of [
      [en, first],
      [to, second],
    ] as const) {
      t.same(await seen(who, mine.id), [], 'others are not mentioned');
      for (const path of [`/soknad/${mine.id}/soker`, `/soknad/${mine.id}`, `/soknad/${mine.id}/forhandsvis`])
        t.notMatch((await who.get(path)).body, /Flere søknader|Kanari (?!Lagård|Avdelingen)/);
    }
    t.match(await seen(tre, oslo.id), [{ id: district.id, why: 'child' }], 'one is told of one’s own');
    t.match(await seen(tre, third.id), []);
    t.match((await tre.get(`/soknad/${oslo.id}/soker`)).body, 'Frogner');
    await call.fillIn(en, first.id);
    await call.submit(en, first.id);
    const told = await seen(secretary, first.id);
    t.same(Object.fromEntries(told.map(({ id, why }) => [id, why])), {
      [second.id]: 'child',
      [third.id]: 'same',
      ...Object.fromEntries(told.filter(({ why }) => why === 'parent').map(({ id }) => [id, 'parent'])),
    });
    t.ok(
      told.some(({ why }) => why === 'parent'),
      'Eigersund itself applies, too',
    );
    t.match((await secretary.get(`/sekretariat/soknad/${first.id}`)).body, /Flere søknader kan gjelde/);
    t.equal((await en.get(`/api/v1/nominations/${second.id}/organisation`)).statusCode, 404);
  },
);
