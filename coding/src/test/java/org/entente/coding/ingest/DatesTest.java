package org.entente.coding.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.entente.model.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  @Test
  void options() {
    assertThat(Dates.parse("2015-02-25").label()).isEqualTo("2015-02-25");
    assertThat(Dates.parse("2015-02").label()).isEqualTo("2015-02");
    assertThat(Dates.parse("2016-02").to()).hasToString("2016-02-29");
    assertThat(Dates.parse("2015").precision()).isEqualTo(Precision.YEAR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "25.2.2015", "2015-2-5", "", "15", "2015-02-25T00:00"})
  void unknown(String date) {
    assertThatThrownBy(() -> Dates.parse(date))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + date + "\"")
        .hasMessageContaining("write 2015-02-25");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2015-02-30", "2015-13", "2015-00-01"})
  void noSuchDay(String date) {
    assertThatThrownBy(() -> Dates.parse(date))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no such date");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2015-02-22T10:00:00+02:00|2015-02-22",
        "Sun, 22 Feb 2015 10:00:00 GMT|2015-02-22",
        "February 22nd, 2015|2015-02-22",
        "22-Feb-2015|2015-02-22",
        "22/02/2015|2015-02-22",
        "2/22/2015|2015-02-22",
        "3.2.2015|2015-02-03",
        "20150222|2015-02-22",
        "20150222T101500Z|2015-02-22",
        "2015/2/22|2015-02-22",
        "Feb 2015|2015-02",
        "2015-02|2015-02",
        "2015|2015",
        "1424563200|2015-02-22",
        "1424563200000|2015-02-22",
      })
  void fields(String value, String label) {
    assertThat(Dates.field(value).orElseThrow().label()).isEqualTo(label);
  }

  @ParameterizedTest
  @ValueSource(strings = {"03/02/2015", "soon", "2015-02-31", "31 February 2015", "20151399"})
  void noDates(String value) {
    assertThat(Dates.field(value)).isEmpty();
  }
}
