/** Scores that are agreed on at the meeting (issue 4 §4, decision 85): beside what was delivered, by two people, until the jury has decided. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import t from 'tap';
import { readFull } from '../../../src/core/record/result-file.ts';
import { recompute } from '../../../src/core/record/recompute.ts';
import { checkInvariants } from '../../../src/features/records/check.ts';
import { addMinutes } from '../../../src/platform/clock.ts';
import { rawKey, verify } from '../../../src/platform/signed-document.ts';
import {
  ballotOf,
  declareAll,
  deliverBallot,
  judgingYear,
  type JuryYear,
  type Person,
} from '../../helpers/jury-year.ts';
import { due, frozenFile, frozenList, npmVerify } from '../../helpers/frozen-year.ts';

const who = ['chair', 'deputyChair', 'nina', 'henrik'] as const;
const given = { Modum: [5, 4, 3, 4], Sola: [4, 4, 4, 3] } as const;

/** Closed, and a meeting goes on where Modum is treated; Liv is out of it. */
async function atMeeting(test: Parameters<typeof judgingYear>[0], scoring = true) {
  const year = await judgingYear(test, ['Modum', 'Sola'], {
    scoring,
    settings: scoring ? { rankRule: 'plain' } : {},
  });
  const { clients, nominations, ids } = year;
  await declareAll(year, { liv: { Modum: 'connection' } });
  await clients.chair.post(`/api/v1/nominations/${nominations['Modum']}/conflict-decisions`, {
    personId: ids.liv,
    recused: true,
    reason: 'Var med på arbeidet med det.',
  });
  for (const [name, scores] of Object.entries(given))
    for (const [i, juror] of who.entries())
      await deliverBallot(year, juror, nominations[name]!, scores[i]!, 'Vurdert');
  await year.setClock(year.dates.after);
  const closed = await year.event('chair', 'closeJudging', { reason: 'Tiden er ute.' });
  if (closed.statusCode !== 200) throw new Error(closed.body);
  return year;
}

/** A meeting with everybody there, and Modum on the screen. */
async function treat({ clients, nominations, ids, editionId }: JuryYear): Promise<string> {
  const started = await clients.secretary.post(`/api/v1/editions/${editionId}/meetings`, {
    present: [...who, 'liv', 'secretary'].map((one) => ({
      personId: ids[one as Person],
      newConflict: false,
    })),
  });
  const { id } = started.json<{ id: string }>();
  const opened = await clients.secretary.post(`/api/v1/meetings/${id}/openings`, {
    nominationId: nominations['Modum'],
    out: [ids.liv],
  });
  if (opened.statusCode !== 200) throw new Error(opened.body);
  return id;
}

interface Assessments {
  agreed: { id: string; score: number; delivered: number; counts: boolean; allowedActions: string[] }[];
  proposable: { ballotId: string; name: string }[];
  criteria: {
    criterionId: string;
    weight: number | null;
    given: { personId: string; score: number; agreedScore: number | null }[];
  }[];
}
const secret = 'enighetsgrunn';

