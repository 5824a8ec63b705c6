/** Publications of an edition, for those who may know its decisions. */
import { sql, type Kysely } from 'kysely';
import { can, whyNot, type Action } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import { outcomeFrom, type Version } from './outcome.ts';
import { readiness, standingOf, type Ready, type Standing } from './readiness.ts';
import {
  asksToMove,
  isQuiet,
  mayComeOut,
  stateOf,
  type PublicationKind,
  type PublicationRow,
  type PublicationState,
  type PublishedVersion,
} from './schema.ts';
import type { PublicOutcome } from './schema-public.ts';
import { besideOf, shownNow } from './shown-beside.ts';

/** What can be done with a publication. */
export type Step =
  | 'move'
  | 'approveMove'
  | 'approveMoveAlone'
  | 'approve'
  | 'approveAlone'
  | 'stop'
  | 'hold'
  | 'resume'
  | 'press'
  | 'takeDown'
  | 'tellAnew';
type Names = Record<'preparedBy', string> &
  Record<
    | 'moveAskedBy'
    | 'movedBy'
    | 'movedFor'
    | 'approvedBy'
    | 'approvedFor'
    | 'stoppedBy'
    | 'heldBy'
    | 'pressedBy'
    | 'takenDownBy',
    string | null
  >;
export interface Publication {
  row: PublicationRow;
  state: PublicationState;
  names: Names;
  /** Of what waits for an approval: the quotes and pictures that come out beside it, as they are now. */
  shown: string;
  /** What the reader may do with it now. */
  may: Step[];
}
export interface Publications {
  edition: JudgedEdition;
  mayPrepare: boolean;
  publications: Publication[];
  /** What each kind still needs, and what the jury decided, where nothing of that kind is waiting; where it is out, for a correction. */
  ready: { kind: PublicationKind; items: Ready[]; standing: Standing }[];
}

/** Empty while there is no decision to publish. @throws not-found, auth/forbidden */
export async function publicationsOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<Publications> {
  const row = await findEdition(db, reader, editionId);
  if (whyNot(edition, 'seeDecisions', row)?.reason === 'state')
    return { edition: row, mayPrepare: false, publications: [], ready: [] };
  demand(row, 'seeDecisions');
  const publications = await publicationsIn(db, row, reader);
  const ready = [];
  for (const kind of ['finalists', 'winner'] as const) {
    const standing = await standingOf(db, editionId, kind, reader.now);
    if (!standing.waiting && mayComeOut(row, standing.out !== undefined))
      ready.push({ kind, standing, items: readiness(kind, standing) });
  }
  return { edition: row, mayPrepare: can(edition, 'preparePublication', row), publications, ready };
}

/** One of them, beside the others. @throws not-found as for one that does not exist */
export async function publicationOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
  id: string,
): Promise<{ all: Publications; one: Publication }> {
  const all = await publicationsOf(db, reader, editionId);
  const one = all.publications.find(({ row }) => row.id === id);
  if (!one) throw problem('not-found');
  return { all, one };
}

/** Over the alias `p`: before it something of its kind was taken down that people had been told, and nobody has written to them since. */
const wrongBefore = sql<boolean>`(exists (select from publications w
    where w.edition_id = p.edition_id and w.kind = p.kind and w.taken_down_at <= p.publish_at)
  and not exists (select from letter_batches b
    where b.edition_id = p.edition_id and publication_told('', b.about) = p.kind and b.sent_at >= p.publish_at))`;

