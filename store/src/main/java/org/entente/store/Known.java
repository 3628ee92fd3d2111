package org.entente.store;

import java.util.HashMap;
import java.util.Map;

/** Short answers that are asked for with each page, kept until something is written. */
final class Known {
  private final EventStore store;
  private final Map<String, Boolean> answers = new HashMap<>();
  private long version;

  Known(EventStore store) {
    this.store = store;
  }

  /**
   * Whether the store says yes.
   *
   * @param sql with one truth value for an answer
   */
  boolean get(String sql) {
    long now = store.version();
    synchronized (this) {
      if (now > version) {
        answers.clear();
        version = now;
      }
      Boolean answer = now == version ? answers.get(sql) : null;
      if (answer != null) {
        return answer;
      }
    }
    boolean answer =
        store.ask(
            sql,
            result -> {
              result.next();
              return result.getBoolean(1);
            });
    synchronized (this) {
      if (now == version && !EventStore.changing(now)) {
        answers.put(sql, answer);
      }
    }
    return answer;
  }
}
