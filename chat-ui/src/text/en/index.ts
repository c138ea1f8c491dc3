import { cases } from './cases';
import { chat } from './chat';
import { common } from './common';
import { desk } from './desk';
import { judging } from './judging';
import { knowledge } from './knowledge';
import { work } from './work';

/** English. The keys of this object are the page's vocabulary; `zh` must give the same. */
export const en = { ...common, ...cases, ...judging, ...chat, ...knowledge, ...work, ...desk };
