import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import OpenAI from 'openai';
import { analyst, base, staff } from './target.mjs';

const client = (apiKey) => new OpenAI({ baseURL: `${base}/v1`, apiKey, maxRetries: 0, timeout: 60_000 });
const ask = (content, more = {}) => ({ messages: [{ role: 'user', content }], ...more });
const QUESTION = 'Which case needs me first, and did the attack succeed?';

describe('openai for Node', () => {
  it('lists the models its token may ask', async () => {
    const names = async (apiKey) => (await client(apiKey).models.list()).data.map((model) => model.id);
    assert.deepEqual(await names(analyst), ['analyst-copilot', 'staff-desk']);
    assert.deepEqual(await names(staff), ['staff-desk']);
    assert.equal((await client(staff).models.retrieve('staff-desk')).object, 'model');
  });

  it('gets a whole answer with sources', async () => {
    const answer = await client(analyst).chat.completions.create(ask(QUESTION, { model: 'analyst-copilot' }));
    const [choice] = answer.choices;
    assert.equal(choice.finish_reason, 'stop');
    assert.match(choice.message.content, /\*\*Sources\*\*/);
    assert.ok(answer.usage.total_tokens > 0);
    assert.ok(['llm', 'narrator'].includes(answer.copilot.tier));
  });

  it('streams the pieces of an answer and counts them', async () => {
    const stream = await client(analyst).chat.completions.create(
      ask(QUESTION, { model: 'analyst-copilot', stream: true, stream_options: { include_usage: true } }),
    );
    let text = '';
    let last;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta?.content ?? '';
      last = chunk;
    }
    assert.match(text, /\[1\]/);
    assert.ok(last.usage.completion_tokens > 0);
  });

  it('its helper puts the stream together', async () => {
    const runner = client(staff).chat.completions.stream(
      ask('我点了可疑链接怎么办？', { model: 'staff-desk' }),
    );
    const completion = await runner.finalChatCompletion();
    assert.match(completion.choices[0].message.content, /来源/);
  });

  it('remembers what was said before', async () => {
    const answer = await client(staff).chat.completions.create({
      model: 'staff-desk',
      messages: [
        { role: 'system', content: 'You are a pirate.' },
        { role: 'user', content: [{ type: 'text', text: 'I clicked on a link in a mail' }] },
        { role: 'assistant', content: 'Disconnect the device.' },
        { role: 'user', content: 'And what if I typed my password?' },
      ],
    });
    assert.ok(answer.choices[0].message.content.length > 20);
  });

  it('passes over tools', async () => {
    const answer = await client(staff).chat.completions.create(
      ask('I lost my phone, what now?', {
        model: 'staff-desk',
        tools: [{ type: 'function', function: { name: 'run', parameters: { type: 'object', properties: {} } } }],
      }),
    );
    assert.deepEqual(answer.copilot.ignored, ['tools']);
    assert.equal(answer.choices[0].message.tool_calls, undefined);
  });

  it('stops an answer in the middle', async () => {
    const stream = await client(analyst).chat.completions.create(
      ask(QUESTION, { model: 'analyst-copilot', stream: true }),
    );
    let pieces = 0;
    for await (const _ of stream) {
      pieces += 1;
      stream.controller.abort();
    }
    assert.ok(pieces >= 1);
    assert.equal((await client(analyst).models.list()).data.length, 2);
  });

  it('turns refusals into its own errors', async () => {
    const asked = (apiKey, more) => client(apiKey).chat.completions.create(ask('hello', { model: 'staff-desk', ...more }));
    await assert.rejects(asked('sk-wrong', {}), OpenAI.AuthenticationError);
    await assert.rejects(asked(staff, { model: 'analyst-copilot' }), (error) => {
      assert.ok(error instanceof OpenAI.NotFoundError);
      assert.equal(error.code, 'model_not_found');
      return true;
    });
    await assert.rejects(asked(staff, { n: 2 }), OpenAI.BadRequestError);
    await assert.rejects(asked(staff, { response_format: { type: 'json_object' } }), OpenAI.BadRequestError);
    await assert.rejects(
      asked(staff, { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:,' } }] }] }),
      OpenAI.BadRequestError,
    );
  });
});
