import { describe, expect, it } from 'vitest';
import { guessKind, hasAudience, IMPORT_KINDS, isUnderWay, type ImportJob } from './imports';

describe('guessKind', () => {
  it.each([
    ['known_exploited_vulnerabilities.json', 'kev'],
    ['enterprise-attack-18.1.json', 'attack'],
    ['sigma_all_rules.zip', 'sigma'],
    ['cmdb-export.csv', 'assets'],
    ['IOC-feed.csv', 'indicators'],
    ['maintenance.yaml', 'facts'],
    ['runbooks.zip', 'runbook'],
  ] as const)('%s is %s', (name, kind) => {
    expect(guessKind(name, 'document')).toBe(kind);
  });

  it('keeps what was chosen when the name says nothing', () => {
    expect(guessKind('handbook.pdf', 'policy')).toBe('policy');
  });
});

describe('hasAudience', () => {
  it('is only of documents for people', () => {
    expect(IMPORT_KINDS.filter(hasAudience)).toEqual(['runbook', 'policy', 'staff', 'glossary', 'document']);
  });
});

describe('isUnderWay', () => {
  it.each([
    ['queued', true],
    ['running', true],
    ['done', false],
    ['failed', false],
  ] as const)('%s: %s', (state, expected) => {
    expect(isUnderWay({ state } as ImportJob)).toBe(expected);
  });
});
