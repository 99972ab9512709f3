/** Which addresses are outside the own network: everything that is kept for another use is inside, so a list of the desk file can't reach it. */
import { BlockList, isIPv4 } from 'node:net';

/** By IANA's registry of special-purpose addresses, and the address at which Azure's machines have their host. */
const INSIDE_IPV4 = [
  ...(['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'] as const),
  ...(['192.0.0.0/24', '192.0.2.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'] as const),
  '168.63.129.16/32',
];
/** Global unicast, without tunnels, which end at an address of their own, and without documentation. */
const OUTSIDE_IPV6 = '2000::/3';
const INSIDE_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
/** An IPv4 address stands in the last 32 bits: mapped, and translated by NAT64. */
const WITH_IPV4 = ['::ffff:', '64:ff9b::'] as const;
const BITS_BEFORE = 96;

const listOf = (subnets: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [address = '', bits] = subnet.split('/');
    list.addSubnet(address, Number(bits), isIPv4(address) ? 'ipv4' : 'ipv6');
  }
  return list;
};

const translated = (subnet: string, prefix: string): string => {
  const [address, bits] = subnet.split('/');
  return `${prefix}${address}/${BITS_BEFORE + Number(bits)}`;
};

const inside = listOf([
  ...INSIDE_IPV4,
  ...INSIDE_IPV6,
  ...WITH_IPV4.flatMap((prefix) => INSIDE_IPV4.map((one) => translated(one, prefix))),
]);
const outsideIpv6 = listOf([OUTSIDE_IPV6, ...WITH_IPV4.map((prefix) => `${prefix}0.0.0.0/${BITS_BEFORE}`)]);

/** `address`: as DNS gives it, or as it stands in a URL without brackets. */
export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !inside.check(address, 'ipv4');
  return outsideIpv6.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}
