import { createPrivateKey } from 'node:crypto';
import path from 'node:path';
import Type, { type Static, type TSchema } from 'typebox';
import Value from 'typebox/value';

/** The settings that production cannot do without; demo makes or does without them. */
const required = { requiredInProduction: true };
const text = (description: string, options: object = {}) =>
  Type.Optional(Type.String({ description, ...options }));

/** Every setting of the service, read from the environment. `.env.example` is written from this. */
export const settings = Type.Object({
  MODE: Type.Union([Type.Literal('demo'), Type.Literal('production')], {
    default: 'demo',
    description:
      'demo: own database with examples, sign-in as invented persons, a clock that can be moved. production: the real thing.',
  }),
  PORT: Type.Integer({
    default: 3000,
    minimum: 0,
    maximum: 65535,
    description: 'The port to listen on; 0 takes a free one.',
  }),
  HOST: text(
    'The address to listen on. Default: 127.0.0.1 in demo (this machine only), 0.0.0.0 in production.',
  ),
  BASE_URL: text(
    'The address that people use, for links in letters. Default in demo: http://localhost and the port.',
    {
      ...required,
      pattern: '^https?://[^/]+/?$',
      example: 'https://etikkprisen.example.no',
    },
  ),
  TRUST_PROXY: Type.Integer({
    default: 0,
    minimum: 0,
    description:
      'How many proxies stand in front; their word is taken for the sender’s address and for https.',
  }),
  DATA_DIR: Type.String({
    default: './data',
    description: 'Folder for documents, and in demo for the database and the keys.',
  }),
  DATABASE_URL: text('PostgreSQL 18, as role app. Without it, demo starts the PostgreSQL that npm brought.', {
    ...required,
    pattern: '^postgres(ql)?://',
    example: 'postgres://app:secret@localhost/etikkprisen',
  }),
  DATABASE_OWNER_URL: text('The same database as role owner, for npm run migrate. Default: DATABASE_URL.', {
    pattern: '^postgres(ql)?://',
    example: 'postgres://owner:secret@localhost/etikkprisen',
  }),
  PRACTICE_DATABASE_URL: text(
    'A second, empty database for practice editions, as role app. Without it, there are none; demo makes its own.',
    { pattern: '^postgres(ql)?://', example: 'postgres://app:secret@localhost/etikkprisen_practice' },
  ),
  PRACTICE_DATABASE_OWNER_URL: text('The same database as role owner, for npm run migrate.', {
    pattern: '^postgres(ql)?://',
    example: 'postgres://owner:secret@localhost/etikkprisen_practice',
  }),
  DATABASE_POOL: Type.Integer({
    default: 10,
    minimum: 2,
    description: 'Most database connections for requests.',
  }),
  SESSION_SECRET: text('At least 32 characters that nobody can guess (openssl rand -base64 32).', {
    ...required,
    minLength: 32,
  }),
  SIGNING_KEY: text(
    'Ed25519 private key for signatures, as PEM or as base64 of PKCS 8 (openssl genpkey -algorithm ed25519 -outform der | base64 -w0). Demo makes its own.',
    required,
  ),
  EARLIER_SIGNING_KEYS: text(
    'Public keys that were in use before SIGNING_KEY, as /.well-known/jwks.json names them ("x"), with spaces between: what they signed still verifies.',
    { pattern: '^[A-Za-z0-9_-]{43}(\\s+[A-Za-z0-9_-]{43})*$' },
  ),
  SMTP_URL: text('Where letters are handed over. Without it, demo shows them at /dev/mailbox.', {
    ...required,
    pattern: '^smtps?://',
    example: 'smtps://user:secret@smtp.example.no',
  }),
  MAIL_FROM: text('The sender of letters.', {
    ...required,
    pattern: '@',
    example: 'Etikkprisen <etikkprisen@example.no>',
  }),
  FIRST_ADMINISTRATOR: text('E-mail address of the person who invites the others.', {
    ...required,
    pattern: '^[^\\s@]+@[^\\s@]+$',
  }),
  HELP_EMAIL: Type.String({ default: 'etikkprisen@example.no', description: 'Shown as help on every page.' }),
  HELP_PHONE: Type.String({ default: '00 00 00 00', description: 'Shown as help on every page.' }),
  MAX_UPLOAD_BYTES: Type.Integer({
    default: 26_214_400,
    minimum: 1,
    description: 'Largest document, in bytes (25 MiB); an edition may allow less.',
  }),
  S3_ENDPOINT: text(
    'An object store that speaks S3, for documents, without a slash at the end. Without it they lie in DATA_DIR. With it, the other S3 settings are needed, too.',
    { pattern: '^https?://.+[^/]$', example: 'https://s3.example.no' },
  ),
  S3_BUCKET: text('The bucket for documents, made beforehand; nothing else should lie in it.', {
    example: 'etikkprisen',
  }),
  S3_REGION: Type.String({ default: 'us-east-1', description: 'The region that the object store expects.' }),
  S3_ACCESS_KEY_ID: text(
    'Who the service is to the object store: may read, write, delete and list in the bucket.',
  ),
  S3_SECRET_ACCESS_KEY: text('The secret that belongs to S3_ACCESS_KEY_ID.'),
  CLAMD_URL: text(
    'ClamAV’s service, for scanning documents: tcp://host:port or unix:/path. Without it they are shown as not scanned.',
    { pattern: '^(tcp://[^/]+:[0-9]+|unix:/.+)$', example: 'unix:/run/clamav/clamd.ctl' },
  ),
  SCAN_REQUIRED: Type.Union([Type.Literal('on'), Type.Literal('off')], {
    default: 'off',
    description:
      'on: nobody opens a document, and none is sent in, before it has been scanned. Needs CLAMD_URL.',
  }),
  ENHETSREGISTERET_URL: Type.String({
    default: 'https://data.brreg.no/enhetsregisteret/api',
    pattern: '^(https?://.+[^/]|off)$',
    description:
      'Where organisation numbers are looked up, without a slash at the end; off asks nobody. Where it does not answer, everything works and the number counts as not confirmed.',
  }),
  ENHETSREGISTERET_TIMEOUT: Type.Integer({
    default: 3000,
    minimum: 100,
    maximum: 30_000,
    description: 'How long a question to it may take, in milliseconds.',
  }),
  ARCHIVE_SCHEMA: text(
    'A folder with the schema files of the Fiks Arkiv specification (its Schema/V1). With it, what is delivered to an archive is held against them, too, before it is given out.',
    { example: '/srv/fiks-arkiv-specification/Schema/V1' },
  ),
  WORKER: Type.Union([Type.Literal('on'), Type.Literal('off')], {
    default: 'on',
    description:
      'off: this process sends no letters and does no due work; another one must. Every rule holds all the same.',
  }),
  LOG_LEVEL: Type.Optional(
    Type.Union(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].map((level) => Type.Literal(level)),
      {
        description:
          'fatal, error, warn, info, debug, trace or silent. Default: warn in demo, info in production.',
      },
    ),
  ),
  CLOSE_SECONDS: Type.Integer({
    default: 10,
    minimum: 1,
    description: 'How long requests under way may take after a stop signal.',
  }),
  SEED: Type.Union([Type.Literal('demo'), Type.Literal('history'), Type.Literal('none')], {
    default: 'demo',
    description:
      'Demo only, what an empty database starts with: past editions and one under way, past editions only, or nothing.',
  }),
  HISTORY_UNTIL: Type.Optional(
    Type.Integer({ description: 'Demo only: the last past edition to start with. Default: all.' }),
  ),
});

