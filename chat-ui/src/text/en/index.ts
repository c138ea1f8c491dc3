import { cases } from './cases';
import { chat } from './chat';
import { common } from './common';
import { judging } from './judging';
import { knowledge } from './knowledge';

/** English. The keys of this object are the page's vocabulary; `zh` must give the same. */
export const en = { ...common, ...cases, ...judging, ...chat, ...knowledge };
