import type { HandoffLinks } from '../modules/carts/index.ts';

/** What flows need beside their context, made once from the configuration. */
export interface FlowParts {
  links: HandoffLinks;
  publicUrl: string;
}
