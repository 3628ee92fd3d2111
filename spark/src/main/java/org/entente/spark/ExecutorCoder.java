package org.entente.spark;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.coding.Coder;

/** The coder of this process, loaded once and shared by all tasks. */
final class ExecutorCoder {
  private static final Map<Settings, Coder> LOADED = new ConcurrentHashMap<>();

  private ExecutorCoder() {}

  /**
   * @param name that the driver's coder has
   * @throws IllegalStateException if this machine's is another
   */
  static Coder of(Settings settings, String name) {
    Coder coder = LOADED.computeIfAbsent(settings, ExecutorCoder::load);
    if (!coder.name().equals(name)) {
      throw new IllegalStateException(
          "the coder of this executor is "
              + coder.name()
              + ", that of the driver "
              + name
              + "; give all machines the same jar and the same folder of knowledge");
    }
    return coder;
  }

  private static Coder load(Settings settings) {
    try {
      return settings.load();
    } catch (IOException e) {
      throw new IllegalStateException("the coder cannot be loaded: " + e.getMessage(), e);
    }
  }
}
