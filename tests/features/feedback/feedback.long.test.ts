/** What the jury says to each applicant (issue 4 §4, decision 86): in words, by two people, once the outcome is public, and never to anybody else. */
import t from 'tap';
import { transact } from '../../../src/core/process/unit.ts';
import { openDatabase } from '../../../src/platform/db/open.ts';
import { applyDue } from '../../../src/features/due.ts';
import { updateEdition } from '../../../src/features/editions/commands.ts';
import { createEdition } from '../../../src/features/editions/commands.ts';
import { rulesOf } from '../../../src/features/editions/rules-hash.ts';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import { ensurePerson } from '../../../src/features/people/commands.ts';
import {
  declareAll,
  deliverBallot,
  judgingYear,
  jurors,
  type JuryYear,
  type Person,
} from '../../helpers/jury-year.ts';

const names = ['Lier', 'Modum', 'Sola'] as const;
const word = (name: string) => `tilbakemeldingsfugl-${name.toLowerCase()}`;

/** Judged and closed; Liv is out of Modum, and so is the second secretary. */
async function judged(test: Parameters<typeof judgingYear>[0], settings: object = {}): Promise<JuryYear> {
  const year = await judgingYear(test, names, { settings });
  const { clients, nominations, ids } = year;
  await declareAll(year, { liv: { Modum: 'connection' } });
  await clients.chair.post(`/api/v1/nominations/${nominations['Modum']}/conflict-decisions`, {
    personId: ids.liv,
    recused: true,
    reason: 'Var med på arbeidet med det.',
  });
  await clients.second.post(`/api/v1/nominations/${nominations['Modum']}/declarations`, {
    answer: 'connection',
    grounds: ['H8'],
  });
  for (const [i, name] of names.entries())
    for (const juror of jurors)
      if (!(juror === 'liv' && name === 'Modum'))
        await deliverBallot(year, juror, nominations[name]!, 5 - i, 'Vurdert');
  await year.setClock(year.dates.after);
  await year.event('chair', 'closeJudging', { reason: 'Tiden er ute.' });
  return year;
}

/** Each application gets an applicant of its own, besides the one who has them all. */
async function ownApplicants({ db, play, as, nominations, ids }: JuryYear) {
  const clients: Record<string, Awaited<ReturnType<JuryYear['as']>>> = {};
  for (const [name, id] of Object.entries(nominations)) {
    const email = `${name.toLowerCase()}@example.no`;
    const person = await play('system', new Date(0), (unit) =>
      ensurePerson(unit, { email, name, language: 'nb' }),
    );
    await db
      .insertInto('nomination_members')
      .values({ nomination_id: id, person_id: person.id, added_by: ids.applicant, added_at: new Date(0) })
      .execute();
    clients[name] = await as(email);
  }
  return clients;
}

/** Approved by another and out, both at once or the nominated alone. */
async function publish(year: JuryYear, kind: 'finalists' | 'winner', at: Date) {
  const { clients, editionId, db, ids } = year;
  const made = await clients.secretary.post(`/api/v1/editions/${editionId}/publications`, {
    kind,
    publishAt: at.toISOString(),
    texts: { nb: 'Juryen har valgt.', nn: 'Juryen har valt.' },
  });
  if (made.statusCode !== 201) throw new Error(made.body);
  await db
    .updateTable('publications')
    .set({ approved_by: ids.leader, approved_at: at })
    .where('edition_id', '=', editionId)
    .where('kind', '=', kind)
    .execute();
}

const put = (year: JuryYear, who: Person, name: string, version = 0, body = `Om ${word(name)}`) =>
  year.clients[who].send('PUT', `/api/v1/nominations/${year.nominations[name]}/feedback`, { body, version });
const approve = (year: JuryYear, who: Person, name: string, version = 1) =>
  year.clients[who].post(`/api/v1/nominations/${year.nominations[name]}/feedback/approval`, { version });

