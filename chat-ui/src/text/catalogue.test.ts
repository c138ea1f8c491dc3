import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUES } from './catalogue';

/** Words that are the same in both languages. */
const SAME = new Set(['UTC', 'URL', 'Wazuh', 'AIT-ADS（csv）', '+1']);

function strings(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String((value as (...all: unknown[]) => string)(1, 'x', true))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => strings(one, `${path}.${name}`));
}

describe('catalogue', () => {
  it('is Chinese throughout in Chinese', () => {
    const other = strings(CATALOGUES.zh, 'zh').filter(([, text]) => !/\p{Script=Han}/u.test(text) && !SAME.has(text));
    expect(other).toEqual([]);
  });

  it('is English throughout in English, and nowhere empty', () => {
    const other = strings(CATALOGUES.en, 'en').filter(([, text]) => text.trim() === '' || /\p{Script=Han}/u.test(text));
    expect(other).toEqual([]);
  });

  it('holds every visible word: no view writes its own', () => {
    const own = files('src/views').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)*)\s*<\//g)].map((found) => `${file}: ${found[1]}`),
    );
    expect(own).toEqual([]);
  });
});

describe('layers', () => {
  const FORBIDDEN: readonly (readonly [layer: string, imports: RegExp, why: string])[] = [
    ['src/api', /from '\.\.\/(state|views|text|answer)/, 'the interface knows nothing of the page'],
    ['src/state', /from '\.\.\/views/, 'views depend on state, never the other way'],
    ['src/answer', /from '\.\.\/(state|views)/, 'pure functions stay pure'],
    ['src/text', /from '\.\.\/(api|state|views)/, 'words depend on nothing'],
    ['src/views', /from '@tanstack\/react-query'|\bfetch\(/, 'views ask state, not the network'],
  ];
  it.each(FORBIDDEN)('%s imports nothing like %s: %s', (layer, imports) => {
    expect(files(layer).filter((file) => imports.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`);
}
