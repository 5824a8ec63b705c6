/**
 * Saves what is typed, by itself: a second after the last key, at the latest every four. What is not saved yet is kept in
 * the browser and sent when the connection, the sign-in or the server is back. The form and its buttons work without.
 */
import { showClash } from './clash.ts';
import {
  canBeSent,
  entriesOf,
  isDirty,
  note,
  noteIn,
  shelve,
  versionOf,
  type Entry,
  type Settings,
  type Theirs,
} from './entries.ts';
import { readAnswer, writeAnswer } from './answers.ts';
import { shelfOf } from './kept-text.ts';
import { leaveSafely } from './leaving.ts';
import { saveState, timeOf } from './save-state.ts';
import { sendAnswers, type Sent } from './send-answers.ts';
import { watchOthers } from './together.ts';

const PAUSE = 1000;
const LONGEST = 4000;
const RETRIES = [2000, 4000, 8000, 15_000];

export function autosave(root: Document): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-autosave]:not([data-saving])')) {
    form.dataset['saving'] = '';
    start(form, JSON.parse(form.dataset['autosave'] ?? '{}') as Settings);
  }
}

function start(form: HTMLFormElement, settings: Settings): void {
  const { words, lang } = settings;
  const entries = entriesOf(form, settings);
  const shelf = shelfOf(settings.person, settings.id, settings.keep);
  const state = saveState(form, words, { signIn: settings.signIn, retry: () => void save() });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  let failures = 0;
  let underWay: Promise<Sent['outcome'] | 'nothing'> | null = null;

  const later = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), delay);
  };
  const retryLater = (): void => later(RETRIES[Math.min(failures++, RETRIES.length - 1)] ?? 0);
  const changed = (): void => {
    let kept = true;
    for (const entry of entries) {
      kept = shelve(shelf, entry) && kept;
      entry.answer.box.toggleAttribute('data-unsaved', isDirty(entry));
      if (tooLong(entry)) continue;
      if (entry.refused !== null && entry.refused !== readAnswer(entry.answer)) note(entry, 'refused', '');
    }
    if (!entries.some(canBeSent)) return;
    state.typing();
    waitingSince ||= performance.now();
    // While it does not get through, the retries have their own pace.
    if (failures === 0) later(Math.max(0, Math.min(PAUSE, waitingSince + LONGEST - performance.now())));
  };
  const tooLong = (entry: Entry): boolean => {
    const value = readAnswer(entry.answer);
    const { length } = entry.answer.kind === 'criterion' ? entry.answer.control.value : value;
    if (length <= settings.max) return false;
    entry.refused = value;
    const said = (words['tooLong'] ?? '')
      .replace('{length}', length.toLocaleString(lang))
      .replace('{max}', settings.max.toLocaleString(lang));
    note(entry, 'refused', said);
    state.problem((words['refused'] ?? '').replace('{reason}', said), 'none');
    return true;
  };

  /** Sends what waits; one request at a time. */
  async function save(keepalive = false): Promise<Sent['outcome'] | 'nothing'> {
    if (underWay) {
      await underWay;
      return save(keepalive);
    }
    clearTimeout(timer);
    waitingSince = 0;
    const waiting = entries.filter(canBeSent);
    if (waiting.length === 0) return 'nothing';
    state.saving();
    underWay = sendNow(waiting, keepalive).finally(() => (underWay = null));
    return underWay;
  }
  async function sendNow(waiting: readonly Entry[], keepalive: boolean): Promise<Sent['outcome']> {
    const values = new Map(waiting.map((entry) => [entry, readAnswer(entry.answer)]));
    const sent = await sendAnswers(
      settings,
      waiting.map((entry) => ({
        id: entry.answer.id,
        value: values.get(entry) ?? '',
        version: versionOf(entry),
      })),
      keepalive,
    );
    if (sent.outcome === 'saved') saved(sent, values);
    else notSaved(sent, values);
    for (const entry of waiting) {
      shelve(shelf, entry);
      entry.answer.box.toggleAttribute('data-unsaved', isDirty(entry));
    }
    return sent.outcome;
  }
  function saved(sent: Sent & { outcome: 'saved' }, values: ReadonlyMap<Entry, string>): void {
    failures = 0;
    for (const [entry, value] of values) {
      const { id, version } = entry.answer;
      version.value = String(sent.versions[id] ?? version.value);
      entry.saved = value;
      note(entry, 'refused', '');
      note(entry, 'cleaned', sent.cleaned.includes(id) ? (words['cleaned'] ?? '') : '');
    }
    const clashing = entries.some(({ clash }) => clash);
    const blocked = entries.some(({ refused, answer }) => refused !== null && refused === readAnswer(answer));
    if (entries.some(canBeSent)) changed();
    else if (clashing) state.problem(words['clash'] ?? '', 'none');
    else if (!blocked) state.saved(timeOf(sent.savedAt, lang));
  }
  function notSaved(sent: Exclude<Sent, { outcome: 'saved' }>, values: ReadonlyMap<Entry, string>): void {
    switch (sent.outcome) {
      case 'clash':
        for (const field of sent.fields) clashed(field.field, field);
        // What was not in conflict was not saved either: it goes by itself.
        if (entries.some(canBeSent)) later(0);
        return;
      case 'refused':
        for (const [entry, value] of values) {
          const why = sent.errors.find(({ field }) => field === entry.answer.id)?.message;
          if (why === undefined && sent.errors.some(({ field }) => field)) continue;
          entry.refused = value;
          note(entry, 'refused', why ?? sent.detail);
        }
        state.problem(
          (words['refused'] ?? '').replace('{reason}', sent.errors[0]?.message ?? sent.detail),
          'none',
        );
        if (entries.some(canBeSent)) later(0);
        return;
      case 'signedOut':
        state.problem(words['signedOut'] ?? '', 'signIn');
        return retryLater();
      case 'offline':
      case 'unavailable':
        state.problem(words[sent.outcome] ?? '');
        return retryLater();
      case 'closed':
      case 'gone': {
        const detail = sent.outcome === 'closed' ? sent.detail : '';
        state.problem((words[sent.outcome] ?? '').replace('{reason}', detail), 'none');
        failures = RETRIES.length;
        return;
      }
    }
  }
  function clashed(id: string, theirs: Theirs): void {
    const entry = entries.find(({ answer }) => answer.id === id);
    if (!entry) return;
    showClash(entry, theirs, settings, () => {
      shelve(shelf, entry);
      changed();
      if (!entries.some(isDirty)) state.saved(timeOf(Date.now(), lang));
      void save();
    });
    state.problem(words['clash'] ?? '', 'none');
  }

  restore();
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  addEventListener('online', () => void save());
  // Back from the tab in which one signed in.
  document.addEventListener('visibilitychange', () => void save(document.visibilityState === 'hidden'));
  addEventListener('focus', () => failures > 0 && void save());
  leaveSafely(form, { waits: () => entries.some(canBeSent), save, kept: () => settings.keep });
  const { section } = settings;
  if (section)
    watchOthers(form, { ...settings, section }, entries, {
      clashed,
      state,
      waits: () => entries.some(canBeSent),
    });

  /** Puts back what was typed here and never saved; beside what is stored now, when that has changed since. */
  function restore(): void {
    let latest = 0;
    for (const entry of entries) {
      const kept = shelf.find(entry.answer.id);
      if (!kept) continue;
      const stored = { value: readAnswer(entry.answer), version: versionOf(entry) };
      if (kept.value === stored.value) {
        shelf.forget(entry.answer.id);
        continue;
      }
      writeAnswer(entry.answer, kept.value);
      latest = Math.max(latest, kept.at);
      if (kept.version < stored.version) clashed(entry.answer.id, stored);
    }
    const place = form.querySelector<HTMLElement>('[data-live="restored"]');
    if (latest && place)
      noteIn(place, 'restored', (words['restored'] ?? '').replace('{time}', timeOf(latest, lang)));
    changed();
  }
}
