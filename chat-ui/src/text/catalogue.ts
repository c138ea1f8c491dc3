import { en } from './en';
import { zh } from './zh';

export type Catalogue = typeof en;
export type Language = 'en' | 'zh';

/** Every visible string of the page, by language; the compiler keeps both complete. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, zh };
