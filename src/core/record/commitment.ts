/**
 * The salted hash of a ballot: given to the juror when the ballot is delivered and to everybody when the judging closes, before
 * a score is shown. Whoever holds ballot and salt can compute it again; without the salt it tells nothing, and the salt can be erased.
 */
import { canonicalJson, sha256Hex } from '../audit/canonical.ts';

/** What a ballot says, in the form that is hashed. The text stands by a salted hash of its own, so that it need not be handed on. */
export interface BallotContent {
  edition: string;
  nomination: string;
  juror: string;
  /** In the order of the criteria. */
  given: readonly GivenContent[];
}
export interface GivenContent {
  criterion: string;
  score: number | null;
  notDescribed: boolean;
  met: boolean | null;
  /** `hashText` of the written assessment. */
  text: string;
}

/** SHA-256 of four lines: what it is, the salt, the criterion, the text. */
export const hashText = (salt: string, criterion: string, text: string): string =>
  sha256Hex(`etikkprisen-text/v1\n${salt}\n${criterion}\n${text}\n`);

/** SHA-256 of three lines: what it is, the salt, the content as canonical JSON. */
export const commitTo = (salt: string, content: BallotContent): string =>
  sha256Hex(`etikkprisen-ballot/v1\n${salt}\n${canonicalJson(content)}\n`);

/** A score that was agreed on at the meeting, beside what was delivered. */
export interface AgreedContent {
  /** `commitTo` of the delivery that it is about. */
  ballot: string;
  /** 1, 2, … within the ballot: of several about one criterion the last counts. */
  number: number;
  criterion: string;
  score: number;
  reason: string;
}

/** SHA-256 of three lines: what it is, the salt of the ballot, the content as canonical JSON. */
export const commitToAgreed = (salt: string, content: AgreedContent): string =>
  sha256Hex(`etikkprisen-agreed/v1\n${salt}\n${canonicalJson(content)}\n`);
