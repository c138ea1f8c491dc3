import type { IncomingMessage } from 'node:http';

export async function bytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export async function body(request: IncomingMessage): Promise<unknown> {
  return JSON.parse((await bytes(request)).toString('utf8'));
}
