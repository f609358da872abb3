/** Fills an empty server with the demo retailer. */
export { type LoadDemoOptions, loadDemo } from './loadDemo.ts';
export type { Track } from './loading.ts';
export { demoPassword, type SignIn, signIns } from './signIns.ts';
export { demoWriteKey } from './steps/loadVisits.ts';
