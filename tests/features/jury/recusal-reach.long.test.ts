/** How far a recusal reaches, and what it does to a choice. */
import { sql } from 'kysely';
import t from 'tap';
import { choiceBetween, mayChooseBetween } from '../../../src/features/jury/choice.ts';
import type { Reach } from '../../../src/features/jury/schema.ts';
import {
  ballotOf,
  declareAll,
  deliverBallot,
  judgingYear,
  type Juror,
  type JuryYear,
} from '../../helpers/jury-year.ts';

const enough = 'x'.repeat(20);
const short = 'x'.repeat(19);

async function recuse(
  { clients, nominations, ids }: JuryYear,
  juror: Juror,
  name: string,
  {
    ground = 'H9',
    by = 'chair',
    ...verdict
  }: { ground?: string; by?: Juror; reach?: Reach; reason?: string } = {},
): Promise<number> {
  const id = nominations[name]!;
  await clients[juror].post(`/api/v1/nominations/${id}/declarations`, {
    answer: 'connection',
    grounds: [ground],
  });
  const made = await clients[by].post(`/api/v1/nominations/${id}/conflict-decisions`, {
    personId: ids[juror],
    recused: true,
    reason: enough,
    ...verdict,
  });
  return made.statusCode;
}

t.test(
  'HAB-3: employed by one applicant, out of the whole year, until the others decide otherwise',
  async (t) => {
    const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss']);
    const { clients, nominations, ids, editionId, db } = year;
    await declareAll(year);
    await deliverBallot(year, 'liv', nominations['Eigersund']!, 5, 'Levert før hun sa fra');
    t.equal(await recuse(year, 'liv', 'Modum', { ground: 'H1' }), 201);
    const states = async () =>
      (await db.selectFrom('ballots').select('state').where('person_id', '=', ids.liv).execute()).map(
        ({ state }) => state,
      );
    t.same(await states(), ['recused', 'recused', 'recused'], 'out of every application');
    for (const id of Object.values(nominations))
      t.equal((await clients.liv.get(`/jury/soknad/${id}`)).statusCode, 403);
    for (const path of ['/jury', '/jury/habilitet', '/min-side', `/api/v1/editions/${editionId}/ballots`])
      t.notMatch((await clients.liv.get(path)).body, /Eigersund|Voss/, `${path} names no other application`);

    const again = (reason: string) =>
      clients.chair.post(`/api/v1/nominations/${nominations['Modum']}/conflict-decisions`, {
        personId: ids.liv,
        recused: true,
        reach: 'choices',
        reason,
      });
    t.equal((await again(short)).statusCode, 422, 'narrower than the regulations takes a reason');
    t.equal((await again('Hun er permittert og arbeider ikke der.')).statusCode, 201);
    t.same((await states()).toSorted(), ['assigned', 'assigned', 'recused'], 'back in the others');
    t.equal((await clients.liv.get(`/jury/soknad/${nominations['Voss']}`)).statusCode, 200);

    // Another juror, out of the year for the sake of an application that then withdraws.
    t.equal(await recuse(year, 'nina', 'Modum', { ground: 'H4' }), 201);
    t.equal((await clients.nina.get(`/jury/soknad/${nominations['Voss']}`)).statusCode, 403);
    const { version } = await db
      .selectFrom('nominations')
      .select('version')
      .where('id', '=', nominations['Modum']!)
      .executeTakeFirstOrThrow();
    const withdrawn = await clients.applicant.post(`/api/v1/nominations/${nominations['Modum']}/events`, {
      type: 'withdraw',
      version,
    });
    t.equal(withdrawn.statusCode, 200, withdrawn.body);
    t.equal(
      (await clients.nina.get(`/jury/soknad/${nominations['Voss']}`)).statusCode,
      200,
      'it competes with nobody',
    );
    t.equal(
      (await ballotOf(year, 'nina', nominations['Voss']!)).state,
      'assigned',
      'and the ballot is hers again',
    );
    t.same(year.errors, []);
  },
);

