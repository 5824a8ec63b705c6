/** An application beside its ballot: one switches between them without losing the place in either, and documents open where the application stands. */
import { markComplete } from './complete.ts';
import { shortcuts } from './shortcuts.ts';

export function desk(root: Document): void {
  const split = root.querySelector<HTMLElement>('.ep-split');
  const [reading, ballot] = split?.querySelectorAll<HTMLElement>('.ep-split__pane') ?? [];
  if (!split || !reading || !ballot) return;
  keepPlaces(split, [reading, ballot]);
  openInPane(reading);
  markComplete(ballot);
  shortcuts(root, [reading, ballot]);
}

const isShown = (pane: HTMLElement): boolean => pane.getClientRects().length > 0;

/** On a narrow screen one is shown at a time: each comes back where it was left. */
function keepPlaces(split: HTMLElement, panes: readonly HTMLElement[]): void {
  const places = new Map<HTMLElement, number>();
  const tabs = [...split.querySelectorAll<HTMLAnchorElement>('.ep-split__tabs a')];
  const mark = (): void => {
    for (const [i, tab] of tabs.entries())
      if (panes[i] && isShown(panes[i])) tab.setAttribute('aria-current', 'true');
      else tab.removeAttribute('aria-current');
  };
  split.querySelector('.ep-split__tabs')?.addEventListener('click', (event) => {
    const to = panes[tabs.indexOf((event.target as Element).closest('a') as HTMLAnchorElement)];
    const from = panes.find((pane) => pane !== to);
    if (!to || !from || isShown(to)) return;
    places.set(from, scrollY);
    const place = places.get(to);
    if (place !== undefined)
      addEventListener('hashchange', () => requestAnimationFrame(() => scrollTo({ top: place })), {
        once: true,
      });
  });
  addEventListener('hashchange', mark);
  mark();
}

/** A document, or the application again, in the place of what one reads: what is being written is left alone. */
function openInPane(pane: HTMLElement): void {
  const places = new Map<string, number>();
  let shown = location.search;
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || link.pathname !== location.pathname || link.search === shown) return;
    event.preventDefault();
    void show(link.href).then((done) => done && history.pushState(null, '', link.href));
  });
  addEventListener('popstate', () => location.search !== shown && void show(location.href));

  async function show(href: string): Promise<boolean> {
    places.set(shown, pane.scrollTop);
    const answer = await fetch(href, { headers: { accept: 'text/html' } }).catch(() => null);
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    const fresh = page?.getElementById(pane.id);
    if (!fresh) {
      location.assign(href);
      return false;
    }
    pane.replaceChildren(...fresh.childNodes);
    shown = new URL(href).search;
    pane.scrollTop = places.get(shown) ?? 0;
    pane.focus({ preventScroll: true });
    if (pane.querySelector('[data-pdf]')) (await import('./reader.ts')).readers(document);
    return true;
  }
}
