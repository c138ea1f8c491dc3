/** One server-sent event: its type (`message` when the sender gave none) and its data lines joined by newlines. */
export interface ServerEvent {
  readonly type: string;
  readonly data: string;
}

/**
 * Reads server-sent events from a response body, as the HTML standard's "event stream interpretation" has it, without
 * ids and retry times: the page never replays a chat answer. An event cut off by the stream's end is dropped.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent, void, undefined> {
  let type = '';
  let data: string[] = [];
  for await (const line of readLines(body)) {
    if (line === '') {
      if (data.length > 0) yield { type: type === '' ? 'message' : type, data: data.join('\n') };
      type = '';
      data = [];
      continue;
    }
    const { name, value } = field(line);
    if (name === 'event') type = value;
    else if (name === 'data') data.push(value);
  }
}

function field(line: string): { name: string; value: string } {
  const colon = line.indexOf(':');
  if (colon < 0) return { name: line, value: '' };
  const value = line.slice(colon + 1);
  return { name: line.slice(0, colon), value: value.startsWith(' ') ? value.slice(1) : value };
}

/** Whole lines, ended by LF, CRLF or CR; a CR at the end of a chunk waits for the next one to tell. */
async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      const held = rest.endsWith('\r') ? '\r' : '';
      const lines = rest.slice(0, rest.length - held.length).split(/\r\n|\n|\r/);
      rest = (lines.pop() ?? '') + held;
      yield* lines;
    }
  } finally {
    // Reached when the consumer stops early too: the service then sees the connection close and stops its work.
    await reader.cancel().catch(() => undefined);
  }
}
