package org.entente.model;

/** How exactly a time is known. */
public enum Precision {
  DAY,
  WEEK,
  MONTH,
  YEAR,
  UNKNOWN
}
