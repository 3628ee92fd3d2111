package org.entente.sway.vote;

/**
 * A criterion as a sum: met if what the members' votes add up to is at least {@code least}.
 *
 * @param yes what each member adds by "yes"
 * @param no what each member adds by "no", at most that of "yes"; abstention adds nothing
 */
record Threshold(long[] yes, long[] no, long least) {
  long of(int member, Choice choice) {
    return switch (choice) {
      case YES -> yes[member];
      case ABSTAIN -> 0;
      case NO -> no[member];
    };
  }
}
