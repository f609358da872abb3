import type { RouteDefinition } from '../../kernel/route.ts';
import type { FlowParts } from '../parts.ts';
import { blindReturnRoutes } from './blindRoutes.ts';
import { counterRoutes } from './counterRoutes.ts';
import { parcelRoutes } from './parcelRoutes.ts';
import { shopReturnRoutes } from './shopRoutes.ts';
import { withdrawalRoutes } from './withdrawalRoutes.ts';

export const returnRoutes = (parts: FlowParts): RouteDefinition[] => [
  ...shopReturnRoutes,
  ...withdrawalRoutes(parts),
  ...blindReturnRoutes,
  ...parcelRoutes,
  ...counterRoutes,
];
