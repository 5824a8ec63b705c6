import t from 'tap';
import { declareAll, deliverBallot, judgingYear, jurors, type JuryYear } from '../../helpers/jury-year.ts';

interface Decisions {
  decisions: {
    kind: string;
    departs: boolean;
    reason: string;
    entries: { nominationId: string; organisation: string; outcome: string }[];
    participants: { name: string; tookPart: boolean; note: string }[];
    retracted: { reason: string } | null;
  }[];
}
const decisionsOf = async (
  { clients, editionId }: JuryYear,
  who: 'chair' | 'secretary' | 'deputyChair' = 'chair',
) => (await clients[who].get(`/api/v1/editions/${editionId}/decisions`)).json<Decisions>().decisions;
const points: Record<string, number> = { Arendal: 6, Bergen: 5, Drammen: 4, Eigersund: 3 };

async function decidingYear(t: Parameters<typeof judgingYear>[0], conflict?: 'chair'): Promise<JuryYear> {
  const year = await judgingYear(t, Object.keys(points));
  await declareAll(year, conflict ? { chair: { Bergen: 'connection' } } : {});
  if (conflict)
    await year.clients.deputyChair.post(
      `/api/v1/nominations/${year.nominations['Bergen']}/conflict-decisions`,
      { personId: year.ids.chair, recused: true, reason: 'Bor der.' },
    );
  for (const juror of jurors.slice(conflict ? 1 : 0, 4))
    for (const [name, score] of Object.entries(points))
      await deliverBallot(year, juror, year.nominations[name]!, score, 'Vurdert');
  await year.setClock(year.dates.after);
  const closed = await year.event('chair', 'closeJudging', { reason: 'Fristen er ute.' });
  if (closed.statusCode !== 200) throw new Error(closed.body);
  return year;
}
const idsOf = ({ nominations }: JuryYear, ...names: string[]) => names.map((name) => nominations[name]!);

