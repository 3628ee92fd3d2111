package org.entente.knowledge.petrarch;

/**
 * A line of a dictionary that says something.
 *
 * @param number from 1
 * @param text without comment and blanks at its end
 */
record Line(String file, int number, String text) {
  String place() {
    return file + ":" + number;
  }
}
