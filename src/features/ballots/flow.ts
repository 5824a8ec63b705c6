/** How one juror's ballot on one application moves. */
import {
  ballotMachine,
  ballotRequirements,
  type BallotEvent,
  type BallotFacts,
} from '../../../workflows/ballot.ts';
import { ballot } from '../../core/policy/resources.ts';
import type { Flow } from '../../core/process/dispatch.ts';
import type { Unit } from '../../core/process/unit.ts';
import { gapsOf } from './gaps.ts';
import { keepDelivery } from './keep-delivery.ts';
import type { BallotRow } from './schema.ts';

export const ballotFlow: Flow<BallotRow, BallotEvent, BallotFacts> = {
  name: 'ballot',
  table: 'ballots',
  resource: ballot,
  machine: ballotMachine,
  requirements: ballotRequirements,
  facts: readFacts,
  details: ({ gaps }) => ({ nothingMissing: gaps }),
  change: async (unit, row, event, next) => {
    if (event.type === 'unlock') await keepDelivery(unit, row, event.reason);
    return timesOf(event.type, next, unit.now);
  },
  effects: {},
};

function timesOf(event: BallotEvent['type'], next: string, now: Date): Partial<BallotRow> {
  if (event === 'start') return { started_at: now };
  if (event === 'lock') return { locked_at: now };
  if (event === 'deliver') return { delivered_at: now, ...(next === 'locked' ? { locked_at: now } : {}) };
  return {};
}

async function readFacts(
  { trx, now, actor }: Unit,
  row: BallotRow,
): Promise<(event: BallotEvent) => Promise<BallotFacts>> {
  const facts = await trx
    .selectFrom('ballots as b')
    .innerJoin('editions as e', 'e.id', 'b.edition_id')
    .innerJoin('nominations as n', 'n.id', 'b.nomination_id')
    .select((eb) => [
      'e.judging_ends_at as judgingEndsAt',
      'e.state as editionState',
      'n.state as nominationState',
      eb.fn<BallotFacts['standing']>('juror_standing', ['b.person_id', 'b.nomination_id']).as('standing'),
      eb.fn<boolean>('calibration_waits', ['b.person_id', 'b.edition_id']).as('waits'),
      eb
        .exists(
          eb
            .selectFrom('seat_holders as h')
            .innerJoin('seats as s', 's.id', 'h.seat_id')
            .select('h.id')
            .whereRef('h.edition_id', '=', 'b.edition_id')
            .whereRef('h.person_id', '=', 'b.person_id')
            .where('h.until_at', 'is', null)
            .where('s.role', '<>', 'deputy'),
        )
        .as('seated'),
    ])
    .where('b.id', '=', row.id)
    .executeTakeFirstOrThrow();
  const { waits, ...rest } = facts;
  return async (event) => ({
    now,
    ...rest,
    calibrated: !waits,
    seated: Boolean(rest.seated),
    reasonGiven: event.type === 'unlock' && Boolean(event.reason?.trim()),
    gaps: event.type === 'deliver' ? await gapsOf(trx, row, actor.lang) : [],
  });
}