t.test(
  'the jury decides: with a reason where it departs, retractable until a publication is approved',
  async (t) => {
    const year = await decidingYear(t);
    const { event, clients } = year;

    await t.test('the nominated', async (t) => {
      const departing = { finalists: idsOf(year, 'Arendal', 'Drammen') };
      const refused = await event('chair', 'decideFinalists', { decision: departing });
      t.equal(refused.statusCode, 409, 'Bergen is passed over, and nobody says why');
      t.match(refused.json(), { errors: [{ requirement: 'decisionValid' }] });
      t.equal((await event('liv', 'decideFinalists', { decision: departing })).statusCode, 403);
      t.equal((await event('secretary', 'decideFinalists', { decision: departing })).statusCode, 403);
      t.equal(
        (await event('chair', 'decideFinalists', { decision: { finalists: idsOf(year, 'Arendal') } }))
          .statusCode,
        409,
        'fewer than the range, without a reason',
      );
      t.equal(
        (
          await event('chair', 'decideFinalists', {
            decision: { ...departing, reason: 'Drammen har kommet lengst med brukerne.' },
          })
        ).statusCode,
        200,
      );
      t.match(await decisionsOf(year), [
        {
          kind: 'finalists',
          departs: true,
          entries: [{ organisation: 'Arendal' }, { organisation: 'Drammen' }],
        },
      ]);
      t.equal((await decisionsOf(year))[0]?.participants.filter(({ tookPart }) => tookPart).length, 5);
    });

    await t.test('retracted with a reason, the old one stays in the record', async (t) => {
      t.equal((await event('chair', 'retractFinalists', { reason: ' ' })).statusCode, 409);
      t.equal((await event('chair', 'retractFinalists', { reason: 'Vi tok feil søknad.' })).statusCode, 200);
      t.equal(
        (
          await event('chair', 'decideFinalists', {
            decision: { finalists: idsOf(year, 'Arendal', 'Bergen') },
          })
        ).statusCode,
        200,
      );
      t.match(await decisionsOf(year), [
        { departs: false, retracted: null },
        { retracted: { reason: 'Vi tok feil søknad.' } },
      ]);
    });

    await t.test('twenty decisions at once with different winners: one', async (t) => {
      const { version } = await year.db
        .selectFrom('editions')
        .select('version')
        .where('id', '=', year.editionId)
        .executeTakeFirstOrThrow();
      const [arendal, bergen] = idsOf(year, 'Arendal', 'Bergen');
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          clients.chair.post(`/api/v1/editions/${year.editionId}/events`, {
            type: 'decideWinner',
            version,
            decision: { winner: i % 2 ? arendal : bergen, reason: `Nummer ${i}` },
          }),
        ),
      );
      t.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 1);
      t.equal(answers.filter(({ statusCode }) => statusCode === 409).length, 19);
      const standing = (await decisionsOf(year)).filter(({ kind }) => kind === 'winner');
      t.equal(standing.length, 1);
      t.equal(standing[0]?.entries.length, 1);
    });

    await t.test('the winner is one of the nominated, and not mentioned besides', async (t) => {
      await event('chair', 'retractWinner', { reason: 'På nytt.' });
      const [arendal, drammen] = idsOf(year, 'Arendal', 'Drammen');
      t.equal(
        (await event('chair', 'decideWinner', { decision: { winner: drammen, reason: 'Best' } })).statusCode,
        409,
      );
      t.equal(
        (
          await event('chair', 'decideWinner', {
            decision: { winner: arendal, honourableMentions: [arendal] },
          })
        ).statusCode,
        409,
      );
      t.equal(
        (await event('chair', 'decideWinner', { decision: { noAward: true } })).statusCode,
        409,
        'no award needs a reason',
      );
      t.equal(
        (
          await event('chair', 'decideWinner', {
            decision: { winner: arendal, honourableMentions: idsOf(year, 'Bergen') },
          })
        ).statusCode,
        200,
      );
      t.match((await decisionsOf(year))[0]?.entries, [
        { organisation: 'Arendal', outcome: 'winner' },
        { organisation: 'Bergen', outcome: 'honourableMention' },
      ]);
    });

    await t.test('an outcome is nobody else’s to know', async (t) => {
      t.equal((await clients.applicant.get(`/api/v1/editions/${year.editionId}/decisions`)).statusCode, 404);
      t.equal((await clients.liv.get(`/api/v1/editions/${year.editionId}/decisions`)).statusCode, 403);
      t.equal(
        (await decisionsOf(year, 'secretary')).length > 0,
        true,
        'the secretariat prepares the publication',
      );
      const states = await year.db.selectFrom('nominations').select('state').execute();
      t.ok(
        states.every(({ state }) => state === 'scored'),
        'no state of an application has moved',
      );
    });
    t.same(year.errors, []);
  },
);

t.test(
  'HAB-4: where the chair is out of one of the applications, the deputy chair records the decision',
  async (t) => {
    const year = await decidingYear(t, 'chair');
    const { event, clients, nominations } = year;
    const decision = { finalists: idsOf(year, 'Arendal', 'Bergen') };
    t.equal((await event('chair', 'decideFinalists', { decision })).statusCode, 403);
    const page = await clients.chair.get('/jury/vedtak');
    t.match(page.body, /en annen i juryen beslutningen/);
    t.notMatch(page.body, /Bergen/);
    t.equal((await event('deputyChair', 'decideFinalists', { decision })).statusCode, 200);
    const [made] = await decisionsOf(year, 'deputyChair');
    t.match(
      made?.participants.find(({ tookPart }) => !tookPart),
      { name: 'Sigrid Falkangen', note: 'Bergen' },
    );
    t.same(await decisionsOf(year, 'chair'), [], 'half of the decision would tell the other half');
    t.notMatch((await clients.chair.get(`/sekretariat/${year.editionId}/begrunnelser`)).body, /Bergen/);
    t.equal(
      (await event('chair', 'decideWinner', { decision: { winner: nominations['Arendal'] } })).statusCode,
      403,
      'it is nominated: the chair stays out',
    );
    t.equal(
      (await event('deputyChair', 'decideWinner', { decision: { winner: nominations['Arendal'] } }))
        .statusCode,
      200,
    );
  },
);

