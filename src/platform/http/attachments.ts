/** Files that a browser keeps instead of showing them. Their names are ours, in plain letters. */
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** @param name with its ending */
export const sendPdf = (reply: FastifyReply, name: string, pdf: Buffer): FastifyReply =>
  asAttachment(reply, name).type('application/pdf').send(pdf);

/** @param text as it is to be kept, byte for byte */
export const sendJson = (reply: FastifyReply, name: string, text: string): FastifyReply =>
  asAttachment(reply, name).type('application/json; charset=utf-8').send(text);

export const sendCsv = (reply: FastifyReply, name: string, csv: Readable): FastifyReply =>
  asAttachment(reply, name).type('text/csv; charset=utf-8').send(csv);

export const sendCalendar = (reply: FastifyReply, name: string, calendar: string): FastifyReply =>
  asAttachment(reply, name).type('text/calendar; charset=utf-8').send(calendar);

export const sendXlsx = (reply: FastifyReply, name: string, xlsx: Buffer): FastifyReply =>
  asAttachment(reply, name)
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .send(xlsx);

export const sendZip = (reply: FastifyReply, name: string, zip: Readable): FastifyReply =>
  asAttachment(reply, name).type('application/zip').send(zip);

const asAttachment = (reply: FastifyReply, name: string): FastifyReply =>
  reply.header('content-disposition', `attachment; filename="${name}"`);
