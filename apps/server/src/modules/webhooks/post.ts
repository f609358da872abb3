import { lookup as dnsLookup } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './publicAddress.ts';

const patienceMs = 10_000;

export class AddressRefused extends Error {}

/** Asks for the address and looks at it before anything connects: a name cannot change its mind in between. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 4);
    const open = addresses.filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (!first || open.length < addresses.length)
      return callback(new AddressRefused(`${hostname} is in a private network`), '', 4);
    if (options.all) return callback(null, open);
    callback(null, first.address, first.family);
  });
};

/** @throws AddressRefused for an address nobody outside may make this server call */
export function checkTarget(url: string, allowPrivate: boolean): URL {
  const target = new URL(url);
  if (allowPrivate) return target;
  if (target.protocol !== 'https:') throw new AddressRefused('only https is called');
  if (target.username || target.password) throw new AddressRefused('a name and password do not belong in an address');
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !isPublicAddress(host)) throw new AddressRefused(`${host} is in a private network`);
  return target;
}

/** Sends a body and tells the status. A redirect is not followed: it could lead where the address itself may not. */
export function post(
  url: string,
  body: string,
  headers: Record<string, string>,
  allowPrivate: boolean,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const target = checkTarget(url, allowPrivate);
    const send = target.protocol === 'https:' ? requestSecure : requestPlain;
    const request = send(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        signal: AbortSignal.timeout(patienceMs),
        agent: false,
        ...(allowPrivate ? {} : { lookup: guardedLookup }),
      },
      (response) => {
        // What it says is of no use, and may be endless.
        response.destroy();
        resolve(response.statusCode ?? 0);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
