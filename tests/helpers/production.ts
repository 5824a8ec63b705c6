import { generateKeyPairSync } from 'node:crypto';

/** Every setting that production asks for, invented. */
export const productionSettings = (): Record<string, string> => ({
  MODE: 'production',
  BASE_URL: 'https://etikkprisen.example.no',
  DATABASE_URL: 'postgres://app@localhost/none',
  SESSION_SECRET: 'a-secret-of-the-tests-that-nobody-guesses',
  SIGNING_KEY: generateKeyPairSync('ed25519')
    .privateKey.export({ format: 'der', type: 'pkcs8' })
    .toString('base64'),
  SMTP_URL: 'smtp://localhost:2525',
  MAIL_FROM: 'Etikkprisen <etikkprisen@example.no>',
  FIRST_ADMINISTRATOR: 'first@example.no',
});
