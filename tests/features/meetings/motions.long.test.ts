/** Motions and votes of the jury: who may vote, what carries, in the room and in writing; nothing of it for whoever is out. */
import t from 'tap';
import { count, type Vote } from '../../../src/features/motions/counting.ts';
import { applyDue } from '../../../src/features/due.ts';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import { declareAll, judgingYear, type JuryYear, type Person } from '../../helpers/jury-year.ts';
import { readingAddresses } from '../../helpers/addresses.ts';

t.test('counting: majority, quorum, and the casting vote', async (t) => {
  const rules = { quorum: 3, castingVote: true, presiding: 'for' as Vote | null };
  const votes = (yes: number, no: number, blank = 0): Vote[] => [
    ...Array.from({ length: yes }, () => 'for' as const),
    ...Array.from({ length: no }, () => 'against' as const),
    ...Array.from({ length: blank }, () => 'abstain' as const),
  ];
  t.match(count(votes(3, 2), rules), { outcome: 'carried', castVote: false, tally: { for: 3, against: 2 } });
  t.match(count(votes(2, 3), rules), { outcome: 'fell', castVote: false });
  t.match(count(votes(2, 0), rules), { outcome: 'notQuorate' });
  t.match(count(votes(2, 2), rules), { outcome: 'carried', castVote: true });
  t.match(count(votes(2, 2), { ...rules, presiding: 'against' }), { outcome: 'fell', castVote: true });
  t.match(count(votes(2, 2, 1), { ...rules, presiding: 'abstain' }), { outcome: 'fell', castVote: false });
  t.match(count(votes(2, 2), { ...rules, castingVote: false }), { outcome: 'fell', castVote: false });
  t.match(count(votes(0, 0, 4), rules), { outcome: 'fell', castVote: false }, 'nobody for anything');
});

interface Motion {
  id: string;
  outcome: string | null;
  stands: boolean;
  tally: object | null;
  voters: { name: string; entitled: boolean; vote: string | null; hasVoted: boolean }[];
  allowedActions: string[];
}

/** After the closing, with scoring off; Liv is out of Modum. */
async function deliberating(test: Parameters<typeof judgingYear>[0], settings = {}): Promise<JuryYear> {
  const year = await judgingYear(test, ['Eigersund', 'Modum', 'Oslo'], { scoring: false, settings });
  await declareAll(year, { liv: { Modum: 'connection' } });
  await year.clients.chair.post(`/api/v1/nominations/${year.nominations['Modum']}/conflict-decisions`, {
    personId: year.ids.liv,
    recused: true,
    reason: 'Var med på arbeidet med det.',
  });
  await year.setClock(year.dates.after);
  await year.event('chair', 'closeJudging', { reason: 'Fristen er ute.' });
  return year;
}

const handsOf = ({ clients, editionId, ids, nominations }: JuryYear) => ({
  put: (who: Person, body: object) => clients[who].post(`/api/v1/editions/${editionId}/motions`, body),
  vote: (who: Person, id: string, vote: Vote) =>
    clients[who].send('PUT', `/api/v1/motions/${id}/vote`, { vote }),
  record: (who: Person, id: string, given: Partial<Record<Person, Vote>>) =>
    clients[who].send('PUT', `/api/v1/motions/${id}/votes`, {
      votes: Object.entries(given).map(([juror, vote]) => ({ personId: ids[juror as Person], vote })),
    }),
  close: (who: Person, id: string) => clients[who].post(`/api/v1/motions/${id}/closing`, {}),
  begin: async (out: readonly Person[] = []) => {
    const { id } = (
      await clients.secretary.post(`/api/v1/editions/${editionId}/meetings`, {
        present: (['chair', 'deputyChair', 'nina', 'liv', 'henrik', 'secretary'] as const).map((who) => ({
          personId: ids[who],
          newConflict: false,
        })),
      })
    ).json<{ id: string }>();
    for (const who of out)
      await clients.secretary.post(`/api/v1/meetings/${id}/absences`, { personId: ids[who] });
    return id;
  },
  named: (name: string) => nominations[name]!,
});

