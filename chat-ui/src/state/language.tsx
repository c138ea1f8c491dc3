import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Bilingual } from '../api/vocabulary';
import { CATALOGUES, type Catalogue, type Language } from '../text/catalogue';
import { formats, type Formats } from '../text/formats';

const STORED = 'copilot.language';

export interface Words {
  readonly language: Language;
  readonly t: Catalogue;
  readonly format: Formats;
  /** Text of the service in the page's language; the other one where a half is missing. */
  pick(text: Bilingual | string | null | undefined): string;
  setLanguage(language: Language): void;
}

const Context = createContext<Words | null>(null);

export function useWords(): Words {
  const words = useContext(Context);
  if (words === null) throw new Error('LanguageProvider is missing above this component');
  return words;
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const words = useMemo<Words>(
    () => ({
      language,
      t: CATALOGUES[language],
      format: formats(language),
      pick: (text) => pick(text, language),
      setLanguage: (next) => {
        localStorage.setItem(STORED, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Context value={words}>{children}</Context>;
}

export function pick(text: Bilingual | string | null | undefined, language: Language): string {
  if (text === null || text === undefined) return '';
  if (typeof text === 'string') return text;
  const wanted = text[language];
  return wanted !== undefined && wanted !== '' ? wanted : (text[language === 'en' ? 'zh' : 'en'] ?? '');
}

function firstLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored === 'en' || stored === 'zh') return stored;
  return navigator.languages.find((one) => /^(zh|en)/i.test(one))?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}
