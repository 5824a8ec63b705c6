/** Counts down the words that are left in a text with a limit; counts them in one without. */
export function countWords(root: Document): void {
  for (const area of root.querySelectorAll<HTMLTextAreaElement>(
    'textarea[data-words], textarea[data-words-now]',
  )) {
    const counter = root.getElementById(`${area.id}-counter`);
    if (!counter) continue;
    if (area.dataset['wordsNow'] === undefined) watch(area, counter);
    else count(area, counter, area.dataset['wordsNow']);
  }
}

function watch(area: HTMLTextAreaElement, counter: HTMLElement): void {
  const max = Number(area.dataset['words']);
  let spoken: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    const left = max - wordsIn(area.value);
    const words = left < 0 ? area.dataset['wordsOver'] : area.dataset['wordsLeft'];
    counter.textContent = (words ?? '{n}').replace('{n}', String(Math.abs(left)));
    counter.toggleAttribute('data-over', left < 0);
    // Said aloud when one pauses near the limit, not after every letter.
    clearTimeout(spoken);
    counter.removeAttribute('role');
    if (left <= 20) spoken = setTimeout(() => counter.setAttribute('role', 'status'), 1000);
  };
  counter.hidden = false;
  area.addEventListener('input', show);
  area.addEventListener('ep:shown', show);
  show();
}

function count(area: HTMLTextAreaElement, counter: HTMLElement, said: string): void {
  const show = (): void => {
    counter.textContent = said.replace('{n}', String(wordsIn(area.value)));
  };
  counter.hidden = false;
  area.addEventListener('input', show);
  show();
}

/** As the server counts: what stands between spaces. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
