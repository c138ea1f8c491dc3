/**
 * The language of a text for `lang`: fonts, line breaks and screen readers depend on it, and an answer may be in another
 * language than the page.
 */
export function languageOf(text: string): 'zh-CN' | 'en' {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
}
