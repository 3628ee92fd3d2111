package org.entente.coding.relation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/**
 * What was fitted by cross-validation; the file is written by {@code entente-tools train}.
 *
 * @param share of the transformer where it is asked, the linear model has the rest
 * @param unsure the transformer is asked where the linear model's best root is less probable
 * @param calibrations of each tier, for given pairs
 * @param events of each tier, for events that are found in documents
 */
public record Settings(
    double share,
    double unsure,
    Map<Tier, Calibration> calibrations,
    Map<Tier, Calibration> events) {
  private static final Map<Tier, Calibration> NONE =
      Map.of(Tier.FAST, Calibration.NONE, Tier.DEEP, Calibration.NONE);

  /** Without calibration. */
  public static Settings plain(double share, double unsure) {
    return new Settings(share, unsure, NONE, NONE);
  }

  private static final String BUNDLED = "relation.properties";

  /** Those of the bundled models. */
  public static Settings bundled() {
    return Bundled.SETTINGS;
  }

  private static final class Bundled {
    private static final Settings SETTINGS = load();

    private static Settings load() {
      Properties file = new Properties();
      try (InputStream in = Settings.class.getResourceAsStream(BUNDLED)) {
        if (in == null) {
          throw new IOException(BUNDLED + " is missing from the class path");
        }
        file.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Settings(
          number(file, "deep.share"),
          number(file, "deep.unsure"),
          Map.of(Tier.FAST, curve(file, "fast"), Tier.DEEP, curve(file, "deep")),
          Map.of(Tier.FAST, curve(file, "events.fast"), Tier.DEEP, curve(file, "events.deep")));
    }
  }

  private static Calibration curve(Properties file, String tier) {
    return new Calibration(number(file, tier + ".slope"), number(file, tier + ".shift"));
  }

  private static double number(Properties file, String key) {
    String value = file.getProperty(key);
    if (value == null) {
      throw new IllegalStateException(BUNDLED + " has no " + key);
    }
    return Double.parseDouble(value.strip());
  }
}
