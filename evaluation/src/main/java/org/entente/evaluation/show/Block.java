package org.entente.evaluation.show;

import java.util.List;
import org.entente.evaluation.measure.Confusion;
import org.entente.evaluation.measure.Reliability;

/** A piece of a report, of which each kind of output makes what it can. */
public sealed interface Block {
  /** Begins what was measured on one file or set. */
  record Title(String text) implements Block {}

  /** Begins a part of it. */
  record Heading(String text) implements Block {}

  /** A paragraph. */
  record Words(String text) implements Block {}

  /**
   * A number to be seen first.
   *
   * @param name what is measured
   * @param value as it is printed
   * @param about its interval or denominator; may be empty
   */
  record Headline(String name, String value, String about) implements Block {}

  /**
   * A table; the first column is words, the others are numbers.
   *
   * @param columns names
   * @param rows each as long as {@code columns}; the last is set apart if {@code sum}
   * @param sum whether the last row is about all the others
   */
  record Table(List<String> columns, List<List<String>> rows, boolean sum) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * Gold down, answers across.
   *
   * @param starts classes at which a group of classes begins, from the second group on
   */
  record Matrix(Confusion confusion, List<Integer> starts) implements Block {}

  /** Confidence against the share of right answers. */
  record Diagram(Reliability reliability) implements Block {}

  /**
   * Cases to be read one by one. They quote texts, so Markdown, which is committed, has their
   * number only.
   *
   * @param name what they are: {@code Wrong answers}
   * @param option of the command that prints them on a terminal
   */
  record Cases(String name, List<Case> cases, String option) implements Block {
    public Cases {
      cases = List.copyOf(cases);
    }
  }
}