t.test('a chair who is out of the whole year: the deputy chair leads', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum']);
  const { clients, editionId } = year;
  await declareAll(year);
  t.equal(await recuse(year, 'chair', 'Modum', { ground: 'H4', by: 'deputyChair' }), 201);
  t.equal((await clients.chair.get(`/api/v1/editions/${editionId}/progress`)).statusCode, 403);
  t.equal((await clients.deputyChair.get(`/api/v1/editions/${editionId}/progress`)).statusCode, 200);
  await year.setClock(year.dates.after);
  t.equal((await year.event('chair', 'closeJudging', { reason: 'Tiden er ute.' })).statusCode, 403);
  t.equal((await year.event('deputyChair', 'closeJudging', { reason: 'Tiden er ute.' })).statusCode, 200);
});

t.test('who may take part in a choice, by reach; and the quorum (HAB-7)', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss']);
  const { db, nominations, ids, editionId } = year;
  const { Eigersund, Modum, Voss } = nominations;
  await declareAll(year);
  await recuse(year, 'liv', 'Modum', { reach: 'application' });
  await recuse(year, 'nina', 'Modum');
  await recuse(year, 'henrik', 'Voss', { ground: 'H1' });
  const out = async (...candidates: (string | undefined)[]) =>
    (await choiceBetween(db, editionId, candidates as string[])).people
      .filter(({ takesPart }) => !takesPart)
      .map(({ name }) => name);
  t.same(
    await out(Eigersund, Modum),
    ['Nina Hauglien', 'Henrik Aspelien'],
    'application: votes on others, too',
  );
  t.same(
    await out(Modum),
    ['Nina Hauglien', 'Liv Torgersdal', 'Henrik Aspelien'],
    'but not on that one alone',
  );
  t.same(
    await out(Eigersund, Voss),
    ['Henrik Aspelien'],
    'the whole year, also where Modum is not a candidate',
  );
  t.equal(await mayChooseBetween(db, editionId, [Eigersund!, Modum!], ids.liv), true);
  t.equal(await mayChooseBetween(db, editionId, [Eigersund!, Modum!], ids.nina), false);
  t.equal(await mayChooseBetween(db, editionId, [Eigersund!], ids.vara), false, 'not called in');

  const { quorum, count, quorate } = await choiceBetween(db, editionId, [Eigersund!, Modum!]);
  t.same({ quorum, count, quorate }, { quorum: 3, count: 3, quorate: true });
  await year.setClock(year.dates.after);
  t.equal(
    (await year.event('chair', 'closeJudging', { reason: 'Tiden er ute.' })).statusCode,
    409,
    'Voss and Modum',
  );
  const { rows } = await sql<{ seats: number; quorum: number }>`
    select n as seats, greatest(3, (n + 1) / 2) as quorum from generate_series(1, 12) n`.execute(db);
  for (const { seats, quorum: expected } of rows) {
    const found = await db
      .transaction()
      .execute(async (trx) => {
        await trx.updateTable('seats').set({ role: 'deputy' }).where('edition_id', '=', editionId).execute();
        await trx
          .insertInto('seats')
          .values(
            Array.from({ length: seats }, (_, i) => ({
              edition_id: editionId,
              organisation: 'X',
              role: 'member' as const,
              position: 100 + i,
            })),
          )
          .execute();
        const { rows: answer } = await sql<{
          quorum: number;
        }>`select quorum_of(${editionId}) as quorum`.execute(trx);
        throw answer[0]!.quorum;
      })
      .catch((error: unknown) => error);
    t.equal(found, expected, `${seats} seats`);
  }
});

