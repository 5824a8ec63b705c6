/**
 * Text that is not saved yet, kept in the browser: by person, application and question. It goes when it is saved, at
 * sign-out and after seven days. On a device that is marked as shared nothing is kept, and what there was is removed.
 */
import { here } from './here.ts';
import { forgetUnfinished } from './unfinished.ts';

const PREFIX = 'ep-tekst:';
const LIFE = 7 * 24 * 60 * 60 * 1000;

export interface KeptText {
  value: string;
  /** The version it was written upon. */
  version: number;
  /** When it was typed, by the clock of this device. */
  at: number;
}

/** Where one person's unsaved text for one application lies. */
export interface Shelf {
  /** False when the browser would not take it: no room, or not allowed. */
  keep: (question: string, text: Omit<KeptText, 'at'>) => boolean;
  find: (question: string) => KeptText | null;
  forget: (question: string) => void;
}

const nowhere: Shelf = { keep: () => false, find: () => null, forget: () => {} };

export function shelfOf(person: string, nomination: string, allowed: boolean): Shelf {
  if (!allowed) {
    forgetAll();
    return nowhere;
  }
  sweep();
  const key = (question: string) => `${PREFIX}${person}:${nomination}:${question}`;
  return {
    keep: (question, text) => {
      // The week runs from when it was typed, not from when it was last tried to be sent.
      const old = readKept(key(question));
      const at = old?.value === text.value ? old.at : Date.now();
      return attempt(() => localStorage.setItem(key(question), JSON.stringify({ ...text, at })));
    },
    find: (question) => readKept(key(question)),
    forget: (question) => void attempt(() => localStorage.removeItem(key(question))),
  };
}

/** At sign-out, and on a shared device: whoever's it was. */
export function forgetAll(): void {
  forgetUnfinished();
  for (const key of ours()) attempt(() => localStorage.removeItem(key));
}

/** Signing out takes what was kept along. The server asks for the same, so that it also goes when this does not run. */
export function forgetAtSignOut(root: Document): void {
  root.addEventListener('submit', (event) => {
    if (new URL((event.target as HTMLFormElement).action).pathname === here('/logg-ut')) forgetAll();
  });
  if (location.pathname === here('/logg-ut')) forgetAll();
  else sweep();
}

/** What is older than a week goes, whichever page is opened. */
function sweep(): void {
  for (const key of ours()) if (!readKept(key)) attempt(() => localStorage.removeItem(key));
}

function readKept(key: string): KeptText | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as KeptText | null;
    return kept && Date.now() - kept.at < LIFE ? kept : null;
  } catch {
    return null;
  }
}

const ours = (): string[] => {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
};

/** A browser may refuse to keep anything. */
function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
