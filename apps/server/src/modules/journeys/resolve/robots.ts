import { contextOf } from './readArrival.ts';

/** Robots that say what they are. They are kept, and count for nothing. */
const robot = /bot\b|crawl|spider|slurp|lighthouse|pingdom|uptime|facebookexternalhit|preview/i;

export const isRobot = (event: Record<string, unknown>) => robot.test(String(contextOf(event).userAgent ?? ''));
