import { type LookupAddress, lookup as resolveName } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

// https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/iana-ipv6-special-registry
const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special.addSubnet(network, prefix, 'ipv4');
// In IPv6, 64:ff9b::/96 and 2002::/16 hold addresses of IPv4.
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  special.addSubnet(network, prefix, 'ipv6');

/** Thrown for a host that is not asked: it lies inside some network, or is this machine. */
export class PrivateHost extends Error {
  constructor(host: string) {
    super(`${host} is a private address`);
    this.name = 'PrivateHost';
  }
}

/** Whether an IP address is loopback, private, link-local, or of no single public host. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || special.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Whether the host of a URL is such an address itself; names are judged when they are resolved. */
export function isPrivateHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) !== 0 && isPrivateAddress(bare);
}

/** Resolves names like Node does, and refuses those of which any address is private, unless `allows` the host. */
export function guardedLookup(allows: (host: string) => boolean): LookupFunction {
  return (host, options, callback) => {
    resolveName(host, { ...options, all: true }, (error, found) => {
      const addresses = found as readonly LookupAddress[] | undefined;
      const [first] = addresses ?? [];
      if (error || !first) callback(error ?? new Error(`${host} has no address`), '', 0);
      else if (!allows(host) && addresses?.some(({ address }) => isPrivateAddress(address))) {
        callback(new PrivateHost(host), '', 0);
      } else if (options.all) callback(null, [...(addresses ?? [])]);
      else callback(null, first.address, first.family);
    });
  };
}
