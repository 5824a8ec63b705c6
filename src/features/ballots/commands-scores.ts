/** Writing on one's ballot: criterion by criterion, each with its own version, as in the application form. */
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Lang } from '../../ui/text/index.ts';
import { dispatchBallot } from './commands.ts';
import { ownBallot, scaleOf, sheetOf } from './queries.ts';
import type { JudgedBallot, Scale, ScoreChange, SheetLine } from './schema.ts';
import { criterionIn } from './words.ts';

/** What a criterion will hold. */
type Given = Pick<SheetLine, 'score' | 'notDescribed' | 'met' | 'assessment'>;

/**
 * Saves what is given on some criteria; all of it or none. The first save starts the ballot.
 *
 * @returns the ballot's version and the version of each criterion as they now stand
 * @throws ballot/score-off-scale, request/invalid for what does not belong to the criterion, conflict/version with the criteria
 *   that were saved in between (`fields`: what is stored now), ballot/delivered, ballot/locked, process/unmet after the deadline, and what `ownBallot` throws
 */
export async function saveScores(
  unit: Unit,
  ballotId: string,
  changes: readonly ScoreChange[],
): Promise<{ version: number; scores: Record<string, number> }> {
  const row = await lockOwn(unit, ballotId);
  if (row.state === 'delivered') throw problem('ballot/delivered');
  if (!['assigned', 'started', 'reopened'].includes(row.state)) throw problem('ballot/locked');
  const wanted = wantedOn(
    await sheetOf(unit.trx, row),
    changes,
    await scaleOf(unit.trx, row.edition_id),
    unit.actor.lang,
  );
  const started =
    row.state === 'assigned'
      ? await dispatchBallot(unit, { id: ballotId, event: { type: 'start' } })
      : await demandOpen(unit, row);
  const scores: Record<string, number> = {};
  for (const { line, given } of wanted) scores[line.criterionId] = await write(unit, ballotId, line, given);
  return { version: started.version, scores };
}

/**
 * What each criterion of a sheet will hold.
 *
 * @throws ballot/score-off-scale, request/invalid, conflict/version, as `saveScores` does
 */
export function wantedOn(
  lines: readonly SheetLine[],
  changes: readonly ScoreChange[],
  scale: Scale,
  lang: Lang,
): { line: SheetLine; given: Given }[] {
  const sheet = new Map(lines.map((line) => [line.criterionId, line]));
  const wanted = changes.map((change, index) => {
    const line = sheet.get(change.criterionId);
    if (!line)
      throw problem('request/invalid', {}, [
        { field: `scores.${index}.criterionId`, message: (t) => t.fieldErrors.unknownField },
      ]);
    return { line, version: change.version, given: givenOn(line, change, scale, index) };
  });
  const clashes = wanted.filter(({ line, version, given }) => version !== line.version && !same(line, given));
  if (clashes.length)
    throw problem(
      'conflict/version',
      { fields: clashes.map(({ line }) => storedNow(line)) },
      clashes.map(({ line }) => ({
        field: line.criterionId,
        message: criterionIn(line.texts, lang).name,
      })),
    );
  return wanted;
}

/** Locks in the one order everybody uses, edition before ballot, and reads anew: the lock may have waited for the closing. */
async function lockOwn(unit: Unit, ballotId: string): Promise<JudgedBallot> {
  const { edition_id } = await ownBallot(unit.trx, unit, { id: ballotId });
  await unit.trx.selectFrom('editions').select('id').where('id', '=', edition_id).forShare().execute();
  await unit.trx.selectFrom('ballots').select('id').where('id', '=', ballotId).forUpdate().execute();
  return ownBallot(unit.trx, unit, { id: ballotId });
}

async function demandOpen({ trx, now }: Unit, row: JudgedBallot): Promise<JudgedBallot> {
  const edition = await trx
    .selectFrom('editions')
    .select(['state', 'judging_ends_at'])
    .where('id', '=', row.edition_id)
    .executeTakeFirstOrThrow();
  // Opened by the chair after the closing, it is open until its juror delivers it anew.
  if (row.state === 'reopened') {
    if (edition.state !== 'deliberating')
      throw problem('process/unmet', {}, [{ requirement: 'judgingClosed' }]);
  } else if (edition.state !== 'judging' || edition.judging_ends_at <= now)
    throw problem('process/unmet', {}, [{ requirement: 'judgingOpen' }]);
  return row;
}

function givenOn(line: SheetLine, change: ScoreChange, scale: Scale, index: number): Given {
  const { notDescribed = line.notDescribed, met = line.met, assessment = line.assessment } = change;
  const asked = change.score !== undefined || change.notDescribed !== undefined;
  if (asked && !line.scored)
    throw problem('request/invalid', {}, [
      { field: `scores.${index}.score`, message: (t) => t.ballots.notScored },
    ]);
  if (change.met !== undefined && line.kind !== 'must')
    throw problem('request/invalid', {}, [
      { field: `scores.${index}.met`, message: (t) => t.ballots.notMust },
    ]);
  const absent = notDescribed && (change.notDescribed === true || change.score === undefined);
  const score = absent
    ? scale.min
    : onScale(change.score === undefined ? line.score : change.score, scale, index);
  return { score, notDescribed: absent, met, assessment: assessment.replace(/\r\n?/g, '\n').trim() };
}

function onScale(score: unknown, { min, max }: Scale, index: number): number | null {
  if (score === null) return null;
  if (typeof score === 'number' && Number.isInteger(score) && min <= score && score <= max) return score;
  throw problem('ballot/score-off-scale', { min, max }, [
    {
      field: `scores.${index}.score`,
      message: (t) => t.problems['ballot/score-off-scale'].detail({ min, max }),
    },
  ]);
}

const same = (a: Given, b: Given): boolean =>
  a.score === b.score &&
  a.notDescribed === b.notDescribed &&
  a.met === b.met &&
  a.assessment === b.assessment;

/** What another window has saved: the juror sees both, and chooses. */
const storedNow = ({ criterionId, version, score, notDescribed, met, assessment }: SheetLine) => ({
  field: criterionId,
  version,
  given: { score, notDescribed, met, assessment },
});

/** The columns to write; null where nothing is new. */
export function rowOf(line: SheetLine, given: Given, now: Date) {
  if (same(line, given)) return null;
  const { notDescribed, ...rest } = given;
  return { ...rest, not_described: notDescribed, version: line.version + 1, updated_at: now };
}

async function write({ trx, now }: Unit, ballotId: string, line: SheetLine, given: Given): Promise<number> {
  const row = rowOf(line, given, now);
  if (!row) return line.version;
  await trx
    .insertInto('ballot_scores')
    .values({ ballot_id: ballotId, criterion_id: line.criterionId, ...row })
    .onConflict((conflict) => conflict.columns(['ballot_id', 'criterion_id']).doUpdateSet(row))
    .execute();
  return row.version;
}
