package org.entente.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.actors.Form;
import org.entente.knowledge.actors.Named;
import org.entente.knowledge.actors.Office;
import org.entente.model.Actor;
import org.entente.model.EventType;
import org.entente.model.Sector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes with Entente: that it loads, that there is enough of it, and samples of its facts. */
class KnowledgeTest {
  private static final LocalDate DAY = LocalDate.of(2015, 2, 25);

  /** The members of the United Nations. */
  private static final List<String> UN_MEMBERS =
      List.of(
          """
          AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ
          BOL BRA BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE
          DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB
          GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ
          KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG
          MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU
          NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE
          SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN
          TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
          """
              .strip()
              .split("\\s+"));

  private static final Knowledge KNOWLEDGE = Knowledge.bundled();
  private static final ActorRegistry ACTORS = KNOWLEDGE.actors();

  @Test
  void thereAreEnoughAgents() {
    assertThat(KNOWLEDGE.agents().all()).hasSizeGreaterThanOrEqualTo(600);
  }

  @Test
  void theLexiconIsLargeEnough() {
    assertThat(KNOWLEDGE.lexicon().entries()).hasSizeGreaterThanOrEqualTo(2500);
    assertThat(KNOWLEDGE.lexicon().wrappers()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void everyTypeHasEntries(EventType type) {
    assertThat(KNOWLEDGE.lexicon().entries()).anyMatch(entry -> entry.type() == type);
    assertThat(KNOWLEDGE.ontology().definition(type)).isNotBlank();
  }

  @Test
  void everyCodeOfTheLexiconIsOneOfCameo() {
    assertThat(KNOWLEDGE.lexicon().entries())
        .allSatisfy(
            entry ->
                assertThat(KNOWLEDGE.ontology().cameo(entry.cameo()))
                    .as(entry.place())
                    .isNotNull());
  }

  @Test
  void thereAreEnoughOrganisationsAndGroups() {
    assertThat(ofKind(ActorEntry.Kind.ORGANISATION)).hasSizeGreaterThanOrEqualTo(150);
    assertThat(ofKind(ActorEntry.Kind.GROUP)).hasSizeGreaterThanOrEqualTo(200);
    assertThat(ofKind(ActorEntry.Kind.BLOC)).isNotEmpty();
    assertThat(ofKind(ActorEntry.Kind.COMMUNITY)).isNotEmpty();
    assertThat(ofKind(ActorEntry.Kind.INSTITUTION)).isNotEmpty();
    assertThat(ofKind(ActorEntry.Kind.MEDIA)).isNotEmpty();
  }

  private static List<ActorEntry> ofKind(ActorEntry.Kind kind) {
    return ACTORS.all().stream().filter(entry -> entry.kind() == kind).toList();
  }

  @Test
  void thereAreEnoughPlaces() {
    assertThat(KNOWLEDGE.gazetteer().populatedPlaces()).isGreaterThanOrEqualTo(20_000);
    assertThat(KNOWLEDGE.gazetteer().size()).isGreaterThan(KNOWLEDGE.gazetteer().populatedPlaces());
  }

  @Test
  void everyMemberOfTheUnitedNationsIsThere() {
    assertThat(UN_MEMBERS).hasSize(193).doesNotHaveDuplicates();
    assertThat(UN_MEMBERS)
        .allSatisfy(
            code -> {
              ActorEntry entry = ACTORS.find(code);
              assertThat(entry).as(code).isNotNull();
              assertThat(entry.kind()).as(code).isEqualTo(ActorEntry.Kind.COUNTRY);
              assertThat(entry.code()).isEqualTo(code);
              assertThat(entry.existsAt(DAY)).as(code).isTrue();
            });
  }

  @Test
  void everyMemberHasAnAdjectiveAndACapital() {
    Set<String> adjectives = withForm(Form.ADJECTIVE);
    Set<String> capitals = withForm(Form.CAPITAL);
    List<String> members = UN_MEMBERS.stream().map(code -> code.toLowerCase(Locale.ROOT)).toList();
    assertThat(capitals).containsAll(members);
    // "Dominican" is left to the Dominican Republic
    assertThat(members.stream().filter(id -> !adjectives.contains(id))).containsExactly("dma");
  }

  private static Set<String> withForm(Form form) {
    return KnowledgeFiles.names("countries.tsv", form == Form.ADJECTIVE ? "adjectives" : "capital")
        .stream()
        .flatMap(name -> ACTORS.names().exact(name).stream())
        .filter(named -> named.form() == form)
        .map(named -> named.entry().id())
        .collect(Collectors.toSet());
  }

  @Test
  void theOfficesOfSixtyCountriesAreKnownOnTheDayOfTheIssue() {
    List<ActorEntry> complete =
        ofKind(ActorEntry.Kind.COUNTRY).stream()
            .filter(
                country ->
                    ACTORS.holder(country.id(), "head_of_state", DAY) != null
                        && ACTORS.holder(country.id(), "head_of_government", DAY) != null
                        && ACTORS.holder(country.id(), "foreign_minister", DAY) != null)
            .toList();
    assertThat(complete).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void noTermEndsBeforeItBegins() {
    assertThat(ACTORS.all())
        .allSatisfy(
            actor ->
                assertThat(ACTORS.officesOf(actor.id()))
                    .allMatch(
                        office ->
                            office.from() == null
                                || office.to() == null
                                || !office.to().isBefore(office.from())));
  }

  @ParameterizedTest
  @CsvSource({
    "egy, head_of_state, 2015-02-25, Abdel Fattah al-Sisi, EGYGOV",
    "egy, head_of_state, 2005-01-01, Hosni Mubarak, EGYGOV",
    "usa, head_of_state, 2015-02-25, Barack Obama, USAGOV",
    "usa, foreign_minister, 2015-02-25, John Kerry, USAGOV",
    "usa, head_of_state, 1991-02-01, George H. W. Bush, USAGOV",
    "usa, head_of_state, 2004-01-01, George W. Bush, USAGOV",
    "deu, head_of_government, 2015-02-25, Angela Merkel, DEUGOV",
    "gbr, head_of_government, 2015-02-25, David Cameron, GBRGOV",
    "rus, foreign_minister, 2015-02-25, Sergei Lavrov, RUSGOV"
  })
  void whoHeldAnOffice(String of, String office, LocalDate day, String name, String code) {
    ActorEntry holder = ACTORS.holder(of, office, day);
    assertThat(holder).isNotNull();
    assertThat(holder.name()).isEqualTo(name);
    Actor actor = ACTORS.actor(holder, day, name);
    assertThat(actor.fullCode()).isEqualTo(code);
    assertThat(ACTORS.daysFromOffice(holder.id(), day)).isZero();
  }

  @Test
  void formerHoldersBelongToTheElites() {
    ActorEntry mubarak = ACTORS.holder("egy", "head_of_state", LocalDate.of(2005, 1, 1));
    assertThat(ACTORS.actor(mubarak, DAY, "Mubarak").sectors()).containsExactly(Sector.ELI);
    assertThat(ACTORS.actor(mubarak, DAY, "Mubarak").fullCode()).isEqualTo("EGYELI");
    assertThat(ACTORS.daysFromOffice(mubarak.id(), DAY)).isGreaterThan(1000);
  }

  @ParameterizedTest
  @CsvSource({"1991-02-01, George H. W. Bush", "2004-01-01, George W. Bush"})
  void namesakesAreToldApartByTheirDays(LocalDate day, String name) {
    List<ActorEntry> all = people("Bush");
    assertThat(all).extracting(ActorEntry::name).contains("George H. W. Bush", "George W. Bush");
    ActorEntry nearest =
        all.stream()
            .min(Comparator.comparingLong(person -> ACTORS.daysFromOffice(person.id(), day)))
            .orElseThrow();
    assertThat(nearest.name()).isEqualTo(name);
    Office office = ACTORS.officeAt(nearest.id(), day);
    assertThat(office.of()).isEqualTo("usa");
    assertThat(office.key()).isEqualTo("head_of_state");
    assertThat(office.heldAt(day)).isTrue();
  }

  private static List<ActorEntry> people(String name) {
    return ACTORS.names().exact(name).stream()
        .map(Named::entry)
        .filter(entry -> entry.kind() == ActorEntry.Kind.PERSON)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ISIS",
        "ISIL",
        "Daesh",
        "Da'esh",
        "Islamic State",
        "Islamic State of Iraq and the Levant"
      })
  void theIslamicStateHasManyNames(String name) {
    assertThat(ACTORS.names().exact(name))
        .filteredOn(named -> named.form() == Form.NAME)
        .extracting(named -> named.entry().id())
        .containsExactly("isis");
  }

  @Test
  void aBranchIsNotItsParent() {
    ActorEntry branch = ACTORS.find("isis-libya");
    assertThat(branch.parent()).isEqualTo("isis");
    assertThat(branch.countries()).contains("LBY");
    assertThat(branch.code()).isNotEqualTo(ACTORS.find("isis").code());
    assertThat(ACTORS.children("isis")).contains(branch);
  }

  @Test
  void actorsAreFoundByIdAndCode() {
    assertThat(ACTORS.find("EGY")).isSameAs(ACTORS.find("egy")).isNotNull();
    assertThat(ACTORS.find("isis")).isSameAs(ACTORS.find("ISIS")).isNotNull();
    assertThat(ACTORS.find("no-such-actor")).isNull();
  }

  @Test
  void dissolvedStatesAreKnownInTheirTime() {
    ActorEntry union = ACTORS.find("SUN");
    assertThat(union.existsAt(LocalDate.of(1991, 1, 1))).isTrue();
    assertThat(union.existsAt(DAY)).isFalse();
  }

  @Test
  void placesHaveTheirCoordinates() {
    assertThat(KNOWLEDGE.gazetteer().find("Sirte"))
        .anySatisfy(
            place -> {
              assertThat(place.country()).isEqualTo("LBY");
              assertThat(place.latitude()).isBetween(30.5, 31.8);
              assertThat(place.longitude()).isBetween(15.8, 17.3);
            });
    assertThat(KNOWLEDGE.gazetteer().find("no such place at all")).isEmpty();
  }

  @Test
  void agentsAreFoundInBothNumbers() {
    assertThat(KNOWLEDGE.agents().find("rebels"))
        .isSameAs(KNOWLEDGE.agents().find("rebel"))
        .isNotNull();
    assertThat(KNOWLEDGE.agents().find("rebel").sectors()).contains(Sector.REB);
    assertThat(KNOWLEDGE.agents().find("policemen"))
        .isSameAs(KNOWLEDGE.agents().find("policeman"))
        .isNotNull();
  }

  @Test
  void theHashTellsTheContentAndNothingElse(@TempDir Path folder) throws IOException {
    assertThat(KNOWLEDGE.hash()).matches("[0-9a-f]{12}");
    KnowledgeFiles.copy(folder);
    assertThat(Knowledge.load(folder).hash()).isEqualTo(KNOWLEDGE.hash());
    Files.writeString(
        folder.resolve("actors/blocs.tsv"),
        "# a comment more\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
    assertThat(Knowledge.load(folder).hash()).isNotEqualTo(KNOWLEDGE.hash());
  }
}
