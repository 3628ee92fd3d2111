package org.entente.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.entente.model.Event;

/** One event a line; fields in the order of the record, nulls and empty lists left out. */
final class JsonlSink implements Report.Sink {
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .build()
          .writerFor(Event.class);

  private final Appendable out;

  JsonlSink(Appendable out) {
    this.out = out;
  }

  @Override
  public void add(Report.Coded coded) throws IOException {
    for (Event event : coded.events()) {
      out.append(WRITER.writeValueAsString(event)).append('\n');
    }
  }

  @Override
  public void close() {}
}