t.test('at the meeting', async (t) => {
  const year = await deliberating(t);
  const { clients, ids, db, editionId } = year;
  const { put, vote, record, close, begin, named } = handsOf(year);
  const nominate = { kind: 'nominate', nominationId: named('Eigersund'), body: 'kanari-forslag' };
  t.equal((await put('secretary', nominate)).statusCode, 409, 'no meeting goes on');
  const meeting = await begin(['liv']);
  t.equal((await put('nina', nominate)).statusCode, 403);
  t.equal((await put('applicant', nominate)).statusCode, 404);
  for (const wrong of [
    { kind: 'nominate' },
    { kind: 'procedural' },
    { kind: 'winner', nominationId: editionId },
    { kind: 'procedural', body: 'Vi tar imot ettersendt vedlegg fra Modum.' },
  ])
    t.equal((await put('secretary', wrong)).statusCode, 422, JSON.stringify(wrong));
  const made = await put('secretary', nominate);
  t.equal(made.statusCode, 201, made.body);
  const { id } = made.json<Motion>();
  t.equal((await put('chair', nominate)).statusCode, 409, 'one at a time');

  await t.test('who is out of a candidate has no vote, in any way', async (t) => {
    t.match(
      made.json<Motion>().voters.find(({ name }) => name === 'Liv Torgersdal'),
      { entitled: false, outOf: 'Modum' },
    );
    t.equal((await vote('liv', id, 'for')).statusCode, 404, 'she does not hear of it');
    t.equal((await record('secretary', id, { liv: 'for' })).statusCode, 403);
    await t.rejects(
      db
        .insertInto('motion_votes')
        .values({
          motion_id: id,
          person_id: ids.liv,
          vote: 'for',
          cast_at: year.dates.after,
          recorded_by: ids.liv,
        })
        .execute(),
      /who is out of the choice has no vote/,
      'nor past the service',
    );
    for (const url of await readingAddresses(year, named('Modum')))
      t.notMatch((await clients.liv.get(url)).body, 'kanari-forslag', url);
    for (const who of ['applicant', 'leader'] as const)
      t.not((await clients[who].get(`/api/v1/motions/${id}`)).statusCode, 200, who);
  });

  await t.test('one vote each; of those in the room; none after the closing', async (t) => {
    await clients.secretary.post(`/api/v1/meetings/${meeting}/absences`, { personId: ids.henrik });
    t.equal((await vote('henrik', id, 'for')).statusCode, 409, 'not in the room');
    await clients.secretary.post(`/api/v1/meetings/${meeting}/returns`, { personId: ids.henrik });
    t.equal((await vote('nina', id, 'for')).statusCode, 200);
    t.equal((await vote('nina', id, 'against')).statusCode, 200, 'a mind can be changed');
    t.equal((await record('nina', id, { henrik: 'for' })).statusCode, 403, 'nobody votes for another');
    t.equal(
      (await record('secretary', id, { chair: 'for', deputyChair: 'against', henrik: 'for' })).statusCode,
      200,
    );
    t.same(
      (await db.selectFrom('motion_votes').select('vote').where('person_id', '=', ids.nina).execute()).length,
      1,
    );
    const closed = await close('secretary', id);
    t.match(closed.json(), {
      outcome: 'carried',
      castVote: true,
      presidedBy: 'Sigrid Falkangen',
      tally: { for: 2, against: 2, abstain: 0 },
      stands: true,
    });
    for (const refused of [await vote('nina', id, 'for'), await record('secretary', id, { nina: 'for' })])
      t.equal(refused.statusCode, 409);
    t.equal((await close('secretary', id)).statusCode, 409);
    await t.rejects(db.updateTable('motion_votes').set({ vote: 'for' }).execute(), /the vote is closed/);
    await t.rejects(db.updateTable('motions').set({ outcome: 'fell' }).execute(), /stays as it is/);
  });

  await t.test('dissent is for who voted otherwise, once', async (t) => {
    const dissent = (who: Person) =>
      clients[who].post(`/api/v1/motions/${id}/dissent`, { body: 'For tynt grunnlag.' });
    t.equal((await dissent('henrik')).statusCode, 409);
    t.equal((await dissent('nina')).statusCode, 200);
    t.equal((await dissent('nina')).statusCode, 409);
    t.match((await clients.henrik.get(`/api/v1/motions/${id}`)).json(), {
      dissents: [{ name: 'Nina Hauglien', body: 'For tynt grunnlag.' }],
    });
  });

  await t.test('a decision follows what was carried, and the protocol tells of it', async (t) => {
    const decided = await year.event('chair', 'decideFinalists', {
      decision: { finalists: [named('Eigersund'), named('Oslo')], reason: 'Etter avstemning.' },
    });
    t.equal(decided.statusCode, 200, decided.body);
    const path = `/api/v1/editions/${editionId}`;
    t.match((await clients.chair.get(`${path}/decisions`)).json(), { decisions: [{ motions: [{ id }] }] });
    const protocol = (await clients.chair.get(`${path}/jury-protocol`)).json();
    t.match(protocol, {
      meetings: [{ id: meeting, absences: [{ name: 'Liv Torgersdal' }, { name: 'Henrik Aspelien' }] }],
      motions: [{ id, outcome: 'carried', dissents: [{ name: 'Nina Hauglien' }] }],
    });
    const page = (await clients.chair.get(`/sekretariat/${editionId}/protokoll`)).body;
    t.match(page, /Jurymøte [\s\S]*Liv Torgersdal[\s\S]*Nominere Eigersund[\s\S]*For tynt grunnlag/);
    t.match(
      (await clients.chair.get(`/sekretariat/${editionId}/protokoll.pdf`)).headers['content-type'],
      'pdf',
    );
    const hers = (await clients.liv.get(`${path}/jury-protocol`)).body;
    t.notMatch(hers, /kanari-forslag|For tynt|Modum/);
    await clients.nina.post(`/api/v1/nominations/${named('Oslo')}/declarations`, { answer: 'unsure' });
    t.match(
      (await clients.henrik.get(`/api/v1/motions/${id}`)).json(),
      { outcome: 'carried', stands: false },
      'a connection found later takes it away',
    );
  });
  t.same(year.errors, []);
});