t.test('the pages: record, retract, and the reason asked for at its field', async (t) => {
  const year = await decidingYear(t);
  const { clients, nominations, db, editionId } = year;
  const version = async () =>
    String(
      (
        await db
          .selectFrom('editions')
          .select('version')
          .where('id', '=', editionId)
          .executeTakeFirstOrThrow()
      ).version,
    );
  const send = async (rest: Record<string, string | string[]>, path = '/jury/vedtak') =>
    clients.chair.post(path, { version: await version(), ...rest });
  t.match((await clients.chair.get('/jury/vedtak')).body, /Plass 1/);
  t.match((await send({ kind: 'finalists' })).body, /Velg ett av alternativene/);
  const departing = await send({ kind: 'finalists', finalists: idsOf(year, 'Arendal', 'Eigersund') });
  t.equal(departing.statusCode, 422);
  t.match(departing.body, /Skriv hvorfor juryen velger dette/);
  t.match(departing.body, new RegExp(`value="${nominations['Eigersund']}" checked`), 'the choice is kept');
  t.equal((await send({ kind: 'finalists', finalists: idsOf(year, 'Arendal', 'Bergen') })).statusCode, 303);
  t.equal((await send({ 'retract-finalists': 'Feil' }, '/jury/vedtak/finalists/trekk')).statusCode, 303);
  t.equal((await send({ kind: 'finalists', finalists: idsOf(year, 'Arendal', 'Bergen') })).statusCode, 303);
  t.equal((await send({ kind: 'winner', winner: 'none' })).statusCode, 422, 'no award needs a reason');
  t.equal(
    (
      await send({
        kind: 'winner',
        winner: nominations['Arendal']!,
        honourableMentions: nominations['Bergen']!,
      })
    ).statusCode,
    303,
  );
  const page = await clients.chair.get('/jury/vedtak?ferdig=fort');
  t.match(page.body, /Beslutningen er ført/);
  t.match(page.body, /Arendal: vinner/);
  t.same(year.errors, []);
});

t.test(
  'who took part: out of a choice is who is out of anything it is between, chosen or not (HAB-4)',
  async (t) => {
    const year = await judgingYear(t, Object.keys(points));
    const { event, clients, nominations, ids } = year;
    await declareAll(year, { liv: { Bergen: 'connection' }, nina: { Eigersund: 'connection' } });
    for (const [who, name] of [
      ['liv', 'Bergen'],
      ['nina', 'Eigersund'],
    ] as const)
      await clients.chair.post(`/api/v1/nominations/${nominations[name]}/conflict-decisions`, {
        personId: ids[who],
        recused: true,
        reason: 'Arbeider der.',
      });
    await year.setClock(year.dates.after);
    await event('chair', 'closeJudging', { reason: 'Drøftet uten levering.' });
    const outOf = async (type: string, decision: object) => {
      const answer = await event('chair', type, { decision });
      t.equal(answer.statusCode, 200, answer.body);
      const [made] = await decisionsOf(year, 'secretary');
      return made?.participants.filter(({ tookPart }) => !tookPart).map(({ name, note }) => [name, note]);
    };
    const finalists = idsOf(year, 'Arendal', 'Bergen');
    t.same(
      await outOf('decideFinalists', { finalists, reason: 'Drøftet' }),
      [
        ['Liv Torgersdal', 'Bergen'],
        ['Nina Hauglien', 'Eigersund'],
      ],
      'Eigersund was a candidate, too',
    );
    t.same(
      await outOf('decideWinner', { winner: nominations['Arendal'], reason: 'Drøftet' }),
      [['Liv Torgersdal', 'Bergen']],
      'Bergen is nominated though it does not win; Eigersund is not',
    );
    await event('chair', 'retractWinner', { reason: 'På nytt.' });
    t.same(
      await outOf('decideWinner', { noAward: true, reason: 'Ingen når opp.' }),
      [['Liv Torgersdal', 'Bergen']],
      'to give it to nobody is a choice between them, too',
    );
  },
);
