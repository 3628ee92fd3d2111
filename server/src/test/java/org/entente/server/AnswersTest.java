package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private final AtomicLong version = new AtomicLong();
  private final AtomicInteger worked = new AtomicInteger();

  private byte[] work() {
    return new byte[] {(byte) worked.incrementAndGet()};
  }

  @Test
  void anAnswerIsKeptUntilTheStoreChanges() {
    Answers answers = new Answers(version::get, Runnable::run, Duration.ofSeconds(5));
    assertThat(answers.get("a", this::work)).containsExactly(1);
    assertThat(answers.get("a", this::work)).containsExactly(1);
    assertThat(answers.getHere("a", this::work)).containsExactly(1);
    version.incrementAndGet();
    assertThat(answers.getHere("a", this::work)).containsExactly(2);
  }

  @Test
  void whatCouldNotBeTakenOnIsAskedAnew() {
    boolean[] full = {true};
    Executor pool =
        task -> {
          if (full[0]) {
            throw new RejectedExecutionException("full");
          }
          task.run();
        };
    Answers answers = new Answers(version::get, pool, Duration.ofSeconds(5));
    assertThatThrownBy(() -> answers.get("a", this::work))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("too many questions wait");
    full[0] = false;
    assertThat(answers.get("a", this::work)).containsExactly(1);
  }

  @Test
  void whatFailedIsAskedAnew() {
    Answers answers = new Answers(version::get, Runnable::run, Duration.ofSeconds(5));
    assertThatThrownBy(
            () ->
                answers.get(
                    "a",
                    () -> {
                      throw new IllegalArgumentException("wrong");
                    }))
        .hasMessage("wrong");
    assertThat(answers.get("a", this::work)).containsExactly(1);
  }
}
