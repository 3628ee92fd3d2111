package org.entente.sway.vote;

/** What a member does in a vote. One that is absent counts as one that abstains. */
public enum Choice {
  YES,
  ABSTAIN,
  NO
}
