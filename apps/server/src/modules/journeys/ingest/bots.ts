import { createIsbotFromList, list } from 'isbot';
import { isObject } from './readBody.ts';

/** A browser without a window is as often a shop's own test or monitor as a crawler; crawlers that matter name themselves. */
const isKnownBot = createIsbotFromList(list.filter((pattern) => !/headless/i.test(pattern)));

/**
 * Whether a program and no person did this: by the agent the event names, else by that of the request.
 *
 * The list is made for web servers, where whatever is no browser is a robot. Here apps and servers send for people, with agents
 * ("axios", "okhttp", "Dalvik", a name of their own) that it would take for robots; so it decides about browsers only, and
 * others are robots when they say so.
 */
export function isBot(event: unknown, requestAgent: string | undefined): boolean {
  const context = isObject(event) && isObject(event.context) ? event.context : {};
  const agent = (typeof context.userAgent === 'string' ? context.userAgent : (requestAgent ?? '')).slice(0, 500);
  return agent.startsWith('Mozilla/') ? isKnownBot(agent) : /bot\b|crawler|spider|\+https?:\/\//i.test(agent);
}
