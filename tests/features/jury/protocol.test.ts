/** HAB-10 and HAB-12: what is told afterwards, and to whom. */
import t from 'tap';
import { declareAll, judgingYear } from '../../helpers/jury-year.ts';
import { readPdf } from '../../helpers/pdf.ts';

t.test('HAB-12: the protocol of declarations, as JSON and as a tagged PDF', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum']);
  const { clients, nominations, ids, editionId } = year;
  await declareAll(year, { liv: { Modum: 'connection' } });
  await clients.liv.post(`/api/v1/nominations/${nominations['Modum']}/declarations`, {
    answer: 'connection',
    grounds: ['H7', 'H1'],
    note: 'hemmelig-notat om noen',
  });
  await clients.chair.post(`/api/v1/nominations/${nominations['Modum']}/conflict-decisions`, {
    personId: ids.liv,
    recused: true,
    reach: 'choices',
    reason: 'Var med på arbeidet, men er ikke ansatt der lenger.',
  });
  await clients.applicant.post(`/api/v1/nominations/${nominations['Eigersund']}/objections`, {
    aboutId: ids.nina,
    text: 'hemmelig-innsigelse',
  });
  const path = `/api/v1/editions/${editionId}/conflict-protocol`;
  const answer = await clients.chair.get(path);
  t.equal(answer.statusCode, 200, answer.body);
  const protocol = answer.json<{
    rules: object;
    jury: { name: string }[];
    declarations: { name: string; application: string; answer: string; grounds: string[] }[];
    decisions: object[];
    objections: object[];
  }>();
  t.match(protocol.rules, { quorum: 3, reach: { H1: 'edition', H7: 'choices' }, objectionDays: 7 });
  t.equal(protocol.jury.length, 6);
  t.equal(protocol.declarations.length, 11, 'every one of them, also the earlier ones (HAB-5)');
  t.match(protocol.declarations.at(-1), {
    name: 'Liv Torgersdal',
    application: 'Modum',
    answer: 'connection',
    grounds: ['H7', 'H1'],
  });
  t.match(protocol.decisions, [
    {
      name: 'Liv Torgersdal',
      recused: true,
      reach: 'choices',
      reachByTheRegulations: 'edition',
      decidedBy: 'Sigrid Falkangen',
    },
  ]);
  t.match(protocol.objections, [
    { application: 'Eigersund', about: 'Nina Hauglien', answeredAt: null, recused: null },
  ]);
  t.notMatch(answer.body, /hemmelig/, 'no free text');
  t.equal((await clients.chair.get(path)).body, answer.body, 'the same each time');

  for (const who of ['liv', 'nina', 'henrik', 'vara', 'applicant'] as const)
    t.not((await clients[who].get(path)).statusCode, 200, who);
  await clients.secretary.post(`/api/v1/nominations/${nominations['Modum']}/declarations`, {
    answer: 'unsure',
  });
  t.notMatch((await clients.secretary.get(path)).body, /Modum/, 'HAB-9: a secretary in conflict');

  const pdf = await clients.chair.get(`/sekretariat/${editionId}/habilitet/protokoll.pdf`);
  t.equal(pdf.statusCode, 200);
  t.equal(pdf.headers['content-type'], 'application/pdf');
  const { text, tagged, lang } = await readPdf(pdf.rawPayload);
  for (const role of ['H1', 'H2', 'Table', 'TH'])
    t.match(tagged, new RegExp(`"role":"${role}"`), `tagged: ${role}`);
  t.equal(lang, 'nb-NO');
  for (const part of [/Habilitetsprotokoll/, /Liv Torgersdal/, /fravik fra retningslinjene/, /Nina Hauglien/])
    t.match(text, part);
  t.notMatch(text, /hemmelig/);
  const again = await clients.chair.get(`/sekretariat/${editionId}/habilitet/protokoll.pdf`);
  t.ok(pdf.rawPayload.equals(again.rawPayload), 'the same content, the same bytes');
  t.same(year.errors, []);
});

t.test(
  'HAB-10: the public sees who took part, and how many did not where the year says so; never who, never why',
  async (t) => {
    for (const told of [false, true]) {
      const settings = { publishRecusals: told };
      const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss'], { settings });
      const { clients, nominations, ids, editionId, event, db, dates } = year;
      await declareAll(year, { liv: { Modum: 'connection' } });
      await clients.chair.post(`/api/v1/nominations/${nominations['Modum']}/conflict-decisions`, {
        personId: ids.liv,
        recused: true,
        reason: 'hemmelig-grunn',
      });
      await year.setClock(dates.after);
      await event('chair', 'closeJudging', { reason: 'Tiden er ute.' });
      const finalists = ['Eigersund', 'Modum'].map((name) => nominations[name]!);
      t.equal(
        (await event('chair', 'decideFinalists', { decision: { finalists, reason: 'Drøftet.' } })).statusCode,
        200,
      );
      const before = await year.anyone.get('/prisen/2026');
      t.notMatch(before.body, /deltok ikke i behandlingen/, 'nothing before its moment (OFF-5)');
      const decision = await db
        .selectFrom('decisions')
        .select('id')
        .where('edition_id', '=', editionId)
        .executeTakeFirstOrThrow();
      // As prepared and approved, without the statements that this is not about.
      await db
        .insertInto('publications')
        .values({
          edition_id: editionId,
          kind: 'finalists',
          decision_id: decision.id,
          publish_at: dates.after,
          texts: JSON.stringify({ nb: 'Nominerte', nn: 'Nominerte' }),
          statements: '{}',
          prepared_by: ids.secretary,
          prepared_at: dates.judging,
          approved_by: ids.second,
          approved_at: dates.judging,
        })
        .execute();
      await year.setClock(new Date(dates.after.getTime() + 60_000));
      const page = await year.anyone.get('/prisen/2026');
      const api = (await year.anyone.get('/api/v1/public/editions/2026')).body;
      for (const body of [page.body, api]) {
        t.match(body, /Sigrid Falkangen/, 'took part');
        t.notMatch(
          body,
          /Liv Torgersdal|hemmelig-grunn|Vera Varamo/,
          'never who was out, nor a deputy who waited',
        );
      }
      const sentence = /Ett medlem av fagjuryen deltok ikke i behandlingen av Modum/;
      if (told) t.match(page.body, sentence);
      else t.notMatch(page.body, /deltok ikke i behandlingen/);
      t.notMatch(page.body, /behandlingen av Eigersund/);
      t.same(year.errors, []);
    }
  },
);
