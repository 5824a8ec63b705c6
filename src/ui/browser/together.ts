/** Who else is here, and what they have written: asked every few seconds while the page is in view. */
import { here } from './here.ts';
import {
  isDirty,
  note,
  noteIn,
  takeOver,
  versionOf,
  type Entry,
  type Settings,
  type Theirs,
} from './entries.ts';
import { timeOf, type State } from './save-state.ts';

interface Answered {
  others: { name: string; section: string; field: string | null }[];
  changes: (Required<Theirs> & { field: string; own: boolean })[];
  open: boolean;
}
/** A form in parts that several people write in. */
type Shared = Settings & { section: string };
interface Page {
  clashed: (field: string, theirs: Theirs) => void;
  state: State;
  waits: () => boolean;
}

/** Somebody else is in the same part; nobody is. */
const CLOSE = 3000;
const ALONE = 8000;

export function watchOthers(
  form: HTMLFormElement,
  settings: Shared,
  entries: readonly Entry[],
  page: Page,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (): Promise<void> => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') return;
    const answer = await askOnce(settings, entries, focused(form));
    if (answer === 'signedOut' && !page.waits())
      page.state.problem(settings.words['signedOut'] ?? '', 'signIn');
    if (typeof answer === 'object') show(answer, settings, entries, page);
    const near =
      typeof answer === 'object' && answer.others.some(({ section }) => section === settings.section);
    timer = setTimeout(() => void ask(), near ? CLOSE : ALONE);
  };
  document.addEventListener('visibilitychange', () => void ask());
  form.addEventListener('focusin', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), 500);
  });
  void ask();
}

const focused = (form: HTMLFormElement): string | undefined =>
  form.contains(document.activeElement)
    ? document.activeElement?.closest<HTMLElement>('[data-question]')?.dataset['question']
    : undefined;

async function askOnce(
  { id, section, person }: Shared,
  entries: readonly Entry[],
  field: string | undefined,
): Promise<Answered | 'signedOut' | undefined> {
  const versions = Object.fromEntries(entries.map((entry) => [entry.answer.id, versionOf(entry)]));
  try {
    const response = await fetch(here(`/api/v1/nominations/${id}/presence`), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-signed-in-as': person },
      body: JSON.stringify({ section, ...(field ? { field } : {}), versions }),
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status === 401) return 'signedOut';
    return response.ok ? ((await response.json()) as Answered) : undefined;
  } catch {
    return undefined;
  }
}

function show(
  { others, changes, open }: Answered,
  settings: Shared,
  entries: readonly Entry[],
  page: Page,
): void {
  const { words, section, lang } = settings;
  const here = others.filter((other) => other.section === section);
  const place = document.querySelector<HTMLElement>('[data-live="here"]');
  const names = new Intl.ListFormat(lang).format(here.map(({ name }) => name));
  if (place) noteIn(place, 'here', here.length ? (words['here'] ?? '').replace('{name}', names) : '');
  for (const entry of entries) {
    const name = here.find(({ field }) => field === entry.answer.id)?.name;
    entry.answer.box.toggleAttribute('data-other', name !== undefined);
    note(entry, 'other', name === undefined ? '' : (words['inField'] ?? '').replace('{name}', name));
  }
  for (const change of changes) {
    const entry = entries.find(({ answer }) => answer.id === change.field);
    if (entry && change.version > versionOf(entry)) meet(entry, change, settings, page);
  }
  if (!open) page.state.problem(words['closed'] ?? '', 'none');
}

/** Where one has not written oneself, the new text is shown; else the next save finds the conflict, if it is one. */
function meet(
  entry: Entry,
  change: Answered['changes'][number],
  { words, lang }: Settings,
  page: Page,
): void {
  if (entry.clash) return void (change.own || page.clashed(change.field, change));
  if (isDirty(entry)) return;
  takeOver(entry, change);
  const text = (change.own ? words['ownElsewhere'] : words['changed']) ?? '';
  note(
    entry,
    'changed',
    text.replace('{name}', change.updatedBy).replace('{time}', timeOf(change.updatedAt, lang)),
  );
}
