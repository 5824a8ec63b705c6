/** Where the browser finds pdf.js: under the version that is installed. */
import { createRequire } from 'node:module';

const { version } = createRequire(import.meta.url)('pdfjs-dist/package.json') as { version: string };

export const PDFJS = { path: '/assets/pdfjs', version, base: `/assets/pdfjs/${version}` } as const;
