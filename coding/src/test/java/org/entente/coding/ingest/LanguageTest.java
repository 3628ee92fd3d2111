package org.entente.coding.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "French|L'Égypte a bombardé lundi des camps du groupe État islamique en Libye, quelques heures après la diffusion d'une vidéo montrant la décapitation de 21 chrétiens coptes égyptiens.",
        "German|Ägypten hat am Montag Stellungen des Islamischen Staates in Libyen bombardiert, wenige Stunden nachdem die Gruppe ein Video der Enthauptung von 21 koptischen Christen veröffentlicht hatte.",
        "Russian|Египет нанес удары по позициям Исламского государства в Ливии в ответ на казнь коптов.",
        "Arabic|قصفت مصر مواقع تنظيم الدولة الإسلامية في ليبيا بعد ساعات من نشر تسجيل مصور.",
        "Spanish|Egipto bombardeó este lunes posiciones del Estado Islámico en Libia, horas después de que el grupo difundiera un vídeo con la decapitación de 21 cristianos coptos.",
        "Dutch|Egypte heeft maandag kampen van de Islamitische Staat in Libië gebombardeerd, enkele uren nadat de groep een video had vrijgegeven van de onthoofding van 21 kopten.",
        "Chinese|埃及周一轰炸了利比亚境内的伊斯兰国营地，此前该组织发布了斩首二十一名科普特基督徒的视频。",
      })
  void others(String language, String text) {
    Aside aside = Gather.text(text).onlyAside();
    assertThat(aside.reason()).isEqualTo(Aside.Reason.NOT_ENGLISH);
    assertThat(aside.message()).contains(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Egypt bombs ISIS camps in Libya",
        "Sisi, Putin discuss Libya arms embargo; Shoukry meets Kerry, Ban Ki-moon in Washington",
        "Russia vetoes UN resolution.",
        "Abdel Fattah al-Sisi, Vladimir Putin, Matteo Renzi meet in Moscow, Cairo and Rome.",
        "Police arrest 12 protesters, injure dozens.",
      })
  void english(String text) {
    assertThat(Gather.text(text).one().language()).isEqualTo("en");
  }

  @Test
  void notChecked() {
    assertThat(
            Gather.bytes(
                    "Ägypten hat am Montag Stellungen in Libyen bombardiert, wenige Stunden nach dem Video."
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    Ingest.Options.DEFAULT.withCheckLanguage(false))
                .documents)
        .hasSize(1);
  }
}
