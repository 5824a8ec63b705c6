/** The line of one file while it is sent: its name, how far it has come, and what can be done about it. */
import { here } from './here.ts';
import type { Progress, Watcher } from './send-file.ts';

export interface FileRow extends Watcher {
  element: HTMLElement;
  waits(leave: () => void): void;
  starts(stop: () => void): void;
  taken(): void;
  refused(why: string): void;
  tooLarge(most: number): void;
  stopped(how: 'cancelled' | 'broken' | 'signedOut', again: () => void): void;
  /** An earlier page was left before it had come whole. */
  unfinished(giveUp: () => void): void;
}

const lang = () => document.documentElement.lang || 'nb';

export function fileRow(file: { name: string; size: number }, words: Record<string, string>): FileRow {
  const element = document.createElement('li');
  const name = element.appendChild(document.createElement('p'));
  const bar = element.appendChild(document.createElement('progress'));
  const said = element.appendChild(document.createElement('p'));
  const buttons = element.appendChild(document.createElement('div'));
  element.className = 'ep-uploads__file';
  name.className = 'ep-uploads__name';
  said.className = 'ep-uploads__said';
  buttons.className = 'ep-actions';
  name.append(part(file.name), part(bytes(file.size)));
  bar.max = 100;
  bar.setAttribute('aria-label', file.name);
  const show = (state: string, text: string, ...offered: HTMLElement[]) => {
    element.dataset['state'] = state;
    said.textContent = text;
    bar.hidden = state !== 'sending' && state !== 'paused';
    // The keyboard stays where it was, on the button that takes the place.
    const held = buttons.contains(document.activeElement);
    buttons.replaceChildren(...offered);
    if (held) offered[0]?.focus();
  };
  let cancel: HTMLElement | undefined;
  const offer = (word: string, act: () => void) => button(words[word] ?? '', file.name, act);
  return {
    element,
    waits: (leave) => show('waiting', words['waiting'] ?? '', offer('cancel', leave)),
    starts(stop) {
      cancel = offer('cancel', stop);
      show('sending', '', cancel);
    },
    pauses: () => show('paused', words['paused'] ?? '', ...(cancel ? [cancel] : [])),
    goes(progress) {
      element.dataset['state'] = 'sending';
      const share = progress.all > 0 ? progress.sent / progress.all : 0;
      bar.value = Math.floor(share * 100);
      said.textContent = share >= 1 ? (words['examining'] ?? '') : phrase(progress, share, words);
    },
    taken: () => show('taken', words['done'] ?? ''),
    refused: (why) =>
      show(
        'refused',
        why,
        offer('dismiss', () => element.remove()),
      ),
    tooLarge: (most) =>
      show(
        'refused',
        (words['tooLarge'] ?? '').replace('{max}', bytes(most)),
        offer('dismiss', () => element.remove()),
      ),
    stopped: (how, again) =>
      show(
        how,
        words[how] ?? '',
        ...(how === 'signedOut' ? [door(words)] : []),
        offer(how === 'cancelled' ? 'retry' : 'resume', again),
        offer('dismiss', () => element.remove()),
      ),
    unfinished: (giveUp) =>
      show(
        'unfinished',
        words['unfinished'] ?? '',
        offer('dismiss', () => {
          giveUp();
          element.remove();
        }),
      ),
  };
}

function part(text: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = text;
  return element;
}

/** To the sign-in in a tab of its own, so that this page keeps the file. */
function door(words: Record<string, string>): HTMLElement {
  const link = document.createElement('a');
  link.className = 'ds-link';
  link.href = here('/logg-inn');
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = words['signIn'] ?? '';
  return link;
}

function button(word: string, name: string, act: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'ds-button';
  element.dataset['variant'] = 'tertiary';
  element.dataset['size'] = 'sm';
  const hidden = part(` ${name}`);
  hidden.className = 'ds-sr-only';
  element.append(word, hidden);
  element.addEventListener('click', act);
  return element;
}

function phrase({ sent, all, speed }: Progress, share: number, words: Record<string, string>): string {
  const percent = (words['percent'] ?? '').replace('{percent}', String(Math.floor(share * 100)));
  if (speed <= 0) return percent;
  const pace = (words['speed'] ?? '')
    .replace('{speed}', bytes(speed))
    .replace('{left}', duration((all - sent) / speed));
  return `${percent}. ${pace}`;
}

function bytes(count: number): string {
  const [value, unit] =
    count < 1_000_000 ? [Math.max(count / 1000, 0.1), 'kilobyte'] : [count / 1_000_000, 'megabyte'];
  const format = { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(lang(), format).format(value);
}

function duration(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  const [value, unit] = whole < 90 ? [whole, 'second'] : [Math.ceil(whole / 60), 'minute'];
  return new Intl.NumberFormat(lang(), { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
