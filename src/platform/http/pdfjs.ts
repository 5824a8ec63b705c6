/**
 * The parts of pdf.js that a browser asks for when somebody reads a PDF: from its package, under its version, so that they may be
 * kept for ever. Nothing is read before it is asked for.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { PDFJS } from '../../ui/pdfjs.ts';
import { problem } from './problem.ts';

const packages = createRequire(import.meta.url);
/** What lies where in the package, and which names are given out. */
const FOLDERS: Readonly<Record<string, { folder: string; names: RegExp; type: string }>> = {
  build: {
    folder: 'legacy/build',
    names: /^pdf(?:\.worker)?\.min\.mjs$/,
    type: 'text/javascript; charset=utf-8',
  },
  web: { folder: 'legacy/web', names: /^pdf_viewer\.mjs$/, type: 'text/javascript; charset=utf-8' },
  // Without WebAssembly, which the content security policy does not let run: the slower way of rare pictures.
  wasm: { folder: 'wasm', names: /^\w+_nowasm_fallback\.js$/, type: 'text/javascript; charset=utf-8' },
  cmaps: { folder: 'cmaps', names: /^[\w-]+\.bcmap$/, type: 'application/octet-stream' },
  fonts: { folder: 'standard_fonts', names: /^[\w-]+\.(?:pfb|ttf)$/, type: 'application/octet-stream' },
};
const compress = promisify(brotliCompress);
const compressed = new Map<string, Promise<Buffer>>();

export const pdfjs = fp(
  async (app: FastifyInstance) => {
    app.get<{ Params: { version: string; folder: string; name: string } }>(
      `${PDFJS.path}/:version/:folder/:name`,
      { config: { action: 'public' } },
      async (request, reply) => {
        const { version, folder, name } = request.params;
        const found = Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined;
        if (version !== PDFJS.version || !found?.names.test(name)) throw problem('not-found');
        const file = path.join(path.dirname(packages.resolve('pdfjs-dist/package.json')), found.folder, name);
        reply.type(found.type).header('cache-control', 'public, max-age=31536000, immutable');
        const isScript = found.type.startsWith('text/');
        if (!isScript || !/\bbr\b/.test(request.headers['accept-encoding'] ?? ''))
          return reply.send(await readFile(file).catch(() => Promise.reject(problem('not-found'))));
        reply.header('vary', 'accept-encoding').header('content-encoding', 'br');
        return reply.send(await small(file));
      },
    );
  },
  { name: 'pdfjs' },
);

/** Compressed once, when first asked for. */
function small(file: string): Promise<Buffer> {
  let body = compressed.get(file);
  if (!body) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    body = readFile(file)
      .catch(() => Promise.reject(problem('not-found')))
      .then((content) => compress(content, { params }));
    compressed.set(file, body);
    body.catch(() => compressed.delete(file));
  }
  return body;
}
