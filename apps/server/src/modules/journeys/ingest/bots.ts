import { createIsbotFromList, list } from 'isbot';
import { isObject } from './readBody.ts';

/** A browser without a window is as often a shop's own test or monitor as a crawler; crawlers that matter name themselves. */
const isKnownBot = createIsbotFromList(list.filter((pattern) => !/headless/i.test(pattern)));

/**
 * Whether a program and no person did this: by the agent the event names, else by that of the request, which counts only where a
 * browser sent it. Servers send for people with agents ("axios", "node-fetch") that look like robots'.
 */
export function isBot(event: unknown, requestAgent: string | undefined): boolean {
  const context = isObject(event) && isObject(event.context) ? event.context : {};
  const agent = typeof context.userAgent === 'string' ? context.userAgent : browserAgent(requestAgent);
  return agent !== undefined && agent !== '' && isKnownBot(agent.slice(0, 500));
}

const browserAgent = (agent: string | undefined): string | undefined =>
  agent?.startsWith('Mozilla/') ? agent : undefined;
