import type { en } from '../en';
import { cases } from './cases';
import { chat } from './chat';
import { common } from './common';
import { desk } from './desk';
import { judging } from './judging';
import { knowledge } from './knowledge';
import { work } from './work';

/** 简体中文。 */
export const zh: typeof en = { ...common, ...cases, ...judging, ...chat, ...knowledge, ...work, ...desk };
