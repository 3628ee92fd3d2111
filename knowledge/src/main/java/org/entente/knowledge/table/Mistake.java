package org.entente.knowledge.table;

/**
 * What is wrong in a knowledge file, and where.
 *
 * @param file path below the knowledge folder
 * @param line from 1; 0 if the whole file is meant
 * @param field name of the column, or null if the whole line is meant
 * @param message what is wrong and what to do
 */
public record Mistake(String file, int line, String field, String message) {
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(':').append(line);
    }
    if (field != null) {
      text.append(" [").append(field).append(']');
    }
    return text.append(": ").append(message).toString();
  }
}
