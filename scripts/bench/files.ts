/** Large documents to send: real PDFs, each its own. */
import { randomBytes } from 'node:crypto';

/** A PDF of exactly this many bytes: one page and a stream that does not pack, as a scanned picture is. */
export function largePdf(bytes: number): Buffer {
  const head = Buffer.from(
    [
      '%PDF-1.7',
      '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj',
      '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj',
      '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj',
      '4 0 obj\n<< /Length LENGTH >>\nstream\n',
    ].join('\n'),
  );
  const tail = Buffer.from('\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n');
  // "LENGTH" and the number that takes its place are not equally long; eight digits are always enough.
  const length = bytes - head.length - tail.length - 2;
  const start = Buffer.from(head.toString().replace('LENGTH', String(length).padStart(8, '0')));
  return Buffer.concat([start, randomBytes(length), tail]);
}

/** The same document with other bytes in its stream, in pieces that share what they can. */
export function variant(pdf: Buffer): Buffer[] {
  const at = Math.floor(pdf.length / 2);
  return [pdf.subarray(0, at), randomBytes(16), pdf.subarray(at + 16)];
}
