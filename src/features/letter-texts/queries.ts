/** The words of a year's letters: its own where it has any, and what they look like with real data. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { RenderedLetter } from '../correspondence/written.ts';
import { partName } from '../../ui/returned-parts.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import { kindFor, kindNames, kinds, renderOwn, standardText, type KindName } from './kinds.ts';
import type { Both, ListedText, SaidLetter, TextPreview, WholeText } from './schema.ts';

interface StoredText {
  version: number;
  texts: Both | null;
  written_at: Date;
  writer: string;
}

const stored = (db: Kysely<DB>, editionId: string) =>
  db
    .selectFrom('letter_texts as t')
    .innerJoin('people as p', 'p.id', 't.written_by')
    .select(['t.letter', 't.version', 't.texts', 't.written_at', 'p.name as writer'])
    .where('t.edition_id', '=', editionId)
    .orderBy('t.version', 'desc');

/** A letter in the year's own words; undefined where the standard says it. */
export async function ownLetter(
  db: Kysely<DB>,
  {
    editionId,
    template,
    language,
    params,
    forget,
  }: {
    editionId: string | null | undefined;
    template: string;
    language: string;
    params: object & { path: string };
    /** Where whoever asked for the letter has the address deleted. */
    forget?: string | undefined;
  },
): Promise<(RenderedLetter & { textVersion: number }) | undefined> {
  const given = { ...params };
  const name = kindFor(template, given);
  if (!editionId || !name || (language !== 'nb' && language !== 'nn')) return undefined;
  const found = await db
    .selectFrom('letter_texts')
    .select(['version', 'texts'])
    .where('edition_id', '=', editionId)
    .where('letter', '=', name)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const own = found?.texts as Both | null | undefined;
  return found && own
    ? { ...renderOwn(name, language, own[language], given, forget), textVersion: found.version }
    : undefined;
}

const standard = (name: KindName): Both => ({ nb: standardText(name, 'nb'), nn: standardText(name, 'nn') });

/** @throws not-found, auth/forbidden */
export async function textsOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<{ edition: JudgedEdition; letters: ListedText[] }> {
  const edition = await findEdition(db, reader, editionId);
  demand(edition, 'writeLetters');
  const rows = (await stored(db, editionId).execute()) as (StoredText & { letter: string })[];
  return {
    edition,
    letters: kindNames.map((letter) =>
      listed(
        letter,
        rows.find((row) => row.letter === letter),
      ),
    ),
  };
}

/** @throws not-found, auth/forbidden */
export async function textOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
  letter: KindName,
): Promise<{ edition: JudgedEdition; text: WholeText }> {
  const edition = await findEdition(db, reader, editionId);
  demand(edition, 'writeLetters');
  const rows = (await stored(db, editionId).where('t.letter', '=', letter).execute()) as StoredText[];
  const current = rows[0]?.texts ?? standard(letter);
  return {
    edition,
    text: {
      ...listed(letter, rows[0]),
      placeholders: [...kinds[letter].words],
      texts: current,
      standard: standard(letter),
      preview: await previewOf(db, reader, { edition, letter, texts: current }),
      history: rows.map(({ version, texts, written_at, writer }) => ({
        version,
        texts,
        writtenBy: writer,
        writtenAt: written_at.toISOString(),
      })),
    },
  };
}

/** What these letters say now. Whoever may read what they follow from may read them. */
export async function wordsOf(
  db: Kysely<DB>,
  editionId: string,
  letters: readonly KindName[],
): Promise<SaidLetter[]> {
  const rows = (await stored(db, editionId).where('t.letter', 'in', letters).execute()) as (StoredText & {
    letter: string;
  })[];
  return letters.map((letter) => ({
    letter,
    says: rows.find((row) => row.letter === letter)?.texts ?? standard(letter),
  }));
}

const listed = (letter: KindName, row: StoredText | undefined): ListedText => ({
  letter,
  isOwn: Boolean(row?.texts),
  version: row?.version ?? 0,
  writtenBy: row?.writer ?? null,
  writtenAt: row?.written_at.toISOString() ?? null,
});

/** What a text looks like with what is true of a real application of the year, the first that the reader knows of. */
export async function previewOf(
  db: Kysely<DB>,
  { actor, now }: Reader,
  { edition, letter, texts }: { edition: JudgedEdition; letter: KindName; texts: Both },
): Promise<TextPreview> {
  const { to } = kinds[letter];
  const found =
    to !== 'applicant'
      ? undefined
      : await db
          .selectFrom('nominations as n')
          .select(['n.id', 'n.organisation_name', 'n.receipt_number'])
          .select(
            sql<Date>`coalesce(n.return_due_at, application_closes_at(n, ${edition.closes_at}))`.as('due'),
          )
          .where('n.edition_id', '=', edition.id)
          .where(scope(nomination, 'list', viewerOf(actor), now, 'n'))
          .orderBy('n.organisation_name')
          .orderBy('n.id')
          .limit(1)
          .executeTakeFirst();
  const params = {
    organisation: found?.organisation_name ?? '…',
    year: edition.year,
    receiptNumber: found?.receipt_number ?? '…',
    dueAt:
      to === 'jury'
        ? edition.judging_ends_at
        : letter === 'ceremonyReminder'
          ? edition.ceremony_at
          : (found?.due ?? edition.closes_at),
    ceremonyAt: edition.ceremony_at,
    place: edition.ceremony_place,
    reason: '…',
    path: {
      jury: '/jury',
      public: letter.startsWith('ceremony') ? '/seremoni/pamelding/…' : '/utlysning',
      applicant: `/soknad/${found?.id ?? '…'}`,
    }[to],
  };
  const show = (language: 'nb' | 'nn') => {
    const { subject, body } = renderOwn(letter, language, texts[language], {
      ...params,
      parts: ['documents', 'applicant'].map((part) => partName({ part, question: '…' }, language)),
    });
    return { subject, body };
  };
  return { nb: show('nb'), nn: show('nn'), of: found?.organisation_name ?? null };
}
