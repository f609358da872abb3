import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import { compileLater } from './compileLater.ts';

type Build = ReturnType<typeof SerializerSelector>;
type Route = Parameters<ReturnType<Build>>[0];

const compile = SerializerSelector()({}, {});

/** Of a schema that stands alone, as all of ours do: nothing is ever added to Fastify's own list of schemas. */
export const compileSerializer = (schema: unknown) => compile({ schema } as Route);

const serializer = compileLater(compileSerializer);

/** One serializer for one schema, when it first has something to say. */
export const buildSerializer: Build =
  () =>
  ({ schema }) =>
    serializer(schema);
