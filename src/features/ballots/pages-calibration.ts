import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { formErrors, inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { mySeat, seatView } from '../jury/queries.ts';
import { isShared } from '../writing/device.ts';
import { deliverCalibration, openCalibration, saveCalibration } from './commands-calibration.ts';
import { calibrationParts, calibrationSheet, myCalibration } from './queries-calibration.ts';
import { CalibrationOpening, type MyCalibration } from './schema-calibration.ts';
import { changesIn, clashesIn, formOf, missingOn, renamed } from './score-form.ts';
import { calibrationPage, type CalibrationView } from './views-calibration.ts';

const here = '/jury/eksempel';
const dones: Record<string, CalibrationView['done']> = {
  lagret: 'saved',
  levert: 'delivered',
  apnet: 'opened',
};
interface Redrawn {
  input?: FormInput;
  errors?: FormError[];
  done?: CalibrationView['done'];
}

/** The made-up application as a juror scores it; side by side once it is shown. */
export async function calibrationPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'edition.seeCalibration' };

  async function mine(request: FastifyRequest): Promise<MyCalibration> {
    return myCalibration(db, request, (await mySeat(db, request)).edition_id);
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { input = {}, errors = [], done = null }: Redrawn,
  ): Promise<FastifyReply> {
    const seat = await mySeat(db, request);
    const own = await myCalibration(db, request, seat.edition_id);
    const parts = await calibrationParts(db, request, own);
    return reply.page(
      calibrationPage(
        {
          ...own,
          ...parts,
          seat: seatView(seat),
          id: own.editionId,
          me: request.actor?.personId ?? '',
          shared: isShared(request),
          version: 0,
          deadline: seat.state === 'judging' ? { at: seat.judging_ends_at, now: request.now } : null,
          done,
          errors,
          input: (name) => (name in input ? inputText(input, name) : undefined),
          clashes: clashesIn(parts.sheet, input),
        },
        request.lang,
      ),
    );
  }

  app.get(
    here,
    { config, schema: { querystring: Type.Object({ ferdig: Type.Optional(Type.String()) }) } },
    async (request, reply) => {
      if (!(await mySeat(db, request)).confirmed_at) return seeOther(reply, '/jury/fortrolighet');
      return show(request, reply, { done: dones[request.query.ferdig ?? ''] ?? null });
    },
  );

  app.post(here, { config: { action: 'edition.calibrate' } }, async (request, reply) => {
    const own = await mine(request);
    const sheet = await calibrationSheet(db, own);
    const saved = await submitForm(request, formOf(sheet), (given) =>
      transact(db, contextOf(request), (unit) =>
        saveCalibration(unit, own.editionId, changesIn(sheet, given as Record<string, unknown>)),
      ).catch(renamed(sheet)),
    );
    if (!saved.ok) return show(request, reply.code(saved.status), saved);
    return inputText(request.body as FormInput, 'then') === 'deliver'
      ? deliver(request, reply, own)
      : seeOther(reply, `${here}?ferdig=lagret`);
  });

  /** What was written is kept in any case; delivering names what is missing. */
  async function deliver(
    request: FastifyRequest,
    reply: FastifyReply,
    own: MyCalibration,
  ): Promise<FastifyReply> {
    try {
      await transact(db, contextOf(request), (unit) => deliverCalibration(unit, own.editionId));
      return seeOther(reply, `${here}?ferdig=levert`);
    } catch (error) {
      if (!(error instanceof Problem) || error.type !== 'process/unmet') throw error;
      const missing = missingOn(await calibrationSheet(db, await mine(request)), request.lang);
      return show(request, reply.code(409), {
        errors: missing.length ? missing : formErrors(error.errors, request.lang),
      });
    }
  }

  app.post(`${here}/apne`, { config: { action: 'edition.openCalibration' } }, async (request, reply) => {
    const { editionId } = await mine(request);
    const sent = await submitForm(request, CalibrationOpening, ({ reason }) =>
      transact(db, contextOf(request), (unit) => openCalibration(unit, editionId, reason)),
    );
    return sent.ok ? seeOther(reply, `${here}?ferdig=apnet`) : show(request, reply.code(sent.status), sent);
  });
}
