import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FastifyReply } from 'fastify';
import type { Org } from '../../org/contracts.js';
import { notFound } from '../errors.js';
import { readZipEntry } from './zip.js';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml'
};

/** A static resource, or a file inside one: `/resource/Name`, `/resource/1716382800000/Name/lib/file.js`. */
export function sendResource(org: Org, requested: string, reply: FastifyReply): FastifyReply {
  // The platform's own URLs have the time of the last change before the name.
  const [name, ...rest] = requested.replace(/^\d+\//, '').split('/');
  const resource = org.metadata.staticResources.find((candidate) => candidate.name === name);
  if (!resource) throw notFound(`There is no static resource ${name}.`);
  const inner = rest.join('/');
  if (resource.kind === 'file' || (resource.kind === 'archive' && !inner)) return sendFile(reply, resource.path, resource.contentType);
  const type = TYPES[path.extname(inner).toLowerCase()] ?? 'application/octet-stream';
  if (resource.kind === 'archive') {
    const content = readZipEntry(readFileSync(resource.path), inner);
    if (!content) throw notFound(`The static resource ${name} holds no file ${inner}.`);
    return reply.type(type).send(content);
  }
  const file = path.resolve(resource.path, inner);
  if (!file.startsWith(resource.path + path.sep) || !existsSync(file) || !statSync(file).isFile())
    throw notFound(`The static resource ${name} holds no file ${inner}.`);
  return sendFile(reply, file, type);
}

function sendFile(reply: FastifyReply, file: string, type: string): FastifyReply {
  return reply.type(type).send(createReadStream(file));
}
