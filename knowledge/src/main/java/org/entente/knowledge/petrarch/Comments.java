package org.entente.knowledge.petrarch;

/** Takes comments out of the lines of one file, in their order. */
final class Comments {
  private boolean within;

  String without(String line) {
    StringBuilder said = new StringBuilder(line.length());
    int at = 0;
    while (at < line.length()) {
      if (within) {
        int end = line.indexOf("-->", at);
        if (end < 0) {
          return said.toString();
        }
        within = false;
        at = end + 3;
      } else if (line.startsWith("<!--", at)) {
        within = true;
        at += 4;
      } else if (line.charAt(at) == '#' || line.charAt(at) == ';') {
        return said.toString();
      } else {
        said.append(line.charAt(at++));
      }
    }
    return said.toString();
  }
}
