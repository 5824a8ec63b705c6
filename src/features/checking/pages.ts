/** Checking a signed document: the page where anybody can, and the key it is compared with. Public, the same for everyone. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { publicKeys } from '../../platform/signing-key.ts';
import { publicHref } from '../../ui/links.ts';
import { LANGS } from '../../ui/text/index.ts';
import { arithmeticVersion } from '../../core/record/code-version.ts';
import { checkingModule } from './modules.ts';
import { checkingPage } from './views.ts';

const config = { action: 'public' };

export async function checkingPages(
  app: FastifyInstance,
  { services: { signing, config: settings } }: { services: Services },
): Promise<void> {
  const keys = publicKeys(signing);
  for (const lang of LANGS)
    app.get(publicHref(lang, '/kontroller'), { config }, async (request, reply) => {
      request.lang = lang;
      return reply.publicPage({
        ...checkingPage(
          {
            keys,
            demo: signing.demo,
            baseUrl: settings.baseUrl,
            result: { module: checkingModule, code: arithmeticVersion },
          },
          lang,
        ),
        lang,
        path: '/kontroller',
      });
    });

  // The keys as programs read them (RFC 7517, RFC 8037) and as openssl does.
  const jwks = {
    keys: keys.map((x) => ({ kty: 'OKP', crv: 'Ed25519', x, use: 'sig', alg: 'EdDSA', kid: thumbprint(x) })),
  };
  app.get('/.well-known/jwks.json', { config }, async (_request, reply) =>
    reply.type('application/jwk-set+json').send(`${JSON.stringify(jwks, null, 2)}\n`),
  );
  const pem = signing.publicKey.export({ format: 'pem', type: 'spki' });
  app.get('/nokkel.pem', { config }, async (_request, reply) =>
    reply.type('application/x-pem-file').header('content-disposition', 'attachment').send(pem),
  );
}

/** RFC 7638: names a key by its content. */
const thumbprint = (x: string): string =>
  createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');
