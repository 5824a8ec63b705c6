/** What the public sees: nothing before its time on any surface, everything from the very millisecond, with or without the tick. */
import t from 'tap';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { sendEvent } from '../../../src/features/nominations/commands.ts';
import {
  approvePublication,
  preparePublication,
  stopPublication,
} from '../../../src/features/publication/commands.ts';
import { slugsOf } from '../../../src/features/publication/schema-nominee.ts';
import { seedHistory } from '../../../src/features/seed/history.ts';
import { addDays, addMinutes, instant } from '../../../src/platform/clock.ts';
import type { Database } from '../../../src/platform/db/open.ts';
import { testDatabase } from '../../helpers/database.ts';
import { readFeed } from '../../helpers/feeds.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { nomineeAddresses, publicAddresses, publicApp } from '../../helpers/public-app.ts';
import { approvedStatements, datesOf, deliberatingYear, plannedYear, type Year } from '../../helpers/year.ts';

const nominated = ['Ås helsehus', 'Zakken omsorgssenter', 'Ærfuglen sykehjem', 'Aasen bofellesskap'];
const texts = { nb: 'Fagjuryen fikk fem søknader.', nn: 'Fagjuryen fekk fem søknader.' };
const at = (moment: Date, milliseconds: number): Date => instant(moment.getTime() + milliseconds);

async function published(year: Year, kind: 'finalists' | 'winner', publishAt: Date): Promise<string> {
  const when = addDays(publishAt, -1);
  const { id, version } = await year.as('secretary', when, (unit) =>
    preparePublication(unit, year.id, { kind, publishAt, texts }),
  );
  await year.as('second', when, (unit) => approvePublication(unit, id, { version }));
  return id;
}

/** Status, headers that tell something, and body of every public answer. */
async function everything(
  { app }: Awaited<ReturnType<typeof publicApp>>,
  year: number,
): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const address of [...publicAddresses(year), ...nomineeAddresses(year, slugsOf(nominated))]) {
    const { statusCode, headers, body } = await app.inject(address);
    answers[address] = JSON.stringify([
      statusCode,
      headers.etag,
      headers['cache-control'],
      headers['content-length'],
      headers['last-modified'],
      body,
    ]);
  }
  return answers;
}

async function decideBoth(db: Database, year: Year, winner: string, mention: string | null) {
  const { finalists_at } = await datesOf(db, year.id);
  const when = addDays(finalists_at, -3);
  await approvedStatements(db, year, nominated, when);
  await year.send('chair', when, 'decideFinalists', {
    decision: { finalists: nominated.map((name) => year.nominations[name]), reason: 'Fire sterke' },
  });
  await year.send('chair', when, 'decideWinner', {
    decision: {
      winner: year.nominations[winner],
      honourableMentions: mention ? [year.nominations[mention]] : [],
      reason: 'Drøftet',
    },
  });
}

