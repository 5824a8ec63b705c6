/** The text of a PDF, page by page, as lines put together to paragraphs. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Encrypted, type Sink } from './main.ts';
import { paragraphs, type Line } from './paragraphs.ts';

const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const inPackage = (name: string): string => `${path.join(folder, name)}/`;

export async function readPdf(data: Uint8Array<ArrayBuffer>, sink: Sink): Promise<void> {
  const task = getDocument({
    data,
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    cMapUrl: inPackage('cmaps'),
    standardFontDataUrl: inPackage('standard_fonts'),
    wasmUrl: inPackage('wasm'),
  });
  const document = await task.promise.catch((error: Error) => {
    throw error.name === 'PasswordException' ? new Encrypted() : error;
  });
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  sink.besides(
    Object.values(info)
      .filter((value) => typeof value === 'string')
      .join('\n'),
  );
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const lines = linesOf((await page.getTextContent()).items as Item[]);
    const filled = formTexts(await page.getAnnotations());
    const all = [...lines, ...filled.map((text) => ({ text, size: 0, x: 0, y: 0, width: 0 }))];
    if (!sink.page(paragraphs(all), all.map(({ text }) => text).join('\n'))) break;
    page.cleanup();
  }
  await task.destroy();
}

interface Item {
  str?: string;
  hasEOL?: boolean;
  width: number;
  height: number;
  transform: number[];
}

function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const { str, hasEOL, width, height, transform } of items) {
    if (str === undefined) continue;
    if (str !== '') {
      const [, , , , x = 0, y = 0] = transform;
      line ??= { text: '', size: 0, x, y, width: 0 };
      line.text += str;
      line.width = Math.max(line.width, x + width - line.x);
      if (str.trim() !== '') line.size = Math.max(line.size, height);
    }
    if (hasEOL && line) {
      lines.push(line);
      line = undefined;
    }
  }
  if (line) lines.push(line);
  return lines.filter(({ text }) => text.trim() !== '');
}

interface Annotation {
  subtype?: string;
  fieldValue?: unknown;
  contentsObj?: { str?: string };
}

/** What stands in form fields and in notes: it is on the page, but not in its text. */
const formTexts = (annotations: readonly Annotation[]): string[] =>
  annotations
    .flatMap(({ fieldValue, contentsObj }) => [fieldValue, contentsObj?.str].flat())
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '');
