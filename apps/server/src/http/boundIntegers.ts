/** What PostgreSQL's integer holds. */
const mostOfAnInteger = 2_147_483_647;

/**
 * The schema with an upper bound for every integer that has none: 1e300 is an integer to JSON Schema, and no column of
 * ours. What needs more (money) says so itself.
 */
export function boundIntegers<S>(schema: S): S {
  if (Array.isArray(schema)) return schema.map(boundIntegers) as S;
  if (typeof schema !== 'object' || schema === null) return schema;
  const bounded = Object.fromEntries(Object.entries(schema).map(([key, inner]) => [key, boundIntegers(inner)]));
  if (bounded.type !== 'integer') return bounded as S;
  return { ...bounded, minimum: bounded.minimum ?? -mostOfAnInteger, maximum: bounded.maximum ?? mostOfAnInteger } as S;
}
