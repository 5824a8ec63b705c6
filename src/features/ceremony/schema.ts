import type { CeremoniesTable } from '../../platform/db/types.ts';

/** Where the host has come. */
export interface Place {
  shows: CeremoniesTable['shows'];
  /** Which of the nominated. */
  position: number;
}
export const MOVES = ['next', 'back', 'announce', 'restart'] as const;
export type Move = (typeof MOVES)[number];

/** One of the nominated, as the hall sees it. */
export interface Named {
  name: string;
  unit: string;
  partners: readonly string[];
  /** Of the jury's statement, as much as can be read from the back of a hall. */
  statement: string;
}
/** What is on the screen: nothing in it that the public cannot read. */
export type Slide =
  | { shows: 'start'; year: number; at: Date; place: string }
  | { shows: 'nominated'; year: number; one: Named; number: number; of: number }
  | { shows: 'before'; year: number }
  | { shows: 'winner'; year: number; one: Named; mentions: readonly string[]; text: string }
  | { shows: 'noAward'; year: number; text: string };

/** How the winner comes out, as far as whoever runs the ceremony needs to know it; never who it is. */
export interface Announcement {
  state: 'missing' | 'byMoment' | 'waiting' | 'held' | 'public' | 'takenDown';
  id: string | null;
  version: number | null;
  /** Its moment; for the press the latest. */
  at: Date | null;
}

/** What the host has before them. */
export interface Ceremony {
  edition: { id: string; year: number };
  rehearsal: boolean;
  version: number;
  slide: Slide;
  announcement: Announcement;
  /** The nominated are public: without them there is nothing to show. */
  ready: boolean;
}

/** The place after or before this one with so many nominated; the same at the ends. Only an announcement leads to the winner. */
export function moved({ shows, position }: Place, move: Exclude<Move, 'announce'>, nominated: number): Place {
  const all: Place[] = [
    { shows: 'start', position: 0 },
    ...Array.from({ length: nominated }, (_, i) => ({ shows: 'nominated' as const, position: i })),
    { shows: 'before', position: 0 },
    { shows: 'winner', position: 0 },
  ];
  if (move === 'restart') return all[0]!;
  // Somebody may have left since: whoever stood there is the last one now.
  const here = all.findIndex(
    (one) => one.shows === shows && one.position === Math.min(position, Math.max(0, nominated - 1)),
  );
  const wanted = all[here + (move === 'next' ? 1 : -1)];
  return wanted && !(move === 'next' && wanted.shows === 'winner') ? wanted : { shows, position };
}
