/** From the jury's decision to the public: how much of it is done. */
export interface Outcome {
  /** Whom the jury has nominated, with a statement in both forms of Norwegian, with one that is approved. */
  nominated: number;
  written: number;
  approved: number;
  finalistsPrepared: boolean;
  finalistsApproved: boolean;
  winnerDecided: boolean;
  winnerPrepared: boolean;
  winnerApproved: boolean;
  /** The winner comes out by the press of the ceremony. */
  atCeremony: boolean;
  /** Held back: it comes out by nothing but a person. */
  winnerHeld: boolean;
  /** Applicants who can be given an answer in words, and who have one that is approved. */
  toAnswer: number;
  answered: number;
}
