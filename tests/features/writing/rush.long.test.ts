/** The last minutes before the deadline: 200 people save every two seconds, and nothing that was acknowledged is lost. */
import t from 'tap';
import { addMinutes } from '../../../src/platform/clock.ts';
import { makeWriters, type Writer } from '../../../scripts/bench/writers.ts';
import { testApp } from '../../helpers/app.ts';

const PEOPLE = 200;
const EVERY = 2000;
const SAVES = 15;

const { app, services, errors } = await testApp(t);
const writers = await makeWriters(services.db, PEOPLE);
const now = await services.clock.now();
await services.db
  .updateTable('editions')
  .set({ closes_at: addMinutes(now, 3) })
  .execute();
const base = await app.listen({ port: 0, host: '127.0.0.1' });

interface Told {
  saved: number;
  again: number;
  waits: number[];
}

/** Saves on the beat; what does not get through is sent again with the next, as a page does. */
async function write({ session, nomination, question }: Writer, i: number, told: Told): Promise<string> {
  let version = 0;
  let last = '';
  const begun = performance.now() + (EVERY * i) / PEOPLE;
  for (let save = 0; save < SAVES || last === ''; save++) {
    const wait = begun + save * EVERY - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const value = `Skriver ${i}, lagring ${save}`;
    const sent = performance.now();
    const answer = await fetch(`${base}/api/v1/nominations/${nomination}/answers`, {
      method: 'PATCH',
      headers: {
        'content-type': 'application/json',
        cookie: `sid=${session}`,
        'sec-fetch-site': 'same-origin',
      },
      body: JSON.stringify({ answers: { [question]: { value, version } } }),
    });
    const body = (await answer.json()) as { versions: Record<string, number> };
    told.waits.push(performance.now() - sent);
    if (answer.status === 200) {
      version = body.versions[question] ?? version;
      last = value;
      told.saved += 1;
    } else if (answer.status === 503) told.again += 1;
    else throw new Error(`${answer.status} ${JSON.stringify(body)}`);
  }
  return last;
}

t.test(
  '200 people save every two seconds until the deadline; nothing is lost',
  { timeout: 170_000 },
  async (t) => {
    const told: Told = { saved: 0, again: 0, waits: [] };
    const last = await Promise.all(writers.map((writer, i) => write(writer, i, told)));
    const stored = await services.db
      .selectFrom('answers')
      .select(['nomination_id', 'value', 'version'])
      .execute();
    const byId = new Map(stored.map((row) => [row.nomination_id, row]));
    t.same(
      writers.map(({ nomination }) => byId.get(nomination)?.value),
      last,
      'the last text that was acknowledged is the one that is stored',
    );
    t.equal(
      stored.reduce((sum, { version }) => sum + version, 0),
      told.saved,
      'every acknowledged save is a version',
    );
    t.equal(told.saved + told.again, PEOPLE * SAVES);
    t.same(errors, []);
    const steps = await services.db.selectFrom('revisions').select('nomination_id').execute();
    t.ok(steps.length <= 2 * PEOPLE, `${steps.length} steps of history for ${told.saved} saves`);
    const waits = told.waits.toSorted((a, b) => a - b);
    t.comment(
      `${told.saved} saves, ${told.again} sent again, p50 ${waits[waits.length >> 1]?.toFixed(0)} ms, p95 ${waits[Math.floor(waits.length * 0.95)]?.toFixed(0)} ms`,
    );
  },
);
