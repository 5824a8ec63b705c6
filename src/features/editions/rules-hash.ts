/** Criteria, form, scale and regulations under one hash, shown in public: what was promised when the call opened. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import type { EditionRow, EditionTexts, Localised } from './schema.ts';

/** The frozen content, as anybody can hash it again. */
export async function rulesOf(db: Kysely<DB>, edition: EditionRow) {
  const criteria = await db
    .selectFrom('criteria')
    .select(['position', 'kind', 'weight', 'texts'])
    .where('edition_id', '=', edition.id)
    .orderBy('position')
    .execute();
  const questions = await db
    .selectFrom('questions')
    .select(['position', 'section', 'kind', 'required', 'word_limit', 'details', 'texts'])
    .where('edition_id', '=', edition.id)
    .orderBy('position')
    .execute();
  const texts = edition.texts as Localised<EditionTexts>;
  const scale = edition.scoring
    ? { min: edition.scale_min, max: edition.scale_max, words: edition.scale_words }
    : null;
  return {
    year: edition.year,
    criteria,
    // Years that were announced before there were tables keep their checksum.
    questions: questions.map(({ details, ...question }) => (details ? { ...question, details } : question)),
    scale,
    ...rankingOf(edition),
    regulations: { nb: texts.nb.regulations, nn: texts.nn.regulations },
    // Years announced before there was a choice keep the hash that they were announced with.
    ...(edition.recusal_reach ? { conflicts: conflictRules(edition) } : {}),
    ...(edition.casting_vote === null ? {} : { voting: votingRules(edition) }),
    ...(edition.feedback_from === null ? {} : { feedback: feedbackRules(edition) }),
  };
}

/** How places are found. A year that was announced before this could be chosen has nothing of it under its hash. */
function rankingOf(edition: EditionRow): object {
  if (edition.rank_rule === null) return {};
  return {
    ranking: edition.scoring
      ? { rule: edition.rank_rule, tieRule: edition.tie_rule, lotSource: edition.lot_source }
      : null,
    publicExtract: edition.public_extract,
  };
}

const conflictRules = (edition: EditionRow) => ({
  reach: edition.recusal_reach,
  quorum: edition.quorum,
  objectionDays: edition.objection_days,
  publishRecusals: edition.publish_recusals,
});

const votingRules = (edition: EditionRow) => ({
  castingVote: edition.casting_vote,
  dissent: edition.dissent,
});

const feedbackRules = (edition: EditionRow) => ({
  from: edition.feedback_from,
  figures: edition.applicant_figures,
  ...(edition.reasons_promised === null ? {} : { reasonsToAll: edition.reasons_promised }),
});
