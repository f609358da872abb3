import { addMacro } from '../../../apps/server/src/modules/conversations/index.ts';
import { macros } from '../../velora/index.ts';
import type { Loading } from '../loading.ts';

/** What agents insert by a slash and two or three letters. A shortcut that is taken was taken by us. */
export async function saveMacros({ ctx }: Loading): Promise<void> {
  for (const macro of macros) await addMacro(ctx, macro);
}