t.test('in writing, with a deadline', async (t) => {
  const year = await deliberating(t, { castingVote: false, dissent: 'counted' });
  const { clients, ids, db, editionId } = year;
  const { put, vote, record, close, named } = handsOf(year);
  const until = addDays(year.dates.after, 2);
  const about = { kind: 'winner', nominationId: named('Oslo') };
  t.equal((await put('secretary', { ...about, closesAt: year.dates.after.toISOString() })).statusCode, 422);
  const made = await put('secretary', { ...about, closesAt: until.toISOString() });
  t.equal(made.statusCode, 201, made.body);
  const { id } = made.json<Motion>();
  const letters = await db
    .selectFrom('letters')
    .select('person_id')
    .where('template', '=', 'voteInWriting')
    .execute();
  t.same(
    letters.map(({ person_id }) => person_id).toSorted(),
    (['chair', 'deputyChair', 'nina', 'henrik'] as const).map((who) => ids[who]).toSorted(),
    'those who vote are told, and nobody else',
  );
  t.equal((await record('secretary', id, { nina: 'for' })).statusCode, 403, 'everybody votes alone');
  for (const [who, given] of [
    ['nina', 'for'],
    ['henrik', 'against'],
    ['chair', 'for'],
  ] as const)
    t.equal((await vote(who, id, given)).statusCode, 200);
  t.equal((await close('secretary', id)).statusCode, 409, 'not before the deadline');
  const sealed = (await clients.secretary.get(`/api/v1/motions/${id}`)).json<Motion>();
  t.equal(sealed.tally, null);
  t.ok(
    sealed.voters.every((one) => one.vote === null),
    'nobody sees a vote before it is closed',
  );
  t.match((await clients.nina.get(`/api/v1/motions/${id}`)).json(), { myVote: 'for', tally: null });
  // At the deadline to the second: too late, whether or not somebody has closed it.
  await year.setClock(until);
  t.equal((await vote('deputyChair', id, 'against')).statusCode, 409);
  // Whoever finds a connection before it is counted has no vote in it.
  await clients.nina.post(`/api/v1/nominations/${named('Eigersund')}/declarations`, { answer: 'unsure' });
  t.match(await applyDue({ db, log: year.services.log }, until), { counted: 1 });
  t.match(await applyDue({ db, log: year.services.log }, addMinutes(until, 1)), { counted: 0 });
  const counted = (await clients.henrik.get(`/api/v1/motions/${id}`)).json<Motion>();
  t.match(counted, { outcome: 'notQuorate', tally: { for: 1, against: 1 } });
  t.ok(
    counted.voters.every((one) => one.vote === null),
    'the regulations count votes, they do not name them',
  );
  t.equal((await clients.henrik.post(`/api/v1/motions/${id}/dissent`, { body: 'x' })).statusCode, 409);
  t.match((await clients.secretary.get(`/api/v1/editions/${editionId}`)).json(), {
    castingVote: false,
    dissent: 'counted',
  });
  t.same(year.errors, []);
});
