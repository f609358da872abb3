import { Ajv, type ErrorObject } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { FastifyInstance } from 'fastify';
import { findUnusable } from './findUnusable.ts';
import { formats } from './formats.ts';

const addFormats = addFormatsModule.default;

/**
 * Bodies are taken strictly (a quantity "2" or an unknown field is an error); path and query are text by nature and are
 * converted. One ajv each: a single one cannot do both.
 */
export function createValidators(app: FastifyInstance): void {
  const options = { allErrors: false, strict: false, removeAdditional: false, useDefaults: true, formats } as const;
  const strict = ajvOf({ ...options, coerceTypes: false });
  const converting = ajvOf({ ...options, coerceTypes: 'array' });
  app.setValidatorCompiler(({ schema, httpPart }) => {
    const validate = (httpPart === 'body' ? strict : converting).compile(schema as object);
    return (data: unknown) => {
      if (!validate(data)) return refused(summary(validate.errors), validate.errors ?? []);
      const flaw = findUnusable(data);
      if (!flaw) return { value: data };
      const { path: instancePath, message } = flaw;
      return refused(`${instancePath.slice(1).replaceAll('/', '.') || 'it'} ${message}`, [
        { instancePath, message, keyword: 'text', params: {}, schemaPath: '' },
      ]);
    };
  });
}

/** Ours come after those of ajv-formats, which they replace. */
function ajvOf({ formats: own, ...options }: ConstructorParameters<typeof Ajv>[0] & { formats: typeof formats }): Ajv {
  const ajv = addFormats(new Ajv(options));
  for (const [name, format] of Object.entries(own)) ajv.addFormat(name, format);
  return ajv;
}

const refused = (message: string, validation: ErrorObject[]) => ({
  error: Object.assign(new Error(message), { validation }),
});

function summary(errors: ErrorObject[] | null | undefined): string {
  const first = errors?.[0];
  if (!first) return 'invalid';
  const where = first.instancePath.replace(/^\//, '').replaceAll('/', '.');
  if (first.keyword === 'additionalProperties') {
    return `unknown field "${String(first.params.additionalProperty)}"${where ? ` in ${where}` : ''}`;
  }
  return `${where || 'it'} ${first.message ?? 'is invalid'}`;
}
