import { BlockList, isIP } from 'node:net';

type Range = readonly [network: string, prefix: number];

/** IPv4 that is not one host of the public Internet. */
const CLOSED_V4: readonly Range[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT; also the metadata of Alibaba Cloud
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // the host of a machine at Azure
  ['169.254.0.0', 16], // link-local; also the metadata of most clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments; also the metadata of Oracle Cloud
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // relays of 6to4, deprecated
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
];

/** All unicast that is assigned; loopback, unique-local, link-local and mapped ones lie outside. */
const OPEN_V6: readonly Range[] = [['2000::', 3]];

/** Parts of {@link OPEN_V6} that are not one host of the public Internet. */
const CLOSED_V6: readonly Range[] = [
  ['2001::', 23], // protocol assignments; Teredo hides an IPv4 address
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4 hides an IPv4 address
  ['3fff::', 20], // documentation
];

/** Where networks without IPv4 find the rest of the Internet: the last 32 bits are its address. */
const TRANSLATED: readonly Range[] = [['64:ff9b::', 96]];

function listOf(ranges: readonly Range[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
  return list;
}

const closedV4 = /* @__PURE__ */ listOf(CLOSED_V4, 'ipv4');
const openV6 = /* @__PURE__ */ listOf(OPEN_V6, 'ipv6');
const closedV6 = /* @__PURE__ */ listOf(CLOSED_V6, 'ipv6');
const translated = /* @__PURE__ */ listOf(TRANSLATED, 'ipv6');

/** The IPv4 address in the last 32 bits. */
function lastFourBytes(address: string): string {
  const [, tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [low = '', high = ''] = tail.split(':').reverse();
  const halves = [high, low].map((hex) => Number.parseInt(hex === '' ? '0' : hex, 16));
  return halves.flatMap((half) => [half >> 8, half & 0xff]).join('.');
}

/**
 * Whether an IP address belongs to one host of the public Internet: not private, loopback, link-local,
 * unique-local, multicast, shared by carriers, reserved, or a cloud's door to its metadata.
 *
 * @param address - an IPv4 or IPv6 address as text; anything else is not public
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 * @since 0.1.0
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closedV4.check(address, 'ipv4');
  // A zone, as in fe80::1%eth0, means something on this machine alone.
  if (family !== 6 || address.includes('%')) return false;
  if (translated.check(address, 'ipv6')) return isPublicAddress(lastFourBytes(address));
  return openV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6');
}
