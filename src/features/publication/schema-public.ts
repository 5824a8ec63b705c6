/** What the public may know of a year of the prize, and nothing else: no version, no count, no time that moves with a decision. */
import type { EditionTexts, Localised } from '../editions/schema.ts';
import type { RulesVersion } from '../editions/schema-rules.ts';
import type { Details } from '../writing/schema-structured.ts';
import type { BothForms } from './schema.ts';

/** Where the year stands, as the public sees it: from the deadline until the nominated are out, a decision changes nothing. */
export type Phase =
  | 'announced'
  | 'open'
  | 'closed'
  | 'judging'
  | 'finalists'
  | 'winner'
  | 'noAward'
  | 'cancelled'
  | 'takenDown';

/** The ceremony is still to come. */
export const beforeOutcome = (phase: Phase): boolean =>
  phase !== 'winner' && phase !== 'noAward' && phase !== 'cancelled';

export interface PublicEdition {
  id: string;
  year: number;
  phase: Phase;
  opensAt: Date;
  closesAt: Date;
  judgingEndsAt: Date;
  /** When they are planned to be public, and since when they are. */
  finalistsAt: Date;
  finalistsOutAt: Date | null;
  ceremonyAt: Date;
  ceremonyPlace: string;
  /** How often a date or the place has changed, or all of them been called off, and when last. */
  moved: { times: number; at: Date };
  texts: Localised<EditionTexts>;
  prizeAmount: number;
  rulesSha256: string | null;
  /** The latest first; more than one only where something was changed after the announcement. */
  rulesVersions: readonly RulesVersion[];
  announcedAt: Date;
  /** Questions about the call that have been answered in public, and when the latest was. */
  answers: { count: number; at: Date | null };
  /** Whether one can sign up for the ceremony, here or by a form elsewhere. */
  signup: boolean;
  help: { name: string; email: string; phone: string };
}

export type Outcome = 'finalist' | 'winner' | 'honourableMention';
export interface PublicFinalist {
  /** What it is called in the address of its own page. */
  slug: string;
  name: string;
  unit: string;
  partners: readonly string[];
  outcome: Outcome;
  statement: BothForms | null;
  /** What they have sent to be shown with it; as `src` says, where the picture lies for this reader. */
  quote: { text: string; by: string; language: string } | null;
  picture: {
    src: string;
    alt: string;
    credit: string;
    width: number;
    height: number;
    language: string;
  } | null;
  /** How many of the jury took no part in what concerns it; null where the year does not tell. Never who. */
  absent: number | null;
}
export interface Juror {
  name: string;
  organisation: string;
  role: 'chair' | 'deputyChair' | 'member' | 'deputy';
}
export interface Published {
  /** Since when, also where it has been corrected later. */
  at: Date;
  texts: BothForms;
  corrected: { at: Date; what: BothForms } | null;
}
/** What was public and is not any more, with what is read instead. */
export interface TakenDown {
  at: Date;
  notice: BothForms;
}
/** What has become public of the outcome; everything is empty before its moment. */
export interface PublicOutcome {
  finalists: Published | null;
  winner: (Published & { noAward: boolean }) | null;
  takenDown: TakenDown | null;
  /** In Norwegian alphabetical order, whatever the jury's order was. */
  nominated: PublicFinalist[];
  /** Those who took part in the last decision that is public. */
  jury: Juror[];
}

export interface PastEdition {
  year: number;
  winner: string;
  finalists: readonly string[];
  honourable: readonly string[];
  applications: number | null;
  ceremonyDate: string | null;
}

interface Dated {
  state: string;
  /** An announcement of the winner, or of none, has been out; it may have been taken down since. */
  wasAnnounced: boolean;
  opensAt: Date;
  closesAt: Date;
}
/** The public phase: what is decided and not yet published looks like judging. */
export function phaseOf(
  { state, wasAnnounced, opensAt, closesAt }: Dated,
  outcome: Pick<PublicOutcome, 'finalists' | 'winner' | 'takenDown'>,
  now: Date,
): Phase {
  if (outcome.winner) return outcome.winner.noAward ? 'noAward' : 'winner';
  // A cancelled year is archived, too; one that had an announcement only waits for what is read instead of it.
  if (state === 'cancelled' || (state === 'archived' && !wasAnnounced)) return 'cancelled';
  // What was out is down, and nothing has come in its place: neither what was before it nor what comes after is so.
  if (outcome.takenDown) return 'takenDown';
  if (outcome.finalists) return 'finalists';
  if (now < opensAt) return 'announced';
  if (now < closesAt) return 'open';
  return state === 'announced' || state === 'closed' ? 'closed' : 'judging';
}

/** The form and the rules as they stand in the call. */
export interface PublicCall {
  edition: PublicEdition;
  criteria: readonly {
    kind: 'must' | 'assessed' | 'extra';
    weight: number | null;
    texts: Localised<{ name: string; description: string }>;
  }[];
  questions: readonly {
    section: 'about' | 'criteria' | 'facts' | 'extra' | 'approval';
    kind: 'text' | 'line' | 'tick' | 'table' | 'choices';
    details?: Details;
    required: boolean;
    wordLimit: number | null;
    texts: Localised<{ label: string; help?: string; prompts?: readonly string[] }>;
  }[];
  scale: { min: number; max: number; words: Record<string, Localised<string>> } | null;
  /** How places are found; null without points, and for a year announced before it was chosen. */
  ranking: {
    rule: 'adjusted' | 'plain' | 'trimmed';
    tieRule: 'shared' | 'ladder' | 'ladder+lot';
    lotSource: string;
    lotBeacon: string | null;
    publicExtract: boolean;
  } | null;
  /** Everybody whom the jury weighs is promised its reasons. */
  reasonsPromised: boolean;
  documents: { max: number; bytes: number };
  jury: readonly Juror[];
}

/** The state of each success criterion of WCAG, as far as a machine can tell. */
export interface Accessibility {
  standard: string;
  levels: ('A' | 'AA')[];
  /** What runs the rules. */
  engine: string;
  /** The run that it comes from; null where none has been taken in since the rules became others. */
  run: { on: string; pages: number; files: number } | null;
  criteria: {
    id: string;
    level: 'A' | 'AA';
    rules: string[];
    /** A criterion that no rule has looked at is never said to be met. */
    state: 'noFaultFound' | 'faultFound' | 'notPresent' | 'notTestedByMachine';
    /** On how many pages one of its rules had something to look at. */
    pages: number;
  }[];
}
