package org.entente.report;

import org.entente.model.Quad;

/** Colours of a terminal, or none. */
record Ansi(boolean on) {
  private String code(String code, String text) {
    return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  String bold(String text) {
    return code("1", text);
  }

  String dim(String text) {
    return code("2", text);
  }

  /** Blue and green for cooperation, orange and red for conflict; bold where it is material. */
  String quad(Quad quad, String text) {
    return code(
        switch (quad) {
          case VERBAL_COOPERATION -> "38;5;75";
          case MATERIAL_COOPERATION -> "1;38;5;35";
          case VERBAL_CONFLICT -> "38;5;208";
          case MATERIAL_CONFLICT -> "1;38;5;160";
        },
        text);
  }

  String cooperation(String text) {
    return code("38;5;35", text);
  }

  String conflict(String text) {
    return code("38;5;160", text);
  }
}
