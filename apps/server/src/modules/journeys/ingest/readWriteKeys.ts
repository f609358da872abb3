/**
 * The write keys a request may carry, best first: Basic user, X-Write-Key header, `writeKey` in the query (beacons cannot
 * set headers) or in the body. Some clients send `key:secret` in the header and `key:***` in the body; the key is what
 * stands before the colon. Basic credentials that are no base64 are taken as they are, as one SDK sends them.
 */
export function readWriteKeys(request: {
  headers: Record<string, string | undefined>;
  query: unknown;
  body: Record<string, unknown>;
}): string[] {
  const basic = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const given = [
    basic && Buffer.from(basic, 'base64').toString('latin1'),
    basic,
    request.headers['x-write-key'],
    (request.query as Record<string, unknown> | undefined)?.writeKey,
    request.body.writeKey,
  ];
  const keys = given.flatMap((value) => (typeof value === 'string' ? [value.split(':')[0] ?? ''] : []));
  return [...new Set(keys.filter((key) => /^[\x21-\x7e]{1,100}$/.test(key)))];
}
