/**
 * The winner's page at the moment of the announcement: 500 connections that ask all the time from before it until after it, each answer
 * judged by the clock; then the same page beside a bare Fastify that sends the same bytes, with as many connections.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { MakeDatabase } from '../../databases.ts';
import { median, percentile, rounded } from '../../figures.ts';
import { answersUntil, requestsPerSecond, type Answered } from '../../load.ts';
import type { Tell } from '../../part.ts';
import { freePort, productionSettings, run } from '../../servers.ts';
import { makeAnnouncement, WINNER_PAGE, winnerWords } from './winner.ts';

const connections = 500;
const rounds = 9;
const milliseconds = 1000;
/** Long enough for the service to start and to publish the nominated. */
const LEAD_MS = 40_000;
/** Who asks before the moment goes on until after it. */
const AROUND_MS = 1000;

export async function announcement(make: MakeDatabase, dataDir: string, tell: Tell) {
  tell('A winner is about to be announced …');
  const made = await make('announcement');
  const moment = await makeAnnouncement(made.owner, LEAD_MS);
  const port = await freePort();
  const service = await run(['src/main.ts'], port, '/', productionSettings(made.app, dataDir));
  try {
    const page = service.url + WINNER_PAGE;
    await untilNominated(page, moment);
    await sleep(moment - AROUND_MS - Date.now());
    const answered = await answersUntil(page, { connections, end: moment + AROUND_MS, tells: winnerWords });
    const around = judge(answered, moment);
    tell(
      `${around.answers} answers in the second before and the one after it, ${around.wrong} of them wrong`,
    );
    tell('The same page beside a bare Fastify …');
    return { moment: around, winnersPage: await beside(page) };
  } finally {
    await service.stop();
  }
}

/** @throws Error when the nominated are not public in time: then there is no page to ask for */
async function untilNominated(page: string, moment: number): Promise<void> {
  while (Date.now() < moment - 2 * AROUND_MS) {
    const answer = await fetch(page);
    const body = await answer.text();
    if (answer.ok) {
      if (body.includes(winnerWords)) throw new Error('The winner is public too early.');
      return;
    }
    await sleep(100);
  }
  throw new Error(`${page} was not there in time.`);
}

/** By the clock of this machine, which is the service's, too: told before the moment, or not told to who asked after it. */
function judge(answered: readonly Answered[], moment: number) {
  const early = answered.filter(({ at, tells }) => tells && at < moment).length;
  const late = answered.filter(({ asked, tells }) => !tells && asked >= moment).length;
  const failed = answered.filter(({ status }) => status !== 200).length;
  const first = answered.filter(({ tells }) => tells).map(({ at }) => at - moment);
  const took = answered.map(({ asked, at }) => at - asked);
  return {
    connections,
    answers: answered.length,
    before: answered.filter(({ tells }) => !tells).length,
    after: first.length,
    wrong: early + late + failed + (first.length === 0 ? 1 : 0),
    firstToldMs: Math.min(...first),
    medianMs: median(took),
    p99Ms: percentile(took, 0.99),
  };
}

async function beside(page: string) {
  const port = await freePort();
  const path = new URL(page).pathname;
  const bare = await run(['scripts/bench/bare-server.ts', page, String(port)], port, path);
  try {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const a = await requestsPerSecond(page, { connections, milliseconds });
      const b = await requestsPerSecond(bare.url + path, { connections, milliseconds });
      if (round === 0) continue; // both warm up
      ours.push(a);
      theirs.push(b);
    }
    return {
      connections,
      requestsPerSecond: Math.round(median(ours)),
      bareFastify: Math.round(median(theirs)),
      ratio: rounded(median(ours.map((value, index) => value / theirs[index]!))),
    };
  } finally {
    await bare.stop();
  }
}
