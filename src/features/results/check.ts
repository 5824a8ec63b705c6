/** Whether the ballots are what their jurors delivered, and the frozen results what was signed. Reads only. */
import type { Kysely } from 'kysely';
import { commitTo, commitToAgreed, type GivenContent } from '../../core/record/commitment.ts';
import { sha256Hex } from '../../core/audit/canonical.ts';
import { checkCore, compareFiles } from '../../core/record/core-file.ts';
import { recompute } from '../../core/record/recompute.ts';
import { readFull, type FileBallot } from '../../core/record/result-file.ts';
import { verify, type Verdict } from '../../platform/signed-document.ts';
import type { DB } from '../../platform/db/types.ts';
import { contentOf } from '../ballots/commitments.ts';

interface Violation {
  invariant: string;
  id: string;
  note: string | null;
}

/** A ballot that is delivered or locked says what was hashed when it was delivered; where it does not, the cell is named. */
export async function brokenBallots(db: Kysely<DB>): Promise<Violation[]> {
  const rows = await db
    .selectFrom('ballots as b')
    .innerJoin('ballot_commitments as c', 'c.ballot_id', 'b.id')
    .innerJoin('ballot_salts as s', (join) =>
      join.onRef('s.ballot_id', '=', 'c.ballot_id').onRef('s.delivery', '=', 'c.delivery'),
    )
    .innerJoin('people as p', 'p.id', 'b.person_id')
    .innerJoin('nominations as n', 'n.id', 'b.nomination_id')
    .select(['b.id', 'b.edition_id', 'b.nomination_id', 'b.person_id', 'c.hash', 's.salt'])
    .select(['p.name as juror', 'n.organisation_name as nomination'])
    .where('b.state', 'in', ['delivered', 'locked'])
    .where(({ eb, selectFrom }) =>
      eb(
        'c.delivery',
        '=',
        selectFrom('ballot_commitments as later')
          .select((each) => each.fn.max('later.delivery').as('last'))
          .whereRef('later.ballot_id', '=', 'b.id'),
      ),
    )
    .orderBy('b.id')
    .execute();
  const broken: Violation[] = [];
  for (const row of rows) {
    const content = await contentOf(db, row, row.salt);
    if (commitTo(row.salt, content) === row.hash) continue;
    const cells = await changedCells(db, row, content.given);
    broken.push({
      invariant: 'a ballot is what its juror delivered',
      id: row.id,
      note: [`${row.nomination}, ${row.juror}`, ...cells].join('; '),
    });
  }
  return broken;
}

/** What was agreed on at a meeting says what was hashed when its juror confirmed it. */
export async function brokenAgreements(db: Kysely<DB>): Promise<Violation[]> {
  const rows = await db
    .selectFrom('agreed_scores as a')
    .innerJoin('agreed_score_contents as c', 'c.agreed_id', 'a.id')
    .innerJoin('ballot_commitments as d', (join) =>
      join.onRef('d.ballot_id', '=', 'a.ballot_id').onRef('d.delivery', '=', 'a.delivery'),
    )
    .innerJoin('ballot_salts as s', (join) =>
      join.onRef('s.ballot_id', '=', 'a.ballot_id').onRef('s.delivery', '=', 'a.delivery'),
    )
    .innerJoin('ballots as b', 'b.id', 'a.ballot_id')
    .innerJoin('people as p', 'p.id', 'b.person_id')
    .innerJoin('nominations as n', 'n.id', 'b.nomination_id')
    .select(['a.id', 'a.number', 'a.criterion_id as criterion', 'a.hash', 'c.score', 'c.reason'])
    .select(['d.hash as ballot', 's.salt', 'p.name as juror', 'n.organisation_name as nomination'])
    .where('a.answer', '=', 'confirmed')
    .orderBy('a.id')
    .execute();
  return rows.flatMap(({ id, hash, salt, juror, nomination, ...content }) =>
    commitToAgreed(salt, content) === hash
      ? []
      : [
          {
            invariant: 'a score that was agreed on is what its juror confirmed',
            id,
            note: `${nomination}, ${juror}; agreed score ${content.number} is ${content.score}`,
          },
        ],
  );
}

