import type { en } from '../en';
import { cases } from './cases';
import { chat } from './chat';
import { common } from './common';
import { judging } from './judging';
import { knowledge } from './knowledge';

/** 简体中文。 */
export const zh: typeof en = { ...common, ...cases, ...judging, ...chat, ...knowledge };
