/** Winter and spring: people are let in, the edition is set up, and the call is announced. */
import { administrator } from '../../src/features/seed/personas.ts';
import { jury, people } from './cast.ts';
import { dates, YEAR } from './dates.ts';
import type { Step } from './plot.ts';
import { moveEdition, setClock, type World } from './world.ts';

interface Edition {
  id: string;
  version: number;
  criteria: { id: string }[];
  questions: { id: string }[];
}

export const settingUp: readonly Step[] = [
  {
    name: 'The administrator invites two secretaries and a leader, who confirm the rules of confidence',
    run: invitePeople,
  },
  { name: 'The edition is set up', run: setUp },
  { name: 'Seven jurors are invited and confirm the rules of confidence', run: seatJury },
  { name: 'The call is announced', run: announce },
];

async function invitePeople(world: World): Promise<void> {
  await setClock(world, dates.invited);
  const who = await world.as(administrator.email);
  for (const [person, role] of [
    [people.secretary, 'secretary'],
    [people.secondSecretary, 'secretary'],
    [people.leader, 'leader'],
  ] as const) {
    await who.post('/people', { ...person, role });
    await (await world.as(person.email)).post('/me/confidence', { accept: true });
  }
}

async function setUp(world: World): Promise<void> {
  const who = await world.as(people.secretary.email);
  const { id, version } = await who.post<{ id: string; version: number }>('/editions', { year: YEAR });
  world.editionId = id;
  world.labels.set(id, 'edition');
  await who.patch(`/editions/${id}`, {
    version,
    scoring: world.scoring,
    opensAt: dates.opens.toISOString(),
    closesAt: dates.closes.toISOString(),
    judgingEndsAt: dates.judgingEnds.toISOString(),
    finalistsAt: dates.finalists.toISOString(),
    ceremonyAt: dates.ceremony.toISOString(),
    ceremonyPlace: 'Oslo kongressenter',
    texts: {
      nb: { intro: `Etikkprisen for ${YEAR} går til en kommune som arbeider systematisk med etikk.` },
      nn: { intro: `Etikkprisen for ${YEAR} går til ein kommune som arbeider systematisk med etikk.` },
    },
  });
  const edition = await who.get<Edition>(`/editions/${id}`);
  for (const [index, criterion] of edition.criteria.entries())
    world.labels.set(criterion.id, `criterion:${index}`);
  for (const [index, question] of edition.questions.entries())
    world.labels.set(question.id, `question:${index}`);
}

async function seatJury(world: World): Promise<void> {
  const who = await world.as(people.secretary.email);
  for (const { name, email, organisation, role } of jury) {
    const seat = await who.post<{ id: string }>(`/editions/${world.editionId}/seats`, { organisation, role });
    await who.put(`/seats/${seat.id}/holder`, { email, name });
    const juror = await world.as(email);
    await juror.post(`/editions/${world.editionId}/confidence`, { accept: true });
  }
}

async function announce(world: World): Promise<void> {
  await setClock(world, dates.announced);
  await moveEdition(world, people.secretary.email, { type: 'announce' });
}
