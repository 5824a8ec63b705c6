/** The case cannot be read. `cell` names the place in the input, for example `scores[2][1][0]` or `weights[3]`. */
export class InputError extends Error {
  readonly cell: string;

  constructor(cell: string, problem: string) {
    super(`${cell} ${problem}`);
    this.name = 'InputError';
    this.cell = cell;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as it stood in the input, short enough for a message. */
export function show(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
