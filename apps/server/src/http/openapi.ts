import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';

/** OpenAPI 3.1 from the route schemas, never by hand. */
export function describeApi(version: string): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Throughline API',
        version,
        description:
          'One customer, one promise, one conversation, one story, one team. Errors are application/problem+json; their codes are listed at /docs/problems. ' +
          'Money is in integer minor units; times are RFC 3339 in UTC; ids are UUIDv7.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          shopper: { type: 'apiKey', in: 'cookie', name: 'tl_shop' },
          staff: { type: 'apiKey', in: 'cookie', name: 'tl_staff' },
          machine: { type: 'http', scheme: 'bearer' },
        },
      },
    },
  };
}
