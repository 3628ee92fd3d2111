package org.entente.coding.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.model.Document;
import org.entente.model.Paragraph.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CAIRO (Reuters) - Egypt said|CAIRO|Reuters|",
        "CAIRO, Feb 22, 2015 (Reuters) - Egypt said|CAIRO|Reuters|2015-02-22",
        "CAIRO, Feb 22 (Reuters) - Egypt said|CAIRO|Reuters|",
        "WASHINGTON, Feb. 3 — President Obama|WASHINGTON||",
        "WASHINGTON — The United States|WASHINGTON||",
        "UNITED NATIONS (AP) — The Security Council|UNITED NATIONS|AP|",
        "BAGHDAD, Iraq (AP) -- Militants|BAGHDAD, Iraq|AP|",
        "Cairo (AFP) - Egypt's president|Cairo|AFP|",
        "MOSCOW, February 22. /TASS/. Russian President|MOSCOW|TASS|",
        "MOSCOW/CAIRO (Reuters) - Russia|MOSCOW/CAIRO|Reuters|",
        "Cairo (CNN)The Egyptian army|Cairo|CNN|",
        "(Reuters) - Egypt said||Reuters|",
        "TRIPOLI, Libya, Feb. 16, 2015 (Xinhua) -- Egypt|TRIPOLI, Libya|Xinhua|2015-02-16",
        "TRIPOLI: The government|TRIPOLI||",
      })
  void datelines(String text, String place, String agency, String date) {
    Dateline dateline = Dateline.of(text).orElseThrow();
    assertThat(dateline.place()).isEqualTo(place);
    assertThat(dateline.agency()).isEqualTo(agency);
    assertThat(dateline.date() == null ? null : dateline.date().label()).isEqualTo(date);
    assertThat(text.substring(dateline.length())).matches("[A-Z].*");
    assertThat(text.substring(dateline.length() - 1, dateline.length())).matches("[\\s)]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Egypt said on Monday that it had bombed Libya.",
        "ISIS – also known as ISIL – has killed 21 Egyptians.",
        "ISIS — the group — has killed 21 Egyptians.",
        "NATO - Secretary-General Stoltenberg said.",
        "UPDATE: Egypt said on Monday.",
        "The talks in Cairo, Feb 22 - 23, ended without a deal.",
        "Sisi met Putin in Cairo - the first time since 2005.",
      })
  void none(String text) {
    assertThat(Dateline.of(text)).isEmpty();
  }

  @Test
  void theBodyBeginsBehindIt() {
    Document document =
        Gather.text(
                "Egypt bombs Libya\n\nCAIRO, Feb 16, 2015 (Reuters) - Egypt has bombed camps in Libya.\n\nIt was the first time.")
            .one();
    assertThat(document.text()).contains("CAIRO, Feb 16, 2015 (Reuters) - Egypt");
    assertThat(Gather.of(document, Kind.BODY))
        .containsExactly("Egypt has bombed camps in Libya.", "It was the first time.");
    assertThat(document.publisher()).isEqualTo("Reuters");
    assertThat(document.published().label()).isEqualTo("2015-02-16");
    assertThat(document.notes()).containsExactly("dateline: CAIRO");
  }
}
