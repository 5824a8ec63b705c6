/** Looks how far a long computation has come, and shows the page anew when it is done. Without it one presses "show" oneself. */
const PAUSE = 1500;

export function followProgress(root: Document): void {
  const place = root.querySelector<HTMLElement>('[data-follow]');
  if (place) void look(place);
}

async function look(place: HTMLElement): Promise<void> {
  const bar = place.querySelector('progress');
  const words = place.dataset['followWords'] ?? '';
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    // Something is being written or read aloud elsewhere: a page nobody looks at waits.
    if (document.hidden) continue;
    const answer = await fetch(place.dataset['follow'] ?? '', {
      headers: { accept: 'application/json' },
    }).catch(() => null);
    if (!answer?.ok) return;
    const { state, part } = (await answer.json()) as { state: string; part: number };
    if (state !== 'running' && state !== 'waiting') return location.reload();
    const percent = Math.floor(part * 100);
    if (bar) bar.value = percent;
    const said = place.querySelector('[data-follow-said]');
    if (said) said.textContent = words.replace('{n}', String(percent));
  }
}
