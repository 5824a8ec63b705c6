/** Names of files: as people wrote them, without what could lead astray. */

/** Changes the direction of writing or is invisible: "fdp.exe" must not read as something else. */
const HIDDEN = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
/** Not allowed in names on some machines that will download it. */
const AWKWARD = /[<>:"|?*]/g;
const LONGEST = 120;

/** A base name that is safe to keep, show and save: letters of every alphabet stay. */
export function safeName(given: string): string {
  const base = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = base
    .replace(HIDDEN, '')
    .replace(AWKWARD, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  return shorten(name || 'vedlegg');
}

function shorten(name: string): string {
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const ending = endingOf(name);
  return (
    letters
      .slice(0, LONGEST - ending.length)
      .join('')
      .trimEnd() + ending
  );
}

const endingOf = (name: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';

/** The name, or with the first free number: "Plan.pdf", "Plan (2).pdf". Case does not tell two names apart. */
export function uniqueName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((each) => each.toLowerCase()));
  const ending = endingOf(name);
  const stem = name.slice(0, name.length - ending.length);
  let candidate = name;
  for (let n = 2; used.has(candidate.toLowerCase()); n++) candidate = `${stem} (${n})${ending}`;
  return candidate;
}

/** Content-Disposition for saving under this name (RFC 6266 with RFC 5987 for what is not ASCII). */
export function attachment(name: string): string {
  const plain =
    name
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\%]/g, '_') || 'document';
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
