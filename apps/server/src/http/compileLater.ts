/**
 * What a schema is compiled into, made when it is first used and once for all that read the same: most of the routes of
 * a server are not called in its first hour, and compiling all of them was most of its start.
 */
export function compileLater<Schema, Args extends unknown[], Result>(
  compile: (schema: Schema) => (...args: Args) => Result,
): (schema: Schema) => (...args: Args) => Result {
  const compiled = new Map<string, (...args: Args) => Result>();
  const find = (schema: Schema): ((...args: Args) => Result) => {
    const text = JSON.stringify(schema);
    const known = compiled.get(text);
    if (known) return known;
    const made = compile(schema);
    compiled.set(text, made);
    return made;
  };
  return (schema) => {
    let made: ((...args: Args) => Result) | undefined;
    return (...args) => {
      made ??= find(schema);
      return made(...args);
    };
  };
}
