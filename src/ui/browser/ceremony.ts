/**
 * The ceremony. The screen looks anew often, keeps its picture while the line is lost and catches up by itself. The remote control
 * sends its presses without leaving the page, so that what it shows stays, too, and takes the keys of a presenter's clicker.
 */
const PAUSE = 700;
/** A line that is dead without saying so must not hold up the next look. */
const PATIENCE = 1000;
/** A press has more time: it may have been heard, and is not to be taken back. */
const PRESS_PATIENCE = 1500;
/** Nobody presses twice so fast on purpose: a clicker that bounces must not announce. */
const BOUNCE = 400;
const KEYS: Record<string, 'next' | 'back'> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ' ': 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
};

export function ceremony(root: Document): void {
  const screen = root.querySelector<HTMLElement>('[data-stage]');
  if (screen) void follow(screen);
  const remote = root.querySelector<HTMLElement>('[data-remote]');
  if (remote) control(remote);
}

/** The part of the page as it is now; null where there is no answer, or another page than this one. */
async function read(id: string, init: RequestInit = {}): Promise<HTMLElement | null> {
  try {
    const answer = await fetch(location.pathname, {
      headers: { accept: 'text/html' },
      cache: 'no-cache',
      signal: AbortSignal.timeout(PATIENCE),
      ...init,
    });
    if (answer.status >= 500) return null;
    return new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
  } catch {
    return null;
  }
}

/** Ends early when the machine says that the line is back. */
const pause = (ms = PAUSE): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    addEventListener('online', end);
  });

async function follow(screen: HTMLElement): Promise<void> {
  const id = screen.dataset['stage'] as string;
  const lost = screen.querySelector<HTMLElement>('.ep-stage-lost');
  fullScreenButton(screen);
  for (let waited = 0; ;) {
    await pause(PAUSE - waited);
    const begun = performance.now();
    const fresh = await read(id);
    // A look that waited in vain was a pause itself.
    waited = fresh ? 0 : performance.now() - begun;
    if (lost) lost.hidden = fresh !== null;
    const shown = document.getElementById(id);
    if (fresh && shown && fresh.outerHTML !== shown.outerHTML) shown.replaceWith(fresh);
  }
}

function fullScreenButton(screen: HTMLElement): void {
  const place = screen.querySelector<HTMLElement>('.ep-stage-full');
  if (!place || !document.fullscreenEnabled) return;
  place.hidden = false;
  place.addEventListener('click', () => void screen.requestFullscreen());
}

/**
 * The focus stays on the button it was on. Where that button is gone it goes to the heading of the picture, which is then read aloud:
 * on another button the next Enter would do what nobody meant.
 */
function keepFocus(focused: Element, fresh: HTMLElement): void {
  const form = focused.closest('form');
  const clicker = form?.dataset['clicker'];
  const move = form?.querySelector<HTMLInputElement>('[name="move"]')?.value;
  const same = clicker ? `[data-clicker="${clicker}"] button` : move && `form:has([value="${move}"]) button`;
  const button = same ? fresh.querySelector<HTMLElement>(same) : null;
  if (button) return button.focus();
  const heading = fresh.querySelector<HTMLElement>('.ep-stage__title');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}

function control(remote: HTMLElement): void {
  const lost = remote.querySelector<HTMLElement>('[data-lost]');
  /** Counts the presses: what was read before one is older than its answer. */
  let presses = 0;
  let sending = false;
  let lastPress = -Infinity;

  const show = (fresh: HTMLElement | null): void => {
    if (lost) lost.textContent = fresh ? '' : (lost.dataset['lost'] ?? '');
    const shown = document.getElementById('remote');
    if (!fresh || !shown || fresh.outerHTML === shown.outerHTML) return;
    const focused = shown.contains(document.activeElement) ? document.activeElement : null;
    shown.replaceWith(fresh);
    if (focused) keepFocus(focused, fresh);
  };

  const press = async (form: HTMLFormElement): Promise<void> => {
    if (sending || performance.now() - lastPress < BOUNCE) return;
    sending = true;
    presses += 1;
    const body = new URLSearchParams();
    for (const field of form.querySelectorAll('input')) body.append(field.name, field.value);
    show(await read('remote', { method: 'POST', body, signal: AbortSignal.timeout(PRESS_PATIENCE) }));
    lastPress = performance.now();
    sending = false;
  };

  remote.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.querySelector('[name="move"]')) return;
    event.preventDefault();
    event.stopPropagation();
    void press(form);
  });
  document.addEventListener('keydown', (event) => {
    const way = KEYS[event.key];
    const target = event.target as HTMLElement;
    // A space on a button presses that button, as everywhere.
    if (!way || event.repeat || (event.key === ' ' && target.closest('a, button, summary'))) return;
    const form = remote.querySelector<HTMLFormElement>(`form[data-clicker="${way}"]`);
    if (!form) return;
    event.preventDefault();
    void press(form);
  });
  void (async () => {
    for (;;) {
      await pause();
      const before = presses;
      if (sending) continue;
      const fresh = await read('remote');
      if (before === presses) show(fresh);
    }
  })();
}
