import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { demand, findEdition } from '../editions/queries.ts';
import { demandSamePerson, signedInAs } from '../writing/same-person.ts';
import {
  deliverCalibration,
  openCalibration,
  saveCalibration,
  setCalibration,
} from './commands-calibration.ts';
import { calibrationParts, calibrationSetup, myCalibration } from './queries-calibration.ts';
import { CalibrationIn, CalibrationOpening } from './schema-calibration.ts';
import { lineOut, nullable, ScoreChanges } from './schema.ts';
import { criterionIn } from './words.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tags = ['ballots'];
const version = Type.Integer({ minimum: 0 });
const instantText = Type.String({ format: 'date-time' });
const given = {
  criterionId: lineOut.criterionId,
  score: lineOut.score,
  notDescribed: lineOut.notDescribed,
  met: lineOut.met,
  assessment: lineOut.assessment,
};
const CalibrationOut = Type.Object({
  texts: CalibrationIn.properties.texts,
  deliveredAt: nullable(instantText),
  writable: Type.Boolean(),
  scale: nullable(Type.Object({ min: Type.Integer(), max: Type.Integer() })),
  scores: Type.Array(Type.Object({ ...lineOut, version: Type.Integer() })),
  opened: nullable(
    Type.Object({
      at: instantText,
      by: nullable(Type.String({ description: 'The chair; null where everybody had delivered' })),
      reason: nullable(Type.String()),
    }),
  ),
  jurors: nullable(
    Type.Array(
      Type.Object({
        name: Type.String(),
        organisation: Type.String(),
        scores: Type.Array(Type.Object(given)),
      }),
    ),
    { description: 'Side by side, once it is opened and the reader has delivered' },
  ),
  progress: nullable(
    Type.Object({
      delivered: Type.Integer(),
      expected: Type.Integer(),
      missing: Type.Array(Type.String()),
    }),
    { description: 'For the chair, while it is not opened' },
  ),
});

/** The made-up application that the jury scores first. */
export async function calibrationApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/calibration',
    {
      config: { action: 'edition.seeCalibration' },
      schema: {
        tags,
        summary: 'The made-up application that my jury scores first, with what I have given on it',
        params,
        response: { 200: CalibrationOut },
      },
    },
    async (request) => {
      const mine = await myCalibration(db, request, request.params.id);
      const { sheet, scale, jurors, progress } = await calibrationParts(db, request, mine);
      return {
        texts: mine.texts,
        deliveredAt: mine.deliveredAt?.toISOString() ?? null,
        writable: mine.writable,
        scale: sheet.some(({ scored }) => scored) ? { min: scale.min, max: scale.max } : null,
        scores: sheet.map(({ texts, scored: _scored, ...line }) => ({
          ...line,
          name: criterionIn(texts, request.lang).name,
        })),
        opened: mine.openedAt && {
          at: mine.openedAt.toISOString(),
          by: mine.openedBy,
          reason: mine.reason,
        },
        jurors:
          jurors?.map(({ name, organisation, given: scores }) => ({
            name,
            organisation,
            scores: [...scores],
          })) ?? null,
        progress: progress && { ...progress, missing: [...progress.missing] },
      };
    },
  );

  app.patch(
    '/editions/:id/calibration/scores',
    {
      config: { action: 'edition.calibrate' },
      schema: {
        tags,
        summary: 'Save what I give on the made-up application, as on a ballot',
        params,
        headers: signedInAs,
        body: ScoreChanges,
        response: {
          200: Type.Object({ savedAt: instantText, scores: Type.Record(Type.String(), version) }),
        },
      },
    },
    async (request) => {
      demandSamePerson(request);
      const saved = await transact(db, contextOf(request), (unit) =>
        saveCalibration(unit, request.params.id, request.body.scores),
      );
      return { ...saved, savedAt: request.now.toISOString() };
    },
  );

  app.post(
    '/editions/:id/calibration/delivery',
    {
      config: { action: 'edition.calibrate' },
      schema: {
        tags,
        summary: 'Deliver it for good: my ballots open, and the last one opens it for all',
        params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => deliverCalibration(unit, request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/editions/:id/calibration/opening',
    {
      config: { action: 'edition.openCalibration' },
      schema: {
        tags,
        summary: 'Show it side by side before everybody has delivered, with a reason',
        params,
        body: CalibrationOpening,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) =>
        openCalibration(unit, request.params.id, request.body.reason),
      );
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/editions/:id/calibration/setup',
    {
      config: { action: 'edition.manage' },
      schema: {
        tags,
        summary: 'How the made-up application is set up; null where it is not',
        params,
        response: { 200: Type.Object({ calibration: nullable(CalibrationIn) }) },
      },
    },
    async (request) => {
      demand(await findEdition(db, request, request.params.id), 'manage');
      return { calibration: await calibrationSetup(db, request.params.id) };
    },
  );

  app.put(
    '/editions/:id/calibration/setup',
    {
      config: { action: 'edition.setCalibration' },
      schema: {
        tags,
        summary: 'Write the made-up application, and turn it on or off: until the jury judges',
        params,
        body: CalibrationIn,
        response: { 200: Type.Object({ version }) },
      },
    },
    (request) =>
      transact(db, contextOf(request), (unit) => setCalibration(unit, request.params.id, request.body)),
  );
}