t.test(
  'nothing of an outcome before its time, on any surface; all of it from its millisecond, without a tick',
  async (t) => {
    const { db } = await testDatabase(t);
    const year = await deliberatingYear(db, [...nominated, 'Fem bydel']);
    const { finalists_at, ceremony_at } = await datesOf(db, year.id);
    const before = addDays(finalists_at, -4);
    const site = await publicApp(t, db, before);
    const undecided = await everything(site, year.year);
    await decideBoth(db, year, 'Ærfuglen sykehjem', 'Ås helsehus');
    t.same(await everything(site, year.year), undecided, 'a decision moves nothing');
    await published(year, 'finalists', finalists_at);
    await published(year, 'winner', ceremony_at);
    t.same(await everything(site, year.year), undecided, 'nor does an approval');

    site.clock.set(at(finalists_at, -1));
    const justBefore = await site.app.inject(`/prisen/${year.year}`);
    t.notMatch(justBefore.body, /Ærfuglen|Zakken/);
    t.equal(justBefore.headers['cache-control'], 'public, max-age=0', 'nobody may keep it past the moment');
    site.clock.set(finalists_at);
    const page = (await site.app.inject(`/prisen/${year.year}`)).body;
    const order = [
      ...page.matchAll(/(Ærfuglen sykehjem|Ås helsehus|Zakken omsorgssenter|Aasen bofellesskap)<\/a><\/h3>/g),
    ].map(([, name]) => name);
    t.same(
      order,
      ['Zakken omsorgssenter', 'Ærfuglen sykehjem', 'Ås helsehus', 'Aasen bofellesskap'],
      'Norwegian alphabetical order',
    );
    t.match(page, /Fagjuryen mener at Ærfuglen/);
    t.notMatch(page, /Fem bydel|Vinner av|Hederlig/);
    t.equal((await datesOf(db, year.id)).state, 'decided', 'no tick has run');
    for (const address of publicAddresses(year.year))
      t.notMatch((await site.app.inject(address)).body, /Fem bydel/, address);
    const nominatedOnly = await everything(site, year.year);
    site.clock.set(at(ceremony_at, -1));
    t.equal((await site.app.inject('/api/v1/public/editions')).json().editions[0].winner, null);
    t.same(Object.keys(nominatedOnly).length, Object.keys(undecided).length);

    site.clock.set(ceremony_at);
    const final = (await site.app.inject(`/api/v1/public/editions/${year.year}`)).json();
    t.match(final, { phase: 'winner', winner: { noAward: false, at: ceremony_at.toISOString() } });
    t.same(
      final.nominated.map((one: { name: string; outcome: string }) => [one.name, one.outcome]),
      [
        ['Zakken omsorgssenter', 'finalist'],
        ['Ærfuglen sykehjem', 'winner'],
        ['Ås helsehus', 'honourableMention'],
        ['Aasen bofellesskap', 'finalist'],
      ],
    );
    t.match((await site.app.inject('/nn')).body, /Vinnar av Etikkprisen 2026[\s\S]*Ærfuglen sykehjem/);
    t.match((await site.app.inject('/historie')).body, /2026[\s\S]*Ærfuglen sykehjem/);
    for (const [address, words] of [
      ['/feed.atom', 'Ærfuglen sykehjem fikk Etikkprisen 2026'],
      ['/en/feed.json', 'Ærfuglen sykehjem received Etikkprisen 2026'],
    ] as const) {
      const { items } = readFeed((await site.app.inject(address)).body);
      t.equal(items.length, 3, `${address}: the call, the nominated, the winner`);
      t.match(items[0], { title: words, at: ceremony_at }, address);
      t.same(
        items.map(({ at: moment }) => moment),
        items.map(({ at: moment }) => moment).toSorted((a, b) => b.getTime() - a.getTime()),
        'the latest first',
      );
      t.equal(new Set(items.map(({ id }) => id)).size, 3);
    }
    const { rows } = await sql<{
      n: string;
    }>`select count(*) as n from audit_events where event in ('publishFinalists', 'announceWinner')`.execute(
      db,
    );
    t.equal(rows[0]?.n, '0', 'reading has written nothing');
  },
);

t.test('a stopped publication stays secret; so does one that nobody approved', async (t) => {
  const { db } = await testDatabase(t);
  const year = await deliberatingYear(db, nominated);
  await decideBoth(db, year, 'Ås helsehus', null);
  const { finalists_at } = await datesOf(db, year.id);
  const first = await published(year, 'finalists', finalists_at);
  await year.as('leader', addMinutes(finalists_at, -5), (unit) =>
    stopPublication(unit, first, { version: 1, reason: 'Feil navn' }),
  );
  await year.as('secretary', addMinutes(finalists_at, -5), (unit) =>
    preparePublication(unit, year.id, { kind: 'finalists', publishAt: finalists_at, texts }),
  );
  const site = await publicApp(t, db, addDays(finalists_at, 1));
  for (const address of publicAddresses(year.year))
    t.notMatch((await site.app.inject(address)).body, /Ås helsehus|Zakken/, address);
  t.match((await site.app.inject(`/prisen/${year.year}`)).body, /ikke offentliggjort ennå/);
});

