/** Who waits for whom (issue 5 §1), and what waits for each: exactly those for whom something is left, and nothing to whoever is out of it. */
import t from 'tap';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import type { Client } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import {
  declareAll,
  deliverBallot,
  judgingYear,
  juryPeople,
  jurors,
  type Juror,
} from '../../helpers/jury-year.ts';
import { toldYear } from '../../helpers/told-year.ts';

interface Wait {
  what: string;
  names: string[];
  count: number;
  due: string | null;
}
const nameOf = (who: Juror) => juryPeople[who][0];
const waitsFor = async (client: Client, editionId: string): Promise<Wait[]> =>
  (await client.get(`/api/v1/editions/${editionId}`)).json<{ waits: Wait[] }>().waits;
const short = (waits: readonly Wait[]) => waits.map(({ what, count }) => `${what} ${count}`);
const tasksOf = async (client: Client) =>
  (await client.get('/api/v1/me')).json<{
    waiting: { kind: string; count: number; page: string; due: string | null }[];
  }>().waiting;

t.test(
  'the jury: who has not answered, who has not delivered; nothing of what the reader is out of',
  async (t) => {
    const year = await judgingYear(t, ['Eigersund', 'Modum']);
    const { clients, editionId, nominations, dates, ids } = year;
    const { secretary, chair, nina, leader } = clients;
    const waits = (who: Client = secretary) => waitsFor(who, editionId);
    t.match(await waits(), [{ what: 'declare', names: jurors.map(nameOf), count: jurors.length }]);
    t.same(await waits(nina), [], 'a juror does not follow the work of the others');
    t.same(await waits(leader), []);

    await declareAll(year, { chair: { Modum: 'connection' } });
    t.same(short(await waits()), ['decideConflicts 1', `deliver ${jurors.length}`]);
    t.same(
      short(await waits(chair)),
      [`deliver ${jurors.length}`],
      'not the question about the chair herself',
    );
    const object = await clients.applicant.post(
      `/api/v1/nominations/${nominations['Eigersund']}/objections`,
      {
        aboutId: ids.chair,
        text: 'Vi har hatt en sak mot henne.',
      },
    );
    t.equal(object.statusCode, 201, object.body);
    t.ok(short(await waits()).includes('answerObjections 1'));
    t.notOk(
      short(await waits(chair)).includes('answerObjections 1'),
      'nobody learns of one about themselves',
    );

    await deliverBallot(year, 'nina', nominations['Eigersund']!, 4, 'Godt arbeid.');
    const left = async (who: Client) => (await waits(who)).find(({ what }) => what === 'deliver');
    t.ok((await left(secretary))!.names.includes(nameOf('nina')), 'one is left');
    t.notOk((await left(chair))!.names.includes(nameOf('nina')), 'what is left is what the chair is out of');
    t.equal((await left(secretary))!.due, dates.ends.toISOString());
    for (const who of [secretary, chair]) {
      const { body } = await who.get(`/sekretariat/${editionId}`);
      t.match(body, /Hvem venter på hvem/);
      t.same(await htmlProblems(body), []);
    }
    t.match((await secretary.get(`/sekretariat/${editionId}`)).body, /skal levere vurderinger/);
    await year.setClock(dates.after);
    t.ok(short(await waits()).includes('closeJudging 1'));
  },
);

t.test('a vote in writing waits for exactly those who may vote, until they have', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum', 'Oslo'], { scoring: false });
  const { clients, editionId, nominations, ids, dates } = year;
  await declareAll(year, { liv: { Modum: 'connection' } });
  await clients.chair.post(`/api/v1/nominations/${nominations['Modum']}/conflict-decisions`, {
    personId: ids.liv,
    recused: true,
    reason: 'Var med på arbeidet med det.',
  });
  await year.setClock(dates.after);
  await year.event('chair', 'closeJudging', { reason: 'Fristen er ute.' });
  const closesAt = addDays(dates.after, 2);
  const put = await clients.secretary.post(`/api/v1/editions/${editionId}/motions`, {
    kind: 'nominate',
    nominationId: nominations['Modum'],
    closesAt: closesAt.toISOString(),
  });
  t.equal(put.statusCode, 201, put.body);
  const { id } = put.json<{ id: string }>();
  const votes = async (who: Juror) => (await tasksOf(clients[who])).filter(({ kind }) => kind === 'vote');
  t.match(await votes('nina'), [{ count: 1, page: '/jury/mote', due: closesAt.toISOString() }]);
  t.same(await votes('liv'), [], 'who is out of it has no vote, and no task');
  t.same(await votes('vara'), [], 'nor has a deputy');
  t.match((await clients.nina.get('/min-side')).body, /Stem skriftlig i én sak i juryen/);
  t.ok(short(await waitsFor(clients.secretary, editionId)).includes('vote 1'));
  for (const who of ['chair', 'deputyChair', 'nina', 'henrik'] as const) {
    const voted = await clients[who].send('PUT', `/api/v1/motions/${id}/vote`, { vote: 'for' });
    t.equal(voted.statusCode, 200, voted.body);
    t.same(await votes(who), [], 'once one has voted nothing waits');
  }
  t.notOk(short(await waitsFor(clients.secretary, editionId)).includes('vote 1'));
  await year.setClock(addMinutes(closesAt, 1));
  t.same(await votes('nina'), []);
});

t.test(
  'the nominated who were told in confidence: each hears of their own, and nobody else of any',
  async (t) => {
    const w = await toldYear(t);
    const { secretary, applicant, outsider, leader } = w;
    const asked = async (who: Client) => (await tasksOf(who)).filter(({ kind }) => kind === 'answerNaming');
    const answers = async () =>
      (await waitsFor(secretary, w.year.id)).find(({ what }) => what === 'answerNamings')?.count ?? 0;
    t.same([(await asked(applicant)).length, await answers()], [0, 0], 'nobody has been told');
    t.notMatch((await applicant.get('/min-side')).body, /fortrolig/i);
    await w.tell();
    const mine = await asked(applicant);
    t.same(mine.map(({ page }) => page).toSorted(), w.ids.map((id) => `/soknad/${id}/fortrolig`).toSorted());
    t.equal(await answers(), 3);
    for (const who of [outsider, leader]) t.same(await asked(who), []);
    const { body } = await applicant.get('/min-side');
    t.match(body, /Svar på en fortrolig beskjed om søknaden/);
    t.same(await htmlProblems(body), []);
    await w.answer(w.ids[0]!, 'agreed');
    t.equal((await asked(applicant)).length, 2);
    t.equal(await answers(), 2);
  },
);
