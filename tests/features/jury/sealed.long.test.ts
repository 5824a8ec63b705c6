/**
 * Must show 3: nobody learns a score, a text, a count or an order of others that is not for them, on any reading route, in any format, in
 * any state. Not by looking for words: everything is read, then the secret is changed behind the service's back, and all of it is read
 * again. What is not told cannot differ.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import { readXlsx } from '../../helpers/spreadsheets.ts';
import { readingAddresses } from '../../helpers/addresses.ts';
import { calibrate } from '../../helpers/calibration.ts';
import {
  ballotOf,
  declareAll,
  deliverBallot,
  judgingYear,
  type JuryYear,
  type Person,
} from '../../helpers/jury-year.ts';

const names = ['Eigersund', 'Modum', 'Voss'];
type Reader = Person | 'public';
/** What is changed, and back: by its own inverse. `$1`: the application that is hidden, or null for all; `$2`: whose own it is not. */
const changes = {
  scores: `update ballot_scores s set score = 7 - s.score, assessment = reverse(s.assessment) from ballots b
    where b.id = s.ballot_id and ($1::uuid is null or b.nomination_id = $1) and b.person_id is distinct from $2::uuid`,
  agreed: `update agreed_score_contents c set score = 7 - c.score, reason = reverse(c.reason) from agreed_scores a join ballots b on b.id = a.ballot_id
    where a.id = c.agreed_id and ($1::uuid is null or b.nomination_id = $1) and b.person_id is distinct from $2::uuid`,
  counts: `update ballots b set state = case b.state when 'delivered' then 'started' when 'started' then 'delivered' else b.state end
    where ($1::uuid is null or b.nomination_id = $1) and b.person_id is distinct from $2::uuid`,
  votes: `update motion_votes v set vote = case v.vote when 'for' then 'against' when 'against' then 'for' else v.vote end
    where ($1::uuid is null or true) and v.person_id is distinct from $2::uuid`,
  calibration: `update calibration_scores g set score = 7 - g.score, assessment = reverse(g.assessment) from calibration_sheets k
    where k.id = g.sheet_id and ($1::uuid is null or true) and k.person_id is distinct from $2::uuid`,
} as const;
type Change = keyof typeof changes;

interface Answer {
  status: number;
  body: string;
}

/** A workbook is packed with the time of day: what is in it is compared. */
const plain = async (bytes: Buffer, type: unknown): Promise<Buffer> =>
  String(type).includes('spreadsheet') ? Buffer.from(JSON.stringify(await readXlsx(bytes))) : bytes;

const NOTHING = /(?!)/g;

/** Everything that one reader is answered; what differs between two equal answers (the number of the request, the moment of a form) is taken out. */
async function readAll(year: JuryYear, who: Reader, urls: readonly string[]): Promise<Map<string, Answer>> {
  const found = new Map<string, Answer>();
  const accept = { accept: 'text/html, application/json' };
  for (let at = 0; at < urls.length; at += 6) {
    const some = urls.slice(at, at + 6);
    const answers = await Promise.all(
      some.map((url) =>
        who === 'public' ? year.app.inject({ url, headers: accept }) : year.clients[who].get(url, accept),
      ),
    );
    for (const [i, { statusCode, rawPayload, headers }] of answers.entries())
      found.set(some[i]!, {
        status: statusCode,
        body: (await plain(rawPayload, headers['content-type']))
          .toString('latin1')
          .replaceAll(
            /"requestId":"[^"]*"|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g,
            '',
          )
          .replaceAll(usedNow.test(some[i]!) ? times : NOTHING, '')
          // When a form that anybody may send was drawn.
          .replaceAll(/(?<=name="stamp" value=")[^"]*/g, '')
          .replaceAll(some[i]!.startsWith('/assets/') ? wallClock : NOTHING, ''),
      });
  }
  return found;
}

