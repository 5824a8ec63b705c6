/** What must be in place before something may be published: named requirements, for the refusal and the page alike. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import { requirementText, type Texts } from '../../ui/text/index.ts';
import {
  isQuiet,
  mayBePressed,
  stateOf,
  type BothForms,
  type PublicationKind,
  type Release,
  type Statements,
} from './schema.ts';

export interface Ready {
  requirement: string;
  met: boolean;
  /** Whom it concerns, where it is about applications. */
  items: string[];
}

interface Entry {
  id: string;
  name: string;
  state: string;
  nb: string | null;
  nn: string | null;
  approved_at: Date | null;
  /** Told in confidence, and what they have answered. */
  told: boolean;
  answer: 'agreed' | 'declined' | null;
}
/** What stands of the jury's decision, and what already goes out. */
export interface Standing {
  decision: { id: string; no_award: boolean } | undefined;
  entries: Entry[];
  /** By which the nominated come out first, not taken down: what is approved, or else what is prepared. */
  finalists: { id: string; publish_at: Date; approved_at: Date | null } | undefined;
  /** Something of this kind is prepared and not out. */
  waiting: boolean;
  /** The latest version that is out, or was taken down: what comes now corrects it. */
  out: { id: string; texts: BothForms } | undefined;
}

export async function standingOf(
  db: Kysely<DB>,
  editionId: string,
  kind: PublicationKind,
  now: Date,
): Promise<Standing> {
  const decision = await db
    .selectFrom('decisions')
    .select(['id', 'no_award'])
    .where('edition_id', '=', editionId)
    .where('kind', '=', kind)
    .where('retracted_at', 'is', null)
    .executeTakeFirst();
  const entries = await db
    .selectFrom('decision_entries as e')
    .innerJoin('nominations as n', 'n.id', 'e.nomination_id')
    .leftJoin('statements as s', 's.nomination_id', 'n.id')
    .leftJoin('namings as g', 'g.nomination_id', 'n.id')
    .select(['n.id', 'n.organisation_name as name', 'n.state', 's.nb', 's.nn', 's.approved_at', 'g.answer'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('confidential_notices as c')
            .select('c.told_at')
            .whereRef('c.nomination_id', '=', 'n.id')
            .whereRef('c.decision_id', '=', 'e.decision_id'),
        )
        .$castTo<boolean>()
        .as('told'),
    )
    .where('e.decision_id', '=', decision?.id ?? null)
    .orderBy('n.organisation_name')
    .execute();
  const publications = await db
    .selectFrom('publications')
    .select(['id', 'kind', 'texts', 'release', 'publish_at', 'approved_at'])
    .select(['stopped_at', 'held_at', 'taken_down_at'])
    .where('edition_id', '=', editionId)
    .where('stopped_at', 'is', null)
    .orderBy('prepared_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const nominated = publications.filter((p) => p.kind === 'finalists' && !p.taken_down_at);
  const latest = publications.find((p) => p.kind === kind);
  const isOut = latest && ['published', 'takenDown'].includes(stateOf(latest, now));
  return {
    decision,
    entries,
    // A correction that waits takes back nothing of what is out.
    finalists:
      nominated
        .filter((p) => p.approved_at)
        .toSorted((a, b) => a.publish_at.getTime() - b.publish_at.getTime())[0] ?? nominated[0],
    waiting: latest !== undefined && !isOut,
    out: isOut ? { id: latest.id, texts: latest.texts as BothForms } : undefined,
  };
}

const complete = (entry: Entry): boolean =>
  entry.approved_at !== null && Boolean(entry.nb) && Boolean(entry.nn);
const names = (entries: readonly Entry[]): string[] => entries.map((entry) => entry.name);
const item = (requirement: string, met: boolean, items: string[] = []): Ready => ({
  requirement,
  met,
  items,
});

/** What can be judged before a text and a moment are written. */
export function readiness(kind: PublicationKind, { decision, entries, finalists }: Standing): Ready[] {
  const decided = item('decisionStands', decision !== undefined);
  if (!decision || decision.no_award) return [decided];
  const gone = entries.filter((entry) => entry.state === 'withdrawn');
  const bare = entries.filter((entry) => !complete(entry));
  // Where anybody was told in confidence, everybody has a say.
  const asked = kind === 'finalists' && entries.some(({ told }) => told);
  const unheard = entries.filter(({ answer }) => answer !== 'agreed');
  return [
    decided,
    item('finalistsStillIn', gone.length === 0, names(gone)),
    item('statementsApproved', bare.length === 0, names(bare)),
    ...(asked ? [item('nominatedAgreed', unheard.length === 0, names(unheard))] : []),
    ...(kind === 'winner' ? [item('finalistsPrepared', Boolean(finalists?.approved_at))] : []),
  ];
}

/** What is written and chosen besides. */
interface Given {
  publishAt: Date;
  release: Release;
  texts: BothForms;
  correction: BothForms | undefined;
  now: Date;
}

/** What the text and the moment must hold besides. */
export function momentAndText(
  kind: PublicationKind,
  standing: Standing,
  { publishAt, release, texts, correction, now }: Given,
): Ready[] {
  const atOnce = release === 'approval';
  const { out } = standing;
  return [
    item('jointText', isWritten(texts)),
    ...(out ? [item('correctionSaid', correction !== undefined && isWritten(correction))] : []),
    ...(release === 'press' ? [item('pressForWinner', mayBePressed(kind, out !== undefined))] : []),
    ...(atOnce ? [] : [momentAhead(publishAt, now)]),
    // The press can come from the moment on that the nominated are out.
    afterFinalists(kind, standing, atOnce ? now : publishAt),
  ];
}

/** There is time to stop it. */
export const momentAhead = (publishAt: Date, now: Date): Ready =>
  item('momentAhead', !isQuiet({ publish_at: publishAt }, now));

/** The winner is nothing without the nominated. */
export const afterFinalists = (kind: PublicationKind, { decision, finalists }: Standing, from: Date): Ready =>
  item(
    'afterFinalists',
    kind === 'finalists' ||
      Boolean(decision?.no_award) ||
      (finalists !== undefined && finalists.publish_at <= from),
  );

const isWritten = ({ nb, nn }: BothForms): boolean => nb.trim() !== '' && nn.trim() !== '';

/** The statements as they stand, to be kept with the publication. */
export const statementsOf = ({ entries }: Standing): Statements =>
  Object.fromEntries(entries.map(({ id, nb, nn }) => [id, { nb: nb ?? '', nn: nn ?? '' }]));

/** What is unmet, as the errors of a refusal. */
export const unmetErrors = (items: readonly Ready[]) =>
  items
    .filter(({ met }) => !met)
    .map(({ requirement, items: whom }) => ({
      requirement,
      message: (t: Texts) => requirementText(t, requirement, whom),
    }));
