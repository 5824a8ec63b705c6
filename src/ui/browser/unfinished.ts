/**
 * Which uploads of this tab have not come whole, so that they go on when the page has been read anew and the same file is chosen again.
 * Where they lie goes with the tab and at sign-out; the server keeps their bytes for a day.
 */
const PREFIX = 'ep-opplasting:';
const LIFE = 24 * 60 * 60 * 1000;

/** What the library notes of an upload. */
interface Noted {
  size: number | null;
  metadata: Record<string, string>;
  creationTime: string;
  uploadUrl: string | null;
}
export interface Unfinished extends Noted {
  urlStorageKey: string;
}

/** A file is known again by its name, its size and when it was changed. */
export const markOf = (address: string, file: File): string =>
  `${address}:${file.name}:${file.size}:${file.lastModified}`;

/** Uploads to this address, or of the file with this mark. */
export function unfinishedOf(start: string): Unfinished[] {
  const found = keys()
    .filter((key) => key.startsWith(`${PREFIX}${start}`))
    .map(read);
  return found.filter((each) => each !== undefined);
}

/** The library's own way to keep them would be for ever. */
export const urlStorage = {
  findAllUploads: async () => unfinishedOf(''),
  findUploadsByFingerprint: async (mark: string) => unfinishedOf(`${mark}:`),
  async removeUpload(key: string) {
    sessionStorage.removeItem(key);
  },
  async addUpload(mark: string, noted: Noted) {
    const key = `${PREFIX}${mark}:${noted.creationTime}`;
    try {
      sessionStorage.setItem(key, JSON.stringify(noted));
    } catch {
      // No room, or not allowed: it goes on for as long as the page is there.
    }
    return key;
  },
};

/** At sign-out. */
export function forgetUnfinished(): void {
  for (const key of keys()) sessionStorage.removeItem(key);
}

/** Gives one up. What the server does not hear of now, it removes within a day. */
export function giveUp({ urlStorageKey, uploadUrl }: Unfinished): void {
  sessionStorage.removeItem(urlStorageKey);
  if (uploadUrl)
    void fetch(uploadUrl, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } }).catch(() => {});
}

function keys(): string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function read(key: string): Unfinished | undefined {
  try {
    const noted = JSON.parse(sessionStorage.getItem(key) ?? '') as Noted;
    return Date.now() - Date.parse(noted.creationTime) < LIFE ? { ...noted, urlStorageKey: key } : undefined;
  } catch {
    return undefined;
  }
}
