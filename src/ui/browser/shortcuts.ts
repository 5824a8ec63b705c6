/**
 * Single keys for those who want them. Off until one turns them on, and never while one writes: who dictates or uses a switch
 * must not set off anything (WCAG 2.1.4). Remembered on the device; it says nothing of what one does.
 */
const REMEMBERED = 'ep-hurtigtaster';

export function shortcuts(root: Document, [reading, ballot]: readonly [HTMLElement, HTMLElement]): void {
  const help = root.querySelector<HTMLDetailsElement>('[data-shortcuts]');
  const on = help?.querySelector<HTMLInputElement>('input[type=checkbox]');
  if (!help || !on) return;
  help.hidden = false;
  on.checked = remembered();
  on.addEventListener('change', () => remember(on.checked));
  const criteria = [...ballot.querySelectorAll<HTMLElement>('[data-question][data-kind=criterion]')];
  const here = (): number => criteria.findIndex((one) => one.contains(document.activeElement));
  const go = (to: number): void => focusOn(criteria[Math.min(Math.max(to, 0), criteria.length - 1)], ballot);
  const press = (selector: string): void => root.querySelector<HTMLElement>(selector)?.click();
  const acts: Record<string, () => void> = {
    n: () => go(here() + 1),
    p: () => go(here() - 1),
    b: () => focusOn(ballot.contains(document.activeElement) ? reading : ballot, ballot),
    s: () => press('button[name=then][value=save]'),
    v: () => press('[data-next]'),
    '?': () => {
      help.open = true;
      help.querySelector('summary')?.focus();
    },
  };
  root.addEventListener('keydown', (event) => {
    if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const act = acts[event.key.toLowerCase()];
    if (act) act();
    else if (!/^\d$/.test(event.key) || !chooseLevel(criteria[here()], event.key)) return;
    event.preventDefault();
  });
}

/** Where a letter is a letter. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])');

/** Shows the pane where only one is in sight, and moves there. */
function focusOn(part: HTMLElement | undefined, ballot: HTMLElement): void {
  if (!part) return;
  if (part.getClientRects().length === 0) location.hash = ballot.contains(part) ? ballot.id : part.id;
  const control = part.matches('[data-question]')
    ? (part.querySelector<HTMLElement>('input:checked') ??
      part.querySelector<HTMLElement>('input:not([type=hidden]), textarea'))
    : part;
  control?.focus();
  control?.scrollIntoView({ block: part === ballot ? 'start' : 'center' });
}

/** 0 is the tenth level, where there are so many. */
function chooseLevel(criterion: HTMLElement | undefined, key: string): boolean {
  const value = key === '0' ? '10' : key;
  const radio = criterion?.querySelector<HTMLInputElement>(
    `input[type=radio][name^="score-"][value="${value}"]`,
  );
  radio?.click();
  radio?.focus();
  return radio !== null && radio !== undefined;
}

function remembered(): boolean {
  try {
    return localStorage.getItem(REMEMBERED) === 'on';
  } catch {
    return false;
  }
}

function remember(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(REMEMBERED, 'on');
    else localStorage.removeItem(REMEMBERED);
  } catch {
    // A browser that keeps nothing forgets this too.
  }
}