/** Of an edition that the reader may know this of, the latest first. */
export async function publicationsIn(
  db: Kysely<DB>,
  judged: JudgedEdition,
  reader: Reader,
): Promise<Publication[]> {
  const nameOf = (by: keyof PublicationRow & `${string}_${'by' | 'for'}`) =>
    sql<string | null>`(select name from people where id = ${sql.ref(`p.${by}`)})`;
  const rows = await db
    .selectFrom('publications as p')
    .selectAll('p')
    .select([
      nameOf('prepared_by').as('preparedBy'),
      nameOf('approved_by').as('approvedBy'),
      nameOf('approved_for').as('approvedFor'),
      nameOf('move_by').as('moveAskedBy'),
      nameOf('moved_by').as('movedBy'),
      nameOf('moved_for').as('movedFor'),
      nameOf('stopped_by').as('stoppedBy'),
      nameOf('held_by').as('heldBy'),
      nameOf('pressed_by').as('pressedBy'),
      nameOf('taken_down_by').as('takenDownBy'),
      wrongBefore.as('wrongBefore'),
    ])
    .where('p.edition_id', '=', judged.id)
    .orderBy('p.prepared_at', 'desc')
    .orderBy('p.id', 'desc')
    .execute();
  const replaced = new Set(
    rows
      .filter((row) => row.approved_at && !row.stopped_at && row.publish_at <= reader.now)
      .map(({ corrects }) => corrects),
  );
  const shown = new Map<string, string>();
  for (const row of rows)
    if (!row.approved_at && !row.stopped_at) shown.set(row.id, shownNow(await besideOf(db, row.decision_id)));
  return rows.map(
    ({
      preparedBy,
      approvedBy,
      approvedFor,
      moveAskedBy,
      movedBy,
      movedFor,
      stoppedBy,
      heldBy,
      pressedBy,
      takenDownBy,
      wrongBefore: tells,
      ...rest
    }) => {
      const row = rest as PublicationRow;
      const found = stateOf(row, reader.now);
      const state = found === 'published' && replaced.has(row.id) ? 'replaced' : found;
      const names = {
        preparedBy: preparedBy ?? '',
        approvedBy,
        approvedFor,
        moveAskedBy,
        movedBy,
        movedFor,
        stoppedBy,
        heldBy,
        pressedBy,
        takenDownBy,
      };
      return {
        row,
        state,
        names,
        shown: shown.get(row.id) ?? '',
        may: stepsFor(judged, row, state, reader, tells),
      };
    },
  );
}

/** Every version that has been public, the latest first: what stands, what another has replaced, what was taken down. */
export async function publishedVersions(
  db: Kysely<DB>,
  judged: JudgedEdition,
  reader: Reader,
): Promise<PublishedVersion[]> {
  return (await publicationsIn(db, judged, reader)).flatMap(({ row, state }) =>
    state === 'published' || state === 'replaced' || state === 'takenDown'
      ? [
          {
            kind: row.kind,
            state,
            publicAt: row.publish_at,
            takenDownAt: row.taken_down_at,
            texts: row.texts,
            correction: row.correction,
          },
        ]
      : [],
  );
}

function stepsFor(
  judged: JudgedEdition,
  row: PublicationRow,
  state: PublicationState,
  { actor, now }: Reader,
  wrongWasTold: boolean,
): Step[] {
  const early = !isQuiet(row, now);
  const waits = row.release === 'press' && (state === 'approved' || state === 'held');
  const own = actor?.personId === row.prepared_by;
  const waitsForApproval = state === 'prepared' && mayComeOut(judged, row.corrects !== null);
  const may = (action: Action<typeof edition>) => can(edition, action, judged);
  const moves = state === 'approved' && early && row.release !== 'approval';
  const asked = moves && asksToMove(row) && may('approvePublication');
  const steps: [Step, boolean][] = [
    ['approve', waitsForApproval && !own && may('approvePublication')],
    ['approveAlone', waitsForApproval && own && may('approvePublication')],
    ['move', moves && may('preparePublication')],
    ['approveMove', asked && actor?.personId !== row.move_by],
    ['approveMoveAlone', asked && actor?.personId === row.move_by],
    ['press', waits && may('runCeremony')],
    ['hold', waits && state === 'approved' && early && may('runCeremony')],
    ['resume', waits && state === 'held' && early && may('runCeremony')],
    [
      'stop',
      (['prepared', 'lapsed', 'held'].includes(state) || (state === 'approved' && early)) &&
        may('stopPublication'),
    ],
    ['takeDown', state === 'published' && may('stopPublication')],
    ['tellAnew', state === 'published' && wrongWasTold && may('writeLetters')],
  ];
  return steps.filter(([, is]) => is).map(([step]) => step);
}

/** The outcome as the public will see it once this publication is out, beside those that are already on their way. */
export async function previewOf(
  db: Kysely<DB>,
  { edition: { id: editionId }, publications }: Publications,
  { row }: Publication,
): Promise<PublicOutcome> {
  const standing = (kind: PublicationKind) =>
    publications.find((one) => one.row.kind === kind && one.state !== 'stopped')?.row;
  const winner = row.kind === 'winner' ? row : undefined;
  const finalists = row.kind === 'finalists' ? row : standing('finalists');
  return outcomeFrom(db, {
    finalists: asIfOut(finalists),
    winner: asIfOut(winner),
    pictureAt: ({ nominationId }) => `/sekretariat/${editionId}/nominerte/${nominationId}/bilde`,
  });
}

/** As if it came out at its moment. */
export const asIfOut = (row: PublicationRow | undefined): Version | undefined =>
  row && { row, firstAt: row.publish_at, correctedAt: row.corrects ? row.publish_at : null };
