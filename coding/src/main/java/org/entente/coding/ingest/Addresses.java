package org.entente.coding.ingest;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells addresses of the public Internet from the rest (RFC 6890 and its registries). */
final class Addresses {
  private static final int[][] V4 = {
    {0, 0, 0, 0, 8},
    {10, 0, 0, 0, 8},
    {100, 64, 0, 0, 10},
    {127, 0, 0, 0, 8},
    {169, 254, 0, 0, 16},
    {172, 16, 0, 0, 12},
    {192, 0, 0, 0, 24},
    {192, 0, 2, 0, 24},
    {192, 88, 99, 0, 24},
    {192, 168, 0, 0, 16},
    {198, 18, 0, 0, 15},
    {198, 51, 100, 0, 24},
    {203, 0, 113, 0, 24},
    {224, 0, 0, 0, 4},
    {240, 0, 0, 0, 4},
  };

  private Addresses() {}

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return v4(bytes, 0);
    }
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    if (first == 0x2002) { // 6to4 holds an IPv4 address
      return v4(bytes, 2);
    }
    if (first == 0x64 && second == 0xFF9B) { // so does NAT64
      return zero(bytes, 4, 12) && v4(bytes, 12);
    }
    // otherwise only 2000::/3 is public, less Teredo and documentation
    return (first & 0xE000) == 0x2000
        && !(first == 0x2001 && (second == 0 || second == 0xDB8))
        && first != 0x3FFF;
  }

  private static boolean zero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean v4(byte[] bytes, int at) {
    int address = 0;
    for (int i = 0; i < 4; i++) {
      address = address << 8 | bytes[at + i] & 0xFF;
    }
    for (int[] net : V4) {
      int base = net[0] << 24 | net[1] << 16 | net[2] << 8 | net[3];
      int mask = -1 << (32 - net[4]);
      if ((address & mask) == base) {
        return false;
      }
    }
    return true;
  }
}
