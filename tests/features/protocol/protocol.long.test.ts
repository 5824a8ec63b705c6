/** The protocol of the jury (design.md §9, HAB-2, HAB-12): who reads what of it, who confirms it, with points and without. */
import t from 'tap';
import { declareAll, deliverBallot, judgingYear, type Person } from '../../helpers/jury-year.ts';
import { readPdf } from '../../helpers/pdf.ts';

for (const scoring of [true, false])
  t.test(`the protocol of the jury, scoring ${scoring ? 'on' : 'off'}`, async (t) => {
    const year = await judgingYear(t, ['Eigersund', 'Modum', 'Oslo'], { scoring });
    const { clients, nominations, ids, editionId, db } = year;
    await declareAll(year, { liv: { Modum: 'connection' } });
    await clients.liv.post(`/api/v1/nominations/${nominations['Modum']}/declarations`, {
      answer: 'connection',
      grounds: ['H7'],
      note: 'kanarifugl-fritekst',
    });
    const decided = await clients.chair.post(
      `/api/v1/nominations/${nominations['Modum']}/conflict-decisions`,
      {
        personId: ids.liv,
        recused: true,
        reach: 'choices',
        reason: 'Var med på arbeidet (kanarifugl-grunn).',
      },
    );
    t.equal(decided.statusCode, 201, decided.body);
    await clients.applicant.post(`/api/v1/nominations/${nominations['Eigersund']}/objections`, {
      aboutId: ids.nina,
      text: 'kanarifugl-innsigelse',
    });
    for (const juror of ['chair', 'nina'] as const)
      for (const name of ['Eigersund', 'Modum', 'Oslo'])
        await deliverBallot(year, juror, nominations[name]!, name === 'Oslo' ? 5 : 3, 'Vurdert kanarifugl');
    await year.setClock(year.dates.after);
    const path = `/api/v1/editions/${editionId}/jury-protocol`;
    t.equal((await clients.chair.get(path)).statusCode, 409, 'not before the jury decides');
    await year.event('chair', 'closeJudging', { reason: 'Fristen er ute.' });
    t.equal((await clients.nina.get(path)).statusCode, 409, 'a member reads it when it is decided');
    const event = await year.event('chair', 'decideFinalists', {
      decision: {
        finalists: [nominations['Eigersund'], nominations['Modum']],
        reason: 'Modum har gått lengst, tross poengene.',
      },
    });
    t.equal(event.statusCode, 200);

    interface Out {
      decisions: {
        id: string;
        participants: { name: string; tookPart: boolean }[];
        confirmations: object[];
      }[];
      allowedActions: object[];
    }
    const answer = await clients.chair.get(path);
    const protocol = answer.json<Out>();
    t.match(protocol, {
      format: 'etikkprisen/jury-protocol@1',
      scoring,
      partial: false,
      rules: { quorum: 3, rankRule: scoring ? String : null },
      recusals: [{ name: 'Liv Torgersdal', application: 'Modum', grounds: ['H7'], reach: 'choices' }],
      objections: [{ application: 'Eigersund', about: 'Nina Hauglien' }],
      decisions: [{ kind: 'finalists', departs: scoring, reason: /Modum har gått lengst/ }],
    });
    t.match(
      (protocol as unknown as { ballots: object[] }).ballots.find(
        (one) => (one as { name: string }).name === 'Nina Hauglien',
      ),
      { delivered: 3, of: 3 },
    );
    t.notMatch(answer.body, /kanarifugl/, 'no free text of a declaration, an objection or a ballot');
    const { id } = protocol.decisions[0]!;
    t.match(
      protocol.decisions[0]?.participants.find(({ name }) => name === 'Liv Torgersdal'),
      { tookPart: false },
    );

    const confirm = (who: Person, decisionId = id) =>
      clients[who].post(`${path}/confirmations`, { decisionId });
    await t.test('who is out reads nothing of it, and confirms nothing', async (t) => {
      for (const url of [
        path,
        `/sekretariat/${editionId}/protokoll`,
        `/sekretariat/${editionId}/protokoll.json`,
      ]) {
        const seen = await clients.liv.get(url);
        t.equal(seen.statusCode, 200);
        t.notMatch(seen.body, /Modum|gått lengst|Innsigelsen/, url);
      }
      t.equal((await confirm('liv')).statusCode, 404);
      t.equal((await confirm('secretary')).statusCode, 403);
      for (const who of ['applicant', 'leader'] as const)
        t.not((await clients[who].get(path)).statusCode, 200, who);
      await t.rejects(
        db
          .insertInto('decision_confirmations')
          .values({ decision_id: id, person_id: ids.liv, confirmed_at: year.dates.after })
          .execute(),
        /only who took part/,
        'nor past the service',
      );
    });

    await t.test('who took part confirms once, on the page, too', async (t) => {
      const page = `/sekretariat/${editionId}/protokoll`;
      const asked = async (who: Person) =>
        (await clients[who].get('/min-side')).body.includes('Bekreft at protokollen er riktig');
      t.same([await asked('nina'), await asked('liv'), await asked('secretary')], [true, false, false]);
      const before = await clients.nina.get(page);
      t.match(before.body, /Ja, dette er riktig ført/);
      t.notMatch(before.body, /Inhabile|Innsigelser/, 'what a juror does not handle is not shown as none');
      t.match((await clients.nina.get(path)).json(), { recusals: null, objections: null });
      t.equal((await clients.nina.post(`${page}/${id}/bekreft`, {})).statusCode, 303);
      t.equal((await confirm('nina')).statusCode, 200, 'twice is once');
      t.equal((await confirm('henrik')).statusCode, 200);
      t.match((await clients.secretary.get(path)).json(), {
        decisions: [{ confirmations: [{ name: 'Henrik Aspelien' }, { name: 'Nina Hauglien' }] }],
        allowedActions: [],
      });
      t.notMatch((await clients.nina.get(page)).body, /Ja, dette er riktig ført/);
      t.notOk(await asked('nina'), 'and nothing waits any more');
    });

    const pdf = await clients.chair.get(`/sekretariat/${editionId}/protokoll.pdf`);
    t.equal(pdf.headers['content-type'], 'application/pdf');
    const { text, tagged } = await readPdf(pdf.rawPayload);
    t.match(text, /Juryens protokoll.*Liv Torgersdal.*Modum har gått lengst/);
    t.match(tagged, /"Table"/);
    t.notMatch(text, /kanarifugl/);

    await year.event('chair', 'retractFinalists', { reason: 'Ny drøfting' });
    t.match((await clients.chair.get(path)).json(), {
      decisions: [{ retracted: { reason: 'Ny drøfting' }, confirmations: [{}, {}] }],
      allowedActions: [],
    });
    t.same(year.errors, []);
  });
