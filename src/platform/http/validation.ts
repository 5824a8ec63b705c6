/** What a schema found wrong, as one problem error a field, in words for people. */
import Format from 'typebox/format';
import System from 'typebox/system';
import type { TLocalizedValidationError } from 'typebox/error';
import type { Message } from '../../ui/text/index.ts';
import type { ProblemError } from './problem.ts';

// What JavaScript and the database know as well: no leap second, no name of a zone, no year 0.
const hasYear = (text: string): boolean => !text.startsWith('0000');
Format.Set(
  'date-time',
  (text) => Format.IsDateTime(text) && hasYear(text) && !Number.isNaN(Date.parse(text)),
);
Format.Set('date', (text) => Format.IsDate(text) && hasYear(text));

// The default of 8 would hide the rest, and everything that is wrong is told at once.
System.Settings.Set({ maxErrors: 200 });

export type SchemaError = Pick<TLocalizedValidationError, 'keyword' | 'instancePath' | 'params'>;

/** '/answers/0/text' of a schema error as 'answers.0.text'. */
const fieldOf = (path: string): string =>
  path.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');

/** Of a text that has to say something: spaces alone do not. */
export const NOT_BLANK = '\\S';

const inside = (path: string, names: readonly string[]): string[] =>
  names.map((name) => (path === '' ? name : `${fieldOf(path)}.${name}`));

/** One error a field, in the order in which the schema found them. `value` tells an empty text from a short one. */
export function fieldProblems(errors: readonly SchemaError[], value?: unknown): ProblemError[] {
  const found = new Map<string, Message>();
  const say = (field: string, message: Message): void => {
    if (!found.has(field)) found.set(field, message);
  };
  // Alternatives of a union are told once, as the union.
  const unions = new Set(errors.filter((e) => e.keyword === 'anyOf').map((e) => e.instancePath));
  for (const error of errors) {
    const params = error.params as Record<string, unknown>;
    if (error.keyword === 'required') {
      for (const field of inside(error.instancePath, params['requiredProperties'] as string[])) {
        say(field, (t) => t.fieldErrors.required);
      }
    } else if (error.keyword === 'additionalProperties') {
      for (const field of inside(error.instancePath, params['additionalProperties'] as string[])) {
        say(field, (t) => t.fieldErrors.unknownField);
      }
    } else if (error.keyword !== 'boolean') {
      const choice = unions.has(error.instancePath) ? 'enum' : error.keyword;
      say(fieldOf(error.instancePath), messageOf(choice, params, at(value, error.instancePath) === ''));
    }
  }
  return [...found].map(([field, message]) => (field === '' ? { message } : { field, message }));
}

function at(value: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}

function messageOf(keyword: string, params: Record<string, unknown>, empty: boolean): Message {
  const limit = Number(params['limit']);
  if (empty)
    return (t) => (keyword === 'enum' || keyword === 'const' ? t.fieldErrors.choose : t.fieldErrors.required);
  switch (keyword) {
    case 'minLength':
      return (t) => t.fieldErrors.tooShort(limit);
    case 'maxLength':
      return (t) => t.fieldErrors.tooLong(limit);
    case 'minimum':
    case 'exclusiveMinimum':
      return (t) => t.fieldErrors.tooSmall(limit);
    case 'maximum':
    case 'exclusiveMaximum':
      return (t) => t.fieldErrors.tooLarge(limit);
    case 'minItems':
      return (t) => t.fieldErrors.tooFew(limit);
    case 'maxItems':
      return (t) => t.fieldErrors.tooMany(limit);
    case 'enum':
      return (t) => t.fieldErrors.choose;
    case 'const':
      return (t) => (params['allowedValue'] === true ? t.fieldErrors.mustConfirm : t.fieldErrors.choose);
    case 'pattern':
      return (t) => (params['pattern'] === NOT_BLANK ? t.fieldErrors.required : t.fieldErrors.notAllowed);
    case 'format':
      return formatMessage(String(params['format']));
    case 'type':
      return typeMessage(params['type']);
    default:
      return (t) => t.fieldErrors.notAllowed;
  }
}

function formatMessage(format: string): Message {
  if (format === 'email') return (t) => t.fieldErrors.notEmail;
  if (format === 'date') return (t) => t.fieldErrors.notDate;
  if (format === 'time') return (t) => t.fieldErrors.notTime;
  return (t) => t.fieldErrors.notAllowed;
}

function typeMessage(type: unknown): Message {
  if (type === 'integer') return (t) => t.fieldErrors.notInteger;
  if (type === 'number') return (t) => t.fieldErrors.notNumber;
  return (t) => t.fieldErrors.notAllowed;
}
