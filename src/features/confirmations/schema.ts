import type { Selectable } from 'kysely';
import Type from 'typebox';
import type { ConfirmationsTable } from '../../platform/db/types.ts';

export type ConfirmationRow = Selectable<ConfirmationsTable>;
export type ConfirmationKind = ConfirmationRow['kind'];

/** What the year asks for. */
export interface ConfirmationRules {
  leader_approval: 'tick' | 'link';
  confirmation_days: number;
  partner_confirmation: boolean;
}

/** One who is to confirm, and how it stands. */
export interface Wanted {
  kind: ConfirmationKind;
  /** The partner; empty for the leader. */
  organisation: string;
  state: 'notAsked' | 'asked' | 'confirmed' | 'declined';
  /** Whom the link went to. */
  name: string;
  title: string;
  email: string;
  askedAt: Date | null;
  answeredAt: Date | null;
  answeredName: string;
  answeredTitle: string;
  /** Hash of the application as it was confirmed. */
  contentSha256: string | null;
}

const line = (max: number) => Type.String({ minLength: 1, maxLength: max });
/** Whom to ask. */
export const askFields = {
  name: line(200),
  title: Type.Optional(Type.String({ maxLength: 200 })),
  email: Type.String({ maxLength: 254, pattern: '^\\s*[^\\s@]+@[^\\s@]+\\.[^\\s@]+\\s*$' }),
};
/** What the one who holds the link says. */
export const answerFields = {
  answer: Type.Union([Type.Literal('confirmed'), Type.Literal('declined')]),
  name: line(200),
  title: Type.Optional(Type.String({ maxLength: 200 })),
  seen: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Hash of the application as it was shown' }),
};
