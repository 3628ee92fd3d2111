package org.entente.cli;

/** What the start script says of the terminal. */
final class Terminal {
  private static final int WIDTH = 100;

  private Terminal() {}

  static boolean output() {
    return Boolean.getBoolean("entente.stdout.tty") && System.getenv("NO_COLOR") == null;
  }

  static boolean errors() {
    return Boolean.getBoolean("entente.stderr.tty");
  }

  static int width() {
    return Math.max(60, Integer.getInteger("entente.columns", WIDTH));
  }
}
