import Type from 'typebox';

/** What has been left with somebody and holds others up, in the order of the year. */
export const waitKinds = [
  'completeApplications',
  'approveExtensions',
  'approveRejections',
  'approveRejectionsAlone',
  'approveReceived',
  'confirmRoles',
  'confirmSeats',
  'declare',
  'decideConflicts',
  'answerObjections',
  'deliver',
  'closeJudging',
  'vote',
  'decide',
  'answerNamings',
  'approveStatements',
  'approveLetters',
  'approvePublication',
] as const;
export type WaitKind = (typeof waitKinds)[number];

export interface Wait {
  what: WaitKind;
  /** Whom it waits for, where these are people by name; of what another is to approve, who wrote it, whom it does not wait for. */
  names: readonly string[];
  /** How many people or things. */
  count: number;
  due: Date | null;
}

export const waitOut = Type.Object({
  what: Type.Enum([...waitKinds]),
  names: Type.Array(Type.String(), {
    description:
      'Whom it waits for, where these are named; of what another is to approve, who wrote it and may not approve it',
  }),
  count: Type.Integer(),
  due: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
});