/** Criterion by criterion beside the frozen file, where there is one: the hash alone tells only that something is other. */
async function changedCells(
  db: Kysely<DB>,
  { edition_id, hash }: { edition_id: string; hash: string },
  now: readonly GivenContent[],
): Promise<string[]> {
  const row = await db
    .selectFrom('frozen_full_results as f')
    .innerJoin('frozen_results as r', 'r.id', 'f.frozen_id')
    .select('f.full_file')
    .where('r.edition_id', '=', edition_id)
    .orderBy('r.version', 'desc')
    .executeTakeFirst();
  if (!row) return [];
  const { full } = await readFile(row.full_file);
  const frozen = full.ballots.find((ballot) => ballot.hash === hash);
  return frozen ? cellsOf(full.criteria, frozen, now) : [];
}

function cellsOf(
  criteria: readonly { id: string; name: string }[],
  frozen: FileBallot,
  now: readonly GivenContent[],
): string[] {
  return frozen.given.flatMap((was, i) => {
    const is = now[i];
    const name = `[${frozen.nomination}][${frozen.juror}][${i}] (${criteria[i]?.name ?? was.criterion})`;
    if (!is || is.criterion !== was.criterion) return [`given${name} is gone`];
    return [
      ...(is.score === was.score ? [] : [`scores${name} was ${was.score} when frozen and is ${is.score}`]),
      ...(is.met === was.met && is.notDescribed === was.notDescribed
        ? []
        : [`given${name} is another answer`]),
      ...(is.text === was.text ? [] : [`text${name} is another text`]),
    ];
  });
}

/** Every version of every frozen result: each byte as signed, the figures as the ballots give them. What is erased is not missed. */
export async function brokenResults(db: Kysely<DB>): Promise<Violation[]> {
  const rows = await db
    .selectFrom('frozen_results as r')
    .leftJoin('frozen_full_results as f', 'f.frozen_id', 'r.id')
    .select(['r.id', 'r.version', 'r.core', 'r.core_sha256', 'r.full_sha256', 'f.full_file'])
    .orderBy('r.edition_id')
    .orderBy('r.version')
    .execute();
  const broken: Violation[] = [];
  for (const row of rows) {
    for (const note of await faultsOf(row))
      broken.push({ invariant: 'a frozen result is what was signed', id: row.id, note });
  }
  return broken;
}

async function faultsOf({
  core,
  core_sha256,
  full_file,
  full_sha256,
}: {
  core: string;
  core_sha256: string;
  full_sha256: string;
  full_file: string | null;
}): Promise<string[]> {
  const { verdict, contentOf: content, names } = await readFile(core);
  const faults = [
    ...(sha256Hex(core) === core_sha256 ? [] : ['the core is not the file that was frozen']),
    ...inWords(verdict),
    ...checkCore(content, names),
  ];
  if (full_file === null) return faults;
  const second = await readFile(full_file);
  return [
    ...faults,
    ...(sha256Hex(full_file) === full_sha256 ? [] : ['the full file is not the file that was frozen']),
    ...inWords(second.verdict),
    ...recompute(second.full),
    ...compareFiles(content, names, second.full),
  ];
}

const inWords = ({ faults }: Verdict): string[] => faults.map(({ part, why }) => `${part}: ${why}`);

/** A signed file, read: what it says is only as good as its verdict. */
async function readFile(text: string) {
  const verdict = await verify(Buffer.from(text));
  const parts = new Map(verdict.parts.map(({ name, content }) => [name, content]));
  const names = verdict.parts.map(({ name }) => name);
  const contentOf_ = (name: string): unknown => parts.get(name);
  return { verdict, names, contentOf: contentOf_, full: readFull(contentOf_, names) };
}
