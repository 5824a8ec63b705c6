/** The same with several applications: what would happen is shown first, and what did afterwards. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import Value from 'typebox/value';
import { contextOf, transactReading } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import { sendZip } from '../../platform/http/attachments.ts';
import { inputText, readForm, readMoment, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import type { JudgedEdition } from '../editions/queries.ts';
import { archive, takeOutMarked } from '../packages/commands.ts';
import { columnQuery, columnsIn } from './schema-columns.ts';
import { doSeveral, rehearse } from './commands.ts';
import {
  markedForms,
  markedIn,
  markedQuery,
  type BulkAction,
  type Marked,
  type MarkedForm,
  type Task,
} from './schema-marked.ts';
import { filterOf, filterQuery } from './schema.ts';
import { managed, showTable } from './pages-show.ts';
import { previewPage, reportPage } from './views-bulk.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ editionId: uuid });
/** What the table was chosen by, as its address had it. */
const tableQuery = Type.Object({
  ...filterQuery,
  ...columnQuery,
  after: Type.Optional(uuid),
  before: Type.Optional(uuid),
});

export async function nominationBulkPages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { db } = services;
  const config = { action: 'edition.manage' };

  app.get(
    '/sekretariat/:editionId/soknader/flere',
    { config, schema: { params, querystring: markedQuery } },
    async (request, reply) => {
      const { what: action, fra = '', nomination } = request.query;
      const edition = await managed(db, request, request.params.editionId);
      const marked = markedIn(nomination);
      if (marked.length === 0) return nothingChosen(request, reply, edition, fra);
      return preview(request, reply, { edition, action, from: fra, marked });
    },
  );

  app.post(
    '/sekretariat/:editionId/soknader/flere',
    { config, schema: { params } },
    async (request, reply) => {
      const edition = await managed(db, request, request.params.editionId);
      const type = taskIn(request.body);
      const from = inputText(request.body as FormInput, 'fra');
      const marked = markedIn(inputText(request.body as FormInput, 'nominations') || []);
      if (marked.length === 0) return nothingChosen(request, reply, edition, from);
      const several = { editionId: edition.id, marked, lang: request.lang };
      const sent = await submitForm(request, markedForms[type], (fields) =>
        doSeveral(db, contextOf(request), several, taskOf(type, fields)),
      );
      if (sent.ok)
        return reply.page(reportPage({ edition, action: type, from, outcome: sent.result }, request.lang));
      return preview(request, reply.code(sent.status), {
        edition,
        action: type,
        from,
        marked,
        input: sent.input,
        errors: sent.errors,
      });
    },
  );

  app.post(
    '/sekretariat/:editionId/soknader/flere.zip',
    { config, schema: { params } },
    async (request, reply) => {
      const { id: editionId } = await managed(db, request, request.params.editionId);
      const form = readForm(markedForms.package, request.body);
      if (!form.ok) throw problem('request/invalid', {}, form.errors);
      const ids = markedIn(form.value.nominations).map(({ id }) => id);
      const made = await transactReading(db, contextOf(request), (unit) =>
        takeOutMarked(unit, services, { editionId, ids }),
      );
      request.opens = made.opens;
      return sendZip(reply, made.name, archive(made));
    },
  );

  async function preview(
    request: FastifyRequest,
    reply: FastifyReply,
    view: {
      edition: JudgedEdition;
      action: BulkAction;
      from: string;
      marked: readonly Marked[];
      input?: FormInput;
      errors?: readonly FormError[];
    },
  ): Promise<FastifyReply> {
    const { edition, action, from, marked, input = {}, errors = [] } = view;
    const several = { editionId: edition.id, marked, lang: request.lang };
    const outcome = await rehearse(db, contextOf(request), several, { action, edition });
    const written = (name: string) => inputText(input, name);
    const shown = { edition, action, from, outcome, errors, input: written, at: request.now };
    return reply.page(previewPage(shown, request.lang));
  }

  /** No ticks are no applications: the table again, where one was. */
  async function nothingChosen(
    request: FastifyRequest,
    reply: FastifyReply,
    edition: JudgedEdition,
    from: string,
  ): Promise<FastifyReply> {
    const { after, before, ...asked } = queryOf(from);
    return showTable(db, request, reply.code(422), {
      edition,
      filter: filterOf(asked),
      place: { after, before },
      named: columnsIn(asked),
      nothingChosen: true,
    });
  }
}

/** What the table was chosen by; nothing where that is not an address of it. */
function queryOf(from: string) {
  const given = Object.fromEntries(
    [...Map.groupBy(new URLSearchParams(from), ([name]) => name)].map(([name, values]) => [
      name,
      values.length === 1 ? values[0]?.[1] : values.map(([, value]) => value),
    ]),
  );
  return Value.Check(tableQuery, given) ? given : {};
}

/** What the form is about, before the rest of it is read. @throws request/invalid */
function taskIn(body: unknown): Task['type'] {
  const action = inputText(body as FormInput, 'what');
  if (action === 'admit' || action === 'return' || action === 'extend' || action === 'note') return action;
  throw problem('request/invalid', {}, [{ field: 'what', message: (t) => t.fieldErrors.choose }]);
}

/** @throws request/invalid for a moment that is none */
function taskOf(type: Task['type'], fields: unknown): Task {
  switch (type) {
    case 'admit':
      return { type };
    case 'return': {
      const { part, reason, note, due, dueTime } = fields as MarkedForm<'return'>;
      return { type, part, reason, note, dueAt: momentOf('due', due, dueTime) };
    }
    case 'extend': {
      const { reason, until, untilTime } = fields as MarkedForm<'extend'>;
      return { type, reason, until: momentOf('until', until, untilTime) };
    }
    default: {
      const { text, at } = fields as MarkedForm<'note'>;
      return { type, text, at: instant(at) };
    }
  }
}

function momentOf(name: string, date: string, time: string) {
  const read = readMoment(name, date, time, { deadline: true });
  if (!read.ok) throw problem('request/invalid', {}, read.errors);
  return read.instant;
}
