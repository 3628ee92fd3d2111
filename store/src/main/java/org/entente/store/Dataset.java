package org.entente.store;

/**
 * Somebody's events, imported from a file.
 *
 * @param id what it goes by in the store; the document of its events
 * @param format the format's name: {@code icews}
 * @param origin the file
 * @param hash of the file's bytes and of how it was read, so that an import that was cut short goes
 *     on only if it would read the same
 */
public record Dataset(String id, String format, String origin, String hash) {
  public Dataset {
    if (id == null || id.isBlank() || format == null || hash == null) {
      throw new IllegalArgumentException("a data set needs an id, a format and a hash: " + id);
    }
  }
}
