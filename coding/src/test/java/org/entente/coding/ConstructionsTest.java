package org.entente.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The constructions of news English, each with sentences of our own: what is coded, and nothing
 * besides.
 */
class ConstructionsTest {
  private static void codes(String sentence, String expected) {
    List<String> wanted = expected.equals("nothing") ? List.of() : List.of(expected.split("; "));
    assertThat(Read.shorts(sentence)).as(sentence).containsExactlyInAnyOrderElementsOf(wanted);
  }

  private static final String ACTIVE_AND_PASSIVE =
      """
      France bombed Houthi positions near Aden. | FRA ASSAULT.aerial HOUTHIREB
      Houthi positions near Aden were bombed by France. | FRA ASSAULT.aerial HOUTHIREB
      The rebels were attacked by Syrian government troops. | SYRMIL ASSAULT ---REB
      Hamas fired rockets at Israel. | HAMREBPTY ASSAULT.heavy-weapons ISR
      Italy arrested 12 suspected members of the Libyan branch of ISIS. | ITA COERCE.arrest ISISLBYREB
      The UN Security Council imposed an arms embargo on the Houthis. | UNSCIGO SANCTION.embargo HOUTHIREB
      Thousands of protesters demonstrated against the Yemeni government in Sanaa. | YEMOPP PROTEST.demo YEMGOV
      """;

