/** The last seconds before the deadline, and the deadline itself: 200 people save every two seconds, half of them send in, and nothing that was acknowledged is lost. */
import t from 'tap';
import { addMinutes } from '../../../src/platform/clock.ts';
import { makeWriters, type Writer } from '../../../scripts/bench/writers.ts';
import { testApp } from '../../helpers/app.ts';

const PEOPLE = 200;
const EVERY = 2000;
const LASTS = 40_000;

const { app, services, errors } = await testApp(t);
const writers = await makeWriters(services.db, PEOPLE);
const base = await app.listen({ port: 0, host: '127.0.0.1' });
const deadline = addMinutes(await services.clock.now(), LASTS / 60_000);
await services.db.updateTable('editions').set({ closes_at: deadline }).execute();

interface Told {
  saved: number;
  again: number;
  refused: number;
  waits: number[];
}
/** What the service has acknowledged to one person. */
interface Acknowledged {
  text: string;
  sent: boolean;
}

function ask(writer: Writer, method: string, path: string, body: object): Promise<Response> {
  return fetch(`${base}/api/v1/nominations/${writer.nomination}/${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      cookie: `sid=${writer.session}`,
      'sec-fetch-site': 'same-origin',
    },
    body: JSON.stringify(body),
  });
}

/** The service and this test share the machine's clock: what is answered before the deadline was in time, what is sent after it is late. */
async function inTime(answering: () => Promise<Response>): Promise<{
  status: number;
  body: { type?: string; versions?: Record<string, number> };
  must: 'accept' | 'refuse' | 'either';
}> {
  const asked = Date.now();
  const answer = await answering();
  const done = Date.now();
  const must = done < deadline.getTime() ? 'accept' : asked >= deadline.getTime() ? 'refuse' : 'either';
  return { status: answer.status, body: (await answer.json()) as { type?: string }, must };
}

/** Saves on the beat until the deadline has fallen; what does not get through is sent again with the next, as a page does. */
async function write(writer: Writer, i: number, told: Told): Promise<Acknowledged> {
  const seen: Acknowledged = { text: '', sent: false };
  const begun = performance.now() + (EVERY * i) / PEOPLE;
  let version = 0;
  for (let save = 0; ; save++) {
    const wait = begun + save * EVERY - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const soon = deadline.getTime() - Date.now() < LASTS / 2;
    const text = `Skriver ${i}, lagring ${save}`;
    const sent = performance.now();
    const { status, body, must } = await inTime(() =>
      ask(writer, 'PATCH', 'answers', { answers: { [writer.question]: { value: text, version } } }),
    );
    told.waits.push(performance.now() - sent);
    if (status === 200 && must !== 'refuse') {
      version = body.versions?.[writer.question] ?? version;
      seen.text = text;
      told.saved += 1;
    } else if (status === 503) told.again += 1;
    else if (status === 409 && must !== 'accept' && body.type?.endsWith('deadline-passed')) {
      told.refused += 1;
      return seen;
    } else throw new Error(`${status}, ${must}: ${JSON.stringify(body)}`);
    if (i % 2 === 0 && soon && !seen.sent) seen.sent = await sendIn(writer);
  }
}

/** Whether it got through; what is refused must have come too late. */
async function sendIn(writer: Writer): Promise<boolean> {
  const { status, body, must } = await inTime(() =>
    ask(writer, 'POST', 'events', { type: 'submit', version: 0 }),
  );
  if (status === 200 && must !== 'refuse') return true;
  if (status === 503 || (status === 409 && must !== 'accept' && body.type?.endsWith('deadline-passed')))
    return false;
  throw new Error(`${status}, ${must}: ${JSON.stringify(body)}`);
}

t.test(
  '200 people save every two seconds until the deadline falls; nothing is lost, and nothing comes late',
  { timeout: 170_000 },
  async (t) => {
    const told: Told = { saved: 0, again: 0, refused: 0, waits: [] };
    const seen = await Promise.all(writers.map((writer, i) => write(writer, i, told)));
    const stored = await services.db
      .selectFrom('answers')
      .select(['nomination_id', 'value', 'version'])
      .execute();
    const byId = new Map(stored.map((row) => [row.nomination_id, row]));
    t.same(
      writers.map(({ nomination }) => byId.get(nomination)?.value),
      seen.map(({ text }) => text),
      'the last text that was acknowledged is the one that is stored',
    );
    t.equal(
      stored.reduce((sum, { version }) => sum + version, 0),
      told.saved,
      'every acknowledged save is a version',
    );
    t.equal(told.refused, PEOPLE, 'everybody was told that the deadline has passed');
    const submissions = await services.db
      .selectFrom('submissions')
      .select(['nomination_id', 'submitted_at'])
      .execute();
    t.same(
      submissions.map(({ nomination_id }) => nomination_id).toSorted(),
      writers
        .filter((_, i) => seen[i]?.sent)
        .map(({ nomination }) => nomination)
        .toSorted(),
      'sent in is what was acknowledged as sent in, and nothing else',
    );
    t.ok(
      submissions.every(({ submitted_at }) => submitted_at < deadline),
      'nothing came late',
    );
    t.ok(submissions.length > 0, `${submissions.length} were sent in during the last seconds`);
    t.same(errors, []);
    const steps = await services.db.selectFrom('revisions').select('nomination_id').execute();
    t.ok(steps.length <= 3 * PEOPLE, `${steps.length} steps of history for ${told.saved} saves`);
    const waits = told.waits.toSorted((a, b) => a - b);
    t.comment(
      `${told.saved} saves, ${told.again} sent again, ${submissions.length} sent in, p50 ${waits[waits.length >> 1]?.toFixed(0)} ms, p95 ${waits[Math.floor(waits.length * 0.95)]?.toFixed(0)} ms`,
    );
  },
);
