/** The log narrowed down: groups, days, applications; what of the details is shown; and the log of what belongs to no year. */
import t from 'tap';
import { append } from '../../../src/core/audit/audit.ts';
import { readings, shownFields } from '../../../src/features/records/shown.ts';
import { detailLines } from '../../../src/features/records/words.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { LANGS, texts } from '../../../src/ui/text/index.ts';
import type { Client } from '../../helpers/client.ts';
import { granted } from '../../helpers/granted.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { FIRST, toldYear } from '../../helpers/told-year.ts';

interface Entry {
  event: string;
  subjectType: string;
  subject: string | null;
  at: string;
  reason: string | null;
  details: unknown[];
}
const world = await toldYear(t);
const { db, year, now, ids } = world;
await world.tell();
for (const id of ids) await world.answer(id, 'agreed');
const log = async (who: Client, query: Record<string, string> = {}) => {
  const answer = await who.get(`/api/v1/editions/${year.id}/log?${new URLSearchParams(query)}`);
  t.equal(answer.statusCode, 200, answer.body);
  return answer.json<{ entries: Entry[] }>().entries;
};
const named = (entries: readonly Entry[]) => entries.map((one) => `${one.subjectType}.${one.event}`);

/** Writes into the log what the service would. */
const write = (event: {
  subjectType: string;
  event: string;
  subjectId?: string;
  reason?: string;
  payload?: object;
}) =>
  db
    .transaction()
    .execute((trx) =>
      append(trx, { actorId: null, actorName: 'Tjenesten', now, requestId: 'test' }, [
        { editionId: year.id, subjectId: null, ...event, payload: { ...event.payload } },
      ]),
    );
const letters = await db
  .selectFrom('letters')
  .select(['id', 'email', 'nomination_id', 'batch_id'])
  .where('nomination_id', '=', ids[0]!)
  .execute();

t.test('narrowed to a group, and to days', async (t) => {
  const all = await log(world.secretary);
  for (const [kind, own, other] of [
    ['publicity', 'naming.agreeNaming', 'edition.decideFinalists'],
    ['decisions', 'edition.decideFinalists', 'letterBatch.sendBatch'],
    ['letters', 'letterBatch.sendBatch', 'naming.agreeNaming'],
  ] as const) {
    const found = named(await log(world.secretary, { kind }));
    t.ok(found.includes(own), kind);
    t.notOk(found.includes(other), kind);
  }
  const at = new Date(all[0]!.at);
  t.ok((await log(world.secretary, { from: at.toISOString() })).every((one) => new Date(one.at) >= at));
  t.ok((await log(world.secretary, { until: at.toISOString() })).every((one) => new Date(one.at) < at));
  const wrong = await world.secretary.get(`/api/v1/editions/${year.id}/log?kind=tull`);
  t.equal(wrong.statusCode, 422);

  const page = `/sekretariat/${year.id}/logg`;
  const day = now.toISOString().slice(0, 10);
  const narrowed = await world.secretary.get(`${page}?hva=publicity&fra=${day}&til=${day}&soknad=&person=`);
  t.equal(narrowed.statusCode, 200);
  t.match(narrowed.body, /En nominert sa ja til å stå fram/);
  t.notMatch(narrowed.body, /Førte juryens beslutning/);
  t.match(narrowed.body, /value="publicity" selected/);
  t.same(await htmlProblems(narrowed.body), []);
  for (const [query, said] of [
    ['hva=tull', /Velg en av gruppene i listen/],
    ['soknad=tull', /Velg en søknad fra listen/],
    [`person=${ids[0]}`, /Velg en person fra listen/],
    ['fra=2026-13-45', /dato/],
    ['fra=2026-10-02&til=2026-10-01', /samme dag som/],
  ] as const) {
    const refused = await world.secretary.get(`${page}?${query}`);
    t.equal(refused.statusCode, 422, query);
    t.match(refused.body, said);
    t.notMatch(refused.body, /<tbody>/, 'and no answer that could be taken for one');
  }
  await db.transaction().execute((trx) =>
    append(
      trx,
      { actorId: null, actorName: 'Tjenesten', now, requestId: 'test' },
      Array.from({ length: 120 }, () => ({
        editionId: year.id,
        subjectType: 'edition',
        subjectId: year.id,
        event: 'writeNote',
      })),
    ),
  );
  const first = await world.secretary.get(`${page}?hva=year&fra=${day}`);
  t.match(
    first.body,
    new RegExp(`href="[^"]*hva=year&amp;fra=${day}&amp;before=\\d+"`),
    'pages keep the filter',
  );
});

