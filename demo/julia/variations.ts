import type { Stage } from './servers.ts';
import type { Teller } from './telling.ts';

/** The story played again, each time with something else going wrong. */
export const variations: ((stage: Stage, teller: Teller) => Promise<void>)[] = [];