t.test('a finalist that withdraws too late for the publication to be stopped is not shown', async (t) => {
  const { db } = await testDatabase(t);
  const year = await deliberatingYear(db, nominated);
  await decideBoth(db, year, 'Ås helsehus', null);
  const { finalists_at } = await datesOf(db, year.id);
  await published(year, 'finalists', finalists_at);
  await year.as('applicant', at(finalists_at, -5000), (unit) =>
    sendEvent(unit, year.nominations['Zakken omsorgssenter'] as string, { event: { type: 'withdraw' } }),
  );
  const site = await publicApp(t, db, finalists_at);
  const { body } = await site.app.inject(`/prisen/${year.year}`);
  t.match(body, /Ås helsehus/);
  t.notMatch(body, /Zakken/);
});

t.test('no award, and a year that is cancelled', async (t) => {
  const { db } = await testDatabase(t);
  const year = await deliberatingYear(db, nominated);
  const { ceremony_at } = await datesOf(db, year.id);
  await year.send('chair', addDays(ceremony_at, -5), 'decideWinner', {
    decision: { noAward: true, reason: 'Ingen nådde opp' },
  });
  await published(year, 'winner', ceremony_at);
  const site = await publicApp(t, db, at(ceremony_at, -1));
  t.notMatch((await site.app.inject('/')).body, /deles ikke ut/);
  site.clock.set(ceremony_at);
  t.match((await site.app.inject(`/prisen/${year.year}`)).body, /Prisen deles ikke ut i år/);
  t.notMatch(
    (await site.app.inject(`/prisen/${year.year}`)).body,
    /Ingen nådde opp/,
    "the jury's reason is its own",
  );
  t.match((await site.app.inject('/historie')).body, /Prisen ble ikke delt ut/);

  const other = await testDatabase(t);
  const early = await plannedYear(other.db);
  const { opens_at } = await datesOf(other.db, early.id);
  const second = await publicApp(t, other.db, opens_at);
  t.equal(
    (await second.app.inject(`/prisen/${early.year}`)).statusCode,
    404,
    "a planned year is nobody's business",
  );
  t.equal((await second.app.inject('/api/v1/public/call')).statusCode, 404);
  t.match((await second.app.inject('/utlysning')).body, /ingen utlysning akkurat nå/);
  await early.send('secretary', addDays(opens_at, -1), 'announce');
  t.match(
    (await second.app.inject('/utlysning')).body,
    /Utlysning av Etikkprisen 2026/,
    'a write of this server shows at once',
  );
  await early.send('secretary', opens_at, 'cancel', { reason: 'Ingen penger' });
  const cancelled = (await second.app.inject('/utlysning')).body;
  t.match(cancelled, /avlyst/);
  t.notMatch(cancelled, /Ingen penger/);
});

