package org.entente.sway.answer;

import java.util.List;
import org.entente.sway.bargain.Outcome;
import org.entente.sway.bargain.Setting;
import org.entente.sway.issue.Issue;

/**
 * What an actor can do about an outcome. Made by {@link Sway}.
 *
 * @param issue the question
 * @param actor whose options are weighed, or null for all
 * @param draws of each model for each option
 * @param roundDraws of those models that go by rounds, as things are: the first of the same draws
 * @param optionDraws of those models for an option
 * @param seed of the draws
 * @param models names, the one with the best record first
 * @param asIs things as they are
 * @param options one an option of the actor
 * @param reach models by turns, and within each the scales; empty without an actor
 * @param others all other actors, by models and scales; empty without an actor
 * @param modes the setting with all numbers at their modes, on scales from 0 to 100
 * @param alignments null unless the issue asks for its landscape
 * @param paths of the models that go by rounds, at modes as things are
 */
public record Answer(
    Issue issue,
    String actor,
    int draws,
    int roundDraws,
    int optionDraws,
    long seed,
    List<String> models,
    Outlook asIs,
    List<Outlook> options,
    List<Reach> reach,
    List<Other> others,
    Setting modes,
    Alignments alignments,
    List<Outcome> paths) {
  public Answer {
    models = List.copyOf(models);
    options = List.copyOf(options);
    reach = List.copyOf(reach);
    others = List.copyOf(others);
    paths = List.copyOf(paths);
  }
}
