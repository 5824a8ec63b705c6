/** Reads a part of the page anew from the server, and goes on doing so while something in it waits for the server. */

const PAUSE = 2000;
const MOST = 60;

/** Puts what the server now shows in the place of the part with this id. Nothing happens while somebody writes in it. */
export async function readAnew(id: string): Promise<void> {
  const here = document.getElementById(id);
  if (!here || isInUse(here)) return;
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById(id);
  const still = document.getElementById(id);
  if (fresh && still && !isInUse(still)) still.replaceWith(fresh);
  watchWaiting(document);
}

const isInUse = (part: HTMLElement): boolean =>
  part.contains(document.activeElement) || part.querySelector('details[open]') !== null;

const watched = new Map<string, number>();

export function watchWaiting(root: Document): void {
  for (const { id } of root.querySelectorAll<HTMLElement>('[data-waiting]')) {
    const tries = watched.get(id) ?? 0;
    if (tries >= MOST || watched.has(`${id} soon`)) continue;
    watched.set(id, tries + 1);
    watched.set(`${id} soon`, 1);
    setTimeout(() => {
      watched.delete(`${id} soon`);
      void readAnew(id).then(() => watchWaiting(document));
    }, PAUSE);
  }
}
