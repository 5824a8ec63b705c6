/**
 * A crawler around both embargoes (issue 5, must show 2): everything that a passer-by and applicants reach is the same to the byte as in a
 * database with another outcome until the instant, and complete from it on; with the worker on and off, on one server and on two. Jurors
 * are told nothing beyond their own meeting. A service that is a millisecond early or late is caught.
 */
import pg from 'pg';
import t from 'tap';
import type { WorldName } from '../scripts/season/cast.ts';
import { dates, YEAR } from '../scripts/season/dates.ts';
import { compare, type Answers } from '../scripts/season/leaks.ts';
import { plot, type Step } from '../scripts/season/plot.ts';
import { chair } from '../scripts/season/plot-judging.ts';
import { publishing } from '../scripts/season/plot-publishing.ts';
import { moveEdition, setClock, type World } from '../scripts/season/world.ts';
import { instant } from '../src/platform/clock.ts';
import { texts } from '../src/ui/text/index.ts';
import { testApp } from './helpers/app.ts';
import { lackingOwn } from './helpers/crawl/lacking-applicants.ts';
import { lacking, type Kind } from './helpers/crawl/lacking.ts';
import { atEveryAddress, jurors, ofTheMeeting, outsiders } from './helpers/crawl/readers.ts';
import { modes, sites, type Curious, type Mode, type Site } from './helpers/crawl/site.ts';
import { telling } from './helpers/crawl/told.ts';
import { testDatabase, type TestDatabase } from './helpers/database.ts';

const SECOND = 1000;
const before = [-3600 * SECOND, -60 * SECOND, -SECOND, -1];
const since = [0, 1, SECOND];
const moments = { finalists: dates.finalists, winner: dates.ceremony } as const;
const names = {
  finalists: 'One second before the nominated are published',
  winner: 'One second before the winner is announced',
} as const;
type Tap = Pick<typeof t, 'ok' | 'same'>;
const [first] = modes as [Mode, ...Mode[]];
/** Worker on and one server, worker off and two: jurors have more to read than others, and are not asked in all four ways. */
const withJurors = [first, modes.at(-1)];
/** Databases live as long as all the tests. */
const tests = t;
const open = await sites(t);
/** For its table of routes. */
const { app } = await testApp(t);

/** Of the publishing, as far as the moment before this becomes public. */
function upTo(kind: Kind): Step[] {
  const end = publishing.findIndex(({ name }) => name === names[kind]);
  if (end < 0) throw new Error(`There is no step "${names[kind]}".`);
  return publishing.slice(0, end);
}
/** With pictures and words of the nominated, which those who are told in confidence send. */
const withPictures = upTo('winner').flatMap((step) =>
  step.name === 'The publication of the nominated is prepared' ? [telling, step] : [step],
);

const noAward: Step = {
  name: 'The jury decides that nobody wins',
  async run(world) {
    await setClock(world, dates.secondMeeting);
    const decision = { noAward: true, reason: 'Ingen nådde helt opp.' };
    await moveEdition(world, chair, { type: 'decideWinner', decision });
  },
};

/** The same year, in which nobody wins. */
const nobodyWins = withPictures.map((step) => (step.name === 'The jury decides who wins' ? noAward : step));

let base: TestDatabase;
let like: World;
/** The year until the jury has scored, and what each outcome makes of it. */
async function year(name: WorldName, steps: readonly Step[]): Promise<TestDatabase> {
  const made = await testDatabase(tests, { copyOf: base });
  const site = await open(made, name, first, like);
  await site.play(steps);
  await site.stop();
  return made;
}

t.before(async () => {
  base = await testDatabase(tests);
  const site = await open(base, 'A', first);
  await site.play(plot.slice(0, plot.length - publishing.length));
  [like] = site.worlds;
  await site.stop();
});

/** Two outcomes side by side, each on a copy of its database. */
async function sideBySide(
  databases: readonly [TestDatabase, TestDatabase],
  other: WorldName,
  mode: Mode,
): Promise<[Site, Site]> {
  const [one, two] = await Promise.all(databases.map((copyOf) => testDatabase(tests, { copyOf })));
  return Promise.all([open(one!, 'A', mode, like), open(two!, other, mode, like)]);
}

async function compared(what: string, pair: readonly [Site, Site], who: Curious) {
  const [one, two] = await Promise.all(pair.map((site) => site.read(who)));
  return { answers: one!, leaks: compare(what, one!, two!) };
}

const at = (pair: readonly Site[], kind: Kind, offset: number) =>
  Promise.all(pair.map((site) => site.at(instant(moments[kind].getTime() + offset))));

/** What anybody is told, without how long it may be kept. */
const told = (answers: Answers): Answers =>
  new Map(
    [...answers]
      .filter(([address]) => address.startsWith('passer-by '))
      .map(([address, answer]) => [address, answer.replace(/^(cache-control|etag).*\n/gm, '')]),
  );

