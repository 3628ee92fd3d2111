package org.entente.analysis.forecast.ranking;

import java.util.List;

/** What the models look at, in order: names of the features of {@link Evidence}. */
final class Features {
  static final List<String> NAMES =
      List.of(
          "triple, half-life 2 days",
          "triple, half-life 8 days",
          "triple, half-life 32 days",
          "triple, half-life 128 days",
          "triple, ever",
          "triple, days since",
          "triple, seen",
          "triple, recent share of the source's acts of this type",
          "triple, share ever of the source's acts of this type",
          "pair, half-life 2 days",
          "pair, half-life 8 days",
          "pair, half-life 32 days",
          "pair, half-life 128 days",
          "pair, ever",
          "pair, days since",
          "pair, seen",
          "pair, recent share of all that the source has",
          "pair, share ever of all that the source has",
          "same direction, half-life 8 days",
          "same direction, half-life 128 days",
          "same direction, days since",
          "inverse, half-life 8 days",
          "inverse, half-life 128 days",
          "inverse, days since",
          "strongest rule",
          "second rule",
          "strongest rule of another type",
          "some rule holds",
          "sum of rules",
          "log of strongest rule",
          "log of second rule",
          "log of some rule",
          "target of this type, half-life 8 days",
          "target of this type, half-life 32 days",
          "target of this type, ever",
          "target, half-life 8 days",
          "target, half-life 32 days",
          "target, ever",
          "triple, decay .02",
          "pair, decay .02",
          "target given the source's country",
          "target's country given the source's country",
          "target among its country",
          "sector given the source's sector",
          "same country",
          "countries, half-life 32 days",
          "triple of the country, half-life 32 days",
          "target of the source's partners",
          "target of sources with the same partners",
          "partner of partners",
          "target never seen",
          "target, days since",
          "kinds of relations of the pair",
          "target itself",
          "log of the recent share of the type",
          "log of the share ever of the type",
          "log of the share of the pair");

  static final int COUNT = NAMES.size();

  private Features() {}
}
