package org.entente.sway.issue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Issue files to begin with. */
public final class Template {
  private Template() {}

  /** A small issue with comments on every key. */
  public static String text() {
    return resource("template.yaml");
  }

  /** The JSON Schema of issue files. */
  public static String schema() {
    return resource("issue.schema.json");
  }

  private static String resource(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
