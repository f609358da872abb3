import { Ajv, type ErrorObject } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { FastifyInstance } from 'fastify';

const addFormats = addFormatsModule.default;

/**
 * Bodies are taken strictly (a quantity "2" or an unknown field is an error); path and query are text by nature and are
 * converted. One ajv each: a single one cannot do both.
 */
export function createValidators(app: FastifyInstance): void {
  const options = { allErrors: false, strict: false, removeAdditional: false, useDefaults: true } as const;
  const strict = addFormats(new Ajv({ ...options, coerceTypes: false }));
  const converting = addFormats(new Ajv({ ...options, coerceTypes: 'array' }));
  app.setValidatorCompiler(({ schema, httpPart }) => {
    const validate = (httpPart === 'body' ? strict : converting).compile(schema as object);
    return (data: unknown) => {
      if (validate(data)) return { value: data };
      return { error: Object.assign(new Error(summary(validate.errors)), { validation: validate.errors ?? [] }) };
    };
  });
}

function summary(errors: ErrorObject[] | null | undefined): string {
  const first = errors?.[0];
  if (!first) return 'invalid';
  const where = first.instancePath.replace(/^\//, '').replaceAll('/', '.');
  if (first.keyword === 'additionalProperties') {
    return `unknown field "${String(first.params.additionalProperty)}"${where ? ` in ${where}` : ''}`;
  }
  return `${where || 'it'} ${first.message ?? 'is invalid'}`;
}
