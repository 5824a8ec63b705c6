/** One year of the prize under way, played through the commands: six applications, seven jurors of whom two are out of one each, some ballots delivered. */
import { osloInstant } from '../../platform/clock.ts';
import { confirmForRoles } from '../confidence/commands.ts';
import { createEdition, updateEdition } from '../editions/commands.ts';
import { dispatchEdition } from '../editions/flow.ts';
import { changeRegion } from '../guidance/commands-regions.ts';
import { regions } from '../guidance/queries.ts';
import { confirmConfidence } from '../jury/commands.ts';
import { addSeat, fillSeat } from '../jury/commands-seats.ts';
import { invite } from '../people/commands-access.ts';
import { apply, checkFormalities } from './demo-applications.ts';
import { declareConnections, deliverBallots } from './demo-jury.ts';
import { administrator, advisers, demoJury, leader, secretaries, type DemoPerson } from './personas.ts';
import type { Stage } from './stage.ts';

/** The demonstration begins here: in the middle of the judging. */
export const demoTime = (year: number): Date => osloInstant(`${year}-10-28`, '09:00');

export async function playDemoYear(stage: Stage, year: number): Promise<void> {
  const on = (day: string, time = '09:00') => osloInstant(`${year}-${day}`, time);
  await invitePeople(stage, on('01-12'));
  await nameAdvisers(stage, on('01-14'));
  const editionId = await announce(stage, year, on);
  await fillJury(stage, editionId, on);
  const nominations = await apply(stage, editionId, on);
  await stage.asService(on('10-16', '00:00'), (unit) =>
    dispatchEdition(unit, { id: editionId, event: { type: 'close' } }),
  );
  await checkFormalities(stage, nominations, on);
  await declareConnections(stage, nominations, on);
  await stage.as(secretaries[0], on('10-23'), (unit) =>
    dispatchEdition(unit, { id: editionId, event: { type: 'startJudging' } }),
  );
  await deliverBallots(stage, editionId, on);
}

/** An instant of the year of the prize, by day and time in Oslo: on('10-16', '08:30'). */
export type On = (day: string, time?: string) => Date;

/** The secretariat and the leader. */
export async function invitePeople(stage: Stage, at: Date): Promise<void> {
  const people: [DemoPerson, 'secretary' | 'leader'][] = [
    [secretaries[0], 'secretary'],
    [secretaries[1], 'secretary'],
    [leader, 'leader'],
  ];
  for (const [person, role] of people) {
    const { name, email, language = 'nb' } = person;
    await stage.as(administrator, at, (unit) =>
      invite(unit, { name, email, language, role, editionId: null, until: null }),
    );
    await stage.as(person, at, confirmForRoles);
  }
}

/** One for each region, in the order of the regions. */
export async function nameAdvisers(stage: Stage, at: Date): Promise<void> {
  for (const [i, { id, version, name, counties }] of (await regions(stage.trx)).entries()) {
    const adviser = advisers[i];
    if (!adviser) continue;
    await stage.as(secretaries[0], at, (unit) =>
      changeRegion(unit, id, {
        name: { nb: name['nb'] ?? '', nn: name['nn'] ?? '' },
        counties,
        adviserName: adviser.name,
        adviserEmail: adviser.email,
        adviserPhone: '00 00 00 00',
        version,
      }),
    );
  }
}

async function announce(stage: Stage, year: number, on: On): Promise<string> {
  const { id, version } = await stage.as(secretaries[0], on('03-02'), (unit) =>
    createEdition(unit, { year }),
  );
  const contact = {
    helpName: 'Sekretariatet for Etikkprisen',
    helpEmail: secretaries[0].email,
    helpPhone: '00 00 00 00',
    ceremonyPlace: 'Kommunenes Hus, Oslo',
  };
  await stage.as(secretaries[0], on('03-02'), (unit) => updateEdition(unit, id, version, contact));
  for (const { organisation, role } of demoJury)
    await stage.as(secretaries[0], on('03-03'), (unit) => addSeat(unit, id, { organisation, role }));
  await stage.as(secretaries[0], on('05-04'), (unit) =>
    dispatchEdition(unit, { id, event: { type: 'announce' } }),
  );
  return id;
}

async function fillJury(stage: Stage, editionId: string, on: On): Promise<void> {
  const seats = await stage.trx
    .selectFrom('seats')
    .select('id')
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .execute();
  for (const [i, { person }] of demoJury.entries()) {
    const { name, email, language = 'nb' } = person;
    const seatId = seats[i]?.id ?? '';
    await stage.as(secretaries[0], on('09-01', `10:0${i}`), (unit) =>
      fillSeat(unit, seatId, { name, email, language }),
    );
  }
  for (const [i, { person }] of demoJury.entries())
    await stage.as(person, on(`09-1${i}`, '19:30'), (unit) => confirmConfidence(unit, editionId));
}
