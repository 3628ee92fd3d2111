package org.entente.knowledge.petrarch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.Form;
import org.entente.knowledge.actors.Named;
import org.entente.knowledge.discards.Discard;
import org.entente.knowledge.lexicon.Entry;
import org.entente.knowledge.lexicon.Pos;
import org.entente.model.EventType;
import org.entente.model.Sector;
import org.entente.model.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PetrarchImportTest {
  @TempDir static Path folder;

  private static Path dictionaries;
  private static Path out;
  private static ImportSummary summary;
  private static Knowledge alone;

  @BeforeAll
  static void importOnce() throws IOException {
    dictionaries = Dictionaries.write(folder.resolve("dictionaries"));
    out = folder.resolve("out");
    summary = PetrarchImport.run(dictionaries, out);
    alone = Knowledge.load(out);
  }

  private static List<String> codes(Knowledge knowledge, String name, String day) {
    LocalDate at = LocalDate.parse(day);
    return knowledge.actors().names().exact(name).stream()
        .map(Named::entry)
        .filter(entry -> entry.existsAt(at))
        .map(entry -> knowledge.actors().actor(entry, at, name).fullCode())
        .toList();
  }

  @Test
  void aCodeHoldsBetweenItsDatesOnly() {
    assertThat(codes(alone, "Rudolf Elphberg", "1999-12-31")).containsExactly("RURELI");
    assertThat(codes(alone, "king Rudolf", "2000-01-01")).containsExactly("RURGOV");
    assertThat(codes(alone, "Rudolf Elphberg", "2011-06-01")).isEmpty();
    assertThat(codes(alone, "Rudolf Elphberg", "2020-06-01")).containsExactly("RURREB");
    assertThat(codes(alone, "Rudolf Elphberg", "1949-12-31")).isEmpty();
  }

  @Test
  void aPersonHasOneIdWhateverTheCode() {
    assertThat(alone.actors().names().exact("Rudolf Elphberg"))
        .hasSize(3)
        .extracting(named -> named.entry().id())
        .containsOnly("petrarch-rudolf-elphberg");
    assertThat(alone.actors().find("petrarch-rudolf-elphberg").kind())
        .isEqualTo(ActorEntry.Kind.PERSON);
  }

  @Test
  void aStateIsACountryWithItsAdjective() {
    ActorEntry egypt = alone.actors().find("EGY");
    assertThat(egypt.kind()).isEqualTo(ActorEntry.Kind.COUNTRY);
    assertThat(alone.actors().names().exact("Egyptian"))
        .containsExactly(new Named(egypt, Form.ADJECTIVE));
    assertThat(alone.actors().names().exact("Egyypt")).containsExactly(new Named(egypt, Form.NAME));
    assertThat(alone.actors().names().exact("Nowhere")).isEmpty();
  }

  @Test
  void aStateBeforeItHadItsCode() {
    assertThat(codes(alone, "Ukraine", "1980-01-01")).containsExactly("OLDUKR");
    assertThat(codes(alone, "Ukraine", "2000-01-01")).containsExactly("UKR");
    assertThat(codes(alone, "Kiev", "1980-01-01")).containsExactly("UKR");
  }

  @Test
  void aCodeOfSeveralPartsStaysAsItIs() {
    ActorEntry guard = alone.actors().find("petrarch-blue-guard-of-ruritania");
    assertThat(guard.code()).isEqualTo("RURREBBLU");
    assertThat(guard.sectors()).containsExactly(Sector.REB);
    assertThat(alone.actors().actor(guard, null, "").fullCode()).isEqualTo("RURREBBLU");
    assertThat(alone.actors().find("petrarch-egyptian-light-company").countries())
        .containsExactly("EGY");
  }

  @Test
  void agentsWithTheirPlurals() {
    assertThat(alone.agents().find("lighthouse keepers").sectors()).containsExactly(Sector.GOV);
    assertThat(alone.agents().find("balloon corps").sectors()).containsExactly(Sector.MIL);
    assertThat(alone.agents().find("balloon corpses")).isNull();
    assertThat(alone.agents().find("coast watchmen").noun()).isEqualTo("coast watchman");
    assertThat(alone.agents().find("rebel sailor").sectors()).containsExactly(Sector.REB);
    assertThat(alone.agents().find("rebel sailors").sectors()).containsExactly(Sector.REB);
    assertThat(alone.agents().find("chaplain").sectors()).containsExactly(Sector.GOV, Sector.REL);
    assertThat(alone.agents().find("chaplains")).isNull();
  }

  @Test
  void discardsOfSentenceAndDocument() {
    assertThat(discard("They played Croquet there.", Discard.Scope.SENTENCE)).isNotNull();
    assertThat(discard("the chess clubs of Cairo", Discard.Scope.SENTENCE)).isNull();
    assertThat(discard("the chess club of Cairo", Discard.Scope.SENTENCE).place())
        .isEqualTo("discards.tsv:5");
    assertThat(discard("the Regatta Cup", Discard.Scope.SENTENCE)).isNull();
    assertThat(discard("the Regatta Cup", Discard.Scope.DOCUMENT)).isNotNull();
  }

  private static Discard discard(String text, Discard.Scope scope) {
    return alone.discards().find(text, new Span(0, text.length()), scope);
  }

  @Test
  void verbsWithTheirPatterns() {
    List<Entry> bless = alone.lexicon().entries(Pos.VERB, "bless");
    assertThat(bless).extracting(Entry::cameo).containsExactly("0311", "071", "051");
    assertThat(bless.get(0).where().toString()).contains("rowing boat", "obj.mod", "royal", "wine");
    assertThat(bless.get(1).triggers()).anyMatch(t -> t.toString().equals("bless up"));
    assertThat(bless.get(2).where())
        .singleElement()
        .matches(c -> c.slot().equals("obj") && c.words().contains("rival"));
    assertThat(alone.lexicon().entries(Pos.VERB, "hallow")).hasSize(3);
    assertThat(alone.lexicon().entries(Pos.VERB, "smote")).isNotEmpty();
    assertThat(alone.lexicon().entries(Pos.VERB, "knock"))
        .anyMatch(e -> e.cameo().equals("182") && e.type() == EventType.ASSAULT);
    assertThat(alone.lexicon().entries(Pos.VERB, "tell")).isEmpty();
  }

  @Test
  void whatPetrarchDoesNotHaveIsOurs() {
    Knowledge ours = Knowledge.bundled();
    assertThat(alone.ontology().cameoCodes()).hasSameSizeAs(ours.ontology().cameoCodes());
    assertThat(alone.lexicon().wrappers()).hasSameSizeAs(ours.lexicon().wrappers());
    assertThat(alone.lexicon().classOf("LIGHT")).isEqualTo(ours.lexicon().classOf("LIGHT"));
    assertThat(alone.gazetteer().find("Derna")).isNotEmpty();
    assertThat(alone.lexicon().entries(Pos.VERB, "bomb")).isEmpty();
  }

  @Test
  void laidOverOurs() throws IOException {
    Knowledge over = Knowledge.loadOver(out);
    assertThat(over.lexicon().entries(Pos.VERB, "bomb")).isNotEmpty();
    assertThat(over.lexicon().entries(Pos.VERB, "bless").get(0).layer()).isZero();
    assertThat(over.actors().find("EGY").name()).isEqualTo("Egypt");
    assertThat(over.actors().names().exact("Cairo")).isNotEmpty();
    assertThat(over.actors().isUnder(over.actors().find("isis"))).isTrue();
    assertThat(over.actors().isUnder(over.actors().find("petrarch-rudolf-elphberg"))).isFalse();
    assertThat(over.hash()).isNotIn(alone.hash(), Knowledge.bundled().hash());
  }

  @Test
  void whatIsNotTakenIsListedWithLineAndReason() throws IOException {
    String report = Files.readString(out.resolve(PetrarchImport.REPORT));
    assertThat(report)
        .containsPattern("own.actors.txt:\\d+\tnot taken\tno code that could be taken.*LEAGUE_OF")
        .containsPattern("own.actors.txt:\\d+\tnot taken\tno code: the dates end before they begin")
        .containsPattern("own.actors.txt:\\d+\tin part\tother words may stand.*ODD SPACE")
        .containsPattern("own.actors.txt:\\d+\tnot taken\tbrackets that do not match.*NOT_CLOSED")
        .containsPattern("own.agents.txt:7\tnot taken\tno sector of PLOVER for its code: ~XYZ")
        .containsPattern("own.agents.txt:8\tnot taken\tneither PHRASE")
        .containsPattern("own.verbs.txt:\\d+\tnot taken\ta negation or auxiliary.*NOT")
        .containsPattern("own.verbs.txt:\\d+\tnot taken\tno such set of synonyms: &NOWHERE")
        .containsPattern("own.verbs.txt:\\d+\tnot taken\ta transformation: .*modality.tsv")
        .containsPattern("own.verbs.txt:\\d+\tnot taken\tmakes no event: CAMEO 01.*TELL");
  }

  @Test
  void everyLineIsCounted() {
    assertThat(summary.files())
        .extracting(ImportSummary.FileCount::file)
        .containsExactly("own.actors.txt", "own.agents.txt", "own.discards.txt", "own.verbs.txt");
    assertThat(summary.files().get(0).lines()).isEqualTo(22);
    assertThat(summary.files().get(2))
        .isEqualTo(new ImportSummary.FileCount("own.discards.txt", 3, 0, 0));
  }

  @Test
  void theSameAgainGivesTheSameBytes() throws IOException {
    Path again = folder.resolve("again");
    PetrarchImport.run(dictionaries, again);
    assertThat(files(again)).isEqualTo(files(out));
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }

  @Test
  void aFolderThatIsNotThere() {
    assertThatThrownBy(() -> PetrarchImport.run(folder.resolve("none"), folder.resolve("o")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no folder of dictionaries");
  }

  @Test
  void aFolderWithoutDictionaries() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Files.writeString(empty.resolve("readme.txt"), "hello - * there\n");
    assertThatThrownBy(() -> PetrarchImport.run(empty, folder.resolve("o")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no dictionaries of PETRARCH in " + empty)
        .hasMessageContaining("*.actors.txt");
    assertThat(folder.resolve("o")).doesNotExist();
  }

  @Test
  void aFolderThatIsNotEmptyIsNotWrittenTo() {
    assertThatThrownBy(() -> PetrarchImport.run(dictionaries, out))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("--out: " + out + " is not an empty folder");
    assertThatThrownBy(() -> PetrarchImport.run(dictionaries, dictionaries.resolve("notes.txt")))
        .hasMessageContaining("is not an empty folder");
  }

  @Test
  void bytesOfOldEncodings() throws IOException {
    Path mixed = Files.createDirectories(folder.resolve("mixed"));
    Files.write(
        mixed.resolve("a.actors.txt"),
        Dictionaries.bytes(
            "M\u0041LI_ [MLI]\nJOS",
            0xC9,
            '_',
            ' ',
            '[',
            'E',
            'G',
            'Y',
            'G',
            'O',
            'V',
            ']',
            '\n',
            'J',
            0xC3,
            0x9C,
            'R',
            'G',
            '_',
            ' ',
            '[',
            'D',
            'E',
            'U',
            'G',
            'O',
            'V',
            ']',
            '\n',
            'B',
            0x81,
            'D',
            ' ',
            '[',
            'E',
            'G',
            'Y',
            ']',
            '\n',
            'N',
            0,
            ' ',
            '[',
            'E',
            'G',
            'Y',
            ']'));
    Path to = folder.resolve("mixed-out");
    ImportSummary some = PetrarchImport.run(mixed, to);
    Knowledge read = Knowledge.load(to);
    assertThat(read.actors().names().exact("José")).hasSize(1);
    assertThat(read.actors().names().exact("Jürg")).hasSize(1);
    assertThat(some.files().get(0).notTaken()).isEqualTo(2);
    assertThat(Files.readString(to.resolve(PetrarchImport.REPORT)))
        .contains(
            "a.actors.txt:4\tnot taken\tan unreadable character: neither UTF-8 nor Windows-1252");
  }
}
