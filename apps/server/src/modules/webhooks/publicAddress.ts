import { BlockList, isIP, isIPv6 } from 'node:net';

// One list each: Node sees an address of the older kind in the newer list, too, as a mapped one.
const closed = { ipv4: new BlockList(), ipv6: new BlockList() };
const ranges: [string, number, 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 127, 'ipv6'],
  // Addresses of the older kind in a newer coat would get around the list above.
  ['::ffff:0:0', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];
for (const [net, prefix, family] of ranges) closed[family].addSubnet(net, prefix, family);

/** Whether an address is one of the open internet; those of this machine and its network are not. */
export const isPublicAddress = (address: string): boolean =>
  isIPv6(address) ? !closed.ipv6.check(address, 'ipv6') : isIP(address) === 4 && !closed.ipv4.check(address, 'ipv4');
