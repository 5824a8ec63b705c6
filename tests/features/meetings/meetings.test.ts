/** The jury's meeting and its shared screen (issue: the meeting; HAB-2, HAB-4): who is out, what is shown, and who writes. */
import t from 'tap';
import { addMinutes } from '../../../src/platform/clock.ts';
import {
  canary,
  declareAll,
  deliverBallot,
  judgingYear,
  type JuryYear,
  type Person,
} from '../../helpers/jury-year.ts';

interface Meeting {
  id: string;
  order: string;
  people: { personId: string; name: string; state: string; newConflict: boolean | null }[];
  open: { what: string; nominationId: string | null } | null;
  items: {
    nominationId: string;
    organisation: string;
    mayTreat: boolean;
    mustBeOut: { name: string; inRoom: boolean }[];
    note: { body: string; version: number } | null;
  }[];
}

/** After the closing; Liv is out of Modum, the chair out of Oslo, and a second secretary out of Eigersund. */
async function deliberating(test: Parameters<typeof judgingYear>[0], scoring = true) {
  const year = await judgingYear(test, ['Eigersund', 'Modum', 'Oslo'], { scoring });
  const { clients, nominations, ids } = year;
  await declareAll(year, { liv: { Modum: 'connection' }, chair: { Oslo: 'connection' } });
  const decide = async (by: Person, name: string, who: Person) => {
    const made = await clients[by].post(`/api/v1/nominations/${nominations[name]}/conflict-decisions`, {
      personId: ids[who],
      recused: true,
      reason: 'Var med på arbeidet med det.',
    });
    if (made.statusCode !== 201) throw new Error(made.body);
  };
  await decide('chair', 'Modum', 'liv');
  await decide('deputyChair', 'Oslo', 'chair');
  await clients.second.post(`/api/v1/nominations/${nominations['Eigersund']}/declarations`, {
    answer: 'connection',
    grounds: ['H8'],
  });
  const points = { deputyChair: [5, 3, 2], nina: [5, 1, 4], henrik: [4, 5, 3] } as const;
  for (const [who, given] of Object.entries(points) as ['nina', readonly number[]][])
    for (const [index, name] of ['Eigersund', 'Modum', 'Oslo'].entries())
      await deliverBallot(year, who, nominations[name]!, given[index]!, 'Vurdert');
  await year.setClock(year.dates.after);
  const closed = await year.event('chair', 'closeJudging', { reason: 'Fristen er ute.' });
  if (closed.statusCode !== 200) throw new Error(closed.body);
  return year;
}

const everybody = ['chair', 'deputyChair', 'nina', 'liv', 'henrik', 'secretary'] as const;
const present = (year: JuryYear, who: readonly Person[] = everybody, fresh: readonly Person[] = []) => ({
  present: who.map((one) => ({ personId: year.ids[one], newConflict: fresh.includes(one) })),
});

