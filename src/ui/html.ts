/**
 * The only way to make HTML here. Everything interpolated is escaped unless it is itself `Html`,
 * so that nesting needs no "raw" escape hatch and the type system can tell safe from unsafe.
 */

/** A piece of markup that is safe to send. Can only be made by `html`, `attrs`, `join` and `jsonData`. */
export class Html {
  readonly #text: string;
  /** Not for features: use the `html` tag. */
  constructor(text: string, key: typeof KEY) {
    if (key !== KEY) throw new TypeError('Html is made with the html tag');
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}
const KEY: unique symbol = Symbol('html');

/** What may stand in `${}`: text is escaped, arrays are joined, null, undefined and false vanish. */
export type Content = Html | string | number | bigint | null | undefined | false | readonly Content[];

const SPECIAL = /[&<>"']/;
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes for element content and for quoted attribute values alike. */
export function escapeHtml(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[&<>"']/g, (char) => ENTITIES[char] as string) : text;
}

function render(value: Content): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value instanceof Html) return value.toString();
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) {
    let text = '';
    for (const item of value as readonly Content[]) text += render(item);
    return text;
  }
  return escapeHtml(String(value));
}

/** Tagged template: html`<p>${anything}</p>`. Attribute values must be quoted in the template. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  let text = strings[0] as string;
  for (let i = 0; i < values.length; i++) text += render(values[i]) + strings[i + 1];
  return new Html(text, KEY);
}

/** Nothing: for a branch without markup where an Html is wanted. */
export const nothing: Html = html``;

/** Joins pieces with a separator that is escaped like everything else. */
export function join(items: readonly Content[], separator: Content = ''): Html {
  const between = render(separator);
  return new Html(items.map(render).join(between), KEY);
}

/** Data for machines within a page: no script, and nothing in it can end the element. */
export function jsonData(type: 'application/ld+json', data: object): Html {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Html(`<script type="${type}">${json}</script>`, KEY);
}

const SAFE_SCHEMES = new Set(['http', 'https', 'mailto', 'tel']);

/**
 * An address that is safe in href, src and action: relative, http(s), mailto or tel.
 * Anything else (javascript:, data:, also when disguised with control characters) becomes '#'.
 */
export function url(address: string): string {
  // Browsers drop these before they read the scheme, so they are dropped before it is judged.
  // oxlint-disable-next-line no-control-regex
  const bare = address.replace(/[\u0000-\u0020\u007f-\u009f]/g, '');
  const scheme = /^([^/?#:]*):/.exec(bare)?.[1];
  return scheme === undefined || SAFE_SCHEMES.has(scheme.toLowerCase()) ? address : '#';
}

const URL_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction']);

/** Attribute values: true gives the bare name; false, null and undefined leave the attribute out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** html`<input${attrs({ id, required: true })}>`: begins with a space, guards addresses with `url`. */
export function attrs(attributes: Attributes): Html {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (!/^[a-z][a-z0-9-]*$/i.test(name)) throw new TypeError(`not an attribute name: ${name}`);
    if (/^on/i.test(name)) throw new TypeError(`scripts do not live in attributes: ${name}`);
    const plain = URL_ATTRIBUTES.has(name.toLowerCase()) ? url(String(value)) : String(value);
    text += value === true ? ` ${name}` : ` ${name}="${escapeHtml(plain)}"`;
  }
  return new Html(text, KEY);
}
