/** Comparing one's own scores before delivering: one's own, and nothing of an application one is out of. */
import t from 'tap';
import { ballotOf, declareAll, deliverBallot, judgingYear } from '../../helpers/jury-year.ts';

t.test('my own scores side by side', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss']);
  const { clients, nominations } = year;
  await declareAll(year, { liv: { Voss: 'connection' } });
  t.equal((await clients.secretary.get('/jury/sammenlign')).statusCode, 404);
  await deliverBallot(year, 'liv', nominations['Eigersund']!, 6, 'Godt');
  await deliverBallot(year, 'nina', nominations['Modum']!, 1, 'Svakt');
  const { id, scores } = await ballotOf(year, 'liv', nominations['Modum']!);
  const scored = scores.find(({ weight }) => weight !== null)!;
  await clients.liv.send('PATCH', `/api/v1/ballots/${id}/scores`, {
    scores: [{ criterionId: scored.criterionId, version: 0, score: 3 }],
  });
  const { body, statusCode } = await clients.liv.get('/jury/sammenlign');
  t.equal(statusCode, 200);
  t.match(body, /Eigersund/);
  t.match(body, />6 – /, 'what is delivered');
  t.match(body, />3 – /, 'and what is only begun');
  t.notMatch(body, />1 – /, 'nothing of what others gave');
  t.notMatch(body, /Voss/, 'nor an application one is out of');
  t.match((await clients.liv.get('/jury')).body, /href="\/jury\/sammenlign"/);
  t.same(year.errors, []);
});
