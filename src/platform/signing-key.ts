import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Config, parsePrivateKey } from '../config.ts';

/** The Ed25519 key that signs for the service. What a demo signs must say DEMO. */
export interface SigningKey {
  privateKey: KeyObject;
  publicKey: KeyObject;
  demo: boolean;
  /** Public keys used before this one (32 bytes, base64url): what they signed still counts. */
  earlier?: readonly string[];
}

/** The configured key; a demo without one makes its own in the data directory and keeps it. */
export async function loadSigningKey(config: Config): Promise<SigningKey> {
  const privateKey = parsePrivateKey(config.signingKey ?? (await ownKey(config.dataDir)));
  const earlier = config.earlierSigningKeys?.split(/\s+/) ?? [];
  return { privateKey, publicKey: createPublicKey(privateKey), demo: config.mode === 'demo', earlier };
}

async function ownKey(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'signing-key.pem');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
  // `wx`: the first one stays, also when two start at once.
  await writeFile(file, pem, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(file, 'utf8');
}

/** Every key that signed documents of this service may carry, as base64url of 32 bytes: the one in use first. */
export const publicKeys = ({ publicKey, earlier = [] }: SigningKey): string[] => [
  ...new Set([publicKey.export({ format: 'jwk' }).x ?? '', ...earlier]),
];