t.test(
  'proposed by whoever chairs, confirmed by the juror alone, and counted beside what was delivered',
  async (t) => {
    const year = await atMeeting(t);
    const { clients, nominations, ids, db, editionId, services, dates } = year;
    const modum = nominations['Modum']!;
    const read = async (one: Person) =>
      (await clients[one].get(`/api/v1/nominations/${modum}/assessments`)).json<Assessments>();
    const { id: ballot, scores } = await ballotOf(year, 'nina', modum);
    const criterion = scores.find(({ weight }) => weight !== null)!.criterionId;
    const said = { criterionId: criterion, score: 6, reason: `${secret}: hørte om rutinen` };
    const propose = (one: Person, about: object = said, on = ballot) =>
      clients[one].post(`/api/v1/ballots/${on}/agreed-scores`, about);
    const answer = (one: Person, id: string, word: string) =>
      clients[one].post(`/api/v1/agreed-scores/${id}/answer`, { answer: word });
    const before = (await clients.nina.get(`/api/v1/editions/${editionId}/result`)).json<{
      lines: { organisation: string; mean: { exact: string }; agreed: number }[];
    }>();
    t.match(await propose('chair'), { statusCode: 409 }, 'not outside of a meeting that treats it');
    const meeting = await treat(year);

    await t.test('who may propose, and what', async (t) => {
      for (const [one, status] of [
        ['nina', 403], // not even the juror alone
        ['henrik', 403],
        ['secretary', 404],
        ['second', 404],
        ['leader', 404],
        ['applicant', 404],
        ['liv', 404],
      ] as const)
        t.equal((await propose(one)).statusCode, status, one);
      t.equal((await propose('chair', said, ids.nina)).statusCode, 404, 'no such ballot');
      for (const [about, field] of [
        [{ ...said, score: 7 }, 'score'],
        [{ ...said, score: 0 }, 'score'],
        [{ ...said, score: 3 }, 'score'],
        [{ ...said, reason: '   ' }, 'reason'],
        [
          { ...said, criterionId: scores.find(({ weight }) => weight === null)?.criterionId ?? ids.nina },
          'criterionId',
        ],
      ] as const) {
        const refused = await propose('chair', about);
        t.equal(refused.statusCode, 422, refused.body);
        t.match(refused.json(), { errors: [{ field }] });
      }
      t.equal((await propose('chair', { ...said, score: 4.5 })).statusCode, 422, 'a fraction');
      const own = await ballotOf(year, 'chair', modum);
      t.equal((await propose('chair', said, own.id)).statusCode, 403, 'nobody agrees with oneself');
      t.equal((await propose('deputyChair', { ...said, score: 6 }, own.id)).statusCode, 201, 'the next does');
    });

    const made = await propose('chair');
    t.equal(made.statusCode, 201, made.body);
    const { id } = made.json<{ id: string }>();
    t.equal((await propose('chair')).statusCode, 409, 'one at a time');

    await t.test('only its juror answers; until then nothing counts', async (t) => {
      for (const one of ['chair', 'deputyChair', 'henrik'] as const)
        t.equal((await answer(one, id, 'confirmed')).statusCode, 403, one);
      for (const one of ['secretary', 'liv', 'applicant', 'leader'] as const)
        t.equal((await answer(one, id, 'confirmed')).statusCode, 404, one);
      t.equal(
        (await answer('deputyChair', id, 'withdrawn')).statusCode,
        403,
        'taken back only by whoever proposed it',
      );
      const waiting = await read('nina');
      t.match(
        waiting.agreed.find((one) => one.id === id),
        { delivered: 3, score: 6, counts: false, allowedActions: ['confirmed', 'declined'] },
      );
      t.match(
        (await read('henrik')).agreed.find((one) => one.id === id),
        { allowedActions: [] },
      );
      const after = (await clients.nina.get(`/api/v1/editions/${editionId}/result`)).json<typeof before>();
      t.same(
        after.lines.map(({ mean }) => mean),
        before.lines.map(({ mean }) => mean),
      );
      t.match((await clients.nina.get('/min-side')).body, 'Svar på om et av poengene dine skal endres');
      t.match((await clients.nina.get('/jury/mote')).body, `/jury/resultat/${modum}#enighet`);
      t.notMatch((await clients.henrik.get('/jury/mote')).body, '#enighet');
      await t.rejects(
        db
          .updateTable('agreed_scores')
          .set({
            answer: 'confirmed',
            answered_by: ids.chair,
            answered_at: dates.after,
            hash: 'a'.repeat(64),
          })
          .where('id', '=', id)
          .execute(),
        /only the juror answers/,
        'nor past the service',
      );
    });

    await t.test(
      'confirmed: both stand, the result counts the agreed one, and the ballot is as it was',
      async (t) => {
        const sheet = await db
          .selectFrom('ballot_scores')
          .selectAll()
          .orderBy('ballot_id')
          .orderBy('criterion_id')
          .execute();
        t.equal((await answer('nina', id, 'confirmed')).statusCode, 204);
        t.equal((await answer('nina', id, 'declined')).statusCode, 409, 'answered once');
        t.same(
          await db
            .selectFrom('ballot_scores')
            .selectAll()
            .orderBy('ballot_id')
            .orderBy('criterion_id')
            .execute(),
          sheet,
        );
        const seen = await read('henrik');
        t.match(
          seen.criteria
            .find((one) => one.criterionId === criterion)
            ?.given.find(({ personId }) => personId === ids.nina),
          { score: 3, agreedScore: 6 },
        );
        const line = (await clients.henrik.get(`/api/v1/editions/${editionId}/result`))
          .json<typeof before>()
          .lines.find(({ organisation }) => organisation === 'Modum')!;
        const old = before.lines.find(({ organisation }) => organisation === 'Modum')!;
        t.equal(line.agreed, 1);
        t.not(line.mean.exact, old.mean.exact);
        const page = (await clients.henrik.get(`/jury/resultat/${modum}`)).body;
        t.match(page, '6 (levert 3)');
        t.match(page, secret);
        t.match((await clients.henrik.get('/jury/resultat')).body, '1 poeng er endret etter enighet');
        await t.rejects(
          db.updateTable('ballot_scores').set({ score: 6 }).where('ballot_id', '=', ballot).execute(),
          /cannot be changed/,
        );
        await t.rejects(
          db.updateTable('agreed_score_contents').set({ score: 1 }).execute(),
          /permission denied/,
        );
        await t.rejects(db.deleteFrom('agreed_scores').execute(), /permission denied/);
        t.same((await checkInvariants(db)).violations, []);
      },
    );

    await t.test('a second one about the same replaces it, and both are kept', async (t) => {
      const again = await propose('chair', { ...said, score: 5, reason: 'Likevel 5' });
      t.equal((await answer('nina', again.json<{ id: string }>().id, 'confirmed')).statusCode, 204);
      t.match(
        (await read('chair')).agreed
          .filter((one) => one.delivered === 3 && one.score !== 4)
          .map(({ score, counts }) => [score, counts]),
        [
          [6, false],
          [5, true],
        ],
      );
      const back = await propose('chair', { ...said, score: 4 });
      t.equal((await answer('nina', back.json<{ id: string }>().id, 'declined')).statusCode, 204);
      const taken = await propose('chair', { ...said, score: 4 });
      t.equal((await answer('chair', taken.json<{ id: string }>().id, 'withdrawn')).statusCode, 204);
      t.equal(
        (await read('nina')).agreed.length,
        3,
        'what came to nothing is not shown: two, and the one that waits for the chair',
      );
    });

    await t.test('nobody else finds anything of it', async (t) => {
      for (const one of ['liv', 'secretary', 'second', 'leader', 'applicant'] as const)
        for (const url of [
          `/api/v1/nominations/${modum}/assessments`,
          `/jury/resultat/${modum}`,
          `/api/v1/meetings/${meeting}`,
          `/sekretariat/${editionId}/moter/${meeting}`,
          `/api/v1/editions/${editionId}/log`,
          '/min-side',
        ])
          t.notMatch((await clients[one].get(url)).body, secret, `${one} ${url}`);
    });

    await t.test('frozen, checked elsewhere, and in the protocol; and then over', async (t) => {
      await clients.secretary.post(`/api/v1/meetings/${meeting}/end`, {});
      t.equal((await propose('chair')).statusCode, 409, 'the meeting is over');
      const open = await treat(year);
      const waiting = await propose('chair', { ...said, score: 2 });
      t.equal(waiting.statusCode, 201, waiting.body);
      const decided = await year.event('chair', 'decideFinalists', {
        decision: { finalists: Object.values(nominations), reason: 'Begge.' },
      });
      t.equal(decided.statusCode, 200, decided.body);
      const late = await answer('nina', waiting.json<{ id: string }>().id, 'confirmed');
      t.equal(late.statusCode, 409);
      t.match(late.json(), { detail: /Juryen har besluttet/ });
      t.equal((await propose('chair', { ...said, score: 1 })).statusCode, 409);
      t.equal((await due(year, addMinutes(dates.after, 5))).frozen, 1);
      const [version] = (await frozenList(year)).versions;
      const [core, full] = [
        await frozenFile(year, version!.id, 'core'),
        await frozenFile(year, version!.id, 'full'),
      ];
      const verdict = await verify(Buffer.from(full));
      const parts = new Map(verdict.parts.map(({ name, content }) => [name, content]));
      const file = readFull((name) => structuredClone(parts.get(name)), [...parts.keys()]);
      const nina = file.ballots.find(
        ({ nomination, juror }) =>
          file.nominations[nomination]?.id === modum && file.jurors[juror]?.id === ids.nina,
      )!;
      t.match(
        nina.given.find((one) => one.criterion === criterion),
        { score: 3 },
      );
      t.same(
        nina.agreed?.map(({ score }) => score),
        [6, 5],
        'both, in order',
      );
      t.same(recompute(file), []);
      (nina.agreed![1] as { score: number }).score = 6;
      t.match(
        recompute(file)[0],
        /^ballot\/\d+ \(nomination \d, Modum; juror \d, Nina Hauglien\): agreed\[1\] \(.+\) is not what the juror confirmed/,
      );
      const files = [
        ['resultat.json', core],
        ['fullt.json', full],
      ].map(([name, text]) => {
        const at = path.join(services.config.dataDir, name!);
        writeFileSync(at, text!);
        return at;
      });
      const checked = npmVerify(...files, '--key', rawKey(services.signing.publicKey));
      t.equal(checked.status, 0, checked.out);
      t.match(core, '"name":"agreed"');
      t.notMatch(core, secret);
      const protocol = async (one: Person) =>
        (await clients[one].get(`/api/v1/editions/${editionId}/jury-protocol`)).json<{
          agreed: { score: number; delivered: number }[] | null;
        }>();
      t.match((await protocol('henrik')).agreed, [
        { application: 'Modum', juror: 'Nina Hauglien', delivered: 3, score: 6 },
        { score: 5 },
      ]);
      t.equal((await protocol('secretary')).agreed, null, 'no scores for the secretariat');
      t.same((await protocol('liv')).agreed, []);
      t.equal((await clients.secretary.post(`/api/v1/meetings/${open}/end`, {})).statusCode, 200);
    });

    await t.test('changed behind the back of the service, it is named', async (t) => {
      const owner = new pg.Client({ connectionString: year.adminUrl });
      await owner.connect();
      await owner.query(`update agreed_score_contents set score = 1 where score = 5`);
      await owner.end();
      t.match((await checkInvariants(db)).violations, [
        { invariant: 'a score that was agreed on is what its juror confirmed', note: /Modum, Nina Hauglien/ },
      ]);
    });
  },
);

