/** Reads a PDF with a library that did not make it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Tag {
  role?: string;
  alt?: string;
  children?: Tag[];
}
const figuresIn = ({ role, alt = '', children = [] }: Tag): string[] => [
  ...(role === 'Figure' ? [alt] : []),
  ...children.flatMap(figuresIn),
];

/** The open file, and the pieces of text of each page. */
export async function openPdf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) =>
      (await (await pdf.getPage(index + 1)).getTextContent()).items.map((item) =>
        'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '',
      ),
    ),
  );
  return { pdf, pages };
}

/** All its text, the tags of its first page, what its figures are said to be, and the language that it says it is in. */
export async function readPdf(
  pdf: Buffer,
): Promise<{ text: string; tagged: string; figures: string[]; lang: unknown }> {
  const { pdf: read, pages: pieces } = await openPdf(pdf);
  const pages = pieces.map((page) => page.join(' '));
  const trees = await Promise.all(
    pages.map(async (_, index) => (await (await read.getPage(index + 1)).getStructTree()) as Tag | null),
  );
  const { info } = await read.getMetadata();
  return {
    text: pages.join(' ').replace(/\s+/g, ' '),
    tagged: JSON.stringify(trees[0]),
    // A page that the browser prints has no tags.
    figures: trees.flatMap((tree) => (tree ? figuresIn(tree) : [])),
    lang: (info as { Language?: unknown }).Language,
  };
}
