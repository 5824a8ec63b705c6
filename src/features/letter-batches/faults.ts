/** What is wrong with a batch as it is written. */
import type { ProblemError } from '../../platform/http/problem.ts';
import { placeholderFault } from '../correspondence/placeholders.ts';
import { concerned, wordsFor, type BatchInput } from './schema.ts';

/** A letter in confidence says that there is something to read, never what: it may lie open on anybody's screen. */
const TELLING = /nominer|finalist|vinn[ea]r|kår[ea]/iu;

export function faultsOf({ recipients, about, texts }: BatchInput): ProblemError[] {
  const errors: ProblemError[] = [];
  if (recipients.audience === 'applications' && recipients.states.length === 0)
    errors.push({ field: 'states', message: (t) => t.letterBatches.chooseStates });
  if (recipients.audience === 'marked' && recipients.nominations.length === 0)
    errors.push({ field: 'audience', message: (t) => t.letterBatches.markSome });
  if (!fits({ recipients, about }))
    errors.push({ field: 'about', message: (t) => t.letterBatches.notConcerned });
  for (const language of ['nb', 'nn'] as const)
    for (const part of ['subject', 'body'] as const) {
      const text = texts[language][part];
      const field = `texts.${language}.${part}`;
      const message = placeholderFault(text, wordsFor[recipients.audience]);
      if (message) errors.push({ field, message });
      if (about === 'confidence' && TELLING.test(text))
        errors.push({ field, message: (t) => t.letterBatches.telling });
    }
  return errors;
}

/** Whether the decision is one that everybody of the choice is concerned by. */
function fits({ recipients, about }: Pick<BatchInput, 'recipients' | 'about'>): boolean {
  if (recipients.audience === 'nominated' || about === 'confidence')
    return recipients.audience === 'nominated' && about === 'confidence';
  if (recipients.audience === 'notNominated') return about === 'nomination';
  if (recipients.audience === 'list') return about === null;
  if (about === null || about === 'other') return true;
  const allowed: readonly string[] = concerned[about];
  return (
    recipients.audience === 'applications' && recipients.states.every((state) => allowed.includes(state))
  );
}
