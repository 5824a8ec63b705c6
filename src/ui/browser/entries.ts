/** The answers of the page while they are written in: what the server has, what it does not, and what stands in the way. */
import { answersIn, readAnswer, storedAnswer, writeAnswer, type Answer } from './answers.ts';
import type { Shelf } from './kept-text.ts';
import type { places } from './places.ts';

export interface Settings {
  lang: string;
  /** Where it is kept, and of which application or ballot it is. */
  place: keyof typeof places;
  id: string;
  /** The part of an application that others may have open, too. */
  section?: string;
  /** Whose page it is: nothing is saved in another's name. */
  person: string;
  /** Text may be kept in this browser. */
  keep: boolean;
  /** The page shows what was stored; false after a refusal, when it shows what was written. */
  stored: boolean;
  /** Longest answer, in characters. */
  max: number;
  signIn: string;
  words: Record<string, string>;
}

/** What somebody else has stored. */
export interface Theirs {
  value: string;
  version: number;
  updatedBy?: string;
  updatedAt?: string;
}

export interface Entry {
  answer: Answer;
  /** The answer as the server has it; null when that is not known. */
  saved: string | null;
  clash: Theirs | null;
  /** A text that was refused: not sent again before it is another. */
  refused: string | null;
}

export function entriesOf(form: HTMLFormElement, settings: Settings): Entry[] {
  return answersIn(form).map((answer) => {
    answer.version.value = answer.version.defaultValue;
    return { answer, saved: settings.stored ? storedAnswer(answer) : null, clash: null, refused: null };
  });
}

export const isDirty = ({ answer, saved }: Entry): boolean => readAnswer(answer) !== saved;
/** Waits to be sent: written, not in conflict, and not refused as it stands. */
export const canBeSent = (entry: Entry): boolean =>
  isDirty(entry) && !entry.clash && entry.refused !== readAnswer(entry.answer);
export const versionOf = ({ answer }: Entry): number => Number(answer.version.value);

/** Keeps what is not saved; forgets what is. False when it should be kept and cannot be. */
export function shelve(shelf: Shelf, entry: Entry): boolean {
  const { id } = entry.answer;
  if (isDirty(entry)) return shelf.keep(id, { value: readAnswer(entry.answer), version: versionOf(entry) });
  shelf.forget(id);
  return true;
}

/** Takes over what the server has. */
export function takeOver(entry: Entry, { value, version }: Theirs): void {
  writeAnswer(entry.answer, value);
  entry.answer.version.value = String(version);
  entry.saved = readAnswer(entry.answer);
}

/** One line at a question, by what it is about; taken away with an empty text. */
export function note({ answer: { box } }: Entry, about: string, text: string): void {
  const place = box.querySelector<HTMLElement>('[data-live="field"]');
  if (!place) return;
  noteIn(place, about, text);
}

export function noteIn(place: HTMLElement, about: string, text: string): void {
  const old = place.querySelector<HTMLElement>(`[data-about="${about}"]`);
  if (text === '') old?.remove();
  else {
    const line = old ?? document.createElement('p');
    line.dataset['about'] = about;
    if (line.textContent !== text) line.textContent = text;
    if (!old) place.append(line);
  }
  place.hidden = place.childElementCount === 0;
}