t.test(
  'an application shows its letters and what was answered in confidence only to those who may know',
  async (t) => {
    const told = letters.filter(({ batch_id }) => batch_id !== null);
    t.equal(told.length, 1);
    for (const { id } of letters)
      await write({
        subjectType: 'letter',
        event: id === told[0]!.id ? 'resend' : 'noteReturned',
        subjectId: id,
      });
    const before = await log(world.secretary, { nominationId: ids[0]! });
    t.ok(named(before).includes('letter.resend'));
    t.ok(named(before).includes('naming.agreeNaming'));

    const { id: auditorId } = await db
      .insertInto('people')
      .values({ email: 'revisor@example.no', name: 'Rev Isor', language: 'nb', created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('role_grants')
      .values({
        ...granted(auditorId, 'auditor', addDays(now, -1)),
        edition_id: year.id,
        until_at: addDays(now, 90),
      })
      .execute();
    const auditor = await world.as('revisor@example.no');
    const hidden = async (who: Client, what: string) => {
      const about = named(await log(who, { nominationId: ids[0]! }));
      t.ok(about.includes('letter.noteReturned'), `${what}: other letters stand there`);
      t.notOk(about.includes('naming.agreeNaming'), `${what}: not whose answer it was`);
      t.notOk(about.includes('letter.resend'), `${what}: not who got the letter`);
      for (const entry of await log(who))
        if (entry.subjectType === 'naming' || entry.event === 'resend')
          t.equal(entry.subject, null, `${what}: ${entry.event}`);
    };
    await hidden(auditor, 'an auditor');
    const declared = await world.second.post(`/api/v1/nominations/${ids[1]}/declarations`, {
      answer: 'connection',
      grounds: ['H2'],
    });
    t.ok(declared.statusCode < 300, declared.body);
    await hidden(world.second, 'a secretary who is out of another of them');
    await nothingOfWhy(auditor, world.second);
    t.ok(named(await log(world.secretary, { nominationId: ids[0]! })).includes('naming.agreeNaming'));
  },
);

/** Reasons and details of what the log cannot trace to an application that the reader is not out of. */
async function nothingOfWhy(...who: Client[]): Promise<void> {
  const { id: naming } = await db
    .selectFrom('namings')
    .select('id')
    .where('nomination_id', '=', ids[0]!)
    .executeTakeFirstOrThrow();
  const canary = 'fordi Uglevika kommune';
  const unknown = crypto.randomUUID();
  await write({ subjectType: 'naming', event: 'declineNaming', subjectId: naming, reason: canary });
  await write({
    subjectType: 'nomination',
    event: 'return',
    subjectId: unknown,
    reason: canary,
    payload: { dueAt: now },
  });
  await write({ subjectType: 'feedback', event: 'approveFeedback', subjectId: unknown, reason: canary });
  await write({ subjectType: 'edition', event: 'cancel', subjectId: year.id, reason: 'sagt til alle' });
  for (const one of who) {
    const newest = (await log(one)).slice(0, 4);
    t.equal(newest.length, 4);
    for (const entry of newest.slice(1)) {
      t.equal(entry.reason, null, `${entry.subjectType}.${entry.event}`);
      t.same(entry.details, [], `${entry.subjectType}.${entry.event}`);
    }
    t.equal(newest[0]!.reason, 'sagt til alle', 'of the year everybody who reads the log knows why');
  }
}

t.test('what was registered outside of the form, and objections, belong to their application', async (t) => {
  const received = await db
    .insertInto('received_applications')
    .values({
      edition_id: year.id,
      nomination_id: ids[0]!,
      applicant_kind: 'enterprise',
      organisation_name: FIRST,
      organisation_key: 'x',
      unit_name: '',
      language: 'nb',
      contact_name: 'Kari',
      contact_email: 'kari@example.no',
      came_by: 'post',
      received_at: now,
      reason: 'I posten',
      registered_by: year.people.secretary.personId!,
      registered_at: now,
      approved_by: year.people.second.personId!,
      approved_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const objection = await db
    .insertInto('objections')
    .values({
      edition_id: year.id,
      nomination_id: ids[0]!,
      made_by: year.people.applicant.personId!,
      made_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await write({
    subjectType: 'received',
    event: 'registerReceived',
    subjectId: received.id,
    payload: { cameBy: 'post' },
  });
  await write({ subjectType: 'objection', event: 'object', subjectId: objection.id });
  const about = await log(world.secretary, { nominationId: ids[0]! });
  t.match(
    about.filter(({ subjectType }) => ['received', 'objection'].includes(subjectType)),
    [
      { event: 'object', subject: FIRST },
      { event: 'registerReceived', subject: FIRST },
    ],
  );
});

t.test('of the details stands what is on the list, in words; dates with what they were', async (t) => {
  const closesAt = addDays(world.dates.ceremony_at, 2).toISOString();
  const version = await year.version();
  const moved = await world.secretary.send('PATCH', `/api/v1/editions/${year.id}`, {
    version,
    ceremonyAt: closesAt,
    ceremonyPlace: 'kanarifugl-sted',
  });
  t.equal(moved.statusCode, 200, moved.body);
  const page = async (query: string) =>
    (await world.secretary.get(`/sekretariat/${year.id}/logg?${query}`)).body;
  const shown = await page('hva=year');
  t.match(shown, /Endret: sted for prisutdelingen/);
  t.match(shown, /Prisutdeling: \d+\. \S+ 20\d\d kl\. [\d.]+ → \d+\. \S+ 20\d\d kl\. [\d.]+/);
  t.notMatch(shown, /kanarifugl/);
  for (const subject of Object.keys(shownFields)) {
    const [subjectType = '', event = ''] = subject.split('.');
    await write({
      subjectType,
      event,
      payload: { secret: 'kanarifugl', text: 'kanarifugl', title: 'kanarifugl' },
    });
  }
  await write({
    subjectType: 'letterBatch',
    event: 'sendBatch',
    payload: { title: 'kanarifugl', letters: 3 },
  });
  const [from, to] = ['2026-11-20T09:00:00Z', '2026-11-21T11:30:00Z'];
  await write({
    subjectType: 'publication',
    event: 'movePublication',
    payload: { kind: 'winner', from, to },
  });
  t.match(
    await page(''),
    /Vinneren[\s\S]{0,200}20\. november 2026 kl\. 10\.00[\s\S]{0,200}21\. november 2026 kl\. 12\.30/,
  );
  const answer = await world.secretary.get(`/api/v1/editions/${year.id}/log`);
  t.notMatch((await page('')) + answer.body, /kanarifugl/);
});

/** Read by a person: a name that is added here opens that detail to everybody who reads a log. */
const opened = [
  'ceremonyGuests.shortenSignup: until',
  'edition.amendRules: before, sha256',
  'edition.archivePackage: from, records, to',
  'edition.createEdition: copiedFrom, year',
  'edition.freezeResult: core, version',
  'edition.numberInArchive: number',
  'edition.putCriteria: count',
  'edition.putQuestions: count',
  'edition.recordBeacon: beacon',
  'edition.resumeReminder: at, kind',
  'edition.sendReminderNow: at, kind',
  'edition.stopReminder: at, kind',
  'edition.takeOut: parts',
  'edition.updateEdition: ceremonyAt, closesAt, fields, finalistsAt, judgingEndsAt, opensAt',
  'letterBatch.scheduleBatch: sendAt',
  'nomination.approveExtension: until',
  'nomination.archivePackage: records',
  'nomination.fileContact: kind',
  'nomination.numberInArchive: number',
  'nomination.proposeExtension: until',
  'nomination.return: dueAt',
  'nomination.takeOut: parts',
  'person.confirmConfidence: role',
  'person.endRole: role',
  'person.grantRole: from, role, substituteFor, until',
  'practice.purge: madeAt, year',
  'publication.approvePublication: inPlaceOf, kind',
  'publication.approvePublicationAlone: kind',
  'publication.askToMovePublication: from, kind, to',
  'publication.correctPublication: kind',
  'publication.holdPublication: kind',
  'publication.movePublication: from, inPlaceOf, kind, to',
  'publication.movePublicationAlone: from, kind, to',
  'publication.preparePublication: kind, publishAt',
  'publication.pressPublication: kind',
  'publication.resumePublication: kind',
  'publication.stopPublication: kind',
  'publication.takeDownPublication: kind',
  'received.registerReceived: cameBy, receivedAt',
  'retention.erase: rule',
  'retention.eraseAsked: rule',
  'retention.eraseEarly: rule',
  'seat.addSeat: role',
  'seat.changeSeat: from, role',
];

t.test('the list of details that may be shown is the one that was read, and each has words', async (t) => {
  t.same(
    Object.entries(shownFields)
      .map(([name, fields]) => `${name}: ${Object.keys(fields).toSorted().join(', ')}`)
      .toSorted(),
    opened,
  );
  const sample: Record<(typeof readings)[number], unknown> = {
    instant: now.toISOString(),
    number: 3,
    text: 'tekst',
    hash: 'a'.repeat(64),
    settings: ['texts'],
    publication: 'winner',
    role: 'auditor',
    seat: 'member',
    reminder: 'ballots',
    contact: 'call',
    way: 'post',
    rule: 'drafts',
  };
  for (const lang of LANGS)
    for (const [name, fields] of Object.entries(shownFields)) {
      const [subject_type = '', event = ''] = name.split('.');
      const payload = Object.fromEntries(Object.entries(fields).map(([field, how]) => [field, sample[how]]));
      const lines = detailLines({ subject_type, event, payload }, lang);
      t.equal(lines.length, Object.keys(fields).length, `${lang} ${name}`);
      for (const field of Object.keys(fields))
        t.notOk(
          lines.some((line) => line.startsWith(`${field}:`)),
          line(field),
        );
    }
  t.ok(Object.keys(texts('nb').records.settings).length > 30);
});
const line = (field: string) => `${field} has a name of its own`;

t.test(
  'what belongs to no year has a page: for administrators, auditors, and of less for secretaries',
  async (t) => {
    for (const [who, role] of [
      ['leder', 'administrator'],
      ['tilsyn', 'auditor'],
    ] as const) {
      const { id } = await db
        .insertInto('people')
        .values({ email: `${who}@example.no`, name: `Navn ${who}`, language: 'nb', created_at: now })
        .returning('id')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('role_grants')
        .values(granted(id, role, addDays(now, -1)))
        .execute();
    }
    await world.secretary.post('/api/v1/regions', {});
    const people = /En person kom til/;
    const at = '/administrasjon/logg';
    await db.transaction().execute((trx) =>
      append(trx, { actorId: null, actorName: 'Tjenesten', now, requestId: 'test' }, [
        {
          editionId: null,
          subjectType: 'practice',
          subjectId: null,
          event: 'purge',
          payload: { year: 2026 },
        },
      ]),
    );
    for (const who of ['leder', 'tilsyn']) {
      const page = await (await world.as(`${who}@example.no`)).get(at);
      t.equal(page.statusCode, 200, who);
      t.match(page.body, people);
      t.match(page.body, /Slettet prøverunden[\s\S]*År: 2026/);
      t.notMatch(page.body, /name="soknad"/);
      t.same(await htmlProblems(page.body), []);
    }
    const some = await world.secretary.get(at);
    t.match(some.body, /Slettet prøverunden/);
    t.notMatch(some.body, people, 'people and their roles are for the administrator');
    t.notMatch((await world.secretary.get(`${at}?hva=people`)).body, people);
    t.match((await world.secretary.get('/sekretariat')).body, /href="\/administrasjon\/logg"/);
    for (const who of [world.chair, world.applicant, world.leader])
      t.ok([403, 404].includes((await who.get(at)).statusCode));
    t.equal((await world.anyone.get(at, { accept: 'text/html' })).statusCode, 303);
    t.same(world.errors, []);
  },
);
