/** The one thing of a picture's metadata that must stay: which way is up (TIFF tag 0x0112). */

const ORIENTATION = 0x0112;

/** The orientation (1-8) in a TIFF block; undefined when it has none or is broken. */
export function orientationOf(tiff: Buffer): number | undefined {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const table = u32(4);
    const count = Math.min(u16(table), 500);
    for (let i = 0; i < count; i++) {
      const entry = table + 2 + 12 * i;
      if (u16(entry) !== ORIENTATION) continue;
      const value = u16(entry + 8);
      return value >= 1 && value <= 8 ? value : undefined;
    }
  } catch {
    // It points outside of itself: as if there were none.
  }
  return undefined;
}

/** A TIFF block that says the orientation and nothing else. */
export function orientationOnly(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(ORIENTATION, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return tiff;
}
