package org.entente.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.knowledge.table.KnowledgeException;
import org.entente.knowledge.table.Mistake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever edits the files is told file, line and field of every mistake. */
class MistakesTest {
  private static final String GROUPS = "actors/groups.tsv";
  private static final String OFFICES = "actors/offices-gulf.tsv";
  private static final String LEXICON = "lexicon/consult.tsv";
  private static final String PLACES = "gazetteer/extra.tsv";

  @TempDir static Path folder;

  private final Map<Path, byte[]> before = new HashMap<>();

  @BeforeAll
  static void copy() throws IOException {
    KnowledgeFiles.copySmall(folder);
  }

  @AfterEach
  void restore() throws IOException {
    for (Map.Entry<Path, byte[]> file : before.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }
  }

  @Test
  void theUnbrokenCopyLoads() throws IOException {
    assertThat(Knowledge.load(folder).gazetteer().find("Cairo")).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} [{2}] = {3}")
  @CsvSource(
      delimiter = ';',
      value = {
        GROUPS + "; isis; sectors; XYZ; 'XYZ' is none of",
        GROUPS + "; isis; sectors; REB||MIL; an empty value",
        GROUPS + "; isis; countries; IRQ|QQQ; no such country: 'QQQ'",
        GROUPS + "; isis; from; April 2013; no date: 'April 2013'",
        GROUPS + "; isis; from; 2013-02-30; no such day: '2013-02-30'",
        GROUPS + "; isis; to; 2012; ends before it begins",
        GROUPS + "; isis; name; ''; must not be empty",
        "actors/institutions.tsv; white-house; of; QQQ; no such country: 'QQQ'",
        "actors/media.tsv; media-reuters; country; QQQ; no such country: 'QQQ'",
        "actors/titles.tsv; head_of_state; of; nobody; no such actor: 'nobody'",
        OFFICES + "; SAU; office; grand_vizier; 'grand_vizier' has no titles",
        OFFICES + "; SAU; of; nobody; no such actor: 'nobody'",
        OFFICES + "; SAU; to; 1970; ends before it begins",
        OFFICES + "; SAU; from; 13 June 1982; no date",
        OFFICES + "; SAU; holder; ''; must not be empty",
        OFFICES + "; SAU; source; ''; must not be empty",
        "agents/agents.tsv; *; kind; animal; 'animal' is none of person, body, people, thing",
        "agents/agents.tsv; *; sectors; XYZ; 'XYZ' is none of",
        LEXICON + "; *; cameo; 9999; no such CAMEO code: '9999'",
        LEXICON + "; *; type; CHAT; 'CHAT' is none of",
        LEXICON + "; *; mode; chat; 'chat' is no mode of",
        LEXICON + "; *; pos; x; 'x' is none of v, n, a",
        LEXICON + "; *; trigger; @NOWHERE; no such class: '@NOWHERE'",
        LEXICON + "; *; where; obj=@NOWHERE; no such class: '@NOWHERE'",
        LEXICON + "; *; where; OBJ; no slot: 'OBJ'",
        LEXICON + "; *; source; subj|2; no slot: '2'",
        LEXICON + "; *; target; obj.; no slot: 'obj.'",
        "lexicon/modality.tsv; *; verbal_conflict; CHAT; 'CHAT' is none of",
        "ontology/cameo.tsv; *; goldstein; 11; must be −10 to 10",
        "ontology/cameo.tsv; *; code; 1x; two to four digits",
        "ontology/types.tsv; ASSAULT; quad; VERBAL_CONFLICT; ASSAULT is MATERIAL_CONFLICT",
        "ontology/wrapped.tsv; *; cameo; 9999; no such CAMEO code: '9999'",
        PLACES + "; *; latitude; 95; must be −90 to 90",
        PLACES + "; *; longitude; -200; must be −180 to 180",
        PLACES + "; *; population; many; no number: 'many'"
      })
  void aBrokenFieldIsNamed(String file, String key, String column, String value, String message)
      throws IOException {
    int line = set(file, key, column, value);
    KnowledgeException thrown = broken();
    assertThat(thrown.mistakes()).anySatisfy(m -> isAt(m, file, line, column, message));
    assertThat(thrown).hasMessageContaining(file + ":" + line + " [" + column + "]: ");
  }

  @Test
  void anIdThatStandsTwice() throws IOException {
    List<String> lines = read(GROUPS);
    lines.add(lines.get(row(lines, "isis")));
    write(GROUPS, lines);
    assertThat(mistakes())
        .anySatisfy(m -> isAt(m, GROUPS, lines.size(), "id", "'isis' stands twice"));
  }

  @Test
  void aCodeThatStandsTwice() throws IOException {
    int line = set("actors/organisations.tsv", "un", "code", "EGY");
    assertThat(mistakes())
        .anySatisfy(
            m -> isAt(m, "actors/organisations.tsv", line, "code", "'EGY' is the code of egy"));
  }

  @Test
  void aParentThatDoesNotExist() throws IOException {
    int line = set(GROUPS, "isis-libya", "parent", "nobody");
    assertThat(mistakes())
        .singleElement()
        .satisfies(m -> isAt(m, GROUPS, line, "parent", "no such actor: 'nobody'"));
  }

  @Test
  void aMissingTab() throws IOException {
    List<String> lines = read(GROUPS);
    int at = row(lines, "isis");
    int fields = lines.get(at).split("\t", -1).length;
    lines.set(at, lines.get(at).replaceFirst("\t", " "));
    write(GROUPS, lines);
    assertThat(mistakes())
        .anySatisfy(
            m ->
                isAt(
                    m,
                    GROUPS,
                    at + 1,
                    null,
                    (fields - 1) + " fields where the header has " + fields));
  }

