import { isMissing, type Missing } from './types.ts';

/** Collects why quantities have no value, and what else a reader should know. */
export interface Notes {
  /** The value, or null after writing down under `name` why there is none. */
  readonly take: <T>(name: string, value: T | Missing) => T | null;
  readonly say: (name: string, text: string) => void;
  readonly all: () => Record<string, string>;
}

export function createNotes(remarks: Readonly<Record<string, string>>): Notes {
  const notes: Record<string, string> = { ...remarks };
  return {
    take<T>(name: string, value: T | Missing): T | null {
      if (!isMissing(value)) return value;
      notes[name] = value.missing;
      return null;
    },
    say(name: string, text: string): void {
      notes[name] = text;
    },
    all: () => notes,
  };
}
