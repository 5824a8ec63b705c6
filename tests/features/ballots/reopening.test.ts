/** After the closing: what was delivered is fixed in every mailbox, and the chair opens a ballot with a reason. */
import t from 'tap';
import {
  ballotOf,
  declareAll,
  deliverBallot,
  judgingYear,
  jurors,
  type Juror,
  type Person,
} from '../../helpers/jury-year.ts';

t.test(
  'the closing fixes everything in every mailbox; then only the chair opens one, with a reason, and both versions stay',
  async (t) => {
    const year = await judgingYear(t, ['Eigersund', 'Modum']);
    const { clients, nominations, db, dates, ids } = year;
    const id = nominations['Eigersund']!;
    await declareAll(year, { nina: { Modum: 'connection' } });
    const settled = await clients.chair.post(
      `/api/v1/nominations/${nominations['Modum']}/conflict-decisions`,
      {
        personId: ids.nina,
        recused: true,
        reason: 'Nær kollega.',
      },
    );
    t.ok(settled.statusCode < 300, settled.body);
    for (const juror of ['chair', 'deputyChair', 'liv', 'nina'] as Juror[])
      await deliverBallot(year, juror, id, 5, 'Første utgave');
    for (const juror of ['chair', 'deputyChair', 'liv'] as Juror[])
      await deliverBallot(year, juror, nominations['Modum']!, 3, 'Vurdert');
    const sheet = await ballotOf(year, 'liv', id);
    const hashes = (who: Person) =>
      clients[who].get(`/api/v1/editions/${year.editionId}/ballot-hashes`).then((answer) =>
        answer.json<{
          own: { hash: string; salt: string; ballotId: string; delivery: number }[];
          atClosing: string[] | null;
          since: string[];
        }>(),
      );

    const own = await hashes('liv');
    t.equal(own.own.length, 2, 'the juror has the hash of each delivery at once');
    t.equal(own.atClosing, null, 'and not even the number of the others');
    const mine = own.own.find(({ ballotId }) => ballotId === sheet.id)!;
    t.match((await clients.liv.get(`/jury/soknad/${id}`)).body, mine.hash);
    t.match(await clients.liv.get(`/api/v1/ballots/${sheet.id}`).then((a) => a.json()), { hash: mine.hash });
    const open = (who: Person, reason: string, version = sheet.version) =>
      clients[who].post(`/api/v1/ballots/${sheet.id}/reopening`, { reason, version });
    t.equal((await open('chair', 'For tidlig')).statusCode, 404, 'sealed from the chair before the closing');

    await year.setClock(dates.after);
    t.equal((await year.event('chair', 'closeJudging', { reason: 'Fristen er ute.' })).statusCode, 200);
    await t.test('letters with the list of hashes', async (t) => {
      const letters = await db
        .selectFrom('letters')
        .select(['person_id', 'body'])
        .where('template', '=', 'judgingClosed')
        .execute();
      t.same(
        letters.map(({ person_id }) => String(person_id)).toSorted(),
        jurors.map((who) => ids[who]).toSorted(),
        'every juror, and nobody else',
      );
      const listIn = (who: Juror): string[] =>
        letters.find(({ person_id }) => person_id === ids[who])!.body.match(/^[0-9a-f]{64}$/gm) ?? [];
      t.equal(listIn('liv').length, 7);
      t.same(listIn('chair'), listIn('liv'), 'the same list');
      t.same((await hashes('liv')).atClosing, listIn('liv'), 'and on the page');
      t.ok(listIn('liv').includes(mine.hash));
      t.equal(listIn('nina').length, 4, 'who is out of an application cannot count its ballots');
      t.same((await hashes('nina')).atClosing, listIn('nina'));
      t.match((await clients.liv.get('/jury/kontrollsummer')).body, mine.salt);
      const others = (await clients.henrik.get('/jury/kontrollsummer')).body;
      t.match(others, mine.hash);
      t.notMatch(others, mine.salt, 'the salt is for its juror');
    });

    await t.test('who may open it, and how', async (t) => {
      const { version } = await ballotOf(year, 'liv', id);
      t.equal((await open('chair', '   ', version)).statusCode, 422, 'a reason');
      t.equal((await open('deputyChair', 'Jeg vil', version)).statusCode, 403);
      t.equal((await open('liv', 'Jeg vil', version)).statusCode, 403, 'nor the juror');
      for (const who of ['secretary', 'leader', 'applicant'] as const)
        t.equal((await open(who, 'Jeg vil', version)).statusCode, 404, who);
      t.equal((await open('chair', 'Feil', version - 1)).statusCode, 409);
      const answers = await Promise.all([
        open('chair', 'Tastefeil i et poeng.', version),
        open('chair', 'Tastefeil i et poeng.', version),
      ]);
      t.same(
        answers.map(({ statusCode }) => statusCode).toSorted(),
        [200, 404],
        'once: while it is open it is sealed again',
      );
      const logged = await db
        .selectFrom('audit_events as e')
        .innerJoin('audit_details as d', 'd.event_id', 'e.id')
        .select(['d.reason', 'd.actor_id'])
        .where('e.subject_id', '=', sheet.id)
        .where('e.event', '=', 'unlock')
        .execute();
      t.same(logged, [{ reason: 'Tastefeil i et poeng.', actor_id: ids.chair }]);
      t.equal(
        (
          await db
            .selectFrom('letters')
            .select('person_id')
            .where('template', '=', 'ballotReopened')
            .execute()
        )[0]?.person_id,
        ids.liv,
      );
    });

    await t.test('only its juror changes it, and delivering locks it again', async (t) => {
      const opened = await ballotOf(year, 'liv', id);
      t.equal(opened.state, 'reopened');
      const page = (await clients.liv.get(`/jury/soknad/${id}`)).body;
      t.match(page, /Tastefeil i et poeng/);
      t.match(page, /Første utgave/);
      const change = (who: Person) =>
        clients[who].send('PATCH', `/api/v1/ballots/${sheet.id}/scores`, {
          scores: [{ criterionId: opened.scores[0]!.criterionId, version: 1, assessment: 'Ikke min' }],
        });
      t.equal((await change('chair')).statusCode, 404);
      t.equal((await change('secretary')).statusCode, 404);
      t.same(
        await clients.nina.get(`/api/v1/ballots/${sheet.id}/versions`).then((a) => a.statusCode),
        404,
        'closed while it is open',
      );
      await deliverBallot(year, 'liv', id, 2, 'Andre utgave');
      const after = await ballotOf(year, 'liv', id);
      t.equal(after.state, 'locked');
      t.equal((await change('liv')).statusCode, 409);
      const versions = await clients.chair.get(`/api/v1/ballots/${sheet.id}/versions`);
      t.match(versions.json(), {
        state: 'locked',
        scores: [{ assessment: 'Andre utgave' }],
        earlier: [{ reason: 'Tastefeil i et poeng.', scores: [{ assessment: 'Første utgave' }] }],
      });
      for (const who of ['secretary', 'leader', 'applicant', 'vara'] as const)
        t.equal((await clients[who].get(`/api/v1/ballots/${sheet.id}/versions`)).statusCode, 404, who);
      const now = await hashes('liv');
      t.ok(now.atClosing!.includes(mine.hash), 'what was fixed at the closing stays in the list');
      t.equal(now.since.length, 1);
      t.equal(
        now.own.find(({ ballotId, delivery }) => ballotId === sheet.id && delivery === 2)?.hash,
        now.since[0],
      );
      t.match((await clients.chair.get(`/jury/leder/vurderinger/${sheet.id}`)).body, /Første utgave/);
    });

    await t.test('the database holds it too', async (t) => {
      const earlier = db.updateTable('ballot_earlier_scores').set({ assessment: 'Endret' }).execute();
      await t.rejects(earlier, { code: '42501' });
      await t.rejects(db.deleteFrom('ballot_reopenings').execute(), { code: '42501' });
      const locked = await ballotOf(year, 'chair', id);
      await t.rejects(
        db.updateTable('ballots').set({ state: 'reopened' }).where('id', '=', locked.id).execute(),
        /reopened with a reason/,
      );
      await t.rejects(
        db.updateTable('ballots').set({ state: 'started' }).where('id', '=', locked.id).execute(),
        /cannot be changed/,
      );
    });

    await t.test('the pages of the chair', async (t) => {
      const list = await clients.chair.get('/jury/leder/vurderinger');
      t.equal(list.statusCode, 200);
      const other = await ballotOf(year, 'nina', id);
      t.match(list.body, `/jury/leder/vurderinger/${other.id}`);
      t.equal((await clients.henrik.get('/jury/leder/vurderinger')).statusCode, 403);
      const bare = await clients.chair.post(`/jury/leder/vurderinger/${other.id}`, {
        version: String(other.version),
        reason: '',
      });
      t.equal(bare.statusCode, 422);
      const sent = await clients.chair.post(`/jury/leder/vurderinger/${other.id}`, {
        version: String(other.version),
        reason: 'Glemte et kriterium.',
      });
      t.equal(sent.statusCode, 303);
      t.equal((await ballotOf(year, 'nina', id)).state, 'reopened');
      t.match((await clients.nina.get('/jury')).body, new RegExp(`/jury/soknad/${id}`));
    });

    await t.test('never after the decision', async (t) => {
      const decided = await year.event('chair', 'decideFinalists', {
        decision: { finalists: [id, nominations['Modum']], reason: 'Tydelig best.' },
      });
      t.equal(decided.statusCode, 200, decided.body);
      const other = await ballotOf(year, 'deputyChair', id);
      const late = await clients.chair.post(`/api/v1/ballots/${other.id}/reopening`, {
        version: other.version,
        reason: 'For sent.',
      });
      t.equal(late.statusCode, 409);
    });
    t.same(year.errors, []);
  },
);
