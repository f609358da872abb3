import type { Module } from '../kernel/module.ts';
import type { FlowParts } from './parts.ts';

/** The acts of the business that span modules, with their routes and what they do when something happened elsewhere. */
export function createFlowsModule(_parts: FlowParts): Module {
  return { name: 'flows' };
}
