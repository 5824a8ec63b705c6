/** Files of every wrong kind, by a seed: the same seed gives the same files. */
import { catalog, docxOf, odtOf, page, pages, pngOf, rawPdf, resizedJpeg, zipOf } from './made-files.ts';
import { taken } from './samples.ts';
import { archive, diceOf, junk, text, word, zeros, type Dice, type Maker } from './seeded.ts';
import { hostileMakers } from './wrong-hostile.ts';

export interface WrongFile {
  name: string;
  content: Buffer;
  /** The part of the problem's name after the slash. */
  why: string;
}
const cut = (content: Buffer, dice: Dice) =>
  content.subarray(0, Math.floor(content.length * (0.3 + dice(50) / 100)));
const within = (content: Buffer, at: number, byte: number) => {
  const copy = Buffer.from(content);
  copy[at] = (copy[at] as number) ^ byte;
  return copy;
};
const cfb = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** By reason: makers, each with the ending that would fit. */
const makers: Record<string, [ending: string, make: Maker][]> = {
  empty: ['.pdf', '.docx', '.odt', '.jpg', '.png'].map((ending) => [ending, () => Buffer.alloc(0)]),
  'web-page': [
    ['.pdf', (d) => text(`<!doctype html><title>${word(d)}</title><script>alert(1)</script>`)],
    ['.html', (d) => text(`\n  <HTML><body onload="alert('${word(d)}')">`)],
    ['.svg', (d) => text(`<svg xmlns="http://www.w3.org/2000/svg"><script>${word(d)}</script></svg>`)],
    ['.png', () => text('<?xml version="1.0"?>\n<!-- x -->\n<svg onload="alert(1)"/>')],
    ['.docx', (d) => Buffer.from(`\ufeff<html><p>${word(d)}`, 'utf16le')],
    ['.jpg', (d) => text(`\ufeff<script>${word(d)}</script>`)],
  ],
  'type-not-allowed': [
    ['.docx', (d) => text(`Bare tekst om ${word(d)}`)],
    ['.pdf', (d) => Buffer.concat([text('MZ'), junk(d, 200)])],
    ['.png', (d) => Buffer.concat([text('GIF89a'), junk(d, 200)])],
    ['.docx', (d) => archive(d)],
    [
      '.docx',
      (d) =>
        zipOf([
          { name: '[Content_Types].xml', content: '<Types/>' },
          { name: 'xl/workbook.xml', content: `<${d(9) ? 'a' : 'b'}/>` },
        ]),
    ],
    [
      '.odt',
      () => odtOf('x', [{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.presentation' }]),
    ],
    ['.doc', (d) => Buffer.concat([cfb, junk(d, 600)])],
    ['.docx', (d) => Buffer.concat([text('Rar!\u001a\u0007'), junk(d, 100)])],
    ['.jpg', (d) => Buffer.concat([text('RIFF????WEBPVP8 '), junk(d, 100)])],
    ['.pdf', (d) => Buffer.concat([text('\u007fELF'), junk(d, 300)])],
    ['.pdf', () => text('{\\rtf1 hei}')],
    ['.pdf', (d) => Buffer.concat([text(' x '.repeat(1 + d(9))), taken.pdf.content])],
  ],
  misnamed: [
    ['.docx', () => taken.pdf.content],
    ['.pdf', () => taken.jpeg.content],
    ['.pdf.exe', () => taken.pdf.content],
    ['', () => taken.pdf.content],
    ['.png', () => taken.docx.content],
    ['.html', () => taken.png.content],
    ['.odt', (d) => docxOf(word(d))],
    ['.docm', (d) => docxOf(word(d))],
  ],
  heic: [
    [
      '.heic',
      (d) => Buffer.concat([zeros(3), text('\u0018ftypheic'), zeros(4), text('mif1heic'), junk(d, 200)]),
    ],
    ['.jpg', (d) => Buffer.concat([zeros(3), text('\u0018ftypmif1'), zeros(4), text('heic'), junk(d, 200)])],
    ['.png', (d) => Buffer.concat([zeros(3), text('\u0018ftypavif'), zeros(4), text('avif'), junk(d, 200)])],
  ],
  encrypted: [
    [
      '.docx',
      (d) =>
        Buffer.concat([
          cfb,
          junk(d, 504),
          Buffer.from('EncryptionInfo', 'utf16le'),
          Buffer.from('EncryptedPackage', 'utf16le'),
          junk(d, 100),
        ]),
    ],
    [
      '.pdf',
      () =>
        rawPdf(
          [catalog, pages, page, '<< /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -4 >>'],
          '/Root 1 0 R /Encrypt 4 0 R /ID [<00><00>]',
        ),
    ],
    ['.pdf', () => rawPdf([catalog, pages, page], '/Root 1 0 R /Encrypt << /Filter /Standard /V 4 >>')],
    [
      '.docx',
      (d) => docxOf('x', [{ name: 'word/settings.xml', content: junk(d, 40), flags: 1, claims: 28 }]),
    ],
    [
      '.odt',
      () =>
        odtOf('x', [
          {
            name: 'META-INF/manifest.xml',
            content:
              '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
          },
        ]),
    ],
  ],
  damaged: [
    ['.pdf', (d) => cut(taken.pdf.content, d)],
    ['.docx', (d) => cut(docxOf(word(d)), d)],
    ['.jpg', () => taken.jpeg.content.subarray(0, -2)],
    ['.jpg', () => taken.jpeg.content.subarray(0, 60)],
    ['.png', (d) => cut(pngOf(40, 40), d)],
    ['.png', (d) => within(pngOf(30, 30), 45 + d(4), 1 + d(255))],
    ['.png', () => pngOf(30, 30, zeros(100))],
    ['.png', () => pngOf(0, 30)],
    ['.docx', (d) => docxOf('x', [{ name: 'word/document.xml', content: `<w:document><w:p>${word(d)}` }])],
    ['.docx', (d) => docxOf(`${word(d)} & løs`)],
    ['.odt', () => odtOf('<a></b>')],
    ['.pdf', () => text('%PDF-1.7\nbare hodet\n%%EOF\n')],
    ['.pdf', () => rawPdf([catalog, '<< /Type /Pages /Kids [] /Count 0 >>'])],
    ['.docx', () => text('PK\u0003\u0004')],
    [
      '.docx',
      (d) => {
        const whole = docxOf(word(d), [{ name: 'word/media/a.bin', content: 'a'.repeat(50) }]);
        return within(whole, whole.indexOf('aaaa') + d(20), 3);
      },
    ],
  ],
  pixels: [
    ['.png', (d) => pngOf(20_000 + d(9), 20_000, zeros(10))],
    ['.png', (d) => pngOf(1, 60_000 + d(9000), zeros(10))],
    ['.jpg', (d) => resizedJpeg(taken.jpeg.content, 65_000 - d(99), 65_000)],
  ],
  ...hostileMakers,
};

/** `count` wrong files: every maker comes at least once when there are as many, the rest by the seed. */
export async function wrongFiles(seed: number, count: number): Promise<WrongFile[]> {
  const dice = diceOf(seed);
  const all = Object.entries(makers).flatMap(([why, list]) => list.map((maker) => ({ why, maker })));
  // What takes hundreds of megabytes to make is made once.
  const light = all.filter(({ why }) => why !== 'bomb');
  const files: WrongFile[] = [];
  for (let i = 0; i < count; i++) {
    const chosen = all[i] ?? light[dice(light.length)];
    if (!chosen) break;
    const { why, maker } = chosen;
    files.push({ name: `${word(dice)} ${i}${maker[0]}`, content: await maker[1](dice), why });
  }
  return files;
}