t.test(
  'a ballot that is opened and delivered anew leaves what was agreed behind; a recusal takes it along',
  async (t) => {
    const year = await atMeeting(t);
    const { clients, nominations } = year;
    const modum = nominations['Modum']!;
    const { id, version, scores } = await ballotOf(year, 'nina', modum);
    await treat(year);
    const criterionId = scores.find(({ weight }) => weight !== null)!.criterionId;
    const made = await clients.chair.post(`/api/v1/ballots/${id}/agreed-scores`, {
      criterionId,
      score: 6,
      reason: secret,
    });
    await clients.nina.post(`/api/v1/agreed-scores/${made.json<{ id: string }>().id}/answer`, {
      answer: 'confirmed',
    });
    const opened = await clients.chair.post(`/api/v1/ballots/${id}/reopening`, {
      version,
      reason: 'Feil rad.',
    });
    t.equal(opened.statusCode, 200, opened.body);
    t.equal(
      (
        await clients.chair.post(`/api/v1/ballots/${id}/agreed-scores`, {
          criterionId,
          score: 5,
          reason: secret,
        })
      ).statusCode,
      404,
      'open again it is the juror’s alone',
    );
    await deliverBallot(year, 'nina', modum, 2, 'På nytt');
    const read = (await clients.henrik.get(`/api/v1/nominations/${modum}/assessments`)).json<Assessments>();
    t.same(read.agreed, []);
    t.match(
      read.criteria.find((one) => one.criterionId === criterionId)?.given.find(({ score }) => score === 2),
      { agreedScore: null },
    );
  },
);

