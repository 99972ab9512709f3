/** The shape that each language has: the keys, arguments and formats of the English one. A missing sentence does not compile. */
import type { en } from './en/index.ts';

export type Words = typeof en;
