import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const howToGetOne =
  'No browser was found for the browser tests. Install Chrome or Chromium, ' +
  'or set CHROMIUM_PATH to the program of one that is installed elsewhere.';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A browser, and the shared libraries that it needs and this machine lacks. */
export interface Chromium {
  program: string;
  environment: Record<string, string>;
}

/**
 * The browser for the tests: CHROMIUM_PATH, else on Linux (x64) the one that npm brought, unpacked the first
 * time (some seconds), else one that is installed.
 *
 * @throws Error with the sentence that says how to get one
 */
export function findChromium(): Chromium {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen && !existsSync(chosen))
    throw new Error(`CHROMIUM_PATH names ${chosen}, and there is no such file.`);
  if (chosen) return { program: chosen, environment: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return bundledChromium();
  const installed = usualPlaces.find((place) => existsSync(place));
  if (!installed) throw new Error(howToGetOne);
  return { program: installed, environment: {} };
}

function bundledChromium(): Chromium {
  const folder = unpacked();
  const program = path.join(folder, 'chromium');
  const libraries = { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') };
  return { program, environment: lacksLibraries(program) ? libraries : {} };
}

function lacksLibraries(program: string) {
  return spawnSync('ldd', [program], { encoding: 'utf8' }).stdout?.includes('not found') ?? false;
}

/**
 * The folder that holds the unpacked browser. The package itself would unpack into the shared temporary
 * directory and trust what lies there, so it is given a directory of this user's own, and only the whole is
 * moved into place.
 */
function unpacked(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const source = path.join(path.dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
  const cache = cacheFolder();
  const folder = path.join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const draft = mkdtempSync(path.join(cache, 'unpacking-'));
  const script = `
    import { inflate } from ${JSON.stringify(entry)};
    const bin = ${JSON.stringify(path.join(source, 'bin'))};
    for (const name of ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br']) await inflate(bin + '/' + name);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: draft },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The browser could not be unpacked into ${cache}: ${stderr}`);
  moveIntoPlace(draft, folder);
  return folder;
}

function moveIntoPlace(draft: string, folder: string) {
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another test run was faster
  }
}

/** Only this user may write here. Without a home directory (user nobody), beside the temporary files. */
function cacheFolder(): string {
  const { uid, homedir } = os.userInfo();
  const folders = [
    path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir, '.cache'), 'etikkprisen'),
    path.join(os.tmpdir(), `etikkprisen-cache-${uid}`),
  ];
  for (const folder of folders) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const { uid: owner, mode } = statSync(folder);
      if (owner === uid && (mode & 0o022) === 0) return folder;
    } catch {
      // Not writable: the next one.
    }
  }
  throw new Error(`No folder to unpack the browser into: tried ${folders.join(' and ')}.`);
}