t.test('two people, none of them out of it; whoever is not asked gets nothing', async (t) => {
  const year = await judged(t);
  const { clients, nominations, editionId, db, ids } = year;
  for (const [who, status] of [
    ['applicant', 403],
    ['henrik', 403],
    ['liv', 404],
    ['leader', 404],
  ] as const) {
    t.equal((await put(year, who, 'Modum')).statusCode, status, who);
    t.equal((await approve(year, who, 'Modum')).statusCode, status, who);
  }
  t.equal((await put(year, 'second', 'Modum')).statusCode, 403, 'a secretary who is out of it');
  t.equal((await put(year, 'secretary', 'Modum')).statusCode, 200);
  t.equal((await put(year, 'chair', 'Modum', 0, 'Noe annet')).statusCode, 409, 'somebody was faster');
  t.equal((await approve(year, 'secretary', 'Modum')).statusCode, 403, 'never the one who wrote it');
  t.equal((await approve(year, 'chair', 'Modum', 7)).statusCode, 409, 'only what was read');
  t.equal((await approve(year, 'chair', 'Modum')).statusCode, 204);
  await t.rejects(
    db.updateTable('feedbacks').set({ approved_by: ids.secretary }).execute(),
    /feedbacks_two_people/,
    'nor past the service',
  );
  t.equal((await put(year, 'chair', 'Modum', 1, `Bedre: ${word('Modum')}`)).statusCode, 200);
  const list = async (who: Person) =>
    (await clients[who].get(`/api/v1/editions/${editionId}/feedbacks`)).json<{
      feedbacks: { organisation: string; approvedAt: string | null; allowedActions: string[] }[];
    }>().feedbacks;
  t.match(
    (await list('secretary')).find(({ organisation }) => organisation === 'Modum'),
    { approvedAt: null, allowedActions: ['write', 'approve'] },
    'an approval falls with the text',
  );
  t.same(
    (await list('second')).map(({ organisation }) => organisation),
    ['Lier', 'Sola'],
  );
  t.same(await list('henrik'), []);
  t.equal(
    (await clients.leader.get(`/sekretariat/${editionId}/tilbakemeldinger`)).body.includes(word('Modum')),
    false,
  );
  const page = `/sekretariat/${editionId}/tilbakemeldinger`;
  const sola = nominations['Sola']!;
  const stale = await clients.chair.post(`${page}/${sola}`, {
    [`body-${sola}`]: 'Kladd',
    [`version-${sola}`]: 4,
  });
  t.equal(stale.statusCode, 409);
  t.match(stale.body, 'Kladd', 'what was typed is kept');
  t.equal(
    (await clients.chair.post(`${page}/${sola}`, { [`body-${sola}`]: word('Sola'), [`version-${sola}`]: 0 }))
      .statusCode,
    303,
  );
  t.equal((await clients.secretary.post(`${page}/${sola}/godkjenn`, { version: 1 })).statusCode, 303);
  t.match((await clients.secretary.get(page)).body, /Godkjent av Ingeborg Aashagen/);
});

t.test('read by the applicant alone, after the announcement, and then it stays', async (t) => {
  const year = await judged(t, { applicantFigures: true });
  const { clients, nominations, editionId, db, services, dates } = year;
  const own = await ownApplicants(year);
  for (const name of ['Lier', 'Modum']) {
    t.equal((await put(year, 'secretary', name)).statusCode, 200);
    t.equal((await approve(year, 'chair', name)).statusCode, 204);
  }
  t.equal((await put(year, 'secretary', 'Sola')).statusCode, 200);
  const addresses = (name: string) => [
    `/soknad/${nominations[name]}/tilbakemelding`,
    `/api/v1/nominations/${nominations[name]}/feedback`,
    `/soknad/${nominations[name]}`,
    `/api/v1/nominations/${nominations[name]}`,
    '/min-side',
  ];
  const nobody = async (when: string, but: readonly string[] = []) => {
    for (const reader of names)
      for (const about of names) {
        if (reader === about && but.includes(about)) continue;
        for (const url of addresses(about)) {
          const { body, statusCode } = await own[reader]!.get(url);
          t.notMatch(body, word(about), `${when}: ${reader} ${url}`);
          if (url.includes('tilbakemelding') || url.endsWith('/feedback')) t.equal(statusCode, 404);
          else if (reader === about) t.notMatch(body, '/tilbakemelding');
        }
      }
    for (const juror of ['liv', 'henrik', 'leader'] as const)
      for (const url of addresses('Modum'))
        t.notMatch((await clients[juror].get(url)).body, word('Modum'), `${when}: ${juror}`);
  };
  /** Who has been told that there is something to read. */
  const told = async () =>
    (
      await db
        .selectFrom('letters')
        .select(['email', 'subject', 'body', 'nomination_id'])
        .where('template', '=', 'feedback')
        .orderBy('email')
        .execute()
    ).map((letter) => {
      t.notMatch(letter.subject + letter.body, /tilbakemeldingsfugl/, 'a letter holds nothing of it');
      t.match(letter.body, `/soknad/${letter.nomination_id}/tilbakemelding`);
      return letter.email;
    });
  await nobody('before');
  const at = addMinutes(dates.after, 10);
  await year.event('chair', 'decideFinalists', {
    decision: { finalists: [nominations['Lier']], reason: 'Best.' },
  });
  await nobody('decided');
  await year.event('chair', 'decideWinner', {
    decision: { winner: nominations['Lier'], honourableMentions: [], reason: 'Best.' },
  });
  const row = await db
    .selectFrom('editions')
    .selectAll()
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('statements')
    .values({
      nomination_id: nominations['Lier']!,
      nb: 'Godt',
      nn: 'Godt',
      written_by: year.ids.secretary,
      written_at: at,
      approved_by: year.ids.chair,
      approved_at: at,
    })
    .execute();
  await publish(year, 'finalists', row.finalists_at);
  await publish(year, 'winner', row.ceremony_at);
  const nominated = addDays(row.finalists_at, 1);
  await year.setClock(nominated);
  await applyDue(services, nominated);
  await nobody('nominated public');
  t.same(await told(), [], 'nobody is told before it can be read');
  const announced = addMinutes(row.ceremony_at, 1);
  await year.setClock(announced);
  // Before the worker has come by, too: the instant counts.
  for (const name of ['Lier', 'Modum']) {
    const [page, api, overview] = addresses(name);
    t.match((await own[name]!.get(page!)).body, word(name));
    t.match((await own[name]!.get(overview!)).body, '/tilbakemelding');
    t.match((await own[name]!.get(api!)).json(), {
      body: `Om ${word(name)}`,
      figures: name === 'Lier' ? { ballots: 5, mean: '5.00' } : { ballots: 4, mean: '4.00' },
    });
  }
  const both = await Promise.all([applyDue(services, announced), applyDue(services, announced)]);
  t.equal(both[0].answered + both[1].answered, 2, 'once each, however many servers look');
  const first = ['applicant@example.no', 'applicant@example.no', 'lier@example.no', 'modum@example.no'];
  t.same(await told(), first, 'everybody who works on an application that is answered');
  await nobody('winner public', ['Lier', 'Modum']);
  t.match((await own['Modum']!.get(addresses('Modum')[0]!)).body, /Gjennomsnitt av 4 jurymedlemmer/);
  t.equal(
    (await put(year, 'chair', 'Modum', 1, 'Noe annet')).statusCode,
    409,
    'what the applicant has got stays',
  );
  await t.rejects(
    db
      .updateTable('feedbacks')
      .set({ body: 'Noe annet', version: 2, written_at: announced, approved_by: null, approved_at: null })
      .where('nomination_id', '=', nominations['Modum']!)
      .execute(),
    /what the applicant has got stays/,
  );
  t.equal((await approve(year, 'chair', 'Sola')).statusCode, 204, 'a late one is read at once');
  t.match((await own['Sola']!.get(addresses('Sola')[0]!)).body, word('Sola'));
  t.equal((await applyDue(services, addMinutes(announced, 1))).answered, 1);
  t.same(await told(), ['applicant@example.no', ...first, 'sola@example.no'].toSorted(), 'and told of then');
  await t.rejects(
    db.updateTable('feedbacks').set({ approved_by: null, approved_at: null }).execute(),
    /feedbacks_told/,
    'what was told of stays approved',
  );
  t.same(year.errors, []);
});

