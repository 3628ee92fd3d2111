package org.entente.coding.ingest;

/** Why one document cannot be taken in; caught at the document's edge and told as an Aside. */
final class Trouble extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Aside.Reason reason;

  Trouble(Aside.Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  Aside at(String origin) {
    return new Aside(origin, reason, getMessage());
  }

  static Trouble tooLarge(long limit) {
    return new Trouble(
        Aside.Reason.TOO_LARGE,
        "more than " + Sizes.of(limit) + ", the limit of one document; split it");
  }
}
