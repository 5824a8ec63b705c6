/** Where a form that saves by itself is kept: its address, how it is said, and what the answer means. */
import { here } from './here.ts';
import { scoreAnswer, scoreChange, type StoredScore } from './criterion.ts';
import type { Theirs } from './entries.ts';

export interface Change {
  id: string;
  value: string;
  version: number;
}
type Field = Theirs & { field: string };
interface Place {
  method: 'PATCH' | 'PUT';
  path: (id: string) => string;
  body: (changes: readonly Change[]) => object;
  /** The versions that stand after a save. */
  versions: (answer: never, changes: readonly Change[]) => Record<string, number>;
  /** What another window has stored, as it would stand on the page. */
  stored: (field: never) => Field;
  /** The field that an error is about, where the service names it otherwise. */
  fieldOf?: (name: string, changes: readonly Change[]) => string;
}

/** The answers of an application. */
const answers: Place = {
  method: 'PATCH',
  path: (id) => here(`/api/v1/nominations/${id}/answers`),
  body: (changes) => ({
    answers: Object.fromEntries(changes.map(({ id, value, version }) => [id, { value, version }])),
  }),
  versions: ({ versions }: { versions: Record<string, number> }) => versions,
  stored: (field: Field) => field,
};

/** A juror's ballot, criterion by criterion. */
const scores: Place = {
  method: 'PATCH',
  path: (id) => here(`/api/v1/ballots/${id}/scores`),
  body: (changes) => ({
    scores: changes.map(({ id, value, version }) => ({ criterionId: id, version, ...scoreChange(value) })),
  }),
  versions: ({ scores: versions }: { scores: Record<string, number> }) => versions,
  stored: ({ given, ...field }: Field & { given: StoredScore }) => ({ ...field, value: scoreAnswer(given) }),
  fieldOf: (name, changes) => changes[Number(/^scores\.(\d+)\./.exec(name)?.[1])]?.id ?? name,
};

/** What a juror gives on the made-up application of a year. */
const calibration: Place = { ...scores, path: (id) => here(`/api/v1/editions/${id}/calibration/scores`) };

/** A juror's private note. */
const note: Place = {
  method: 'PUT',
  path: (id) => here(`/api/v1/nominations/${id}/note`),
  body: ([change]) => ({ text: change?.value, version: change?.version }),
  versions: ({ version }: { version: number }, changes) =>
    Object.fromEntries(changes.map(({ id }) => [id, version])),
  stored: (field: Field) => field,
  fieldOf: (_name, changes) => changes[0]?.id ?? '',
};

export const places = { answers, scores, calibration, note };
