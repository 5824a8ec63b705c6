/** Keeps the place in a long text, the same on every device, and comes back to it. */
import { here } from './here.ts';

interface Settings {
  nomination: string;
  person: string;
  place: string | null;
  words: { back: string };
}
const PAUSE = 1500;
/** What is under the bar that stays in view is not seen. */
const top = (): number => document.querySelector('.ep-reading-tools')?.getBoundingClientRect().bottom ?? 0;
const AIR = 12;
const BLOCKS = 'p, li, tr, h2, h3, h4, h5, h6';

export function readingMode(root: Document): void {
  const text = root.querySelector<HTMLElement>('[data-reading]');
  if (!text || text.dataset['kept'] !== undefined) return;
  text.dataset['kept'] = '';
  const settings = JSON.parse(text.dataset['reading'] ?? '{}') as Settings;
  keepPlace(text, settings);
  if (settings.place && !location.hash) comeBack(root, settings.place, settings.words.back);
  changeSize(root, text);
}

const partsIn = (text: HTMLElement) => [...text.querySelectorAll<HTMLElement>('[data-part]')];
const blocksIn = (part: HTMLElement) => [...part.querySelectorAll<HTMLElement>(BLOCKS)];
const isBelowTop = (element: HTMLElement): boolean => element.getBoundingClientRect().bottom > top() + AIR;

/** The first part and the first paragraph in it that are still in sight. */
function placeNow(text: HTMLElement): string | null {
  const part = partsIn(text).find(isBelowTop);
  if (!part) return null;
  const at = blocksIn(part).findIndex(isBelowTop);
  return at < 0 ? part.id : `${part.id}.${Math.min(at, 9999)}`;
}

function elementAt(place: string): HTMLElement | null {
  const [id = '', at = ''] = place.split('.');
  const part = document.getElementById(id);
  return part && at !== '' ? (blocksIn(part)[Number(at)] ?? part) : part;
}

/** The bar is where it stays only once one has scrolled: twice. */
function goTo(there: HTMLElement): void {
  there.scrollIntoView({ block: 'start' });
  scrollBy({ top: there.getBoundingClientRect().top - top() - AIR });
}

function comeBack(root: Document, place: string, words: string): void {
  const there = elementAt(place);
  if (!there) return;
  const said = root.querySelector<HTMLElement>('[data-place-said]');
  if (said) said.textContent = words;
  goTo(there);
}

function keepPlace(text: HTMLElement, { nomination, person, place }: Settings): void {
  let kept = place;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (keepalive = false): void => {
    clearTimeout(timer);
    const now = placeNow(text);
    if (!now || now === kept) return;
    kept = now;
    // A place that is not kept is no loss worth a word: the next one is.
    void fetch(here(`/api/v1/nominations/${nomination}/reading-place`), {
      method: 'PUT',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-signed-in-as': person },
      body: JSON.stringify({ place: now }),
      keepalive,
    }).catch(() => (kept = null));
  };
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  document.addEventListener('visibilitychange', () => document.hidden && timer !== undefined && save(true));
  addEventListener('pagehide', () => timer !== undefined && save(true));
}

/** At once, without losing the place; the choice goes to the server beside it. */
function changeSize(root: Document, text: HTMLElement): void {
  const form = root.querySelector<HTMLFormElement>('form[data-sizes]');
  form?.addEventListener('submit', (event) => {
    const chosen = event.submitter as HTMLButtonElement | null;
    if (!chosen) return;
    event.preventDefault();
    const place = placeNow(text);
    text.dataset['size'] = chosen.value;
    for (const button of form.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button === chosen));
    const there = place && scrollY > 0 ? elementAt(place) : null;
    if (there) goTo(there);
    const sent = new URLSearchParams({ size: chosen.value });
    void fetch(form.action, { method: 'POST', body: sent, keepalive: true }).catch(() => {});
  });
}
