import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { analyst, base, staff } from './target.mjs';

async function connected(token, use) {
  const client = new Client({ name: 'clients-test', version: '1.0.0' });
  const transport = new StreamableHTTPClientTransport(new URL(`${base}/mcp`), {
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
  });
  await client.connect(transport);
  try {
    return await use(client, transport);
  } finally {
    await client.close();
  }
}

const names = (list) => list.map((one) => one.name);

describe('the MCP client for Node', () => {
  it('connects, and agrees on a version', () =>
    connected(analyst, (client, transport) => {
      assert.equal(client.getServerVersion().name, 'analyst-copilot');
      assert.equal(transport.sessionId, undefined);
      assert.match(client.getInstructions(), /data/);
    }));

  it('lists tools that only read', () =>
    connected(analyst, async (client) => {
      const { tools } = await client.listTools();
      assert.ok(names(tools).includes('search_alerts'), names(tools).join());
      assert.ok(tools.every((tool) => tool.annotations.readOnlyHint));
    }));

  it('looks alerts and knowledge up', () =>
    connected(analyst, async (client) => {
      await client.listTools(); // from here on the client checks results against their schema
      const alerts = await client.callTool({ name: 'search_alerts', arguments: {} });
      assert.ok(!alerts.isError, JSON.stringify(alerts));
      assert.ok(alerts.structuredContent.evidence.length > 0);
      const passages = await client.callTool({ name: 'search_knowledge', arguments: { query: '钓鱼邮件' } });
      assert.equal(passages.structuredContent.evidence[0].kind, 'passage');
    }));

  it('learns what is wrong with a call', () =>
    connected(analyst, async (client) => {
      const result = await client.callTool({ name: 'get_case', arguments: { id: 'case-000000000000' } });
      assert.equal(result.isError, true);
    }));

  it('gives an employee one tool and no alert', () =>
    connected(staff, async (client) => {
      assert.deepEqual(names((await client.listTools()).tools), ['search_knowledge']);
      const refused = await client.callTool({ name: 'search_alerts', arguments: {} }).catch((error) => error);
      assert.ok(refused instanceof Error || refused.isError);
      assert.ok(!JSON.stringify(refused).includes('severity'));
    }));

  it('offers beginnings of a conversation', () =>
    connected(analyst, async (client) => {
      assert.deepEqual(names((await client.listPrompts()).prompts).sort(), ['explain_case', 'handover']);
      const prompt = await client.getPrompt({ name: 'explain_case', arguments: { case_id: 'case-1' } });
      assert.match(prompt.messages[0].content.text, /case-1/);
    }));

  it('is turned away without a good token', async () => {
    await assert.rejects(connected('wrong', () => undefined));
  });
});
