/** An edition where there is none to copy. */
import { addDays, osloInstant } from '../../platform/clock.ts';
import type { EditionDraft } from './copy.ts';
import { defaultCriteria, defaultQuestions, defaultScaleWords, defaultTexts } from './defaults/index.ts';

/** The second Friday of December, when the prize is usually presented. */
function secondFriday(year: number): Date {
  const first = osloInstant(`${year}-12-01`, '12:00');
  return addDays(first, ((12 - first.getUTCDay()) % 7) + 7);
}

/** A day in the middle of November on which people are at work. */
function nominatedDay(year: number): Date {
  const middle = osloInstant(`${year}-11-15`, '10:00');
  const weekday = middle.getUTCDay();
  return addDays(middle, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

export function defaultEdition(year: number): EditionDraft {
  return {
    edition: {
      opens_at: osloInstant(`${year}-05-15`, '08:00'),
      // 15 October 23.59 as people write it
      closes_at: osloInstant(`${year}-10-16`),
      judging_ends_at: osloInstant(`${year}-11-06`),
      finalists_at: nominatedDay(year),
      ceremony_at: secondFriday(year),
      texts: JSON.stringify(defaultTexts(year)),
      scale_words: JSON.stringify(defaultScaleWords),
      prize_amount: 100_000,
    },
    criteria: defaultCriteria.map(({ kind, weight, texts }) => ({
      kind,
      weight,
      texts: JSON.stringify(texts),
    })),
    questions: defaultQuestions.map(({ section, kind, required, wordLimit, texts, criterion, details }) => ({
      details: details ? JSON.stringify(details) : null,
      section,
      kind,
      required,
      word_limit: wordLimit,
      texts: JSON.stringify(texts),
      criterion,
    })),
    seats: [],
  };
}
