/** November and December: the jury decides, one prepares, another approves, and at its instant it is public. */
import { instant } from '../../src/platform/clock.ts';
import { people } from './cast.ts';
import { Unexpected } from './client.ts';
import { dates, YEAR } from './dates.ts';
import type { Step } from './plot.ts';
import { chair } from './plot-judging.ts';
import { jointText, statement } from './words.ts';
import { moveEdition, mustRefuse, nominationOf, setClock, type World } from './world.ts';

type Kind = 'finalists' | 'winner';
const at = { finalists: dates.finalists, winner: dates.ceremony } as const;
/** For a decision that departs from the ranking; it may always be given. */
const reason = 'Fagjuryen drøftet rangeringen og er enig.';
const ids = (world: World, keys: World['nominated']): string[] => keys.map((key) => nominationOf(world, key));

export const publishing: readonly Step[] = [
  { name: 'The jury decides whom to nominate', run: decideFinalists },
  { name: 'A statement for each of the nominated is written and approved', run: writeStatements },
  { name: 'The publication of the nominated is prepared', run: prepareFinalists },
  { name: 'Somebody else approves it', run: (world) => approveShown(world, people.leader.email) },
  {
    name: 'One second before the nominated are published',
    run: (world) => oneSecondBefore(world, 'finalists'),
  },
  {
    name: 'The nominated are published',
    run: (world) => theInstant(world, 'finalists'),
    makesPublic: 'finalists',
  },
  { name: 'The jury decides who wins', run: decideWinner },
  { name: 'The announcement is prepared, and approved by the chair', run: prepareWinner },
  { name: 'One second before the winner is announced', run: (world) => oneSecondBefore(world, 'winner') },
  {
    name: 'The winner is announced on 9 December 2022 at 12.00',
    run: (world) => theInstant(world, 'winner'),
    makesPublic: 'winner',
  },
];

async function decideFinalists(world: World): Promise<void> {
  await moveEdition(world, chair, {
    type: 'decideFinalists',
    decision: { finalists: ids(world, world.nominated), reason },
  });
}

async function writeStatements(world: World): Promise<void> {
  await setClock(world, dates.statements);
  const secretary = await world.as(people.secretary.email);
  const approver = await world.as(chair);
  const path = `/editions/${world.editionId}/statements`;
  const { statements } = await secretary.get<{
    statements: { nominationId: string; organisation: string; version: number }[];
  }>(path);
  if (statements.length !== world.nominated.length)
    throw new Unexpected(`${statements.length} statements are to be written.`);
  for (const { nominationId, organisation, version } of statements) {
    const written = await secretary.put<{ version: number }>(`/nominations/${nominationId}/statement`, {
      ...statement(organisation),
      version,
    });
    await approver.post(`/nominations/${nominationId}/statement/approval`, written);
  }
}

async function prepare(world: World, kind: Kind): Promise<{ id: string; version: number }> {
  const who = await world.as(people.secretary.email);
  const publication = {
    kind,
    release: 'moment',
    publishAt: at[kind].toISOString(),
    texts: jointText[kind],
  };
  const made = await who.post<{ id: string; version: number }>(
    `/editions/${world.editionId}/publications`,
    publication,
  );
  const own = await who.raw('POST', `/publications/${made.id}/approval`, { version: made.version });
  mustRefuse('Approving what one prepared', own, 403, 'process/same-person');
  return made;
}

async function prepareFinalists(world: World): Promise<void> {
  await setClock(world, dates.preparing);
  await prepare(world, 'finalists');
}

/** Approves the latest as it is shown now, quotes and pictures with it. */
async function approveShown(world: World, email: string): Promise<void> {
  const who = await world.as(email);
  const { publications } = await who.get<{ publications: { id: string; version: number; shown: string }[] }>(
    `/editions/${world.editionId}/publications`,
  );
  const [latest] = publications;
  if (!latest) throw new Unexpected('There is nothing to approve.');
  await who.post(`/publications/${latest.id}/approval`, { version: latest.version, seen: latest.shown });
}

async function decideWinner(world: World): Promise<void> {
  await setClock(world, dates.secondMeeting);
  await moveEdition(world, chair, {
    type: 'decideWinner',
    decision: { winner: nominationOf(world, world.winner), reason },
  });
}

async function prepareWinner(world: World): Promise<void> {
  await setClock(world, dates.rehearsal);
  await prepare(world, 'winner');
  await approveShown(world, chair);
}

async function oneSecondBefore(world: World, kind: Kind): Promise<void> {
  await setClock(world, instant(at[kind].getTime() - 1000));
  await mustBeSeen(world, kind, false);
}

async function theInstant(world: World, kind: Kind): Promise<void> {
  await setClock(world, at[kind]);
  await mustBeSeen(world, kind, true);
}

/** What anybody is told: the nominated and the winner from the instant on, and nothing before it. */
async function mustBeSeen(world: World, kind: Kind, expected: boolean): Promise<void> {
  const { body } = await world.anyone.raw('GET', `/public/editions/${YEAR}`);
  const seen = (body as Record<Kind, unknown>)[kind] !== null;
  if (seen !== expected)
    throw new Unexpected(
      `The public is ${seen ? 'already' : 'not'} told of the ${kind}: ${JSON.stringify(body)}`,
    );
  const page = await (await world.anyone.fetch(`/prisen/${YEAR}`)).text();
  const tells = page.includes(jointText[kind].nb);
  if (tells !== expected)
    throw new Unexpected(`The page of the year ${tells ? 'already tells' : 'does not tell'} of the ${kind}.`);
}