type Settings = Static<typeof settings>;
type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<Camel<Tail>>}`
  : Lowercase<S>;
type Completed = 'HOST' | 'BASE_URL' | 'SESSION_SECRET' | 'LOG_LEVEL';

/** What is said of each setting, by its name in the environment. */
export const settingNotes: Record<string, TSchema & Notes> = settings.properties;
interface Notes {
  description?: string;
  default?: string | number;
  example?: string;
  requiredInProduction?: true;
}

/** The settings by their names in camel case, checked and completed; DATA_DIR is absolute. */
export type Config = Readonly<
  { [K in Completed as Camel<K>]-?: NonNullable<Settings[K]> } & {
    [K in Exclude<keyof Settings, Completed> as Camel<K>]: Settings[K];
  } & {
    /** Of the service inside the service, on which a practice edition is played. No setting makes it. */
    practice?: boolean;
  }
>;

/** Settings that are missing or wrong, all of them, one a line. */
export class ConfigError extends Error {
  constructor(problems: string[]) {
    super(`The service cannot start with these settings:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the settings. An empty value counts as missing.
 *
 * @throws ConfigError naming everything that is missing or wrong at once
 */
export function loadConfig(env: Record<string, string | undefined> = process.env): Config {
  const names = Object.keys(settings.properties);
  const given = Object.fromEntries(
    names.map((name) => [name, env[name]?.trim()]).filter(([, value]) => value !== undefined && value !== ''),
  );
  const values = Value.Default(settings, Value.Convert(settings, given)) as Settings;
  const problems = [
    ...invalid(values),
    ...missing(values),
    ...badKey(values.SIGNING_KEY),
    ...noScanner(values),
    ...halfStore(values),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  const complete = { ...values, ...completed(values), DATA_DIR: path.resolve(values.DATA_DIR) };
  return Object.freeze(
    Object.fromEntries(Object.entries(complete).map(([name, value]) => [camel(name), value])),
  ) as unknown as Config;
}

function completed({ MODE, PORT, ...values }: Settings) {
  const demo = MODE === 'demo';
  return {
    HOST: values.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    BASE_URL: values.BASE_URL?.replace(/\/$/, '') ?? `http://localhost:${PORT}`,
    // Anyone may sign in as anyone in demo, so its secret protects nothing.
    SESSION_SECRET: values.SESSION_SECRET ?? 'demo-demo-demo-demo-demo-demo-demo',
    LOG_LEVEL: values.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
  };
}

function invalid(values: Settings): string[] {
  const names = new Set(
    Value.Errors(settings, values).map(({ instancePath }) => instancePath.split('/')[1] ?? ''),
  );
  return [...names].map((name) => `${name} is not valid: ${description(name)}`);
}

function missing(values: Settings): string[] {
  if (values.MODE !== 'production') return [];
  return Object.entries(settingNotes)
    .filter(([name, schema]) => schema.requiredInProduction && !(name in values))
    .map(([name]) => `${name} is missing: ${description(name)}`);
}

const noScanner = ({ SCAN_REQUIRED, CLAMD_URL }: Settings): string[] =>
  SCAN_REQUIRED === 'on' && !CLAMD_URL ? [`CLAMD_URL is missing: ${description('CLAMD_URL')}`] : [];

/** An object store is named whole or not at all. */
function halfStore(values: Settings): string[] {
  const names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  const absent = names.filter((name) => !values[name]);
  return absent.length === names.length
    ? []
    : absent.map((name) => `${name} is missing: ${description(name)}`);
}

function badKey(key: string | undefined): string[] {
  if (!key) return [];
  try {
    if (parsePrivateKey(key).asymmetricKeyType === 'ed25519') return [];
  } catch {
    // Not a key at all: the same sentence.
  }
  return [`SIGNING_KEY is not valid: ${description('SIGNING_KEY')}`];
}

/** The key object of a private key given as PEM or as base64 of PKCS 8 (DER). */
export function parsePrivateKey(key: string) {
  return key.startsWith('-----')
    ? createPrivateKey(key.replaceAll('\\n', '\n'))
    : createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
}

const description = (name: string) => settingNotes[name]?.description ?? '';

const camel = (name: string) =>
  name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
