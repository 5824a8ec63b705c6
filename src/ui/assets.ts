/**
 * The style sheet, fonts, pictures and browser scripts, read once from disk. Every address holds a hash
 * of the content or of what it is made from, so that a browser may keep a file for ever and never sees a stale one.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';

export interface Asset {
  url: string;
  type: string;
  readonly body: Buffer;
  /** Worth compressing: text is, fonts are compressed already. */
  text: boolean;
}

const here = new URL('./', import.meta.url);
const packages = createRequire(import.meta.url);
const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
} as const;

const byUrl = new Map<string, Asset>();
const byName = new Map<string, Asset>();

const hashOf = (body: Buffer | string): string =>
  createHash('sha256').update(body).digest('hex').slice(0, 12);

function add(name: string, content: Buffer | string, hash = hashOf(content)): string {
  return addMade(name, hash, () => Buffer.from(content as string));
}

/** An asset that is made when it is first asked for; `hash` is that of what it is made from. */
function addMade(name: string, hash: string, make: () => Buffer): string {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1) as keyof typeof TYPES];
  let made: Buffer | undefined;
  const asset: Asset = {
    url: `/assets/${hash}/${name}`,
    type,
    get body() {
      return (made ??= make());
    },
    text: type !== TYPES.woff2,
  };
  byUrl.set(asset.url, asset);
  byName.set(name, asset);
  return asset.url;
}

const FONT_RANGES = {
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
} as const;

/** Inter in the two ranges that Norwegian, Sámi and English need; the rest of the package stays home. */
function fontFaces(): string {
  return Object.entries(FONT_RANGES)
    .map(([range, codepoints]) => {
      const file = packages.resolve(`@fontsource-variable/inter/files/inter-${range}-wght-normal.woff2`);
      const address = add(`inter-${range}.woff2`, readFileSync(file));
      return `@font-face{font-family:'Inter';font-weight:100 900;font-display:swap;src:url(${address}) format('woff2');unicode-range:${codepoints}}`;
    })
    .join('\n');
}

const OWN_STYLES = [
  'base',
  'header',
  'text',
  'boxes',
  'forms',
  'writing',
  'uploads',
  'lists',
  'honours',
  'diagram',
  'tables',
  'standing',
  'navigation',
  'split',
  'reader',
  'reading',
  'sheets',
  'screen',
  'stage',
  'paper',
];

/** One style sheet: the design system, its theme, the font, and our layout last. */
function styleSheet(): string {
  const packaged = ['@digdir/designsystemet-css', '@digdir/designsystemet-theme'].map((name) =>
    packages.resolve(name),
  );
  const own = OWN_STYLES.map((name) => new URL(`assets/${name}.css`, here));
  const read = (file: string | URL): string => readFileSync(file, 'utf8').replace(/^@charset[^;]*;/, '');
  return add('ui.css', [...packaged.map(read), fontFaces(), ...own.map(read)].join('\n'));
}

/**
 * Modules that import each other by relative name, and so share one hash: of their sources, and of the Node that strips their types.
 * That takes a while, and waits until a browser asks.
 */
function addModules(
  modules: readonly { name: string; source: string; relink: (code: string) => string }[],
): string[] {
  const hash = hashOf([process.version, ...modules.map(({ source }) => source)].join('\n'));
  return modules.map(({ name, source, relink }) =>
    addMade(name, hash, () => Buffer.from(relink(stripTypeScriptTypes(source)))),
  );
}

/** The scripts of the pages. @returns the address of the one that every page loads */
function scripts(): string {
  const folder = new URL('browser/', here);
  const relink = (code: string) => code.replace(/((?:from\s+|import\()'\.\/[\w-]+)\.ts'/g, "$1.js'");
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort();
  addModules(
    files.map((file) => ({
      name: file.replace(/\.ts$/, '.js'),
      source: readFileSync(new URL(file, folder), 'utf8'),
      relink,
    })),
  );
  return (byName.get('main.js') as Asset).url;
}

/**
 * Modules of the service that a browser runs as they are: their types stripped, what they ask of Node given by a module of the browser.
 * They are named by folder and file. @returns the address of the first
 */
export function shareModules(files: readonly URL[]): string {
  const nameOf = (file: URL): string => file.pathname.split('/').slice(-2).join('-').replace(/\.ts$/, '.js');
  const shim = new URL('browser/node-crypto.ts', here);
  const modules = [...files, shim].map((file) => ({
    name: nameOf(file),
    source: readFileSync(file, 'utf8'),
    relink: (code: string) =>
      code.replace(
        /\bfrom\s+'([^']+)'/g,
        (_, wanted: string) => `from './${nameOf(wanted === 'node:crypto' ? shim : new URL(wanted, file))}'`,
      ),
  }));
  return addModules(modules)[0] as string;
}

/** The address of a browser script that only some pages need. */
export const scriptUrl = (name: 'autosave' | 'ceremony' | 'check-signed' | 'reader' | 'reading'): string =>
  (byName.get(`${name}.js`) as Asset).url;

/** Addresses that the layout puts in every page. */
export const assetUrls = {
  css: styleSheet(),
  script: scripts(),
  /** The client of the tus protocol, for uploads that go on where they were cut. */
  tus: add('tus.js', readFileSync(packages.resolve('tus-js-client/dist/tus.min.js'))),
  icon: add('icon.svg', readFileSync(new URL('assets/icon.svg', here))),
};

/** The asset at an address, or undefined. */
export function assetAt(url: string): Asset | undefined {
  return byUrl.get(url);
}
