/**
 * Forms as browsers send them: text fields by name, read with a TypeBox schema. Nothing is dropped in
 * silence, all errors come at once, and what the person wrote is handed back for the page to show again.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TObject, TSchema } from 'typebox';
import Value from 'typebox/value';
import type { FormError } from '../../ui/components/forms.ts';
import { say, texts } from '../../ui/text/index.ts';
import type { Lang } from '../../ui/text/index.ts';
import { parseOslo, parseOsloDeadline } from '../clock.ts';
import { fromDatabase, isDatabaseError } from './constraints.ts';
import { describe, Problem } from './problem.ts';
import type { ProblemError } from './problem.ts';
import { fieldProblems } from './validation.ts';

/** The fields as they were sent, for filling in the same page again. */
export type FormInput = Readonly<Record<string, string | readonly string[] | undefined>>;

export type Read<T> =
  | { ok: true; value: T; input: FormInput }
  | { ok: false; errors: ProblemError[]; input: FormInput };

/**
 * Reads a form. By the schema of each field: numbers may have a decimal comma, a boolean is a checkbox
 * (ticked when sent), an array takes one or several values, texts lose the spaces around them, and an
 * optional field left empty is absent.
 */
export function readForm<T extends TObject>(schema: T, body: unknown): Read<Static<T>> {
  const input = { ...(body as Record<string, string | string[]> | null) };
  const value: Record<string, unknown> = {};
  const errors: ProblemError[] = [];
  const optional = (name: string): boolean => !(schema.required as string[] | undefined)?.includes(name);
  for (const [name, property] of Object.entries(schema.properties as Record<string, TSchema>)) {
    const given = convert(property, input[name], optional(name));
    if (given !== undefined) value[name] = given;
    else if (!optional(name)) errors.push({ field: name, message: missing(property) });
    if (given !== undefined && !Value.Check(property, given)) errors.push(...named(name, property, given));
  }
  for (const name of Object.keys(input)) {
    if (!(name in schema.properties))
      errors.push({ field: name, message: (t) => t.fieldErrors.unknownField });
  }
  return errors.length === 0 ? { ok: true, value: value as Static<T>, input } : { ok: false, errors, input };
}

function named(name: string, property: TSchema, given: unknown): ProblemError[] {
  return fieldProblems(Value.Errors(property, given), given).map(({ message }) =>
    message === undefined ? { field: name } : { field: name, message },
  );
}

/** A choice that was not made is asked for in other words than a text that was not written. */
function missing(property: TSchema): NonNullable<ProblemError['message']> {
  const { anyOf, enum: values, const: only } = property as Record<string, unknown>;
  return (t) => (anyOf || values || only !== undefined ? t.fieldErrors.choose : t.fieldErrors.required);
}

function convert(property: TSchema, sent: string | string[] | undefined, optional: boolean): unknown {
  const { type } = property as { type?: string };
  if (type === 'array') return sent === undefined ? [] : [sent].flat().map((one) => one.trim());
  if (type === 'boolean') return sent !== undefined && sent !== '';
  if (sent === undefined) return undefined;
  if (Array.isArray(sent)) return sent; // one value was wanted: the schema says so
  const text = sent.replace(/\r\n/g, '\n').trim();
  if (text === '' && (optional || type !== 'string')) return undefined;
  if (type === 'number' || type === 'integer') {
    const plain = text
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace(',', '.')
      .replace('\u2212', '-');
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
  }
  return text;
}

/** Errors in the reader's language, for `errorSummary` and `errorsByField`. */
export function formErrors(errors: readonly ProblemError[], lang: Lang): FormError[] {
  const t = texts(lang);
  return errors.map(({ field, requirement, message }) => ({
    field,
    message:
      message === undefined ? (t.requirements[requirement ?? ''] ?? requirement ?? '') : say(message, t),
  }));
}

export type Sent<R> =
  | { ok: true; result: R }
  | { ok: false; status: number; errors: FormError[]; input: FormInput };

/**
 * A posted form from start to end: reads it, does the work, and turns what is wrong with the form or what
 * the work refused (409, 413, 415, 422) into errors for the same page. Anything else is thrown on.
 */
export async function submitForm<T extends TObject, R>(
  request: FastifyRequest,
  schema: T,
  work: (value: Static<T>) => Promise<R>,
): Promise<Sent<R>> {
  const form = readForm(schema, request.body);
  const { input } = form;
  if (!form.ok) return { ok: false, status: 422, errors: formErrors(form.errors, request.lang), input };
  try {
    return { ok: true, result: await work(form.value) };
  } catch (error) {
    // What the database refuses, the form says as well, with what was typed.
    const refused = isDatabaseError(error) ? fromDatabase(error) : error;
    if (!(refused instanceof Problem) || !REDRAWN.has(refused.status)) throw error;
    return { ok: false, status: refused.status, errors: refusal(refused, request.lang), input };
  }
}

const REDRAWN = new Set([409, 413, 415, 422]);

/** What a command refused, as errors of the form: its own list, or the one sentence of the problem. */
export function refusal(problem: Problem, lang: Lang): FormError[] {
  if (problem.errors.length > 0) return formErrors(problem.errors, lang);
  const { title, detail } = describe(problem, lang);
  return [{ message: `${title}. ${detail}` }];
}

/** The value of one field to show again: the last one where a name came more than once. */
export function inputText(input: FormInput | null | undefined, name: string): string {
  const value = input?.[name];
  return (Array.isArray(value) ? value.at(-1) : (value as string | undefined)) ?? '';
}

/**
 * The instant of a `dateTimeField`, from its date and time; a fault becomes an error of that field.
 * A deadline at 23.59 includes its minute.
 */
export function readMoment(
  name: string,
  date: string,
  time: string,
  options: { deadline?: boolean } = {},
): { ok: true; instant: Date } | { ok: false; errors: ProblemError[] } {
  const read = options.deadline ? parseOsloDeadline(date, time) : parseOslo(date, time);
  if (read.ok) return read;
  const { fault } = read;
  return {
    ok: false,
    errors: [{ field: fault === 'notDate' ? name : `${name}Time`, message: (t) => t.fieldErrors[fault] }],
  };
}

/** 303: the browser gets the next page with GET, so that reloading does not send the form again. */
export function seeOther(reply: FastifyReply, path: string): FastifyReply {
  return reply.redirect(path, 303);
}

/** The page of this site that the browser says it comes from; undefined where it does not, or comes from elsewhere. */
export function cameFrom({ headers, host }: Pick<FastifyRequest, 'headers' | 'host'>): string | undefined {
  const from = URL.parse(headers.referer ?? '');
  const ours = from && URL.parse(`${from.protocol}//${host}`)?.host === from.host;
  return ours ? from.pathname + from.search : undefined;
}

/** The page that was asked for, or the one whose form was sent; `fallback` where the browser does not say which. */
export function pageAsked(request: FastifyRequest, fallback: string): string {
  if (request.method === 'GET' || request.method === 'HEAD') return request.url;
  return localPath(cameFrom(request), fallback);
}

/** A path on this site to return to, or `fallback` when it leads elsewhere. */
export function localPath(path: string | undefined, fallback = '/'): string {
  return path !== undefined && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) ? path : fallback;
}
