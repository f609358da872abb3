import { browserEnvironment } from './browserEnvironment.ts';
import { createTracker, type Tracker } from './tracker.ts';

/**
 * What /tracker.js is: puts `window.throughline` on the page. Calls made before it was loaded wait in an array of the same
 * name and are made now:
 *
 *     <script>window.throughline = [['init', { writeKey: 'KEY', host: '', consent: true }], ['page']]</script>
 *     <script async src="/tracker.js"></script>
 */
type Call = [keyof Tracker, ...unknown[]];

declare global {
  interface Window {
    throughline?: Tracker | Call[];
  }
}

const early = Array.isArray(window.throughline) ? window.throughline : [];
const tracker = createTracker(browserEnvironment(window));
window.throughline = tracker;
for (const [name, ...parameters] of early) (tracker[name] as (...given: unknown[]) => unknown)?.(...parameters);