t.test(
  'where the regulations say so those not nominated read it already then; figures only where promised',
  async (t) => {
    const year = await judged(t, { feedbackFrom: 'nominated' });
    const { nominations, db, editionId } = year;
    const own = await ownApplicants(year);
    for (const name of ['Lier', 'Sola']) {
      await put(year, 'secretary', name);
      await approve(year, 'chair', name);
    }
    await year.event('chair', 'decideFinalists', {
      decision: { finalists: [nominations['Lier']], reason: 'Best.' },
    });
    const row = await db
      .selectFrom('editions')
      .selectAll()
      .where('id', '=', editionId)
      .executeTakeFirstOrThrow();
    await db
      .insertInto('statements')
      .values({
        nomination_id: nominations['Lier']!,
        nb: 'Godt',
        nn: 'Godt',
        written_by: year.ids.secretary,
        written_at: year.dates.after,
        approved_by: year.ids.chair,
        approved_at: year.dates.after,
      })
      .execute();
    await publish(year, 'finalists', row.finalists_at);
    const read = async (name: string) => own[name]!.get(`/api/v1/nominations/${nominations[name]}/feedback`);
    t.equal((await read('Sola')).statusCode, 404);
    await year.setClock(addMinutes(row.finalists_at, 1));
    t.match((await read('Sola')).json(), { body: `Om ${word('Sola')}`, figures: null });
    t.equal((await read('Lier')).statusCode, 404, 'the nominated wait: it could tell of the winner');
    await applyDue(year.services, addMinutes(row.finalists_at, 1));
    const told = await db
      .selectFrom('letters')
      .select('email')
      .where('template', '=', 'feedback')
      .orderBy('email')
      .execute();
    t.same(
      told.map(({ email }) => email),
      ['applicant@example.no', 'sola@example.no'],
      'nor is one of them told',
    );
  },
);

