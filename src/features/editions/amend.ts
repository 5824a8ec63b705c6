/** Changing what was frozen at the announcement: as a new version, with a reason, and a letter to those whom it concerns. */
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { requirementText, type Texts } from '../../ui/text/index.ts';
import { rulesChangedLetters } from './letters.ts';
import { criteriaOf, lockEdition, questionsOf, type JudgedEdition } from './queries.ts';
import { keepFirst, keepRules } from './rules-versions.ts';
import type { EditionRow, EditionTexts, Localised } from './schema.ts';
import { REASON_MIN, type Amendment } from './schema-rules.ts';
import { bareLevels, gapName, translationGaps } from './translations.ts';

/**
 * Makes a new version. Words and weights can change; no criterion and no question comes or goes, for people have answered.
 *
 * @throws process/not-now once the judging has begun; conflict/version; request/invalid for an unknown id, and where nothing
 *   changes; process/unmet for texts that lack a language
 */
export async function amendRules(
  unit: Unit,
  editionId: string,
  version: number,
  change: Amendment,
): Promise<{ version: number; sha256: string }> {
  const row = await lockEdition(unit, editionId, 'amend');
  if (version !== row.version) throw problem('conflict/version');
  const reason = change.reason.trim();
  if (reason.length < REASON_MIN)
    throw problem('request/invalid', {}, [{ field: 'reason', message: (t: Texts) => t.amend.reasonHint }]);
  await keepFirst(unit, row);
  await apply(unit, row, change);
  const next = await unit.trx
    .selectFrom('editions')
    .selectAll()
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  await demandWhole(unit, next);
  const sha256 = await keepRules(unit, next, reason);
  if (sha256 === row.rules_sha256)
    throw problem('request/invalid', {}, [{ message: (t: Texts) => t.amend.nothing }]);
  await unit.trx
    .updateTable('editions')
    .set({ rules_sha256: sha256, version: row.version + 1 })
    .where('id', '=', editionId)
    .execute();
  unit.record({
    editionId,
    subjectType: 'edition',
    subjectId: editionId,
    event: 'amendRules',
    reason,
    payload: { sha256, before: row.rules_sha256 },
  });
  await rulesChangedLetters(unit, next, reason, sha256);
  return { version: row.version + 1, sha256 };
}

async function apply(unit: Unit, row: JudgedEdition, change: Amendment): Promise<void> {
  const { trx } = unit;
  const { regulations, scaleWords, criteria = [], questions = [] } = change;
  if (regulations || scaleWords) {
    const texts = row.texts as Localised<EditionTexts>;
    const withRegulations = Object.fromEntries(
      Object.entries(texts).map(([lang, own]) => [
        lang,
        { ...own, regulations: regulations?.[lang as keyof typeof regulations] ?? own.regulations },
      ]),
    );
    await trx
      .updateTable('editions')
      .set({
        texts: JSON.stringify(withRegulations),
        scale_words: JSON.stringify({ ...(row.scale_words as object), ...scaleWords }),
      })
      .where('id', '=', row.id)
      .execute();
  }
  const known = {
    criteria: await criteriaOf(trx, row.id),
    questions: await questionsOf(trx, row.id),
  };
  refuseUnknown('criteria', criteria, known.criteria);
  refuseUnknown('questions', questions, known.questions);
  for (const { id, weight, texts } of criteria) {
    const was = known.criteria.find((one) => one.id === id);
    // What counts goes on counting: only how much.
    const counts = was?.weight !== null && weight ? { weight } : {};
    await trx
      .updateTable('criteria')
      .set({ texts: JSON.stringify(texts), ...counts })
      .where('id', '=', id)
      .execute();
  }
  for (const { id, wordLimit, texts } of questions) {
    const limit = wordLimit === undefined ? {} : { word_limit: wordLimit };
    await trx
      .updateTable('questions')
      .set({ texts: JSON.stringify(texts), ...limit })
      .where('id', '=', id)
      .execute();
  }
}

function refuseUnknown(
  name: string,
  given: readonly { id: string }[],
  known: readonly { id: string }[],
): void {
  const errors = given.flatMap(({ id }, i) =>
    known.some((one) => one.id === id)
      ? []
      : [{ field: `${name}.${i}.id`, message: (t: Texts) => t.fieldErrors.notAllowed }],
  );
  if (errors.length) throw problem('request/invalid', {}, errors);
}

/** As complete as at the announcement. */
async function demandWhole({ trx }: Unit, edition: EditionRow): Promise<void> {
  const gaps = translationGaps({
    edition,
    criteria: await criteriaOf(trx, edition.id),
    questions: await questionsOf(trx, edition.id),
  });
  const missing = { textsComplete: gaps.map(gapName), scaleWords: bareLevels(edition) };
  const errors = Object.entries(missing)
    .filter(([, items]) => items.length > 0)
    .map(([requirement, items]) => ({
      requirement,
      message: (t: Texts) => requirementText(t, requirement, items),
    }));
  if (errors.length) throw problem('process/unmet', {}, errors);
}
