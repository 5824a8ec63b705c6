/**
 * Quote and picture of the nominated come out beside a publication. They send them until it is approved, so whoever approves names what
 * was shown of them: what somebody has changed since is approved by nobody unseen.
 */
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import type { Ready } from './readiness.ts';

/** Of one of the nominated: names for the quote and for the picture as they are shown now, empty where there is none. */
export interface Beside {
  id: string;
  name: string;
  quote: string;
  picture: string;
  /** There is a picture that nobody may see yet: it would come out after the approval. */
  isScanned: boolean;
}

export async function besideOf(db: Kysely<DB>, decisionId: string): Promise<Beside[]> {
  const rows = await db
    .selectFrom('decision_entries as e')
    .innerJoin('nominations as n', 'n.id', 'e.nomination_id')
    .leftJoin('namings as g', (join) =>
      join.onRef('g.nomination_id', '=', 'n.id').on('g.answer', '=', 'agreed'),
    )
    .leftJoin('stored_files as f', 'f.sha256', 'g.picture_sha256')
    .select(['n.id', 'n.organisation_name as name', 'g.quote', 'g.quoted', 'f.scan'])
    .select(['g.picture_sha256', 'g.picture_alt', 'g.picture_credit'])
    .select(sql<boolean>`document_readable(g.picture_sha256)`.as('readable'))
    .where('e.decision_id', '=', decisionId)
    .orderBy('n.organisation_name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    quote: row.quote ? nameFor(row.quote, row.quoted) : '',
    picture:
      row.picture_sha256 && row.readable
        ? nameFor(row.picture_sha256, row.picture_alt, row.picture_credit)
        : '',
    isScanned: !row.picture_sha256 || row.readable || row.scan === 'infected',
  }));
}

const nameFor = (...parts: (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/** What is shown now, as the approval names it: empty where nothing is. */
export const shownNow = (all: readonly Beside[]): string =>
  all
    .filter(({ quote, picture }) => quote || picture)
    .map(({ id, quote, picture }) => `${id}:${quote}:${picture}`)
    .toSorted()
    .join(' ');

/** That it is what `seen` names, of each what has changed; and that nothing is still to come. */
export function asSeen(all: readonly Beside[], seen: string): Ready[] {
  const before = new Map(
    seen.split(' ').map((one) => {
      const [id = '', quote = '', picture = ''] = one.split(':');
      return [id, { quote, picture }];
    }),
  );
  const item = (requirement: string, isMet: (one: Beside) => boolean): Ready => {
    const items = all.filter((one) => !isMet(one)).map(({ name }) => name);
    return { requirement, met: items.length === 0, items };
  };
  return [
    item('quotesAsSeen', ({ id, quote }) => quote === (before.get(id)?.quote ?? '')),
    item('picturesAsSeen', ({ id, picture }) => picture === (before.get(id)?.picture ?? '')),
    item('picturesScanned', ({ isScanned }) => isScanned),
  ];
}
