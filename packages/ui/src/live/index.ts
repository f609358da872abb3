export { connectLive, type Live, type LiveEvent, type LiveState } from './connectLive.ts';
