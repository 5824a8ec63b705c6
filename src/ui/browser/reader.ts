/**
 * Shows the pages of a PDF where its text stands, with pages to choose, zoom and search. Everything of it is also in the text;
 * when something fails, the text is what one reads.
 */
import { loadPdf, type Viewer } from './pdf.ts';
import { thumbnails } from './thumbnails.ts';

interface Words {
  loading: string;
  of: string;
  page: string;
  hits: string;
  none: string;
}
/** How one likes to read is remembered on the device; it says nothing of what one reads. */
const REMEMBERED = 'reading';

export function readers(root: Document): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-pdf]')) reader(element);
}

function reader(element: HTMLElement): void {
  const part = <E extends HTMLElement = HTMLElement>(name: string): E =>
    element.querySelector<E>(`[data-part="${name}"]`) as E;
  const act = (name: string) => element.querySelector<HTMLButtonElement>(`[data-act="${name}"]`);
  const words = JSON.parse(element.dataset['texts'] ?? '{}') as Words;
  const search = part<HTMLFormElement>('search');
  const field = search.querySelector('input') as HTMLInputElement;
  const pageField = part<HTMLInputElement>('page');
  let opened: Promise<Viewer> | undefined;

  const open = (): Promise<Viewer> =>
    (opened ??= loadPdf(element, part('scroll'), {
      page: (number) => {
        pageField.value = String(number);
        thumbs.mark(number);
      },
      zoom: (percent) => (part('zoom').textContent = `${percent} %`),
      found: (current, total) => {
        part('steps').hidden = total === 0;
        part('found').textContent =
          total === 0 ? words.none : words.hits.replace('{i}', String(current)).replace('{n}', String(total));
      },
    }));
  const thumbs = thumbnails(part('thumbs'), words.page, async (number) => (await open()).show(number));

  async function show(view: 'original' | 'text'): Promise<void> {
    const original = view === 'original';
    element.dataset['view'] = view;
    part('original').hidden = !original;
    part('text').hidden = original;
    part('move').hidden = !original;
    part('steps').hidden = true;
    part('found').textContent = original ? words.loading : '';
    act('original')?.setAttribute('aria-pressed', String(original));
    act('text')?.setAttribute('aria-pressed', String(!original));
    if (!original) return;
    try {
      const viewer = await open();
      part('count').textContent = words.of.replace('{n}', String(viewer.pages));
      pageField.size = Math.max(2, String(viewer.pages).length);
      part('found').textContent = '';
      thumbs.fill(viewer);
      const { hash } = location;
      if (/^#side-\d+$/.test(hash)) {
        element.scrollIntoView({ block: 'start' });
        viewer.show(Number(hash.slice(6)));
      }
      const sought = JSON.parse(element.dataset['words'] ?? '[]') as string[];
      if (sought.length > 0) viewer.find(sought);
    } catch {
      part('tools').hidden = true;
      part('failed').hidden = false;
      await show('text');
    }
  }

  const steps: Record<string, (viewer: Viewer) => void> = {
    previous: (viewer) => viewer.show(viewer.page() - 1),
    next: (viewer) => viewer.show(viewer.page() + 1),
    smaller: (viewer) => viewer.zoom(-1),
    larger: (viewer) => viewer.zoom(1),
    fit: (viewer) => viewer.zoom(0),
  };
  const withPages = (work: (viewer: Viewer) => void): void => void open().then(work, () => {});
  element.addEventListener('click', (event) => {
    const pressed = (event.target as HTMLElement).closest<HTMLButtonElement>('button');
    const name = pressed?.dataset['act'];
    if (name === 'original' || name === 'text') {
      remember(name);
      void show(name);
    } else if (name === 'thumbs') thumbs.toggle();
    else if (name && steps[name]) withPages(steps[name]);
    else if (pressed?.name === 'hit') withPages((viewer) => viewer.again(pressed.value === 'previous'));
  });
  pageField.addEventListener('change', () =>
    withPages((viewer) => viewer.show(Number(pageField.value) || viewer.page())),
  );
  pageField.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') pageField.dispatchEvent(new Event('change'));
  });
  search.addEventListener('submit', (event) => {
    if (element.dataset['view'] !== 'original') return;
    event.preventDefault();
    withPages((viewer) => viewer.find([field.value]));
  });
  // Keys of a page that scrolls, and those of the browser's own reader, only while one is in it.
  part('scroll').addEventListener('keydown', (event) => {
    const name = { '+': 'larger', '-': 'smaller', '0': 'fit', n: 'next', p: 'previous' }[event.key];
    if (!name || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (steps[name]) withPages(steps[name]);
  });
  element.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
    if (element.dataset['view'] !== 'original') return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  addEventListener('hashchange', () => {
    const number = /^#side-(\d+)$/.exec(location.hash)?.[1];
    if (number && element.dataset['view'] === 'original') withPages((viewer) => viewer.show(Number(number)));
  });

  part('tools').hidden = false;
  void show(localStorage.getItem(REMEMBERED) === 'text' ? 'text' : 'original');
}

function remember(view: string): void {
  try {
    localStorage.setItem(REMEMBERED, view);
  } catch {
    // A browser that keeps nothing forgets this too.
  }
}
