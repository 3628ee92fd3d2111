package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.coding.relation.Convention;
import org.entente.coding.relation.PairFile;
import org.entente.coding.relation.Relation;
import org.entente.coding.relation.Relations;
import org.entente.coding.relation.Tier;

/** Answers pairs on several threads and writes them in the order in which they were read. */
final class RelateRun {
  private static final String HEAD =
      "id\ttype\troot\tquad\tcameo\tstatus\tconfidence\tsecond\trule\n";
  private static final int WAITING = 16;

  private final Relations relations;
  private final Tier tier;
  private final Convention convention;
  private final int threads;
  private final Progress progress;
  private final PrintWriter errors;

  /**
   * How a run ended.
   *
   * @param rows written
   * @param failed of these, those that could not be answered
   */
  record Outcome(int rows, int failed) {}

  private record Job(PairFile.Row row, Future<Relation> answer) {}

  RelateRun(
      Relations relations,
      Tier tier,
      Convention convention,
      int threads,
      Progress progress,
      PrintWriter errors) {
    this.relations = relations;
    this.tier = tier;
    this.convention = convention;
    this.threads = threads;
    this.progress = progress;
    this.errors = errors;
  }

  /**
   * @param name of the input, for messages
   */
  Outcome relate(PairLines lines, String name, Writer out) throws IOException {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "relate");
              thread.setDaemon(true);
              return thread;
            });
    Deque<Job> jobs = new ArrayDeque<>();
    int rows = 0;
    int failed = 0;
    long read = 0;
    try {
      out.write(HEAD);
      PairFile.Row row;
      do {
        row = lines.row();
        progress.read(lines.bytes() - read);
        read = lines.bytes();
        if (row != null) {
          PairFile.Row one = row;
          jobs.add(
              new Job(
                  row,
                  row.pair() == null
                      ? null
                      : pool.submit(() -> relations.relate(one.pair(), tier, convention))));
        }
        while (!jobs.isEmpty() && (row == null || jobs.size() > WAITING * threads)) {
          rows++;
          failed += written(jobs.remove(), name, out) ? 0 : 1;
          progress.coded();
        }
      } while (row != null);
    } finally {
      pool.shutdownNow();
      progress.done();
    }
    return new Outcome(rows, failed);
  }

  /** Whether it was answered. */
  private boolean written(Job job, String name, Writer out) throws IOException {
    String mistake = job.row().mistake();
    try {
      if (job.answer() != null) {
        out.write(line(job.row().id(), job.answer().get()));
        return true;
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LinkageError error) {
        Throwable why = error.getCause() == null ? error : error.getCause();
        throw new IOException(
            "a model cannot be loaded (" + why + "); --model fast does without the deep one", e);
      }
      mistake = "not answered: " + e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    errors.println(name + ", line " + job.row().line() + ": " + mistake);
    errors.flush();
    out.write(cell(job.row().id()) + "\t\t\t\t\t\t\t\terror: " + cell(mistake) + "\n");
    return false;
  }

  private static String line(String id, Relation answer) {
    return String.join(
            "\t",
            cell(id),
            answer.type().name(),
            answer.root(),
            answer.quad().label(),
            cell(answer.cameo()),
            answer.status().name().toLowerCase(Locale.ROOT),
            String.format(Locale.ROOT, "%.3f", answer.confidence()),
            answer.second().name(),
            cell(answer.rule()))
        + "\n";
  }

  private static String cell(String text) {
    return text == null ? "" : text.replaceAll("[\\t\\r\\n]+", " ");
  }
}
