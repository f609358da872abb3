import type { HandoffLinks } from '../modules/carts/index.ts';
import type { Erasure } from '../modules/customers/index.ts';
import type { PersonalModule } from './privacy/personalModules.ts';

/** What flows need beside their context, made once from the configuration. */
export interface FlowParts {
  links: HandoffLinks;
  publicUrl: string;
  /** Where customers transfer money to, where that is offered. */
  bankAccount?: string | undefined;
  /** Writes down that somebody was erased, where no backup brings an older state back. */
  noteErasure?: ((erasure: Erasure) => Promise<void>) | undefined;
  /** Modules that hold data about people, in the order in which they forget somebody. */
  personal?: () => readonly PersonalModule[];
}