t.test('HAB-7: a decision below the quorum is refused, and names who is out', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss']);
  const { nominations, event } = year;
  await declareAll(year);
  await recuse(year, 'liv', 'Modum');
  await recuse(year, 'nina', 'Voss');
  await year.setClock(year.dates.after);
  t.equal((await event('chair', 'closeJudging', { reason: 'Tiden er ute.' })).statusCode, 200);
  await recuse(year, 'henrik', 'Eigersund');
  const decision = { finalists: [nominations['Eigersund'], nominations['Voss']], reason: 'Drøftet i møtet.' };
  const refused = await event('chair', 'decideFinalists', { decision });
  t.equal(refused.statusCode, 409);
  t.match(refused.json<{ errors: { requirement: string; message: string }[] }>().errors, [
    { requirement: 'choiceQuorate', message: /Nina Hauglien.*Liv Torgersdal.*Henrik Aspelien/s },
  ]);
  const page = await year.clients.chair.get('/jury/vedtak');
  t.match(page.body, /2 av 5 deltar\. Det kreves minst 3\./);
  t.match(page.body, /Bare 2 kan delta/);

  const seats = (await year.clients.secretary.get(`/api/v1/editions/${year.editionId}/seats`)).json<{
    seats: { id: string; role: string }[];
  }>().seats;
  await year.clients.secretary.send(
    'PATCH',
    `/api/v1/seats/${seats.find(({ role }) => role === 'deputy')!.id}`,
    {
      role: 'member',
    },
  );
  t.equal(
    (await event('chair', 'decideFinalists', { decision })).statusCode,
    409,
    'a deputy who has not answered',
  );
  await declareAll(year, {}, ['vara']);
  t.equal(
    (await event('chair', 'decideFinalists', { decision })).statusCode,
    200,
    'HAB-8: called in, and answered',
  );
  const decided = (await year.clients.secretary.get(`/api/v1/editions/${year.editionId}/decisions`)).json<{
    decisions: { quorum: number; participants: { name: string; tookPart: boolean; note: string }[] }[];
  }>().decisions[0]!;
  t.equal(decided.quorum, 3, 'the deputy raised no quorum');
  t.same(
    decided.participants.filter(({ tookPart }) => !tookPart).map(({ name, note }) => [name, note]),
    [
      ['Henrik Aspelien', 'Eigersund'],
      ['Liv Torgersdal', 'Modum'],
      ['Nina Hauglien', 'Voss'],
    ],
  );
  t.same(year.errors, []);
});

t.test(
  'HAB-6: a connection found after the decision voids the ballot and opens the decision again',
  async (t) => {
    const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss', 'Halden']);
    const { nominations, event, db, ids, editionId, clients } = year;
    await declareAll(year);
    for (const id of Object.values(nominations)) await deliverBallot(year, 'liv', id, 5, 'Vurdert');
    await year.setClock(year.dates.after);
    await event('chair', 'closeJudging', { reason: 'Tiden er ute.' });
    const finalists = ['Eigersund', 'Modum'].map((name) => nominations[name]!);
    const decide = () =>
      event('chair', 'decideFinalists', { decision: { finalists, reason: 'Drøftet i møtet.' } });
    t.equal((await decide()).statusCode, 200);
    t.equal(
      (await event('chair', 'decideWinner', { decision: { winner: finalists[0], reason: 'Drøftet.' } }))
        .statusCode,
      200,
    );
    await clients.liv.post(`/api/v1/nominations/${nominations['Voss']}/declarations`, {
      answer: 'connection',
      grounds: ['H7'],
    });
    const edition = await db
      .selectFrom('editions')
      .select('state')
      .where('id', '=', editionId)
      .executeTakeFirst();
    t.equal(edition?.state, 'deliberating', 'Voss was a candidate, though not chosen');
    const decisions = await db
      .selectFrom('decisions')
      .select(['kind', 'retracted_by', 'retraction_reason'])
      .orderBy('decided_at')
      .orderBy('kind')
      .execute();
    t.match(decisions, [
      { kind: 'finalists', retracted_by: null, retraction_reason: /meldt en tilknytning/ },
      { kind: 'winner', retracted_by: null },
    ]);
    t.equal(
      (
        await clients.chair.post(`/api/v1/nominations/${nominations['Voss']}/conflict-decisions`, {
          personId: ids.liv,
          recused: true,
          reason: 'Hun veiledet arbeidet.',
        })
      ).statusCode,
      201,
    );
    const ballot = await db
      .selectFrom('ballots')
      .select('state')
      .where('person_id', '=', ids.liv)
      .where('nomination_id', '=', nominations['Voss']!)
      .executeTakeFirst();
    t.equal(ballot?.state, 'voided', 'kept, and marked');
    const page = await clients.chair.get('/jury/vedtak');
    t.match(page.body, /har senere meldt en tilknytning/);
    t.match(page.body, /Deltar ikke: ute av Voss/);

    t.equal((await decide()).statusCode, 200, 'decided again, without her');
    await clients.liv.post(`/api/v1/nominations/${nominations['Halden']}/declarations`, {
      answer: 'unsure',
    });
    const still = await db
      .selectFrom('editions')
      .select('state')
      .where('id', '=', editionId)
      .executeTakeFirst();
    t.equal(still?.state, 'deliberating', 'her points on Halden counted, though she took no part');
    t.same(year.errors, []);
  },
);