/** Changes it with triggers off, as whoever runs the database could. */
async function change(
  year: JuryYear,
  which: readonly Change[],
  hidden: string | null,
  own: string | null,
): Promise<void> {
  const admin = new pg.Client({ connectionString: year.adminUrl });
  await admin.connect();
  await admin.query('set session_replication_role = replica');
  for (const one of which) await admin.query(changes[one], [hidden, own]);
  await admin.end();
}

/** Lets every cache know that something has happened: a line in the log. */
async function stir(year: JuryYear): Promise<void> {
  for (const editionId of [null, year.editionId])
    await year.play('system', year.dates.after, async (unit) =>
      unit.record({
        editionId,
        subjectType: 'edition',
        subjectId: year.editionId,
        event: 'updateEdition',
        payload: {},
      }),
    );
}

/** Reading by a token writes down when it was last used, in real time: the times of these two are left out, and nothing else of them. */
const usedNow = /\/(tokens|nokler)$/;
const times = /<time datetime="[^"]*">[^<]*<\/time>|"usedAt":"[^"]*"/g;
/** An address of assets reads no clock: where it answers "not found", the page says the real time, and a minute can pass. */
const wallClock = /Klokka her er [^<]*/g;
/** The files that a page names: style, scripts, pictures. */
async function assetsOf({ app }: JuryYear): Promise<string[]> {
  const { body } = await app.inject({ url: '/' });
  return [...new Set(body.match(/\/assets\/[\w./-]+/g))];
}
/** Where the line of `stir` itself shows. They are read again right after the change, before it: what stands there comes from no cache. */
const logs = /\/(logg|log)(\/|\?|$)|events$/;

/** The juries that are re-drawn take their time, more on a busy machine: until they are there, a page tells how far they have come. */
async function settled({ clients }: JuryYear, who: Person): Promise<void> {
  await clients[who].get('/jury/resultat');
  for (let i = 0; i < 1200; i++) {
    const { body } = await clients[who].get('/jury/resultat/omtrekk.json');
    if (!/"state":"(waiting|running)"/.test(body)) return;
    await sleep(100);
  }
  throw new Error(`the juries of ${who} are never re-drawn`);
}

/** What it is that is changed, whose reading is compared, and which application is hidden. */
interface Secret {
  who: Reader;
  which: readonly Change[];
  hidden?: string | null;
}

const differs = (one: Answer, other: Answer): boolean =>
  one.status !== other.status || one.body !== other.body;

/** Reads all of it, changes what is sealed, and reads it again; then it is as it was. */
async function compare(year: JuryYear, { who, which, hidden = null }: Secret, urls: readonly string[]) {
  const own = who === 'public' ? null : year.ids[who];
  const before = await readAll(year, who, urls);
  const [ofLog, others] = [urls.filter((url) => logs.test(url)), urls.filter((url) => !logs.test(url))];
  await change(year, which, hidden, own);
  const after = await readAll(year, who, ofLog);
  await stir(year);
  for (const [url, answer] of await readAll(year, who, others)) after.set(url, answer);
  const stirred = await readAll(year, who, ofLog);
  await change(year, which, hidden, own);
  await stir(year);
  return {
    different: urls.filter((url) => differs(before.get(url)!, after.get(url)!)),
    opened: [...before.values()].filter(({ status }) => status === 200).length,
    live: ofLog.filter((url) => stirred.get(url)!.body !== before.get(url)!.body).length,
  };
}

/**
 * The addresses whose answer tells of the change. What differs is compared once more: the first time that somebody opens something is
 * itself written down, and shows in other places.
 */
async function told(
  year: JuryYear,
  secret: Secret,
): Promise<{ different: string[]; asked: number; opened: number; live: number }> {
  const { who } = secret;
  const urls = [...(await readingAddresses(year, year.nominations['Modum']!, 2)), ...(await assetsOf(year))];
  if (who !== 'public') await settled(year, who);
  const first = await compare(year, secret, urls);
  if (first.different.length === 0) return { ...first, asked: urls.length };
  if (who !== 'public') await settled(year, who);
  const { different } = await compare(year, secret, first.different);
  return { ...first, different, asked: urls.length };
}

const all: Change[] = ['scores', 'agreed', 'counts', 'votes'];

t.test('what is sealed makes no difference to anything that anybody reads', async (t) => {
  const year = await judgingYear(t, names);
  const { clients, nominations, ids, editionId, dates, db } = year;
  const modum = nominations['Modum']!;
  const nothing = async (
    who: Reader,
    state: string,
    what: { which: readonly Change[]; hidden?: string },
    least = 5,
  ) => {
    const { different, asked, opened, live } = await told(year, { who, ...what });
    t.same(different, [], `${who}, ${state}: ${asked} addresses, ${opened} opened`);
    t.ok(opened >= least, `${who}: ${opened} of them open`);
    if (who === 'secretary') t.ok(live > 0, `the log is read as it is at that moment: ${live} addresses`);
  };
  const outsiders = async (state: string) => {
    for (const who of ['applicant', 'public'] as const) await nothing(who, state, { which: all });
    await nothing('secretary', state, { which: ['scores', 'agreed'] });
    await nothing('liv', state, { which: all, hidden: modum });
  };

  await declareAll(year, { liv: { Modum: 'connection' } }, ['chair', 'deputyChair', 'liv', 'henrik']);
  await clients.chair.post(`/api/v1/nominations/${modum}/conflict-decisions`, {
    personId: ids.liv,
    recused: true,
    reason: 'Var med.',
  });
  for (const [i, juror] of (['chair', 'deputyChair', 'henrik'] as const).entries())
    for (const [j, name] of names.entries())
      await deliverBallot(
        year,
        juror,
        nominations[name]!,
        1 + ((i + 2 * j) % 6),
        `Tekst ${i} ${j} fra ${juror}`,
      );
  await nothing('nina', 'before declaring', { which: ['scores', 'counts'] });
  await nothing('chair', 'before the closing', { which: ['scores'] });
  await declareAll(year, {}, ['nina']);
  await nothing('nina', 'before the closing', { which: ['scores', 'counts'] });
  await outsiders('judging');
  for (const name of names) await deliverBallot(year, 'nina', nominations[name]!, 4, 'Nina om den');
  await nothing('henrik', 'before the closing, all delivered', { which: ['scores', 'counts'] });

  await year.setClock(dates.after);
  t.equal((await year.event('chair', 'closeJudging', { reason: 'Tiden er ute.' })).statusCode, 200);
  await outsiders('closed');
  const { different } = await told(year, { who: 'henrik', which: ['scores'] });
  t.ok(
    different.includes(`/api/v1/nominations/${modum}/assessments`),
    'for somebody who may see the scores it does make a difference: the reading works',
  );

  const meeting = (
    await clients.secretary.post(`/api/v1/editions/${editionId}/meetings`, {
      present: (['chair', 'deputyChair', 'nina', 'henrik', 'liv', 'secretary'] as const).map((who) => ({
        personId: ids[who],
        newConflict: false,
      })),
    })
  ).json<{ id: string }>().id;
  t.equal(
    (
      await clients.secretary.post(`/api/v1/meetings/${meeting}/openings`, {
        nominationId: modum,
        out: [ids.liv],
      })
    ).statusCode,
    200,
  );
  const { id: ballot, scores } = await ballotOf(year, 'nina', modum);
  const criterionId = scores.find(({ weight }) => weight !== null)!.criterionId;
  const agreed = await clients.chair.post(`/api/v1/ballots/${ballot}/agreed-scores`, {
    criterionId,
    score: 6,
    reason: 'Hørte om rutinen',
  });
  t.equal(agreed.statusCode, 201, agreed.body);
  t.equal(
    (
      await clients.nina.post(`/api/v1/agreed-scores/${agreed.json<{ id: string }>().id}/answer`, {
        answer: 'confirmed',
      })
    ).statusCode,
    204,
  );
  const motion = await clients.secretary.post(`/api/v1/editions/${editionId}/motions`, {
    kind: 'nominate',
    nominationId: modum,
  });
  t.equal(motion.statusCode, 201, motion.body);
  for (const [who, vote] of [
    ['nina', 'for'],
    ['henrik', 'against'],
  ] as const)
    t.equal(
      (await clients[who].send('PUT', `/api/v1/motions/${motion.json<{ id: string }>().id}/vote`, { vote }))
        .statusCode,
      200,
    );
  await outsiders('at the meeting');

  const finalists = ['Eigersund', 'Voss'].map((name) => nominations[name]!);
  t.equal(
    (await year.event('chair', 'decideFinalists', { decision: { finalists, reason: 'Drøftet.' } }))
      .statusCode,
    200,
  );
  await applyDue(year.services, addMinutes(dates.after, 5));
  await outsiders('decided and frozen');
  await nothing('leader', 'decided and frozen', { which: all });

  t.equal(
    (
      await year.event('chair', 'decideWinner', {
        decision: { winner: finalists[0], honourableMentions: [], reason: 'Drøftet.' },
      })
    ).statusCode,
    200,
  );
  const row = await db
    .selectFrom('editions')
    .selectAll()
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  for (const nomination_id of finalists)
    await db
      .insertInto('statements')
      .values({
        nomination_id,
        nb: 'Godt',
        nn: 'Godt',
        written_by: ids.secretary,
        written_at: dates.after,
        approved_by: ids.chair,
        approved_at: dates.after,
      })
      .execute();
  for (const [kind, publishAt] of [
    ['finalists', row.finalists_at],
    ['winner', row.ceremony_at],
  ] as const) {
    const made = await clients.secretary.post(`/api/v1/editions/${editionId}/publications`, {
      kind,
      publishAt: publishAt.toISOString(),
      texts: { nb: 'Valgt.', nn: 'Vald.' },
    });
    t.equal(made.statusCode, 201, made.body);
    await db
      .updateTable('publications')
      .set({ approved_by: ids.leader, approved_at: dates.after })
      .where('kind', '=', kind)
      .execute();
  }
  for (const name of names) {
    const path = `/api/v1/nominations/${nominations[name]}/feedback`;
    t.equal((await clients.secretary.send('PUT', path, { body: `Om ${name}`, version: 0 })).statusCode, 200);
    t.equal((await clients.chair.post(`${path}/approval`, { version: 1 })).statusCode, 204);
  }
  for (const [state, at] of [
    ['nominated public', addDays(row.finalists_at, 1)],
    ['winner public', addDays(row.ceremony_at, 1)],
  ] as const) {
    await year.setClock(at);
    await applyDue(year.services, at);
    await outsiders(state);
  }
  t.same(year.errors, []);
});

t.test('nor what the others have given on the made-up application, before it is opened', async (t) => {
  const year = await judgingYear(t, ['Modum'], { calibrated: true });
  const which: Change[] = ['calibration'];
  await declareAll(year);
  for (const [i, who] of (['chair', 'nina', 'liv'] as const).entries())
    await year.play(who, year.dates.judging, (unit) =>
      calibrate(unit, year.editionId, { score: i + 1, text: `Om eksempelet, ${who}` }),
    );
  const nothing = async (who: Reader, state: string) => {
    const { different, asked } = await told(year, { who, which });
    t.same(different, [], `${who}, ${state}: ${asked} addresses`);
  };
  for (const who of ['chair', 'liv', 'henrik', 'secretary', 'applicant', 'public'] as const)
    await nothing(who, 'sealed');
  const opened = await year.clients.chair.post(`/api/v1/editions/${year.editionId}/calibration/opening`, {
    reason: 'De to siste er på reise.',
  });
  t.equal(opened.statusCode, 204, opened.body);
  for (const who of ['henrik', 'secretary', 'applicant', 'public'] as const) await nothing(who, 'opened');
  const { different } = await told(year, { who: 'liv', which });
  t.same(
    different.toSorted(),
    [`/api/v1/editions/${year.editionId}/calibration`, '/jury/eksempel'],
    'whoever has delivered sees it there, and nowhere else',
  );
  t.same(year.errors, []);
});
