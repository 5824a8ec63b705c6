/** Keeps the countdown to a deadline fresh, by the clock of the service as it was when the page came. */
import { durationIn, type Units } from './duration.ts';

const MINUTE = 60_000;
/** What is left when it is also said aloud: often enough to plan by, never a voice that counts. */
const SAID_AT = [24 * 60, 60, 30, 10, 5, 1, 0].map((minutes) => minutes * MINUTE);

export function countDown(root: Document): void {
  for (const box of root.querySelectorAll<HTMLElement>('[data-countdown]:not([data-counting])')) follow(box);
}

function follow(box: HTMLElement): void {
  const { countdown = '', now = '', units = '{}', words = '', passed = '' } = box.dataset;
  const shown = box.querySelector<HTMLElement>('[data-left]');
  if (!shown) return;
  box.dataset['counting'] = '';
  const spoken = document.createElement('span');
  spoken.className = 'ds-sr-only';
  spoken.setAttribute('role', 'status');
  box.append(spoken);
  // Against the browser's own clock only as a stopwatch: what time it thinks it is does not matter.
  const begun = Date.now();
  const atFirst = Date.parse(countdown) - Date.parse(now);
  const left = (): number => atFirst - (Date.now() - begun);
  const say = (ahead: number): string =>
    ahead > 0 ? words.replace('{left}', durationIn(ahead, JSON.parse(units) as Units)) : passed;
  let before = atFirst;
  let timer: ReturnType<typeof setTimeout>;
  const show = (): void => {
    clearTimeout(timer);
    const ahead = left();
    const text = say(ahead);
    if (shown.textContent !== text) shown.textContent = text;
    // Aloud the minute that has just begun to run out: "1 time", not "59 minutter".
    if (SAID_AT.some((mark) => before > mark && ahead <= mark))
      spoken.textContent = say(Math.ceil(ahead / MINUTE) * MINUTE);
    before = ahead;
    // Once a minute, just after the words change.
    if (ahead > 0) timer = setTimeout(show, (ahead % MINUTE) + 1);
  };
  show();
  // A page that slept with its machine, or in a tab behind, is right again when it is looked at.
  document.addEventListener('visibilitychange', show);
}
