import type { ReadableDocument } from '../../ui/components/index.ts';
import type { SubmissionContent } from '../../ui/submission.ts';
import type { Lang } from '../../ui/text/index.ts';

interface Linked {
  id: string;
  name: string;
}

/** What stands around a ballot. */
export interface Desk {
  title: string;
  /** What was sent in last. */
  application: { submittedAt: Date; language: Lang; content: SubmissionContent };
  /** What is read in its place; null for the application itself. */
  document: ReadableDocument | null;
  /** Documents that can be read there. */
  documents: readonly Linked[];
  /** Where it is among the juror's own, and how many of these are not delivered. */
  number: number;
  of: number;
  left: number;
  previous: Linked | null;
  /** The next that is not delivered. */
  next: Linked | null;
}
