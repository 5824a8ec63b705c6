import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { transact, type Unit } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { formErrors, inputText, localPath, readForm, refusal, seeOther } from '../../platform/http/forms.ts';
import { describe, Problem, problem } from '../../platform/http/problem.ts';
import { deviceCookie, isShared } from '../writing/device.ts';
import { newSecret } from '../../platform/secrets.ts';
import type { Services } from '../../platform/services.ts';
import { beginSession, enterByCode, enterByLink, requestSignIn, type Attempt } from './commands.ts';
import { discardKeptForm } from './kept-forms.ts';
import { keptFormById, pendingByBrowser, pendingByToken } from './queries.ts';
import { codeForm, emailForm, limits } from './schema.ts';
import { endSession } from './sessions.ts';
import { KEPT_FORM_PATH } from './session.ts';
import { codePage, deadEndPage, keptFormPage, linkPage, signedOutPage, signInPage } from './views.ts';

const START = '/min-side';
const isKept = (path: string): boolean => path.startsWith(`${KEPT_FORM_PATH}/`);
const anyone = { config: { action: 'anyone' } };
const kept = {
  config: { action: 'signedIn' },
  schema: { params: Type.Object({ id: Type.String({ format: 'uuid' }) }) },
};

/** Signing in and out, and what was kept of somebody whose sign-in ran out. */
export async function signInPages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { db, config } = services;
  const https = config.baseUrl.startsWith('https:');
  const browserCookie = https ? '__Host-login' : 'login';
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const;

  /** Before anybody is known, the service itself acts. */
  const alone = <T>(request: FastifyRequest, work: (unit: Unit) => Promise<T>): Promise<T> =>
    transact(db, { actor: systemActor, now: request.now, requestId: request.id }, work);

  async function comeIn(
    request: FastifyRequest,
    reply: FastifyReply,
    attempt: Attempt & { ok: true },
  ): Promise<FastifyReply> {
    const { entry } = attempt;
    const id = await alone(request, (unit) => beginSession(unit, entry, request.sessionId()));
    reply.session(id).clearCookie(browserCookie, cookieOptions);
    return seeOther(
      reply,
      entry.nameless ? `/min-side/profil?${new URLSearchParams({ til: entry.returnTo })}` : entry.returnTo,
    );
  }

  app.get(
    '/logg-inn',
    { ...anyone, schema: { querystring: Type.Object({ til: Type.Optional(Type.String()) }) } },
    async (request, reply) => {
      const returnTo = localPath(request.query.til, START);
      if (request.actor) return seeOther(reply, returnTo);
      return reply.page(
        signInPage(
          { email: '', returnTo, kept: isKept(returnTo), shared: isShared(request), errors: [] },
          request.lang,
        ),
      );
    },
  );

  app.post('/logg-inn', anyone, async (request, reply) => {
    const form = readForm(emailForm, request.body);
    const returnTo = localPath(inputText(form.input, 'til'), START);
    const redraw = (status: number, errors: ReturnType<typeof formErrors>) =>
      reply.code(status).page(
        signInPage(
          {
            email: inputText(form.input, 'email'),
            returnTo,
            kept: isKept(returnTo),
            shared: inputText(form.input, 'shared') !== '',
            errors,
          },
          request.lang,
        ),
      );
    if (!form.ok) return redraw(422, formErrors(form.errors, request.lang));
    const browser = request.cookies[browserCookie] ?? newSecret();
    const { email, asked, shared } = form.value;
    if (asked) deviceCookie(reply, shared, config.baseUrl);
    try {
      await alone(request, (unit) =>
        requestSignIn(unit, config, { email, returnTo, browser, source: request.ip, language: request.lang }),
      );
    } catch (error) {
      if (!(error instanceof Problem) || error.type !== 'request/too-many') throw error;
      reply.header('retry-after', error.params['seconds']);
      return redraw(429, refusal(error, request.lang));
    }
    reply.setCookie(browserCookie, browser, { ...cookieOptions, maxAge: limits.remembered / 1000 });
    return seeOther(reply, '/logg-inn/kode');
  });

  app.get('/logg-inn/kode', anyone, async (request, reply) => {
    const pending = await pendingBy(request);
    if (!pending) return seeOther(reply, request.actor ? START : '/logg-inn');
    return reply.page(codePage({ ...pending, errors: [], spent: false }, request.lang));
  });
  const pendingBy = async (request: FastifyRequest) => {
    const browser = request.cookies[browserCookie];
    return browser ? pendingByBrowser(db, browser) : undefined;
  };

  app.post('/logg-inn/kode', anyone, async (request, reply) => {
    const pending = await pendingBy(request);
    if (!pending) return seeOther(reply, '/logg-inn');
    const form = readForm(codeForm, request.body);
    const code = inputText(form.input, 'code').replace(/\s/g, '');
    const redraw = (status: number, errors: ReturnType<typeof formErrors>, spent = false) =>
      reply.code(status).page(codePage({ ...pending, errors, spent }, request.lang));
    // Something that cannot be a code is a slip of the keyboard and costs no try.
    if (!/^\d{6}$/.test(code))
      return redraw(
        422,
        formErrors([{ field: 'code', message: (t) => t.signIn.codeWrongShape }], request.lang),
      );
    const browser = request.cookies[browserCookie] as string;
    const attempt = await alone(request, (unit) =>
      enterByCode(unit, config, { browser, code, language: request.lang }),
    );
    if (attempt.ok) return comeIn(request, reply, attempt);
    const { type, status } = attempt.problem;
    const errors = refusal(attempt.problem, request.lang).map((error) => ({
      ...error,
      ...(type === 'auth/code-wrong' ? { field: 'code' } : {}),
    }));
    return redraw(status, errors, type !== 'auth/code-wrong');
  });

  const byToken = { ...anyone, schema: { params: Type.Object({ token: Type.String({ maxLength: 100 }) }) } };

  app.get('/logg-inn/lenke/:token', byToken, async (request, reply) => {
    const { token } = request.params;
    const pending = await pendingByToken(db, token);
    if (pending) return reply.page(linkPage({ email: pending.email, token }, request.lang));
    // Opened once more by somebody who came in with it: they are where they wanted to be.
    return request.actor ? seeOther(reply, START) : deadEnd(request, reply, problem('auth/link-expired'));
  });
  const deadEnd = (request: FastifyRequest, reply: FastifyReply, found: Problem) =>
    reply.code(found.status).page(deadEndPage(describe(found, request.lang), request.lang));

  app.post('/logg-inn/lenke/:token', byToken, async (request, reply) => {
    const attempt = await alone(request, (unit) =>
      enterByLink(unit, { token: request.params.token, language: request.lang }),
    );
    if (attempt.ok) return comeIn(request, reply, attempt);
    return request.actor ? seeOther(reply, START) : deadEnd(request, reply, attempt.problem);
  });

  app.post('/logg-ut', anyone, async (request, reply) => {
    const id = request.sessionId();
    if (id) await endSession(db, id);
    // What a browser keeps of unsaved text goes with the session, also where no script runs.
    return seeOther(reply.session(null).header('clear-site-data', '"storage"'), '/logg-ut');
  });
  const goneQuery = Type.Object({ konto: Type.Optional(Type.Literal('slettet')) });
  app.get('/logg-ut', { ...anyone, schema: { querystring: goneQuery } }, async (request, reply) =>
    request.actor
      ? seeOther(reply, START)
      : reply.page(signedOutPage(request.lang, request.query.konto !== undefined)),
  );

  app.get(`${KEPT_FORM_PATH}/:id`, kept, async (request, reply) => {
    const found = await keptFormById(db, request.actor, request.params.id);
    if (!found) throw problem('not-found');
    return reply.page(keptFormPage(found, `${KEPT_FORM_PATH}/${found.id}`, request.lang));
  });
  app.post(`${KEPT_FORM_PATH}/:id/forkast`, kept, async (request, reply) => {
    await discardKeptForm(db, request.actor, request.params.id);
    return seeOther(reply, START);
  });
}
