package org.entente.exchange.layout;

/** A row that makes no event. */
public final class WrongRow extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason in few words, so that they can be counted: {@code "no date"}
   * @param message the whole of it
   */
  WrongRow(String reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** What cannot be read, and all behind it. */
  public static WrongRow cutShort(String message) {
    return new WrongRow("cut short", message);
  }

  public String reason() {
    return reason;
  }
}
