package org.entente.coding.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LemmatizerTest {
  private final Lemmatizer lemmatizer = new Lemmatizer(EnglishParser.shared().model());

  @ParameterizedTest
  @CsvSource({
    "denies, VBZ, deny",
    "pushes, VBZ, push",
    "takes, VBZ, take",
    "lying, VBG, lie",
    "running, VBG, run",
    "taking, VBG, take",
    "denied, VBD, deny",
    "zipped, VBN, zip",
    "went, VBD, go",
    "fought, VBD, fight",
    "is, VBZ, be",
    "studies, NNS, study",
    "crosses, NNS, cross",
    "gentlemen, NNS, gentleman",
    "children, NNS, child",
    "troops, NNS, troop",
    "easier, JJR, easy",
    "bigger, JJR, big",
    "largest, JJS, large",
    "sooner, RBR, soon",
    "n't, RB, not",
    "ca, MD, can",
    "two, CD, #crd#",
    "third, JJ, #ord#",
    "0th, JJ, #ord#",
    "isis, NNP, isis",
    "sanctions, VB, sanctions",
    "men, NNS, man"
  })
  void baseForms(String form, String tag, String lemma) {
    assertThat(lemmatizer.lemma(form, tag)).isEqualTo(lemma);
  }
}
