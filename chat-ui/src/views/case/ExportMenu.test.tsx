import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exportAddress } from '../../api/cases';
import { LanguageProvider } from '../../state/language';
import { ExportMenu } from './ExportMenu';

function html(language: string): string {
  vi.stubGlobal('localStorage', { getItem: () => language, setItem: () => undefined });
  return renderToStaticMarkup(
    <MantineProvider>
      <LanguageProvider>
        <ExportMenu caseId="case-1" />
      </LanguageProvider>
    </MantineProvider>,
  );
}

afterEach(() => vi.unstubAllGlobals());

describe('the export of a case', () => {
  it('is offered in both languages', () => {
    expect(html('en')).toContain('Export');
    expect(html('zh')).toContain('导出');
  });

  it('leads to a file of the service, whatever the id', () => {
    expect(exportAddress('case-1', 'stix')).toBe('/api/v1/cases/case-1/export?format=stix');
    expect(exportAddress('a/b?c', 'navigator')).toBe('/api/v1/cases/a%2Fb%3Fc/export?format=navigator');
  });
});