t.test('a ballot for a recused application is refused by the service and by the database', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum']);
  const { nominations, db, clients } = year;
  await declareAll(year);
  const ballot = await ballotOf(year, 'liv', nominations['Modum']!);
  await clients.liv.post(`/api/v1/nominations/${nominations['Modum']}/declarations`, { answer: 'unsure' });
  const [criterion] = ballot.scores;
  const body = { scores: [{ criterionId: criterion!.criterionId, version: 0, assessment: 'Likevel' }] };
  t.equal((await clients.liv.send('PATCH', `/api/v1/ballots/${ballot.id}/scores`, body)).statusCode, 403);
  await t.rejects(
    db
      .insertInto('ballot_scores')
      .values({
        ballot_id: ballot.id,
        criterion_id: criterion!.criterionId,
        assessment: 'Likevel',
        updated_at: year.dates.judging,
      })
      .execute(),
    /who is out of it does not judge/,
  );
  await t.rejects(
    db.updateTable('standings').set({ standing: 'free', reach: null }).execute(),
    /permission denied/,
    'where people stand follows from what was said, and from nothing else',
  );
});

t.test('a partner who comes later asks everybody again; what was closed stays closed', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum']);
  const { nominations, db, clients, editionId } = year;
  await declareAll(year);
  await recuse(year, 'liv', 'Modum');
  const standing = async (who: Juror) =>
    (await clients[who].get(`/api/v1/editions/${editionId}/declarations`))
      .json<{ declarations: { organisation: string; standing: string }[] }>()
      .declarations.find(({ organisation }) => organisation === 'Modum')?.standing;
  await db
    .updateTable('nominations')
    .set({ partners: ['Sigdal kommune'] })
    .where('id', '=', nominations['Modum']!)
    .execute();
  t.equal(await standing('nina'), 'undeclared');
  t.equal(await standing('liv'), 'recused');
  const page = await clients.nina.get('/jury/habilitet');
  t.match(page.body, /Sammen med Sigdal kommune/);
  t.equal(
    (await clients.nina.get(`/jury/soknad/${nominations['Modum']}`)).statusCode,
    303,
    'the questions first',
  );
  await clients.nina.post(`/api/v1/nominations/${nominations['Modum']}/declarations`, { answer: 'none' });
  t.equal(await standing('nina'), 'free');
  await db.updateTable('nominations').set({ partners: [] }).where('id', '=', nominations['Modum']!).execute();
  t.equal(await standing('nina'), 'free', 'a partner who leaves asks nobody');
});
