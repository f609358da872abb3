import type { Language } from '../kernel/context.ts';
import type { FlowParts } from './parts.ts';

/** The address of a page of the shop in the reader's language; `path` begins with a slash. */
export const shopAddress = (parts: Pick<FlowParts, 'publicUrl'>, language: Language, path: string): string =>
  `${parts.publicUrl}/${language}${path}`;