t.test(
  'on the pages: proposed with a form that keeps what was typed, confirmed with a press; none without points',
  async (t) => {
    const year = await atMeeting(t);
    const { clients, nominations } = year;
    const modum = nominations['Modum']!;
    const meeting = await treat(year);
    const page = `/jury/resultat/${modum}`;
    t.match(
      (await clients.chair.get(`/sekretariat/${year.editionId}/moter/${meeting}`)).body,
      `${page}#enighet`,
    );
    t.notMatch(
      (await clients.secretary.get(`/sekretariat/${year.editionId}/moter/${meeting}`)).body,
      '#enighet',
    );
    const { id, scores } = await ballotOf(year, 'nina', modum);
    const criterionId = scores.find(({ weight }) => weight !== null)!.criterionId;
    const refused = await clients.chair.post(`${page}/enighet`, {
      ballotId: id,
      criterionId,
      score: '9',
      reason: 'Ny viten',
    });
    t.equal(refused.statusCode, 422);
    t.match(refused.body, /Skriv et helt tall fra 1 til 6[\s\S]*Ny viten/);
    t.equal(
      (
        await clients.chair.post(`${page}/enighet`, {
          ballotId: id,
          criterionId,
          score: '6',
          reason: 'Ny viten',
        })
      ).statusCode,
      303,
    );
    const mine = (await clients.nina.get(page)).body;
    const [, action] = /action="(\/jury\/resultat\/[^"]+\/enighet\/[^"]+)"/.exec(mine) ?? [];
    t.notMatch((await clients.henrik.get(page)).body, action!);
    t.equal((await clients.nina.post(action!, { answer: 'confirmed' })).statusCode, 303);
    t.match((await clients.nina.get(page)).body, /Bekreftet .*2026/);
    const none = await atMeeting(t, false);
    await treat(none);
    const sheet = await ballotOf(none, 'nina', none.nominations['Modum']!);
    const off = await none.clients.chair.post(`/api/v1/ballots/${sheet.id}/agreed-scores`, {
      criterionId: sheet.scores[0]!.criterionId,
      score: 3,
      reason: 'x',
    });
    t.equal(off.statusCode, 422);
    t.notMatch(
      (await none.clients.chair.get(`/jury/resultat/${none.nominations['Modum']}`)).body,
      'id="enighet"',
    );
  },
);
