/** The pages of a PDF drawn by pdf.js, from our own server alone. */

/** The little that is used of the library. */
interface Page {
  getViewport(options: { scale: number }): { width: number; height: number };
  render(options: object): { promise: Promise<void> };
}
interface PdfDocument {
  numPages: number;
  getPage(number: number): Promise<Page>;
}
interface EventBus {
  on(name: string, work: (event: never) => void): void;
  dispatch(name: string, event: object): void;
}
interface PagesView {
  currentPageNumber: number;
  currentScale: number;
  currentScaleValue: string;
  setDocument(document: PdfDocument): void;
}
type Made<T> = new (options: object) => T;
interface Library {
  GlobalWorkerOptions: { workerSrc: string };
  getDocument(options: object): { promise: Promise<PdfDocument> };
}
interface ViewerLibrary {
  EventBus: new () => EventBus;
  PDFLinkService: Made<{ setViewer(viewer: PagesView): void; setDocument(document: PdfDocument): void }>;
  PDFFindController: Made<object>;
  PDFViewer: Made<PagesView>;
}

/** What somebody who reads does with the pages. */
export interface Viewer {
  pages: number;
  page(): number;
  show(number: number): void;
  /** 1 larger, -1 smaller, 0 as wide as there is room for. */
  zoom(direction: -1 | 0 | 1): void;
  find(words: readonly string[]): void;
  /** The next hit, or the one before. */
  again(previous: boolean): void;
  draw(number: number, canvas: HTMLCanvasElement, width: number): Promise<void>;
}
export interface Told {
  page(number: number): void;
  zoom(percent: number): void;
  found(current: number, total: number): void;
}

const SMALLEST = 0.25;
const LARGEST = 5;
const STEP = 1.2;
/** Links of a document open beside it, and learn nothing of where they were followed. */
const EXTERNAL = { externalLinkTarget: 2, externalLinkRel: 'noopener noreferrer nofollow' };
const NO_FORMS = 1;

export async function loadPdf(element: HTMLElement, container: HTMLElement, told: Told): Promise<Viewer> {
  const { pdf: url = '', pdfjs: base = '', texts = '{}' } = element.dataset;
  const library = (await import(`${base}/build/pdf.min.mjs`)) as Library;
  (globalThis as Record<string, unknown>)['pdfjsLib'] = library;
  const parts = (await import(`${base}/web/pdf_viewer.mjs`)) as ViewerLibrary;
  library.GlobalWorkerOptions.workerSrc = `${base}/build/pdf.worker.min.mjs`;
  const document = await library.getDocument({
    url,
    cMapUrl: `${base}/cmaps/`,
    standardFontDataUrl: `${base}/fonts/`,
    wasmUrl: `${base}/wasm/`,
    useWasm: false,
    enableXfa: false,
  }).promise;

  const eventBus = new parts.EventBus();
  const linkService = new parts.PDFLinkService({ eventBus, ...EXTERNAL });
  const findController = new parts.PDFFindController({ eventBus, linkService });
  const pageName = (JSON.parse(texts) as { page?: string }).page ?? '{n}';
  const view = new parts.PDFViewer({
    container,
    eventBus,
    linkService,
    findController,
    annotationMode: NO_FORMS,
    removePageBorders: true,
    enableSelectionRendering: false,
    l10n: silent,
    maxCanvasPixels: 2 ** 24,
  });
  linkService.setViewer(view);
  const ready = new Promise<void>((resolve) => {
    eventBus.on('pagesinit', () => {
      view.currentScaleValue = 'page-width';
      for (const page of container.querySelectorAll<HTMLElement>('.page'))
        page.setAttribute('aria-label', pageName.replace('{n}', page.dataset['pageNumber'] ?? ''));
      resolve();
    });
  });
  eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => told.page(pageNumber));
  eventBus.on('scalechanging', ({ scale }: { scale: number }) => told.zoom(Math.round(scale * 100)));
  const count = ({ matchesCount }: { matchesCount: { current: number; total: number } }) =>
    told.found(matchesCount.current, matchesCount.total);
  eventBus.on('updatefindmatchescount', count);
  eventBus.on('updatefindcontrolstate', count);
  view.setDocument(document);
  linkService.setDocument(document);
  await ready;
  // Turned sideways, made narrower, the overview opened: the page follows.
  new ResizeObserver(() => {
    if (view.currentScaleValue === 'page-width' && container.clientWidth > 0)
      view.currentScaleValue = 'page-width';
  }).observe(container);
  return viewerOf({ view, document, eventBus });
}

function viewerOf({
  view,
  document,
  eventBus,
}: {
  view: PagesView;
  document: PdfDocument;
  eventBus: EventBus;
}): Viewer {
  let query: readonly string[] = [];
  const search = (rest: object) =>
    eventBus.dispatch('find', {
      query: [...query],
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      ...rest,
    });
  return {
    pages: document.numPages,
    page: () => view.currentPageNumber,
    show: (number) => void (view.currentPageNumber = Math.min(Math.max(1, number), document.numPages)),
    zoom(direction) {
      if (direction === 0) view.currentScaleValue = 'page-width';
      else
        view.currentScale = Math.min(
          LARGEST,
          Math.max(SMALLEST, view.currentScale * (direction > 0 ? STEP : 1 / STEP)),
        );
    },
    find(words) {
      query = words.filter((word) => word.trim() !== '');
      search({ type: '' });
    },
    again: (findPrevious) => search({ type: 'again', findPrevious }),
    async draw(number, canvas, width) {
      const page = await document.getPage(number);
      const { width: whole, height } = page.getViewport({ scale: 1 });
      const scale = (width * Math.min(2, devicePixelRatio)) / whole;
      canvas.width = Math.round(whole * scale);
      canvas.height = Math.round(height * scale);
      await page.render({ canvas, viewport: page.getViewport({ scale }) }).promise;
    },
  };
}

/** The library's own words are not shown: what is said to those who do not see is ours. */
const silent = {
  getLanguage: () => document.documentElement.lang,
  getDirection: () => 'ltr',
  get: async (_ids: unknown, _args: unknown, fallback: string) => fallback ?? '',
  translate: async () => {},
  translateOnce: async () => {},
  destroy: async () => {},
  pause: () => {},
  resume: () => {},
};
