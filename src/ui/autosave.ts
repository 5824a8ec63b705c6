/** What browser scripts need to save a form by itself: where, whose it is, and the words (`ui/browser/autosave.ts`). */
import { texts, type Lang } from './text/index.ts';

export interface Autosave {
  lang: Lang;
  place: 'answers' | 'scores' | 'calibration' | 'note';
  /** Of the application, the ballot or the year. */
  id: string;
  /** The part of an application that others may have open, too. */
  section?: string;
  /** Whose page it is: nothing is saved in another's name. */
  me: string;
  /** Others use this device: nothing is kept in its browser. */
  shared: boolean;
  /** The page shows what is stored; false when it shows what was refused. */
  stored: boolean;
  /** Longest text, in characters. */
  max: number;
  /** The page itself, to come back to after signing in. */
  here: string;
  /** Words of this form alone, in the place of the common ones. */
  words: Readonly<Record<string, string>>;
}

export function autosaveSettings({ me, shared, here, words, ...settings }: Autosave): object {
  const { autosave, clash } = texts(settings.lang).writing;
  return {
    ...settings,
    person: me,
    keep: !shared,
    signIn: `/logg-inn?${new URLSearchParams({ til: here })}`,
    words: {
      saved: autosave.saved('{time}'),
      saving: autosave.saving,
      typing: autosave.typing,
      offline: shared ? autosave.offlineShared : autosave.offline,
      unavailable: autosave.unavailable,
      signedOut: shared ? autosave.signedOutShared : autosave.signedOut,
      refused: autosave.refused('{reason}'),
      tooLong: autosave.tooLong('{length}', '{max}'),
      retry: autosave.retry,
      signIn: autosave.signIn,
      restored: autosave.restored('{time}'),
      cleaned: autosave.cleaned,
      clashStored: clash.stored,
      keepStored: clash.keepStored,
      empty: clash.empty,
      ...words,
    },
  };
}