t.test(
  'the call: phases by the clock, the whole form, languages, and rules that anybody can hash',
  async (t) => {
    const { db } = await testDatabase(t);
    const year = await plannedYear(db);
    await seedHistory(db);
    const { opens_at, closes_at } = await datesOf(db, year.id);
    await year.send('secretary', addDays(opens_at, -7), 'announce');
    const site = await publicApp(t, db, at(opens_at, -1));
    const phase = async (when: Date) => {
      site.clock.set(when);
      return (await site.app.inject('/api/v1/public/call')).json().phase;
    };
    t.equal(await phase(at(opens_at, -1)), 'announced');
    t.equal(await phase(opens_at), 'open');
    t.equal(await phase(at(closes_at, -1)), 'open');
    t.equal(await phase(closes_at), 'closed', 'with or without a worker');
    site.clock.set(opens_at);
    const call = (await site.app.inject('/utlysning')).body;
    t.match(call, /15\. oktober 2026 kl\. 23\.59/);
    t.match(call, /Senter for medisinsk etikk/);
    for (const { texts: words } of await db.selectFrom('questions').select('texts').execute())
      t.match(call, (words as { nb: { label: string } }).nb.label);
    const rules = await site.app.inject(`/prisen/${year.year}/regler.json`);
    const { rules_sha256 } = await datesOf(db, year.id);
    t.equal(createHash('sha256').update(rules.rawPayload).digest('hex'), rules_sha256);
    t.match(call, rules_sha256);
    await db
      .updateTable('editions')
      .set({ texts: sql`texts - 'en'` })
      .execute();
    site.clock.set(addMinutes(opens_at, 1));
    t.match(
      (await site.app.inject('/en/utlysning')).body,
      /<div class="ep-prose" lang="nb">/,
      'bokmål on an English page says so',
    );
    t.match(
      (await site.app.inject('/prisen/2019')).body,
      /Bærum kommune[\s\S]*Hederlig omtale[\s\S]*Eigersund/,
    );
    t.equal((await site.app.inject('/prisen/2020')).statusCode, 404);
  },
);

t.test('answers are valid HTML, the same for everyone, and kept by their content', async (t) => {
  const { db } = await testDatabase(t);
  const year = await plannedYear(db);
  await seedHistory(db);
  const { opens_at } = await datesOf(db, year.id);
  await year.send('secretary', addDays(opens_at, -7), 'announce');
  const { app } = await publicApp(t, db, opens_at);
  for (const address of publicAddresses(year.year)) {
    const answer = await app.inject({
      url: address,
      headers: { cookie: 'lang=en; sid=someone', 'accept-language': 'en' },
    });
    t.equal(answer.statusCode, 200, address);
    t.equal(answer.headers['set-cookie'], undefined);
    t.equal(answer.headers['cache-control'], 'public, max-age=2');
    if (String(answer.headers['content-type']).startsWith('text/html'))
      t.same(await htmlProblems(answer.body), [], address);
    const again = await app.inject({
      url: address,
      headers: { 'if-none-match': String(answer.headers.etag) },
    });
    t.equal(again.statusCode, 304);
    t.equal(again.body, '');
    t.equal((await app.inject(address)).headers.etag, answer.headers.etag);
  }
  t.match(
    (await app.inject({ url: '/', headers: { 'accept-language': 'en' } })).body,
    /<html lang="nb"/,
    'the address alone says the language',
  );
  t.match((await app.inject('/en')).body, /<html lang="en"/);
});

t.test('many who ask at once: the answer is made once, and anew after a write', async (t) => {
  const { db } = await testDatabase(t);
  const year = await plannedYear(db);
  const { opens_at } = await datesOf(db, year.id);
  await year.send('secretary', addDays(opens_at, -7), 'announce');
  let questions = 0;
  const counted = db.withPlugin({
    transformQuery({ node }) {
      questions += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const { app } = await publicApp(t, counted, opens_at);
  const first = await app.inject('/prisen/2026');
  const once = questions;
  t.ok(once > 1, `${once} questions to the database`);

  await year.as('secretary', opens_at, async (unit) =>
    unit.record({ editionId: year.id, subjectType: 'edition', subjectId: year.id, event: 'writeNote' }),
  );
  questions = 0;
  const answers = await Promise.all(Array.from({ length: 50 }, () => app.inject('/prisen/2026')));
  t.same(new Set(answers.map(({ body }) => body)), new Set([first.body]));
  t.same(new Set(answers.map(({ headers }) => headers.etag)), new Set([first.headers.etag]));
  t.equal(questions, once, 'as many as for one');

  questions = 0;
  const lost = await Promise.all(Array.from({ length: 5 }, () => app.inject('/prisen/1999')));
  t.same(
    new Set(lost.map(({ statusCode }) => statusCode)),
    new Set([404]),
    'what is not kept is answered, too',
  );
});
