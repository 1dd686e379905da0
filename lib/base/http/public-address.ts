// Which IP addresses are public: links come from strangers and must not make us send requests into our own network.
import { BlockList, isIP } from 'node:net';

/**
 * Ranges of IPv4 that are not for everybody (IANA IPv4 Special-Purpose Address Registry), groups and what is reserved, and
 * the address at which machines of Azure, and so the runners of workflows, reach the services of their host.
 */
const special4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12
  192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24
  224.0.0.0/4 240.0.0.0/4`;

/** Of IPv6 only 2000::/3 is given out, and these of it are special (IANA IPv6 Special-Purpose Address Registry). */
const special6 = '2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20';

const specialV4 = toList(special4, 'ipv4');
const givenV6 = toList('2000::/3', 'ipv6');
const specialV6 = toList(special6, 'ipv6');

function toList(ranges: string, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges.split(/\s+/)) {
    const [network = '', bits = ''] = range.split('/');
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}

/** Whether an IP address, without brackets, belongs to a machine that everybody may ask. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !specialV4.check(address, 'ipv4');
  if (isIP(address) === 6) return givenV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6');
  return false;
}
