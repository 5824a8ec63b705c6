/** Real documents of several pages, made by a library that knows the formats better than a test should. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { textDocx, zip } from '../../src/features/seed/docx.ts';

/** A PDF with one page for each text; each paragraph of a page under the other. Tagged, with an embedded font and a title. */
export async function pagedPdf(
  pages: readonly (string | readonly string[])[],
  { title = 'Vedlegg', author = 'Kommunen' }: { title?: string; author?: string } = {},
): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const font = readFileSync(
    createRequire(import.meta.url).resolve('@fontsource/inter/files/inter-latin-400-normal.woff'),
  );
  const document = new PDFDocument({
    size: 'A4',
    margin: 60,
    autoFirstPage: false,
    info: { Title: title, Author: author },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve) => document.on('end', resolve));
  document.registerFont('Inter', font);
  for (const [i, page] of pages.entries()) {
    document.addPage();
    document
      .font('Inter')
      .fontSize(20)
      .text(`Del ${i + 1}`);
    document.moveDown().fontSize(11);
    for (const paragraph of [page].flat()) document.text(paragraph, { lineGap: 3 }).moveDown();
  }
  document.end();
  await done;
  return Buffer.concat(chunks);
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** An OpenDocument text with a heading and paragraphs. */
export const textOdt = (heading: string, paragraphs: readonly string[]): Buffer =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3"><office:body><office:text><text:h text:outline-level="1">${escapeXml(heading)}</text:h>${paragraphs
      .map((text) => `<text:p>${escapeXml(text)}</text:p>`)
      .join('')}</office:text></office:body></office:document-content>`,
    'META-INF/manifest.xml': `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  });

/** Several pages of ordinary words, none of which is looked for. */
export const filler = (paragraphs: number): string[] =>
  Array.from({ length: paragraphs }, (_, i) =>
    `Avsnitt ${i + 1}. Vi øver på det vanskelige sammen, hver uke, og skriver ned det vi ble enige om. `.repeat(
      3,
    ),
  );

export { textDocx };