t.test('a meeting: present, out and in, one application at a time on the screen', async (t) => {
  const year = await deliberating(t);
  const { clients, nominations, ids, editionId, db } = year;
  const list = `/api/v1/editions/${editionId}/meetings`;
  t.equal((await clients.nina.post(list, present(year))).statusCode, 403, 'a member holds no meeting');
  t.equal((await clients.applicant.post(list, present(year))).statusCode, 404);
  t.equal((await clients.secretary.post(list, { present: [] })).statusCode, 422, 'somebody is there');
  t.equal(
    (await clients.secretary.post(list, { present: [{ personId: ids.applicant, newConflict: false }] }))
      .statusCode,
    422,
    'an applicant is not of the meeting',
  );
  const started = await clients.secretary.post(list, present(year));
  t.equal(started.statusCode, 201, started.body);
  const { id } = started.json<Meeting>();
  t.equal((await clients.chair.post(list, present(year))).statusCode, 409, 'one meeting at a time');
  const at = `/api/v1/meetings/${id}`;
  const read = async (who: Person) => (await clients[who].get(at)).json<Meeting>();
  const item = async (who: Person, name: string) =>
    (await read(who)).items.find(({ organisation }) => organisation === name);
  const screen = async (who: Person) => (await clients[who].get(`${at}/screen`)).json<{ shows: string }>();
  const open = (who: Person, name: string, out: readonly Person[] = []) =>
    clients[who].post(`${at}/openings`, {
      nominationId: nominations[name],
      out: out.map((one) => ids[one]),
    });

  t.equal((await screen('liv')).shows, 'nothing');
  await t.test('it opens once those who are out of it are out', async (t) => {
    t.match((await item('secretary', 'Modum'))?.mustBeOut, [{ name: 'Liv Torgersdal', inRoom: true }]);
    const refused = await open('secretary', 'Modum');
    t.equal(refused.statusCode, 409);
    t.match(refused.json(), { errors: [{ message: 'Liv Torgersdal' }] });
    await t.rejects(
      db
        .insertInto('meeting_openings')
        .values({
          meeting_id: id,
          what: 'application',
          nomination_id: nominations['Modum']!,
          opened_at: year.dates.after,
          opened_by: ids.secretary,
        })
        .execute(),
      /somebody in the room must be out first/,
      'nor past the service',
    );
    t.equal((await open('secretary', 'Modum', ['liv'])).statusCode, 200);
    t.match(await screen('nina'), { shows: 'application', application: { organisation: 'Modum' } });
    t.match((await clients.nina.get(`/moter/${id}/skjerm`)).body, canary('Modum'));
    const hers = await clients.liv.get(`${at}/screen`);
    t.match(hers.json(), { shows: 'notForYou', application: null });
    for (const url of [`${at}/screen`, at, `/moter/${id}/skjerm`, `/sekretariat/${editionId}/moter/${id}`]) {
      const { body } = await clients.liv.get(url);
      t.notMatch(body, 'Modum', url);
      t.notMatch(body, canary('Modum'), url);
      t.notMatch(body, nominations['Modum']!, url);
    }
  });

  await t.test('nobody comes in to what is not for her; times out and in are kept', async (t) => {
    const back = await clients.secretary.post(`${at}/returns`, { personId: ids.liv });
    t.equal(back.statusCode, 409);
    t.match(back.json(), { type: /meeting\/not-in-now/ });
    await year.setClock(addMinutes(year.dates.after, 12));
    t.equal((await clients.secretary.send('DELETE', `${at}/openings`)).statusCode, 200);
    t.equal((await clients.secretary.post(`${at}/returns`, { personId: ids.liv })).statusCode, 200);
    t.match(await db.selectFrom('meeting_absences').selectAll().execute(), [
      {
        out_at: year.dates.after,
        in_at: addMinutes(year.dates.after, 12),
        nomination_id: nominations['Modum'],
      },
    ]);
    await t.rejects(
      db
        .updateTable('meeting_absences')
        .set({ in_at: addMinutes(year.dates.after, 2) })
        .execute(),
      /what is over in a meeting is not changed/,
      'and stay as they are',
    );
  });

  await t.test('a chair in conflict: the deputy chair opens it, and writes about it (HAB-4)', async (t) => {
    t.equal((await open('chair', 'Oslo', ['chair'])).statusCode, 404, 'as if there were none');
    t.match(await item('chair', 'Oslo'), undefined);
    t.equal((await open('henrik', 'Oslo', ['chair'])).statusCode, 403);
    t.equal((await open('deputyChair', 'Oslo', ['chair'])).statusCode, 200);
    const note = (who: Person, name: string, version: number, body = 'kanari-notat') =>
      clients[who].send('PUT', `${at}/notes/${nominations[name]}`, { body, version });
    t.equal((await note('deputyChair', 'Oslo', 0)).statusCode, 200);
    t.equal(
      (await note('secretary', 'Oslo', 0, 'To på en gang')).statusCode,
      409,
      'nobody writes over another',
    );
    t.equal((await note('chair', 'Oslo', 1)).statusCode, 404);
    t.equal((await note('nina', 'Oslo', 1)).statusCode, 403);
    t.equal((await note('second', 'Eigersund', 0)).statusCode, 404, 'a secretary in conflict writes nothing');
    t.match((await item('henrik', 'Oslo'))?.note, { body: 'kanari-notat' });
    for (const who of ['chair', 'applicant', 'leader'] as const)
      t.notMatch((await clients[who].get(at)).body, 'kanari-notat', who);
    t.equal((await clients.henrik.send('DELETE', `${at}/openings`)).statusCode, 403);
    t.equal((await clients.deputyChair.send('DELETE', `${at}/openings`)).statusCode, 200);
    t.equal((await clients.secretary.post(`${at}/returns`, { personId: ids.chair })).statusCode, 200);
  });

  await t.test(
    'the ranking is covered until the one who decides uncovers it, and all who are out of something are out',
    async (t) => {
      const uncover = (who: Person, out: readonly Person[]) =>
        clients[who].post(`${at}/ranking`, { out: out.map((one) => ids[one]) });
      t.equal((await uncover('secretary', ['liv', 'chair'])).statusCode, 403);
      // The deputy chair decides: the chair is out of one of the candidates.
      t.equal((await uncover('chair', ['liv', 'chair'])).statusCode, 403);
      t.equal((await uncover('deputyChair', ['liv'])).statusCode, 409);
      t.equal((await uncover('deputyChair', ['liv', 'chair'])).statusCode, 200);
      t.match(await screen('secretary'), {
        shows: 'ranking',
        ranking: [{ organisation: 'Eigersund', place: 1 }, {}, {}],
      });
      for (const who of ['liv', 'chair'] as const)
        t.match(await screen(who), { shows: 'notForYou', ranking: null });
      t.notMatch(
        (await clients.nina.get(`/moter/${id}/skjerm`)).body,
        /Hauglien|Aspelien|Brekkestad/,
        'no juror on it',
      );
      t.equal((await clients.deputyChair.send('DELETE', `${at}/openings`)).statusCode, 200);
      for (const who of ['liv', 'chair'] as const)
        await clients.secretary.post(`${at}/returns`, { personId: ids[who] });
    },
  );

  await t.test('a connection declared in the middle covers the screen at once', async (t) => {
    t.equal((await open('secretary', 'Eigersund')).statusCode, 200);
    t.equal((await screen('henrik')).shows, 'application');
    await clients.nina.post(`/api/v1/nominations/${nominations['Eigersund']}/declarations`, {
      answer: 'unsure',
    });
    t.match(await screen('henrik'), { shows: 'covered', application: null });
    t.equal((await screen('nina')).shows, 'notForYou');
    t.equal(
      (
        await clients.secretary.post(`${at}/absences`, {
          personId: ids.nina,
          nominationId: nominations['Eigersund'],
        })
      ).statusCode,
      200,
    );
    t.equal((await screen('henrik')).shows, 'application', 'and it goes on when she is out');
  });

  await t.test(
    '"any new conflict?": who has one is in the room for nothing before it is declared',
    async (t) => {
      await clients.secretary.send('DELETE', `${at}/openings`);
      await year.setClock(addMinutes(year.dates.after, 30));
      const asked = await clients.secretary.send('PUT', `${at}/people`, present(year, everybody, ['henrik']));
      t.match(
        asked.json<Meeting>().people.find(({ name }) => name === 'Henrik Aspelien'),
        { state: 'here', newConflict: true },
      );
      t.equal((await open('secretary', 'Modum', ['liv'])).statusCode, 409);
      await clients.henrik.post(`/api/v1/nominations/${nominations['Oslo']}/declarations`, {
        answer: 'connection',
        grounds: ['H5'],
      });
      t.equal(
        (await open('secretary', 'Modum', ['liv'])).statusCode,
        200,
        'declared for another: this one is open to him',
      );
    },
  );

  await t.test('the order: by name, by disagreement, by hand', async (t) => {
    const order = (who: Person, body: object) => clients[who].send('PUT', `${at}/order`, body);
    const names = async () => (await read('secretary')).items.map(({ organisation }) => organisation);
    t.same(await names(), ['Eigersund', 'Modum', 'Oslo']);
    t.equal((await order('nina', { order: 'hand' })).statusCode, 403);
    await order('secretary', { order: 'disagreement' });
    t.same((await names())[0], 'Modum', 'the jurors lie furthest apart on it');
    await order('secretary', {
      order: 'hand',
      byHand: ['Oslo', 'Eigersund', 'Modum'].map((name) => nominations[name]),
    });
    t.same(await names(), ['Oslo', 'Eigersund', 'Modum']);
  });

  await t.test('the end: nothing of it changes any more', async (t) => {
    const ended = await clients.secretary.post(`${at}/end`, {});
    t.match(ended.json(), { open: null, allowedActions: [], endedAt: String });
    t.equal((await open('secretary', 'Oslo')).statusCode, 409);
    t.equal((await screen('nina')).shows, 'nothing');
    await t.rejects(
      db.updateTable('meetings').set({ ended_at: null }).execute(),
      /what is over in a meeting is not changed/,
    );
    t.equal((await clients.chair.get(`/api/v1/meetings/${editionId}`)).statusCode, 404, 'an unknown id');
    for (const who of ['applicant', 'leader'] as const)
      t.not((await clients[who].get(`${at}/screen`)).statusCode, 200, who);
    t.equal((await year.anyone.get(`${at}/screen`)).statusCode, 401);
  });
  t.same(year.errors, []);
});

