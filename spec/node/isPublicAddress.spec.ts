import { isPublicAddress } from '../../src/node/isPublicAddress.js';

describe('an address is public', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '168.63.129.15',
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2001:4860:4860::8888',
    '2001:200::1',
    '2606:4700:4700::1111',
    '2a00:1450:4001:830::200e',
    '64:ff9b::808:808',
    '64:ff9b::8.8.8.8',
  ])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('an address is not public that is', () => {
  it.each([
    ['this network', '0.0.0.0', '0.255.255.255'],
    ['private', '10.0.0.0', '10.255.255.255'],
    ['private', '172.16.0.0', '172.31.255.255'],
    ['private', '192.168.0.0', '192.168.255.255'],
    ['shared by a carrier', '100.64.0.0', '100.127.255.255'],
    ['loopback', '127.0.0.1', '127.255.255.255'],
    ['link-local', '169.254.0.0', '169.254.255.255'],
    ['metadata at Alibaba Cloud', '100.100.100.200', '100.100.100.200'],
    ['metadata at Oracle Cloud', '192.0.0.192', '192.0.0.192'],
    ['metadata of most clouds', '169.254.169.254', '169.254.170.2'],
    ['metadata in IPv6', 'fd00:ec2::254', 'fd20:ce::254'],
    ['the host at Azure', '168.63.129.16', '168.63.129.16'],
    ['documentation', '192.0.2.1', '198.51.100.1'],
    ['documentation', '203.0.113.255', '2001:db8::1'],
    ['documentation', '3fff::1', '3fff:fff:ffff::1'],
    ['a benchmark', '198.18.0.0', '198.19.255.255'],
    ['multicast', '224.0.0.1', '239.255.255.255'],
    ['reserved, or broadcast', '240.0.0.0', '255.255.255.255'],
    ['unspecified, or loopback', '::', '::1'],
    ['unique-local', 'fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['link-local', 'fe80::1', 'febf::1'],
    ['link-local with a zone', 'fe80::1%lo', 'fe80::1%1'],
    ['multicast', 'ff02::1', 'ff0e::1'],
    ['site-local', 'fec0::1', 'feff::1'],
    ['mapped', '::ffff:127.0.0.1', '::ffff:7f00:1'],
    ['mapped, though public within', '::ffff:8.8.8.8', '0:0:0:0:0:ffff:808:808'],
    ['compatible', '::127.0.0.1', '::8.8.8.8'],
    ['6to4', '2002:7f00:1::', '2002:808:808::1'],
    ['Teredo', '2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['translated from what is not', '64:ff9b::10.0.0.1', '64:ff9b::a00:0'],
    ['translated from what is not', '64:ff9b::', '64:ff9b::1'],
    ['translated here alone', '64:ff9b:1::808:808', '64:ff9b:1:2::1'],
    ['not assigned', '4000::1', '5f00::1'],
    ['public, but of a zone', '2001:4860:4860::8888%eth0', '2606:4700::1%1'],
    ['no address', 'example.com', ''],
    ['no address in the usual form', '127.1', '0x7f.0.0.1'],
    ['no address in the usual form', '2130706433', '[::1]'],
  ])('%s: %s, %s', (_what, ...addresses) => {
    expect(addresses.map(isPublicAddress)).toEqual([false, false]);
  });
});
