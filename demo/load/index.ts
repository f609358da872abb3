/** Fills an empty server with the demo retailer. Importing this is cheap: what is big is imported when it is needed. */
export { type LoadDemoOptions, loadDemo } from './loadDemo.ts';
export type { Track } from './loading.ts';
export { demoPassword, type SignIn, signIns } from './signIns.ts';
export { trackThrough } from './trackThrough.ts';
export { demoWriteKey } from './writeKey.ts';
