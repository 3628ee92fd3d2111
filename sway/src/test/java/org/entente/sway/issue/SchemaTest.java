package org.entente.sway.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The JSON Schema takes what the reader takes. */
class SchemaTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Template.schema());

  private static JsonNode tree(String text) throws Exception {
    return YAML.readTree(text);
  }

  @Test
  void templateAndExamplesFit() throws Exception {
    assertThat(SCHEMA.validate(tree(Template.text()))).isEmpty();
    try (var files = Files.list(Path.of("..", "examples"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
        assertThat(SCHEMA.validate(tree(Files.readString(file)))).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void wrongKeysDoNot() throws Exception {
    assertThat(SCHEMA.validate(tree("question: x\nactors: [{id: A, positon: 3}]"))).isNotEmpty();
    assertThat(SCHEMA.validate(tree("question: x\nactors: []"))).isNotEmpty();
    assertThat(
            SCHEMA.validate(
                tree("question: x\nactors: [{id: A}]\noptions: [{id: o, actor: A, risk: war}]")))
        .isNotEmpty();
  }
}