t.test('the promise is frozen with the regulations', async (t) => {
  const year = await judgingYear(t, ['Lier']);
  const { db, services, ids, dates } = year;
  const patch = { feedbackFrom: 'nominated', applicantFigures: true } as const;
  const row = (id: string) =>
    db.selectFrom('editions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const actor = {
    personId: ids.secretary,
    name: '',
    email: 's@example.no',
    lang: 'nb',
    via: 'session',
    roles: [],
  } as const;
  const as = <T>(work: Parameters<typeof transact<T>>[2]) =>
    transact(services.db, { actor: { ...actor, roles: [] }, now: dates.judging, requestId: 'test' }, work);
  await t.rejects(
    as(async (unit) => updateEdition(unit, year.editionId, (await row(year.editionId)).version, patch)),
    { message: 'process/not-now' },
  );
  const { id } = await as((unit) => createEdition(unit, { year: 2027 }));
  const before = await rulesOf(db, await row(id));
  await as(async (unit) => updateEdition(unit, id, (await row(id)).version, patch));
  t.match(await row(id), { feedback_from: 'nominated', applicant_figures: true });
  t.strictNotSame(await rulesOf(db, await row(id)), before);
});

t.test(
  'a year that promised reasons is not put away before everybody has had them (decision 136)',
  async (t) => {
    const year = await judged(t, { reasonsPromised: true });
    const { clients, nominations, editionId, db, services } = year;
    await ownApplicants(year);
    const { ceremony_at: ceremony } = await db
      .selectFrom('editions')
      .select('ceremony_at')
      .where('id', '=', editionId)
      .executeTakeFirstOrThrow();
    t.match((await year.anyone.get('/utlysning')).body, /får juryens begrunnelse i ord/, 'the call says so');
    await put(year, 'secretary', 'Lier');
    await approve(year, 'chair', 'Lier');
    const none = { decision: { noAward: true, reason: 'Ingen nådde opp.' } };
    t.equal((await year.event('chair', 'decideWinner', none)).statusCode, 200);
    await publish(year, 'winner', ceremony);
    const after = addMinutes(ceremony, 1);
    await year.setClock(after);
    await applyDue(services, after);
    await applyDue(services, addMinutes(after, 1));
    // As if the letters to one had never been made.
    const its = (name: string) => nominations[name]!;
    const owner = openDatabase(year.ownerUrl);
    t.teardown(() => owner.destroy());
    const lost = await owner
      .deleteFrom('letters')
      .where('nomination_id', '=', its('Sola'))
      .where('template', 'in', ['outcome', 'notSelected'])
      .returningAll()
      .execute();
    t.ok(lost.length > 0);
    const arrive = () =>
      db.updateTable('letters').set({ state: 'sent', sent_at: after }).where('state', '<>', 'sent').execute();
    await arrive();

    const refused = await year.event('secretary', 'archive');
    t.equal(refused.statusCode, 409);
    t.match(refused.json().errors, [
      { requirement: 'answersGiven', message: /hvordan det gikk: Sola$/ },
      { requirement: 'promisedReasonsGiven', message: /Disse mangler den: Modum, Sola$/ },
    ]);
    const { body } = await clients.secretary.get(`/sekretariat/${editionId}`);
    t.match(body, `href="/sekretariat/${editionId}/tilbakemeldinger#s-${nominations['Modum']}">Modum</a>`);
    t.match(body, `href="/sekretariat/soknad/${nominations['Sola']}">Sola</a>`);
    t.match(
      (await year.event('second', 'archive')).json().errors[1].message,
      /mangler den: …, Sola|mangler den: Sola, …/,
      'who is out of one sees that one is missing, not which',
    );

    for (const name of ['Modum', 'Sola']) {
      await put(year, 'secretary', name);
      await approve(year, 'chair', name);
    }
    await applyDue(services, addMinutes(after, 2));
    await owner.insertInto('letters').values(lost).execute();
    await arrive();
    t.match((await year.event('secretary', 'archive')).json(), { state: 'archived' });
    t.same(year.errors, []);
  },
);

t.test('the promise of reasons is under the hash of the rules, and copied to the next year', async (t) => {
  const year = await judgingYear(t, ['Lier'], { settings: { reasonsPromised: true } });
  const { clients, editionId, db } = year;
  const row = await db
    .selectFrom('editions')
    .selectAll()
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  t.match(await rulesOf(db, row), { feedback: { reasonsToAll: true } });
  t.strictSame(
    'reasonsToAll' in ((await rulesOf(db, { ...row, reasons_promised: null })).feedback ?? {}),
    false,
    'a year that was announced before there was a choice keeps its hash',
  );
  const frozen = await clients.secretary.send('PATCH', `/api/v1/editions/${editionId}`, {
    version: row.version,
    reasonsPromised: false,
  });
  t.equal(frozen.statusCode, 409);
  const { id } = (
    await clients.secretary.post('/api/v1/editions', { year: 2027, copyFrom: editionId })
  ).json();
  t.equal((await clients.secretary.get(`/api/v1/editions/${id}`)).json().reasonsPromised, true);
});