async function around(
  t: Tap,
  kind: Kind,
  databases: readonly [TestDatabase, TestDatabase],
  other: WorldName,
): Promise<void> {
  const after: Answers[] = [];
  for (const mode of modes) {
    const what = `worker ${mode.worker}, ${mode.servers} server(s)`;
    const pair = await sideBySide(databases, other, mode);
    const [here] = pair;
    for (const offset of before) {
      await at(pair, kind, offset);
      const { answers, leaks } = await compared(what, pair, outsiders(mode === first));
      t.same(leaks, [], `${what}: the same ${-offset} ms before, ${answers.size} answers`);
    }
    if (withJurors.includes(mode)) {
      const meeting = await compared('jurors', pair, jurors(app, { everywhere: mode === first }));
      t.same(
        meeting.leaks.filter((leak) => !ofTheMeeting(leak)),
        [],
        `${what}: jurors are told nothing beyond their own meeting, ${meeting.answers.size} answers`,
      );
    }
    if (mode === first) {
      const { answers, leaks } = await compared(what, pair, atEveryAddress(app));
      t.same(leaks, [], `the same at every address of the service, ${answers.size} of them`);
    }
    const seen: Answers[] = [];
    for (const offset of since) {
      await at([here], kind, offset);
      const answers = await here.read(outsiders(mode === first));
      t.same(
        lacking(answers, kind, { pictures: kind === 'winner' }),
        [],
        `${what}: complete ${offset} ms after, ${answers.size} answers`,
      );
      t.same(
        lackingOwn(answers, { kind, world: here.worlds[0], byLetter: mode.worker === 'on' }),
        [],
        `${what}: and each applicant is told of the own application`,
      );
      seen.push(told(answers));
    }
    for (const later of seen.slice(1))
      t.same(compare(what, seen[0]!, later), [], `${what}: from the very instant as a second later`);
    after.push(seen[0]!);
    await Promise.all(pair.map((site) => site.stop()));
  }
  for (const each of after.slice(1))
    t.same(compare(kind, after[0]!, each), [], 'the same in every way of running');
}

/** Just before the nominated are published, with two outcomes. */
let nominated: readonly [TestDatabase, TestDatabase];

t.test('the nominated: nothing before the instant, everything from it on', async (t) => {
  nominated = [await year('A', upTo('finalists')), await year('B', upTo('finalists'))];
  await around(t, 'finalists', nominated, 'B');
});

/** Just before the winner is announced. */
let won: TestDatabase;

t.test('the winner: nothing before the instant, everything from it on', async (t) => {
  won = await year('A', withPictures);
  await around(t, 'winner', [won, await year('C', withPictures)], 'C');
});

t.test('that nobody wins: nothing before the instant, and not that it is so', async (t) => {
  const pair = await sideBySide([won, await year('A', nobodyWins)], 'A', first);
  for (const offset of before) {
    await at(pair, 'winner', offset);
    const { answers, leaks } = await compared('nobody wins', pair, outsiders(true));
    t.same(leaks, [], `the same ${-offset} ms before, ${answers.size} answers`);
  }
  const { answers, leaks } = await compared('nobody wins', pair, atEveryAddress(app));
  t.same(leaks, [], `the same at every address of the service, ${answers.size} of them`);
  await at(pair, 'winner', 0);
  const after = await compared('nobody wins', pair, outsiders(true));
  t.ok(after.leaks.length > 0, `from the instant on ${after.leaks.length} answers are others`);
  t.match(
    await (await pair[1].worlds[0].anyone.fetch(`/prisen/${YEAR}`)).text(),
    texts('nb').publicSite.year.noAward,
  );
  await Promise.all(pair.map((site) => site.stop()));
});

t.test('a service that is a millisecond early or late is caught', async (t) => {
  for (const [name, condition] of [
    ['early', `publication.publish_at <= at + interval '1 millisecond'`],
    ['late', 'publication.publish_at < at'],
  ] as const) {
    for (const { ownerUrl } of nominated) await cameOutWhen(ownerUrl, condition);
    const pair = await sideBySide(nominated, 'B', first);
    const leaksAt = async (offset: number) => {
      await at(pair, 'finalists', offset);
      return (await compared(name, pair, outsiders(false))).leaks.length;
    };
    t.equal(await leaksAt(-SECOND), 0, `${name}: nothing a second before`);
    t.equal((await leaksAt(-1)) > 0, name === 'early', `${name}: a leak a millisecond before`);
    await at(pair, 'finalists', 0);
    const [here] = pair;
    const answers = await here.read(outsiders(false));
    for (const missing of [
      lacking(answers, 'finalists', { pictures: false }),
      lackingOwn(answers, { kind: 'finalists', world: here.worlds[0], byLetter: true }),
    ])
      t.equal(missing.length > 0, name === 'late', `${name}: ${missing[0] ?? 'all is told'} at the instant`);
    await Promise.all(pair.map((site) => site.stop()));
  }
});

/** Builds the fault into a database that nobody is connected to. */
async function cameOutWhen(ownerUrl: string, condition: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    `create or replace function publication_came_out(publication publications, at timestamptz) returns boolean immutable language sql as
     $$ select publication.approved_at is not null and publication.stopped_at is null and publication.held_at is null and ${condition} $$`,
  );
  await owner.end();
}
