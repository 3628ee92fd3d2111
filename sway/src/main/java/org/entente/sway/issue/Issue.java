package org.entente.sway.issue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.sway.bargain.Range;
import org.entente.sway.bargain.UncertainSetting;

/**
 * A question that actors want answered in different ways, who they are, and what they can do. Read
 * by {@link IssueReader}.
 *
 * @param file where it stands, or null
 * @param question in words
 * @param date as of which
 * @param scales none where only ties are at stake
 * @param statusQuo one a scale, in its own numbers: what holds if nothing is agreed; or null
 * @param actors one or more
 * @param ballot null if no body decides
 * @param options may be empty
 * @param ties may be empty
 * @param supposed whether pairs without a tie count by their positions
 * @param landscape whether the actors' landscape is asked for too: ties that weigh as much as the
 *     capabilities of the two
 * @param group that strikes back at those who fight it: an id, or null
 * @param derivation null if nothing is derived
 * @param sources what it rests on as a whole
 */
public record Issue(
    Path file,
    String question,
    LocalDate date,
    List<Scale> scales,
    double[] statusQuo,
    List<Stake> actors,
    Ballot ballot,
    List<Option> options,
    List<Tie> ties,
    boolean supposed,
    boolean landscape,
    String group,
    Derivation derivation,
    List<String> sources) {

  public Issue {
    scales = List.copyOf(scales);
    statusQuo = statusQuo == null ? null : statusQuo.clone();
    actors = List.copyOf(actors);
    options = List.copyOf(options);
    ties = List.copyOf(ties);
    sources = List.copyOf(sources);
  }

  @Override
  public double[] statusQuo() {
    return statusQuo == null ? null : statusQuo.clone();
  }

  /** Index of an actor, or -1. */
  public int indexOf(String actor) {
    for (int i = 0; i < actors.size(); i++) {
      if (actors.get(i).id().equals(actor)) {
        return i;
      }
    }
    return -1;
  }

  /** An actor's name for people, or the id of one that is none. */
  public String nameOf(String actor) {
    int index = indexOf(actor);
    return index < 0 ? actor : actors.get(index).name();
  }

  /** The values that are still to be derived, by their place in words. */
  public Map<String, Value> derived() {
    Map<String, Value> left = new LinkedHashMap<>();
    for (Stake stake : actors) {
      for (int k = 0; k < scales.size(); k++) {
        String of = scales.size() == 1 ? "" : " on " + scales.get(k).id();
        if (stake.positions().get(k).isDerived()) {
          left.put("position of " + stake.id() + of, stake.positions().get(k));
        }
        if (stake.saliences().get(k).isDerived()) {
          left.put("salience of " + stake.id() + of, stake.saliences().get(k));
        }
      }
      if (stake.capability().isDerived()) {
        left.put("capability of " + stake.id(), stake.capability());
      }
    }
    return left;
  }

  /**
   * Sees that all numbers are there.
   *
   * @throws IllegalArgumentException if a value is still to be derived
   */
  public void settled() {
    if (!derived().isEmpty()) {
      throw new IllegalArgumentException(
          derived().size()
              + " values are to be derived, the first is the "
              + derived().keySet().iterator().next()
              + ". Name a store of events with --store, or write numbers: entente sway derive FILE");
    }
  }

  /**
   * What the models are given: as things are, or after an option.
   *
   * @param option null for as things are
   * @throws IllegalArgumentException if a value is still to be derived
   */
  public UncertainSetting setting(Option option) {
    settled();
    int n = actors.size();
    Range[][] positions = new Range[n][scales.size()];
    Range[] capabilities = new Range[n];
    Range[][] saliences = new Range[n][scales.size()];
    for (int i = 0; i < n; i++) {
      Stake stake = actors.get(i);
      capabilities[i] = stake.capability().range();
      for (int k = 0; k < scales.size(); k++) {
        positions[i][k] = stake.positions().get(k).range();
        saliences[i][k] = stake.saliences().get(k).range();
      }
    }
    if (option != null) {
      if (option.proposal() != null && option.sponsor() != null) {
        for (int k = 0; k < scales.size(); k++) {
          positions[indexOf(option.sponsor())][k] = Range.of(option.proposal()[k]);
        }
      }
      for (Change change : option.changes()) {
        int i = indexOf(change.actor());
        for (int k = 0; k < scales.size(); k++) {
          Scale scale = scales.get(k);
          Shift position = change.positions().get(k);
          if (position != null) {
            positions[i][k] = position.applied(positions[i][k], scale.from(), scale.to());
          }
          Shift salience = change.saliences().get(k);
          if (salience != null) {
            saliences[i][k] = salience.applied(saliences[i][k], 0, 100);
          }
        }
        if (change.capability() != null) {
          capabilities[i] = change.capability().applied(capabilities[i], 0, Double.MAX_VALUE);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < scales.size(); k++) {
        Scale scale = scales.get(k);
        Range own = positions[i][k];
        positions[i][k] =
            new Range(
                scale.percent(own.low()), scale.percent(own.mode()), scale.percent(own.high()));
        Range share = saliences[i][k];
        saliences[i][k] = new Range(share.low() / 100, share.mode() / 100, share.high() / 100);
      }
    }
    double[] quo = statusQuo();
    for (int k = 0; quo != null && k < quo.length; k++) {
      quo[k] = scales.get(k).percent(quo[k]);
    }
    return new UncertainSetting(
        actors.stream().map(Stake::id).toList(),
        Arrays.stream(positions).map(Arrays::asList).toList(),
        Arrays.asList(capabilities),
        Arrays.stream(saliences).map(Arrays::asList).toList(),
        quo);
  }
}
