/** The figures behind the result, for one reader; what points at one juror only to whoever has opened it. */
import type { Kysely } from 'kysely';
import { can } from '../../core/policy/policy.ts';
import { edition as editionResource } from '../../core/policy/resources.ts';
import type { Unit } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import { addMinutes } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { demand, findEdition } from '../editions/queries.ts';
import { resultOf, type ResultSeen } from './queries-result.ts';
import { rangesOf } from './ranges.ts';
import type { Redraws } from './redraws.ts';
import type { FiguresOut, JurorFigures, Redrawing } from './schema.ts';

const MINUTES_OPEN = 60;

/** @throws as `resultOf` */
export async function figuresOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
  redraws: Redraws,
): Promise<FiguresOut> {
  const seen = await resultOf(db, reader, editionId, { redraws });
  const { analysis, out, edition } = seen;
  const run = redraws.find(analysis.key);
  const mayOpen = can(editionResource, 'seeJurorFigures', edition);
  const open = mayOpen && (await isOpen(db, reader, editionId));
  return {
    scale: out.scale,
    rule: out.rule,
    partial: out.partial,
    redrawing: out.redrawing,
    criteria: analysis.inputs.rules.criteria.map(({ id, weight, texts }) => ({
      criterionId: id,
      weight,
      texts,
    })),
    scores: analysis.inputs.scores,
    ...namesOf(seen, await jurorNames(db, analysis.inputs.jurors)),
    result: analysis.result && withoutJurors(analysis.result),
    bootstrap: run?.state === 'done' ? run.bootstrap : null,
    jurorFigures: { mayOpen, figures: open ? jurorFiguresOf(seen) : null },
  };
}

/** Opens what points at one juror, for an hour. It stands in the log. @throws auth/forbidden, process/not-now */
export async function openJurorFigures(unit: Unit, editionId: string): Promise<void> {
  const { trx, actor, now } = unit;
  demand(await findEdition(trx, unit, editionId), 'seeJurorFigures');
  await trx
    .insertInto('juror_figure_openings')
    .values({ edition_id: editionId, person_id: actor.personId!, opened_at: now })
    .execute();
  unit.record({
    editionId,
    subjectType: 'edition',
    subjectId: editionId,
    event: 'openJurorFigures',
  });
}

async function isOpen(db: Kysely<DB>, { actor, now }: Reader, editionId: string): Promise<boolean> {
  const found = await db
    .selectFrom('juror_figure_openings')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('person_id', '=', actor?.personId ?? null)
    .where('opened_at', '>', addMinutes(now, -MINUTES_OPEN))
    .executeTakeFirst();
  return found !== undefined;
}

async function jurorNames(db: Kysely<DB>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const namesOf = ({ analysis, nameOf }: ResultSeen, jurors: ReadonlyMap<string, string>) => ({
  nominations: analysis.inputs.nominations.map(({ id }) => ({ nominationId: id, name: nameOf(id) })),
  jurors: analysis.inputs.jurors.map((personId) => ({ personId, name: jurors.get(personId) ?? '' })),
});

function withoutJurors(result: NonNullable<ResultSeen['analysis']['result']>) {
  const { severity: _s, severitySE: _e, residualSD: _r, outfit: _o, ...rest } = result;
  return rest;
}

function jurorFiguresOf({ analysis: { result } }: ResultSeen): JurorFigures | null {
  if (!result) return null;
  const { severity, severitySE, residualSD, outfit } = result;
  return { severity, severitySE, residualSD, outfit } as JurorFigures;
}

/** How far the re-drawn juries of the reader's result have come; begins or stops them. @throws as `resultOf` */
export async function steerRedraws(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
  redraws: Redraws,
  steer: (seen: ResultSeen) => void = () => {},
): Promise<Redrawing> {
  const seen = await resultOf(db, reader, editionId, { redraws });
  steer(seen);
  return (await rangesOf(redraws, seen.analysis)).redrawing;
}
