/** Follows a part that others change: reads it anew every few seconds, and shows it when it has become another. */
const PAUSE = 2500;

export function followLive(root: Document): void {
  const part = root.querySelector<HTMLElement>('[data-follow-live]');
  if (part) setTimeout(() => void follow(part), PAUSE);
}

/** Scrolls to the top for something new: what one was reading is not there any more. */
async function follow(part: HTMLElement): Promise<void> {
  let shown = part;
  for (;;) {
    const fresh = document.hidden ? null : await readPart(shown.id);
    if (fresh && fresh.innerHTML !== shown.innerHTML) {
      shown.replaceWith(fresh);
      shown = fresh;
      window.scrollTo({ top: 0 });
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function readPart(id: string): Promise<HTMLElement | null> {
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(() => null);
  // Signed out, or gone: what was shown must not stay on the screen.
  if (answer && !answer.ok) {
    location.reload();
    return null;
  }
  if (!answer) return null;
  return new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
}
