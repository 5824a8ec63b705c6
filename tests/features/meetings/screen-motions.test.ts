/** A motion on the shared screen (issue 4 §4, decisions 81, 82): what is voted on, never how anybody votes, and the result once it is uncovered. */
import t from 'tap';
import { addSeat, fillSeat } from '../../../src/features/jury/commands-seats.ts';
import { confirmConfidence } from '../../../src/features/jury/commands.ts';
import { transact } from '../../../src/core/process/unit.ts';
import type { Client } from '../../helpers/client.ts';
import { declareAll, judgingYear, jurors, type JuryYear, type Person } from '../../helpers/jury-year.ts';

const names = ['Eigersund', 'Modum', 'Oslo'];
const secret = 'kanari-forslag';

/** After the closing, without points; Liv is out of Modum, which is a candidate. */
async function deliberating(test: Parameters<typeof judgingYear>[0]): Promise<JuryYear> {
  const year = await judgingYear(test, names, { scoring: false });
  await declareAll(year, { liv: { Modum: 'connection' } });
  await year.clients.chair.post(`/api/v1/nominations/${year.nominations['Modum']}/conflict-decisions`, {
    personId: year.ids.liv,
    recused: true,
    reason: 'Var med på arbeidet med det.',
  });
  return year;
}

async function closed(year: JuryYear): Promise<void> {
  await year.setClock(year.dates.after);
  const answer = await year.event('chair', 'closeJudging', { reason: 'Fristen er ute.' });
  if (answer.statusCode !== 200) throw new Error(answer.body);
}

async function begin({ clients, editionId, ids }: JuryYear, more: readonly string[] = []): Promise<string> {
  const people = [...jurors.map((who) => ids[who]), ids.secretary, ...more];
  const started = await clients.secretary.post(`/api/v1/editions/${editionId}/meetings`, {
    present: people.map((personId) => ({ personId, newConflict: false })),
  });
  if (started.statusCode !== 201) throw new Error(started.body);
  return started.json<{ id: string }>().id;
}

t.test(
  'shown while it is voted on, uncovered by whoever decides, and to nobody who is out of it',
  async (t) => {
    const year = await deliberating(t);
    await closed(year);
    const { clients, nominations, ids, db, editionId, dates } = year;
    const meeting = await begin(year);
    const put = await clients.secretary.post(`/api/v1/editions/${editionId}/motions`, {
      kind: 'nominate',
      nominationId: nominations['Eigersund'],
      body: secret,
    });
    const { id } = put.json<{ id: string }>();
    const show = (who: Person) => clients[who].post(`/api/v1/motions/${id}/screen`, {});
    const screen = async (who: Person) =>
      (await clients[who].get(`/api/v1/meetings/${meeting}/screen`)).json<object>();

    const refused = await show('secretary');
    t.equal(refused.statusCode, 409, 'Liv is in the room');
    t.match(refused.json(), {
      type: /members-in/,
      errors: [{ field: `out-${id}`, message: 'Liv Torgersdal' }],
    });
    const page = await clients.secretary.post(`/sekretariat/${editionId}/forslag/${id}/skjerm`, {});
    t.equal(page.statusCode, 409);
    t.match(page.body, 'Liv Torgersdal');
    t.match(page.body, `href="#field-out-${id}"`);
    t.match(page.body, `id="field-out-${id}"`, 'the fault leads to where it is put right');
    await t.rejects(
      db
        .insertInto('meeting_openings')
        .values({
          meeting_id: meeting,
          what: 'motion',
          motion_id: id,
          opened_at: dates.after,
          opened_by: ids.secretary,
        })
        .execute(),
      /somebody in the room must be out first/,
      'nor past the service',
    );
    t.equal(
      (await clients.secretary.post(`/api/v1/meetings/${meeting}/absences`, { personId: ids.liv }))
        .statusCode,
      200,
    );
    for (const [who, status] of [
      ['nina', 403],
      ['liv', 404],
      ['applicant', 404],
      ['leader', 404],
    ] as const)
      t.equal((await show(who)).statusCode, status, who);
    t.equal((await show('secretary')).statusCode, 200);
    t.equal(
      (await clients.secretary.post(`/api/v1/meetings/${meeting}/returns`, { personId: ids.liv })).statusCode,
      409,
      'she does not come in',
    );

    for (const [who, vote] of [
      ['chair', 'for'],
      ['nina', 'against'],
      ['henrik', 'for'],
      ['deputyChair', 'abstain'],
    ] as const)
      t.equal((await clients[who].send('PUT', `/api/v1/motions/${id}/vote`, { vote })).statusCode, 200);
    t.match(await screen('henrik'), {
      shows: 'motion',
      motion: {
        kind: 'nominate',
        organisation: 'Eigersund',
        body: secret,
        open: true,
        out: ['Liv Torgersdal'],
        entitled: 4,
        quorum: 3,
        result: null,
      },
    });
    const open = (await clients.henrik.get(`/moter/${meeting}/skjerm`)).body;
    t.match(open, /Nominere Eigersund[\s\S]*For, mot eller stemmer ikke[\s\S]*Liv Torgersdal/);
    t.notMatch(
      open,
      /Hauglien|Aspelien|Brekkestad|Falkangen|2 for/,
      'nobody who votes, and no number of votes',
    );
    for (const url of [
      `/api/v1/meetings/${meeting}/screen`,
      `/moter/${meeting}/skjerm`,
      `/api/v1/meetings/${meeting}`,
      `/sekretariat/${editionId}/moter/${meeting}`,
      '/jury/mote',
    ])
      t.notMatch((await clients.liv.get(url)).body, secret, url);
    t.match(await screen('liv'), { shows: 'notForYou', motion: null });
    t.match(
      (await clients.secretary.get(`/sekretariat/${editionId}/moter/${meeting}`)).body,
      /Nominere Eigersund[\s\S]*Ta forslaget av skjermen/,
    );

    t.equal((await clients.secretary.post(`/api/v1/motions/${id}/closing`, {})).statusCode, 200);
    t.match(await screen('henrik'), { motion: { open: false, result: null } }, 'closed, and still covered');
    t.match((await clients.henrik.get(`/moter/${meeting}/skjerm`)).body, 'Resultatet vises når');
    t.equal((await show('secretary')).statusCode, 403, 'the one who decides uncovers it');
    t.equal((await show('nina')).statusCode, 403);
    t.equal((await clients.chair.post(`/sekretariat/${editionId}/forslag/${id}/skjerm`, {})).statusCode, 303);
    t.match(await screen('nina'), {
      motion: { result: { outcome: 'carried', for: 2, against: 1, abstain: 1, castVoteBy: null } },
    });
    t.match((await clients.nina.get(`/moter/${meeting}/skjerm`)).body, /Vedtatt[\s\S]*2 for, 1 mot/);

    await clients.henrik.post(`/api/v1/nominations/${nominations['Oslo']}/declarations`, {
      answer: 'unsure',
    });
    t.match(
      await screen('nina'),
      { shows: 'covered', motion: null },
      'a connection declared now covers it at once',
    );
    await clients.secretary.post(`/api/v1/meetings/${meeting}/end`, {});
    t.equal((await show('chair')).statusCode, 409, 'the meeting is over');
    t.same(year.errors, []);
  },
);

