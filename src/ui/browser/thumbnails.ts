/** Small pages to choose from: drawn when they come into view. */
import type { Viewer } from './pdf.ts';

const WIDTH = 104;

export interface Thumbnails {
  fill(viewer: Viewer): void;
  mark(page: number): void;
  toggle(): void;
}

export function thumbnails(
  nav: HTMLElement,
  label: string,
  choose: (page: number) => Promise<void>,
): Thumbnails {
  const list = nav.querySelector('ol') as HTMLOListElement;
  const button = nav.closest('[data-pdf]')?.querySelector<HTMLButtonElement>('[data-act="thumbs"]');
  let isOpen = false;
  const show = (open: boolean): void => {
    isOpen = open;
    nav.hidden = !open;
    button?.setAttribute('aria-expanded', String(open));
  };
  let current = 1;
  const mark = (page: number): void => {
    current = page;
    for (const one of list.querySelectorAll('[aria-current]')) one.removeAttribute('aria-current');
    const chosen = list.children[page - 1]?.querySelector('button');
    chosen?.setAttribute('aria-current', 'true');
    if (chosen && isOpen) keepInView(nav, chosen);
  };
  return {
    mark,
    toggle: () => {
      show(!isOpen);
      mark(current);
    },
    fill(viewer) {
      if (list.children.length > 0) return;
      const seen = new IntersectionObserver(
        (entries) => {
          for (const { isIntersecting, target } of entries)
            if (isIntersecting) {
              seen.unobserve(target);
              const item = target as HTMLElement;
              const canvas = item.querySelector('canvas');
              if (canvas) void viewer.draw(Number(item.dataset['number']), canvas, WIDTH).catch(() => {});
            }
        },
        { root: nav, rootMargin: '200px' },
      );
      for (let number = 1; number <= viewer.pages; number++) {
        const item = thumbnail(number, label, choose);
        list.append(item);
        seen.observe(item);
      }
      // Where there is room for both, they stand beside each other from the start.
      const isRoomy = matchMedia('(min-width: 64rem)').matches && !nav.closest('.ep-split');
      show(viewer.pages > 1 && isRoomy);
      if (button) button.hidden = viewer.pages === 1;
      mark(viewer.page());
    },
  };
}

function thumbnail(number: number, label: string, choose: (page: number) => Promise<void>): HTMLLIElement {
  const item = document.createElement('li');
  const button = document.createElement('button');
  const canvas = document.createElement('canvas');
  const name = document.createElement('span');
  item.dataset['number'] = String(number);
  button.type = 'button';
  button.setAttribute('aria-label', label.replace('{n}', String(number)));
  canvas.setAttribute('aria-hidden', 'true');
  canvas.width = WIDTH;
  canvas.height = Math.round(WIDTH * Math.SQRT2);
  name.textContent = String(number);
  button.append(canvas, name);
  button.addEventListener('click', () => void choose(number));
  item.append(button);
  return item;
}

/** Scrolls the list alone: the page must not jump while one reads. */
function keepInView(nav: HTMLElement, chosen: HTMLElement): void {
  const [outer, inner] = [nav.getBoundingClientRect(), chosen.getBoundingClientRect()];
  if (inner.top < outer.top) nav.scrollTop -= outer.top - inner.top + 8;
  else if (inner.bottom > outer.bottom) nav.scrollTop += inner.bottom - outer.bottom + 8;
}