  @Test
  void aMissingColumn() throws IOException {
    List<String> lines = read(GROUPS);
    int header = header(lines);
    lines.set(header, lines.get(header).replace("aliases", "alias"));
    write(GROUPS, lines);
    assertThat(mistakes())
        .anySatisfy(m -> isAt(m, GROUPS, header + 1, "aliases", "the column is missing"));
  }

  @Test
  void aColumnThatStandsTwice() throws IOException {
    List<String> lines = read(GROUPS);
    int header = header(lines);
    lines.set(header, lines.get(header).replace("adjectives", "aliases"));
    write(GROUPS, lines);
    assertThat(mistakes())
        .anySatisfy(m -> isAt(m, GROUPS, header + 1, "aliases", "the column stands twice"));
  }

  @Test
  void aFileThatIsNotUtf8() throws IOException {
    List<String> lines = read(OFFICES);
    int at = row(lines, "SAU");
    lines.set(at, lines.get(at).replaceFirst("King", "K\u00f6nig"));
    Path path = remember(OFFICES);
    Files.write(path, (String.join("\n", lines.subList(0, at + 1)) + "\n").getBytes("ISO-8859-1"));
    assertThat(mistakes()).anySatisfy(m -> isAt(m, OFFICES, at + 1, null, "not UTF-8"));
  }

  @Test
  void aMissingFile() throws IOException {
    Files.delete(remember("ontology/contexts.tsv"));
    assertThat(mistakes())
        .singleElement()
        .satisfies(m -> isAt(m, "ontology/contexts*.tsv", 0, null, "no such file"));
  }

  @Test
  void anEmptyFile() throws IOException {
    Files.writeString(remember("ontology/contexts.tsv"), "# nothing\n");
    assertThat(mistakes())
        .singleElement()
        .satisfies(
            m -> isAt(m, "ontology/contexts.tsv", 0, null, "expected context, definition, cues"));
  }

  @Test
  void aMissingFolder() {
    assertThatThrownBy(() -> Knowledge.load(folder.resolve("nowhere")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void allMistakesAreNamedAtOnce() throws IOException {
    int group = set(GROUPS, "isis", "sectors", "XYZ");
    int entry = set(LEXICON, "*", "cameo", "9999");
    int place = set(PLACES, "*", "latitude", "95");
    assertThatThrownBy(() -> Knowledge.load(folder))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining(GROUPS + ":" + group + " [sectors]")
        .hasMessageContaining(LEXICON + ":" + entry + " [cameo]")
        .hasMessageContaining(PLACES + ":" + place + " [latitude]");
  }

  @Test
  void aLongListIsCut() throws IOException {
    List<String> lines = read(GROUPS);
    for (int i = 0; i < 30; i++) {
      lines.add("one field only");
    }
    write(GROUPS, lines);
    assertThat(mistakes()).hasSize(30);
    assertThatThrownBy(() -> Knowledge.load(folder)).hasMessageContaining("and 10 more");
  }

  @Test
  void linesMayEndAsOnWindows() throws IOException {
    Path path = remember(GROUPS);
    Files.writeString(path, String.join("\r\n", read(GROUPS)) + "\r\n");
    assertThat(Knowledge.load(folder).actors().find("isis").code()).isEqualTo("ISIS");
  }

  private static void isAt(Mistake mistake, String file, int line, String field, String message) {
    assertThat(mistake.file()).isEqualTo(file);
    assertThat(mistake.line()).isEqualTo(line);
    assertThat(mistake.field()).isEqualTo(field);
    assertThat(mistake.message()).contains(message);
  }

  private static List<Mistake> mistakes() {
    return broken().mistakes();
  }

  private static KnowledgeException broken() {
    KnowledgeException thrown =
        catchThrowableOfType(KnowledgeException.class, () -> Knowledge.load(folder));
    assertThat(thrown).as("the mistake is not found").isNotNull();
    return thrown;
  }

  /**
   * Writes a value into a row.
   *
   * @param key the row's first field, or {@code *} for the first row
   * @return the number of the line
   */
  private int set(String file, String key, String column, String value) throws IOException {
    List<String> lines = read(file);
    List<String> columns = Arrays.asList(lines.get(header(lines)).split("\t", -1));
    int at = row(lines, key);
    String[] cells = lines.get(at).split("\t", -1);
    cells[columns.indexOf(column)] = value;
    lines.set(at, String.join("\t", cells));
    write(file, lines);
    return at + 1;
  }

  private static int header(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
        return i;
      }
    }
    throw new AssertionError("no header");
  }

  private static int row(List<String> lines, String key) {
    for (int i = header(lines) + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (key.equals("*")
          ? !line.isBlank() && !line.startsWith("#")
          : line.startsWith(key + "\t")) {
        return i;
      }
    }
    throw new AssertionError("no row " + key);
  }

  private static List<String> read(String file) throws IOException {
    return new ArrayList<>(Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8));
  }

  private void write(String file, List<String> lines) throws IOException {
    Files.writeString(remember(file), String.join("\n", lines) + "\n");
  }

  private Path remember(String file) throws IOException {
    Path path = folder.resolve(file);
    if (!before.containsKey(path)) {
      before.put(path, Files.readAllBytes(path));
    }
    return path;
  }
}
