package org.entente.coding.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.entente.model.Precision;
import org.entente.model.Span;
import org.entente.model.TimeSpan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on 12 February | 2015-02-12 | 2015-02-12 | DAY
          on the February 22 | 2015-02-22 | 2015-02-22 | DAY
          on Dec. 30 | 2014-12-30 | 2014-12-30 | DAY
          on March 3, 2011 | 2011-03-03 | 2011-03-03 | DAY
          yesterday | 2015-02-24 | 2015-02-24 | DAY
          on Friday | 2015-02-20 | 2015-02-20 | DAY
          next Friday | 2015-02-27 | 2015-02-27 | DAY
          last week | 2015-02-16 | 2015-02-22 | WEEK
          next month | 2015-03-01 | 2015-03-31 | MONTH
          in November | 2014-11-01 | 2014-11-30 | MONTH
          at the beginning of March | 2015-03-01 | 2015-03-10 | WEEK
          in 2011 | 2011-01-01 | 2011-12-31 | YEAR
          three days ago | 2015-02-22 | 2015-02-22 | DAY
          two years ago | 2013-01-01 | 2013-12-31 | YEAR
          """)
  void resolves(String words, LocalDate from, LocalDate to, Precision precision) {
    String text = "Kenya praised Ghana " + words + ".";
    List<Dates.Expression> found =
        new Dates(TimeSpan.day(LocalDate.of(2015, 2, 25))).next(text, new Span(0, text.length()));
    assertThat(found).hasSize(1);
    TimeSpan time = found.get(0).time();
    assertThat(time.from()).isEqualTo(from);
    assertThat(time.to()).isEqualTo(to);
    assertThat(time.precision()).isEqualTo(precision);
    assertThat(words).contains(time.text());
  }
}
