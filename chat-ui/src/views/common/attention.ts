import type { Attention } from '../../api/cases';
import { pick } from '../../state/language';
import type { Language } from '../../text/catalogue';

/** The reason why a case wants a human's eye, or null when it wants none. */
export function attentionText(attention: Attention, language: Language): string | null {
  if (attention === null || attention === undefined) return null;
  return typeof attention === 'string' ? attention : pick(attention.reason, language);
}