t.test('the pages: without scripts, and with scoring off', async (t) => {
  const year = await deliberating(t, false);
  const { clients, nominations, ids, editionId } = year;
  const list = `/sekretariat/${editionId}/moter`;
  const answers = Object.fromEntries(
    ['chair', 'deputyChair', 'nina', 'liv', 'henrik', 'secretary', 'second'].map((who) => [
      `person-${ids[who as Person]}`,
      who === 'second' || who === 'henrik' ? 'away' : 'none',
    ]),
  );
  t.match((await clients.secretary.get(list)).body, /Har du oppdaget en ny tilknytning/);
  const short = await clients.secretary.post(list, { ...answers, [`person-${ids.nina}`]: '' });
  t.equal(short.statusCode, 422, 'everybody is asked');
  t.match(
    short.body,
    new RegExp(`name="person-${ids.henrik}" value="away"[^>]*checked`),
    'what was chosen stays',
  );
  const started = await clients.secretary.post(list, answers);
  t.equal(started.statusCode, 303);
  const here = started.headers.location as string;
  const page = await clients.secretary.get(here);
  t.match(page.body, /Åpne på skjermen/);
  t.notMatch(page.body, /Størst uenighet først|Vis rangeringen/, 'no points, no order or ranking by them');
  const id = here.split('/').at(-1)!;
  t.equal((await clients.deputyChair.post(`/api/v1/meetings/${id}/ranking`, {})).statusCode, 409);
  const refused = await clients.secretary.post(`${here}/apne`, { nominationId: nominations['Modum']! });
  t.equal(refused.statusCode, 409);
  t.match(refused.body, /Må ha gått ut: Liv Torgersdal/);
  const opened = await clients.secretary.post(`${here}/apne`, {
    nominationId: nominations['Modum']!,
    [`out-${nominations['Modum']}`]: ids.liv,
  });
  t.equal(opened.statusCode, 303);
  t.match((await clients.henrik.get(`/moter/${id}/skjerm`)).body, /<h1[^>]*>Modum<\/h1>[\s\S]*Vis på nytt/);
  const note = {
    [`note-${nominations['Modum']}`]: 'Sterkt forankret.',
    [`version-${nominations['Modum']}`]: '0',
  };
  t.equal((await clients.secretary.post(`${here}/notat/${nominations['Modum']}`, note)).statusCode, 303);
  const clash = await clients.secretary.post(`${here}/notat/${nominations['Modum']}`, {
    ...note,
    [`note-${nominations['Modum']}`]: 'Skrevet samtidig.',
  });
  t.equal(clash.statusCode, 409);
  t.match(clash.body, /Skrevet samtidig\./, 'what was written is not lost');
  for (const step of ['lukk', 'avslutt'])
    t.equal((await clients.secretary.post(`${here}/${step}`, {})).statusCode, 303);
  t.match((await clients.secretary.get(list)).body, /Avsluttet/);
  t.same(year.errors, []);
});
