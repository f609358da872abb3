export { browserEnvironment } from './browserEnvironment.ts';
export { type Environment, type KeyValueStore, memoryStore } from './environment.ts';
export { createTracker, type Tracker, type TrackerOptions } from './tracker.ts';
