import { describe, expect, it } from 'vitest';
import { readEvents, type ServerEvent } from './sse';

async function events(...chunks: readonly (string | Uint8Array)[]): Promise<readonly ServerEvent[]> {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
      controller.close();
    },
  });
  const read: ServerEvent[] = [];
  for await (const event of readEvents(body)) read.push(event);
  return read;
}

describe('readEvents', () => {
  it('reads type and data', async () => {
    expect(await events('event: token\ndata: {"text":"a"}\n\n')).toEqual([{ type: 'token', data: '{"text":"a"}' }]);
  });

  it('reads the same events however the bytes are cut', async () => {
    const text = ': hello\r\nevent:token\r\ndata: 中文\r\ndata:two\r\n\r\ndata: x\n\nevent: lost\ndata: cut off';
    const bytes = new TextEncoder().encode(text);
    const whole = await events(text);
    expect(whole).toEqual([
      { type: 'token', data: '中文\ntwo' },
      { type: 'message', data: 'x' },
    ]);
    for (let size = 1; size < 9; size++) {
      const chunks: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.slice(at, at + size));
      expect(await events(...chunks)).toEqual(whole);
    }
  });

  it('gives nothing for an event without data', async () => {
    expect(await events('event: token\n\n: comment\n\n')).toEqual([]);
  });

  it('closes the stream when the consumer stops', async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('data: x\n\n')),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const event of readEvents(body)) {
      expect(event.data).toBe('x');
      break;
    }
    expect(cancelled).toBe(true);
  });
});
