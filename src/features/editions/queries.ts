/** Reading editions, each scoped by who asks. */
import type { Kysely } from 'kysely';
import { graphOf } from '../../../workflows/diagram.ts';
import type { EditionEvent } from '../../../workflows/edition.ts';
import { aboutInput } from '../../../workflows/requirements.ts';
import { demandAction } from '../../core/policy/demand.ts';
import { can, relationsOf, scope, type Action, type Relations } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import {
  allowedOf,
  checklistAhead,
  checklists,
  factsOnce,
  type ChecklistItem,
} from '../../core/process/dispatch.ts';
import { viewerOf, type Unit } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { editionPages, type EditionPage } from '../../ui/edition-nav.ts';
import { cautions } from './calendar.ts';
import type { Caution, EditionDates } from './schema-readiness.ts';
import { gapsOf } from './content-queries.ts';
import { datesOf } from './schema-readiness.ts';
import { editionFlow } from './flow.ts';
import type { EditionRow } from './schema.ts';
import type { Gap, Owed } from './schema-readiness.ts';
import { answersOwed } from './answers-owed.ts';

export type JudgedEdition = EditionRow & { rel: Relations<typeof edition> };
type EditionAction = Action<typeof edition>;

/** The editions somebody works with and the pages they may open, the latest first. */
export async function listEditions(db: Kysely<DB>, { actor, now }: Reader) {
  const viewer = viewerOf(actor);
  const rows = await db
    .selectFrom('editions')
    .select([
      'id',
      'year',
      'state',
      'version',
      'announces_at',
      'opens_at',
      'closes_at',
      'judging_ends_at',
      'finalists_at',
      'ceremony_at',
    ])
    .select(relationsOf(edition, viewer, now).as('rel'))
    .where(scope(edition, 'read', viewer, now))
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ rel, ...row }) => ({ ...row, pages: pagesOf({ rel }) }));
}

/** An edition with the reader's relations to it. @throws not-found for whoever has no part in it */
export async function findEdition(
  db: Kysely<DB>,
  { actor, now }: Reader,
  id: string,
): Promise<JudgedEdition> {
  const viewer = viewerOf(actor);
  const row = await db
    .selectFrom('editions')
    .selectAll()
    .select(relationsOf(edition, viewer, now).as('rel'))
    .where('id', '=', id)
    .where(scope(edition, 'read', viewer, now))
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  return row;
}

/** @throws not-found, auth/forbidden, or process/not-now when the right is there but the state is another */
export function demand(row: JudgedEdition, action: EditionAction): void {
  demandAction(edition, action, row);
}

/** Locks the edition, as everybody does first, and checks the right to do `action` with it. */
export async function lockEdition(unit: Unit, id: string, action: EditionAction): Promise<JudgedEdition> {
  await unit.trx.selectFrom('editions').select('id').where('id', '=', id).forUpdate().execute();
  const row = await findEdition(unit.trx, unit, id);
  demand(row, action);
  return row;
}

/** The pages of a year that the reader may open, the one to begin with first. */
export function pagesOf({ rel }: Pick<JudgedEdition, 'rel'>): EditionPage[] {
  if (rel.secretary) return editionPages;
  return [
    ...(rel.chair || rel.auditor ? (['overview'] as const) : []),
    // The first is where the list of years leads: what a leader is named for comes before the rest.
    ...(rel.chair || rel.leader || rel.communications ? (['publication'] as const) : []),
    ...(rel.communications ? (['statements'] as const) : []),
    ...(rel.leader ? (['deadlines', 'received', 'batches'] as const) : []),
    ...(rel.auditor ? (['log', 'frozen'] as const) : []),
    ...(rel.auditor || rel.chair ? (['earlyReaders'] as const) : []),
  ];
}

/** What an edition can become, and what is missing for it: for the dashboard and the API alike. */
export interface Steps {
  /** Events that can be sent now, but for what a form still brings. */
  allowed: string[];
  /** What else the reader may do with the edition now. */
  rights: EditionAction[];
  /** Every event of this state that the reader may send, with its requirements ticked. */
  checklists: { event: EditionEvent['type']; items: ChecklistItem[] }[];
  /** What the next phase needs, for those who follow the work of the year; whoever takes the step. */
  ahead: { event: EditionEvent['type']; items: ChecklistItem[] } | null;
  /** Texts that lack a form of Norwegian, each with its place: what stands behind `textsComplete`. */
  gaps: Gap[];
  /** Who is owed an answer before the year is put away: what stands behind `answersGiven` and `promisedReasonsGiven`. */
  owed: Owed[];
  /** What the calendar says of dates that can still move. Stops nobody. */
  cautions: Caution[];
}

const besides = [
  'configure',
  'adjust',
  'preparePublication',
  'approvePublication',
] as const satisfies readonly EditionAction[];

/** Of what is to come: a date that has passed is nobody's choice any more. */
export const cautionsOf = (row: EditionRow, now: Date): Caution[] => [
  // Announced late, it would say that it opened before anybody had heard of it.
  ...(row.state === 'planned' && row.opens_at <= now
    ? [{ field: 'opensAt' as const, kind: 'passed' as const }]
    : []),
  ...comingCautions(datesOf(row), now),
];

/** The same of dates that are not stored: what somebody is about to choose. */
export const comingCautions = (dates: EditionDates, now: Date): Caution[] =>
  cautions(dates).filter(({ field }) => (dates[field] ?? now) > now);

/** The step into the next phase, and the state it is taken from where the year is not there yet. */
const nextPhase: Partial<Record<EditionRow['state'], { event: EditionEvent['type']; from?: string }>> = {
  planned: { event: 'announce' },
  // The clock closes the call: what somebody has to see to comes after it.
  announced: { event: 'startJudging', from: 'closed' },
  closed: { event: 'startJudging' },
  judging: { event: 'closeJudging' },
  deliberating: { event: 'decideFinalists' },
  winnerAnnounced: { event: 'archive' },
  noAward: { event: 'archive' },
  cancelled: { event: 'archive' },
};

async function aheadOf(
  row: JudgedEdition,
  facts: () => ReturnType<typeof editionFlow.facts>,
): Promise<Steps['ahead']> {
  const next = nextPhase[row.state];
  if (!next || !can(edition, 'seeProgress', row)) return null;
  const { event, from } = next;
  const items = await checklistAhead(editionFlow, row, { type: event } as EditionEvent, { from, facts });
  // What the form of the step brings is nothing to prepare.
  return { event, items: items.filter(({ requirement }) => !aboutInput.has(requirement)) };
}

export async function stepsOf(unit: Unit, row: JudgedEdition): Promise<Steps> {
  const facts = factsOnce(unit, editionFlow, row);
  const found = await checklists(unit, editionFlow, row, facts);
  const rights = besides.filter((action) => can(edition, action, row));
  return {
    allowed: allowedOf(found),
    rights,
    checklists: found,
    ahead: await aheadOf(row, facts),
    gaps: await gapsOf(unit.trx, row),
    owed: can(edition, 'seeProgress', row) ? await answersOwed(unit, row) : [],
    cautions: cautionsOf(row, unit.now),
  };
}

export { criteriaOf, gapsOf, questionsOf } from './content-queries.ts';
export { rulesOf } from './rules-hash.ts';
export { rulesAt, rulesContent, rulesVersions } from './rules-versions.ts';

/** The machine as a graph, for the page that draws it. */
export const editionGraph = () => graphOf(editionFlow.machine);
