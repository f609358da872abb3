import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';

const build = SerializerSelector();

/** One serializer for one schema: HEAD answers as GET does, and a problem is the same at every route. */
export const buildSerializer: typeof build = (externalSchemas, options) => {
  const compile = build(externalSchemas, options);
  const made = new WeakMap<object, ReturnType<typeof compile>>();
  return (route) => {
    const known = made.get(route.schema as object);
    if (known) return known;
    const serialize = compile(route);
    made.set(route.schema as object, serialize);
    return serialize;
  };
};
