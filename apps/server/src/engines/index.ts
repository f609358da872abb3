export { readChdbAccess } from './chdbAccess.ts';
export { EngineError } from './engineError.ts';
export { acquireInstanceLock, type InstanceLock } from './instanceLock.ts';
export { runningPostgresUrl } from './postgresAccess.ts';
export { type Engines, type StartEnginesOptions, startEngines } from './startEngines.ts';
