package org.entente.evaluation.show;

import java.util.List;

/** One page that loads nothing. */
final class HtmlPage {
  HtmlPage(String title, List<Block> blocks) {}

  String html() {
    return "";
  }
}
