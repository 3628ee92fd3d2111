package org.entente.coding.ingest;

import org.entente.model.Paragraph;

/**
 * A paragraph on its way in.
 *
 * @param kind what it is for, or null if not known yet
 * @param text clean: one line, no blanks at its ends, not empty
 */
record Block(Paragraph.Kind kind, String text) {
  Block as(Paragraph.Kind value) {
    return new Block(value, text);
  }
}