  @DisplayName("active and passive")
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = ACTIVE_AND_PASSIVE)
  void activeAndPassive(String sentence, String expected) {
    codes(sentence, expected);
  }

  private static final String NOMINAL =
      """
      The killing of three Kenyan policemen by al-Shabaab shocked the region. | SHABAABREB ASSAULT KENCOP
      Boko Haram's attack on a Chadian army base left dozens dead. | BOKOREB ASSAULT TCDMIL
      Chile's abstention in the vote in the Security Council surprised Lima. | CHL REJECT UNSCIGO
      India's rejection of the Pakistani proposal disappointed Washington. | IND REJECT.change PAK
      The visit of the Pope to Turkey ended on Sunday. | VATGOV CONSULT.visit TUR
      Lavrov, during a meeting with Kerry in Geneva, spoke of Ukraine. | RUSGOV CONSULT USAGOV
      """;

  @DisplayName("nominal events")
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = NOMINAL)
  void nominal(String sentence, String expected) {
    codes(sentence, expected);
  }

  private static final String LIGHT_VERBS =
      """
      Canada launched airstrikes against Islamic State positions in Syria. | CAN ASSAULT.aerial ISISREB
      Germany took part in talks with Iran in Geneva. | DEU CONSULT IRN
      Brazil expressed its gratitude toward Portugal. | BRA SUPPORT.praise PRT
      Japan carried out joint exercises with the Philippines. | JPN COOPERATE.military PHL
      The IMF gave Ukraine a loan of $17 billion. | IMFIGOBUS AID.economic UKR
      Solidarity with Kenya was voiced in a statement by the Tanzanian government. | TZAGOV SUPPORT.endorse KEN
      """;

  @DisplayName("light verbs")
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = LIGHT_VERBS)
  void lightVerbs(String sentence, String expected) {
    codes(sentence, expected);
  }

  private static final String COMPOUND =
      """
      Sweden, Norway and Denmark criticized Russia. | SWE ACCUSE.disapprove RUS; NOR ACCUSE.disapprove RUS; DNK ACCUSE.disapprove RUS
      China criticised Japan and South Korea. | CHN ACCUSE.disapprove JPN; CHN ACCUSE.disapprove KOR
      Poland and Ukraine signed an agreement on energy. | POL SUPPORT UKR
      The presidents of Zambia and Malawi met in Lusaka. | ZMBGOV CONSULT MWIGOV
      Bulgarian and Romanian officials discussed the pipeline. | BGRGOV CONSULT ROUGOV
      Israel and Hezbollah exchanged fire across the border. | ISR ASSAULT.firearms HEZREBPTY
      Cuba and the United States restored diplomatic relations. | CUB SUPPORT.recognize USA
      """;

  @DisplayName("compound and reciprocal")
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = COMPOUND)
  void compound(String sentence, String expected) {
    codes(sentence, expected);
  }

  private static final String RELATIVE =
      """
      Turkey, which had closed its embassy in Damascus, accused Syria of spying. | TUR SANCTION.relations SYR; TUR ACCUSE.allege SYR
      Kofi Annan, the former UN chief, visited Myanmar. | UNOELI CONSULT.visit MMR
      Fighters loyal to the Houthis shelled a Saudi village. | HOUTHIREB ASSAULT.heavy-weapons SAUCVL
      Tehran's ambassador to Iraq, Hassan Danaifar, met Kurdish officials. | IRNGOV CONSULT KURGOV
      The US secretary of state thanked Jordan. | USAGOV SUPPORT.praise JOR
      """;

  @DisplayName("relative clauses, appositions, possessives")
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = RELATIVE)
  void relativeAppositionPossessive(String sentence, String expected) {
    codes(sentence, expected);
  }

  private static final String CONTROL =
      """
      Kenya asked Ethiopia to send troops to Somalia. | KEN REQUEST.assist ETH; ETH MOBILIZE.troops SOM DEMANDED
      Ukraine's parliament called on the UN to send peacekeepers. | UKRLEG REQUEST.assist UNOIGO
      Serbia is ready to cooperate with NATO. | SRB AGREE NATIGOMIL
      Belarus was encouraged to join the Eurasian Economic Union. | BLR COOPERATE.economic EAEUIGOBUS DEMANDED
      North Korea vowed to retaliate against South Korea. | PRK THREATEN KOR
      Switzerland offered to mediate between Russia and Ukraine. | CHE AGREE RUS; CHE AGREE UKR
      """;

  @DisplayName("control and raising")
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = CONTROL)
  void control(String sentence, String expected) {
    codes(sentence, expected);
  }

  private static final String MODALITY =
      """
      Hungary refused to accept refugees from Syria. | HUN REJECT SYR
      The Netherlands failed to renew sanctions against Iran. | NLD CONCEDE IRN
      Russia denied sending troops to Ukraine. | RUS MOBILIZE.troops UKR DENIED
      Egypt did not attack Sudan. | EGY ASSAULT SDN DENIED
      The United States will not negotiate with the Taliban. | USA REJECT TALREB
      The Taliban may attack Kabul. | TALREB ASSAULT AFG POSSIBLE
      Germany does not rule out sending weapons to Ukraine. | DEU AID.military UKR POSSIBLE
      France could impose sanctions on Mali. | FRA SANCTION MLI POSSIBLE
      Britain plans to send 100 military trainers to Ukraine. | GBR AGREE UKR
      Iran threatened to attack Saudi Arabia. | IRN THREATEN SAU
      Senior American officials are considering arming Kurdish fighters. | USAGOV AID.military KURUAF PLANNED
      NATO has no plan to intervene in Syria. | NATIGOMIL THREATEN SYR DENIED
      Obama called for sanctions against Russia. | USAGOV ACCUSE.disapprove RUS
      Peru declared that Chile must open its ports. | PER REQUEST CHL
      No Kenyan minister has met Ugandan officials since the vote. | KENGOV REJECT UGAGOV
      Neither Peru nor Chile has sent troops to Bolivia. | PER MOBILIZE.troops BOL DENIED; CHL MOBILIZE.troops BOL DENIED
      Canada is yet to send aid to Haiti. | CAN REJECT HTI
      Pakistan stopped short of condemning China. | PAK ACCUSE CHN DENIED
      Zimbabwean students rallied to denounce Zambia. | ZWEEDU PROTEST.demo ZWE; ZWEEDU ACCUSE.disapprove ZMB
      """;

  @DisplayName("negation, modality and hedges")
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = MODALITY)
  void modality(String sentence, String expected) {
    codes(sentence, expected);
  }
}
