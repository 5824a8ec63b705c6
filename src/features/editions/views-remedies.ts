/** Where on the pages of a year that which a step still needs is put right. */
import { editionHref, feedbackHref, type EditionPage } from '../../ui/edition-nav.ts';

/** Where each requirement can be put right: a page of the year, and the part of it. */
export const remedies: Record<string, EditionPage | `${EditionPage}#${string}` | 'feedback'> = {
  textsComplete: 'setup#tekster',
  datesAhead: 'setup#datoer',
  hasCriteria: 'criteria',
  hasAssessedCriterion: 'criteria',
  scaleWords: 'setup#skala',
  hasForm: 'criteria',
  jurySeatsSet: 'jury',
  hasChair: 'jury',
  juryReady: 'jury',
  conflictsDecided: 'jury',
  quorumHolds: 'jury',
  everybodyDelivered: 'jury',
  enoughDelivered: 'jury',
  choiceQuorate: 'jury',
  winnerNotDecided: 'publication',
  finalistsNotDecided: 'publication',
  deadlinePassed: 'setup#datoer',
  somethingToJudge: 'applications',
  formalitiesSettled: 'applications',
  extensionsOver: 'deadlines',
  answersGiven: 'batches',
  promisedReasonsGiven: 'feedback',
  lettersGone: 'letters',
  objectionsAnswered: 'jury',
};

/** The address of where it is put right, for whoever may open that page. */
export function remedyHref(
  id: string,
  requirement: string,
  pages: readonly EditionPage[],
): string | undefined {
  // No page of the local navigation: those who write the answers may open it.
  if (remedies[requirement] === 'feedback') return feedbackHref(id);
  const [page, part] = (remedies[requirement]?.split('#') ?? []) as [EditionPage?, string?];
  if (!page || !pages.includes(page)) return undefined;
  return part ? `${editionHref(id, page)}#${part}` : editionHref(id, page);
}