t.test(
  'seven votes and the closing at the same moment: what was answered yes is counted, and nothing else',
  async (t) => {
    const year = await deliberating(t);
    const { clients, nominations, editionId, db, services } = year;
    const voters: Client[] = (['chair', 'deputyChair', 'nina', 'henrik'] as const).map((who) => clients[who]);
    const ids = [];
    for (const name of ['Ada', 'Bo', 'Cecilie']) {
      const email = `${name.toLowerCase()}@example.no`;
      const seat = await year.play('secretary', year.dates.judging, (unit) =>
        addSeat(unit, editionId, { organisation: name, role: 'member' }),
      );
      await year.play('secretary', year.dates.judging, (unit) =>
        fillSeat(unit, seat.id, { email, name, language: 'nb' }),
      );
      const { id } = await db
        .selectFrom('people')
        .select('id')
        .where('email', '=', email)
        .executeTakeFirstOrThrow();
      ids.push(id);
      const actor = { personId: id, name, email, lang: 'nb', via: 'session', roles: [] } as const;
      await transact(
        services.db,
        { actor: { ...actor, roles: [] }, now: year.dates.judging, requestId: 'test' },
        (unit) => confirmConfidence(unit, editionId),
      );
      const own = await year.as(email);
      for (const nomination of Object.values(nominations))
        t.equal(
          (await own.post(`/api/v1/nominations/${nomination}/declarations`, { answer: 'none' })).statusCode,
          201,
        );
      voters.push(own);
    }
    await closed(year);
    const meeting = await begin(year, ids);
    await clients.secretary.post(`/api/v1/meetings/${meeting}/absences`, { personId: year.ids.liv });
    for (let round = 0; round < 4; round++) {
      const put = await clients.secretary.post(`/api/v1/editions/${editionId}/motions`, {
        kind: 'nominate',
        nominationId: nominations['Eigersund'],
      });
      t.equal(put.statusCode, 201, put.body);
      const { id } = put.json<{ id: string }>();
      const closing = clients.secretary.post(`/api/v1/motions/${id}/closing`, {});
      const votes = voters.map((one) => one.send('PUT', `/api/v1/motions/${id}/vote`, { vote: 'for' }));
      const [end, ...answers] = await Promise.all([closing, ...votes]);
      t.equal(end.statusCode, 200, end.body);
      const given = answers.filter(({ statusCode }) => statusCode === 200).length;
      t.ok(answers.every(({ statusCode }) => statusCode === 200 || statusCode === 409));
      t.equal(
        end.json<{ tally: { for: number } }>().tally.for,
        given,
        `round ${round}: ${given} of 7 were in time`,
      );
      const kept = await db
        .selectFrom('motion_voters')
        .select('vote')
        .where('motion_id', '=', id)
        .where('vote', 'is not', null)
        .execute();
      t.equal(kept.length, given);
    }
    t.same(year.errors, []);
  },
);
