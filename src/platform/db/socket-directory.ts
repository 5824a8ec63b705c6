import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Binaries } from './postgres-binaries.ts';

/** A socket's path may have about 100 bytes, so a long temporary directory is passed over. */
export function socketDirectory(owner: Binaries['owner']): string {
  const parent = os.tmpdir().length > 60 ? '/tmp' : os.tmpdir();
  removeAbandonedSockets(parent);
  const dir = mkdtempSync(path.join(parent, socketPrefix()));
  chmodSync(dir, 0o700);
  giveTo(owner, dir);
  return dir;
}

const socketPrefix = () => `etikkprisen-${process.pid}-`;

/** Directories of services that were killed: the process id in the name no longer runs. */
function removeAbandonedSockets(parent: string) {
  for (const name of readdirSync(parent)) {
    const pid = /^etikkprisen-(\d+)-/.exec(name)?.[1];
    if (!pid || isRunning(Number(pid))) continue;
    try {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    } catch {
      // Another user's: not ours to remove.
    }
  }
}

function isRunning(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function giveTo(owner: Binaries['owner'], dir: string) {
  if (owner) chownSync(dir, owner.uid, owner.gid);
}
