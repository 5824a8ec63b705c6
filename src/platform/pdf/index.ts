/** PDF documents: `renderPdf(meta, [title('…'), heading(2, '…'), …])`. */
export * from './blocks.ts';
export { renderPdf } from './render.ts';
export type { Meta } from './sheet.ts';
