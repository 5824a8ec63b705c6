/** Leaving a page with something unsaved: it is saved first, and where it cannot be, one is asked or stays. */

interface Saving {
  /** Something waits to be sent. */
  waits: () => boolean;
  save: (keepalive?: boolean) => Promise<string>;
  /** What is not saved stays in the browser. */
  kept: () => boolean;
}

const PATIENCE = 3000;
const inTime = (work: Promise<string>): Promise<string> =>
  Promise.race([work, new Promise<string>((resolve) => setTimeout(() => resolve('late'), PATIENCE))]);

export function leaveSafely(form: HTMLFormElement, { waits, save, kept }: Saving): void {
  let leaving = false;
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || link.target || !waits() || event.defaultPrevented) return;
    if (link.origin !== location.origin || (link.hash && link.pathname === location.pathname)) return;
    event.preventDefault();
    void inTime(save()).then(() => location.assign(link.href));
  });
  form.addEventListener('submit', (event) => {
    if (leaving || !waits()) {
      leaving = true;
      return;
    }
    event.preventDefault();
    const { submitter } = event;
    void inTime(save()).then((outcome) => {
      // Without a connection the form would be answered by the browser's own error page: one stays, and it is tried again.
      if (outcome === 'offline' || outcome === 'unavailable') return;
      leaving = true;
      form.requestSubmit(submitter);
    });
  });
  addEventListener('pagehide', () => waits() && void save(true));
  addEventListener('pageshow', () => (leaving = false));
  addEventListener('beforeunload', (event) => {
    if (!leaving && !kept() && waits()) event.preventDefault();
  });
}
