/** How the saving goes, in sight all the time and said aloud when it matters. */
export interface Words {
  [name: string]: string;
}
export interface State {
  /** Everything is saved; `at` as the server says it. */
  saved: (at: string) => void;
  typing: () => void;
  saving: () => void;
  /** Not saved, and why: with a way to try again, and to sign in where that is what it takes. */
  problem: (why: string, offer?: 'retry' | 'signIn' | 'none') => void;
}

/** After a good save, this long until the next one is said aloud. */
const QUIET = 60_000;

export function saveState(
  form: HTMLFormElement,
  words: Words,
  { signIn, retry }: { signIn: string; retry: () => void },
): State {
  const bar = form.querySelector<HTMLElement>('[data-save-state]') as HTMLElement;
  const line = document.createElement('p');
  const spoken = document.createElement('p');
  const again = document.createElement('button');
  const door = document.createElement('a');
  spoken.className = 'ds-sr-only';
  spoken.setAttribute('role', 'status');
  again.type = 'button';
  again.className = 'ds-button';
  again.dataset['variant'] = 'secondary';
  again.dataset['size'] = 'sm';
  again.textContent = words['retry'] ?? '';
  again.addEventListener('click', retry);
  door.className = 'ds-link';
  door.href = signIn;
  door.target = '_blank';
  door.rel = 'noopener';
  door.textContent = words['signIn'] ?? '';
  bar.append(line, door, again, spoken);
  bar.hidden = false;
  let saidAt = -QUIET;
  let troubled = false;
  const show = (text: string, offer: string, problem: boolean): void => {
    if (line.textContent !== text) line.textContent = text;
    again.hidden = offer !== 'retry';
    door.hidden = offer !== 'signIn';
    if (problem) bar.dataset['tone'] = 'problem';
    else delete bar.dataset['tone'];
  };
  show(words['on'] ?? '', 'none', false);
  return {
    saved(at) {
      const text = (words['saved'] ?? '').replace('{time}', at);
      show(text, 'none', false);
      // Said at the first save, after trouble, and then once a minute: not after every pause.
      if (troubled || performance.now() - saidAt > QUIET) {
        spoken.textContent = text;
        saidAt = performance.now();
      }
      troubled = false;
    },
    typing: () => !troubled && show(words['typing'] ?? '', 'none', false),
    saving: () => !troubled && show(words['saving'] ?? '', 'none', false),
    problem(why, offer = 'retry') {
      show(why, offer, true);
      if (spoken.textContent !== why) spoken.textContent = why;
      troubled = true;
    },
  };
}

/** "kl. 10.42" of an instant, on the clocks of Norway. */
export function timeOf(instant: string | number, lang: string): string {
  const shown = new Intl.DateTimeFormat('nb', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Oslo',
  }).format(new Date(instant));
  return lang === 'en' ? `at ${shown.replace('.', ':')}` : `kl. ${shown.replace(':', '.')}`;
}
