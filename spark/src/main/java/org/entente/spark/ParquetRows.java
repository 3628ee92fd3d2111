package org.entente.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.entente.coding.ingest.Ingest;

/** The rows of a Parquet file, each as the JSON line that says the same. */
final class ParquetRows {
  /** Days from the beginning of Julian time to 1970. */
  private static final int JULIAN_1970 = 2_440_588;

  private final Slice slice;
  private final ParquetColumns columns;
  private final Configuration configuration;
  private final ObjectMapper mapper = new ObjectMapper();

  ParquetRows(Slice slice, ParquetColumns columns, Configuration configuration) {
    this.slice = slice;
    this.columns = columns;
    this.configuration = new Configuration(configuration);
  }

  /** How many rows are in the slice. */
  long count() throws IOException {
    try (ParquetFileReader reader = open()) {
      return reader.getRecordCount();
    }
  }

  void read(Ingest.Lines lines) throws IOException {
    MessageType schema;
    try (ParquetFileReader reader = open()) {
      schema = reader.getFileMetaData().getSchema();
    }
    Map<String, String> fields = new LinkedHashMap<>(columns.fields());
    fields.values().removeIf(column -> !schema.containsField(column));
    if (!fields.containsKey("text") && !fields.containsKey("title")) {
      throw new IllegalArgumentException(
          "no column '"
              + columns.text()
              + "'; there are "
              + String.join(", ", schema.getFields().stream().map(Type::getName).toList())
              + ": name one with --columns text=COLUMN");
    }
    List<Type> wanted = new ArrayList<>();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      Type type = schema.getType(field.getValue());
      if (!type.isPrimitive()) {
        throw new IllegalArgumentException(
            "column '" + field.getValue() + "' holds lists or records where text is needed");
      }
      if (!wanted.contains(type)) {
        wanted.add(type);
      }
    }
    MessageType projection = new MessageType(schema.getName(), wanted);
    configuration.set(ReadSupport.PARQUET_READ_SCHEMA, projection.toString());
    long row = slice.before();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), new Path(slice.path()))
            .withConf(configuration)
            .withFileRange(slice.start(), slice.start() + slice.length())
            .build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        ObjectNode line = mapper.createObjectNode();
        for (Map.Entry<String, String> field : fields.entrySet()) {
          String value = value(group, projection.getFieldIndex(field.getValue()));
          if (value != null) {
            line.put(field.getKey(), value);
          }
        }
        lines.read(
            mapper.writeValueAsString(line).getBytes(StandardCharsets.UTF_8),
            slice.origin() + ":" + ++row);
      }
    }
  }

  private ParquetFileReader open() throws IOException {
    return ParquetFileReader.open(
        HadoopInputFile.fromPath(new Path(slice.path()), configuration),
        HadoopReadOptions.builder(configuration)
            .withRange(slice.start(), slice.start() + slice.length())
            .build());
  }

  private static String value(Group group, int field) {
    if (group.getFieldRepetitionCount(field) == 0) {
      return null;
    }
    PrimitiveType type = group.getType().getType(field).asPrimitiveType();
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(group.getInteger(field, 0)).toString();
    }
    if (meaning instanceof TimestampLogicalTypeAnnotation time) {
      long value = group.getLong(field, 0);
      long second =
          switch (time.getUnit()) {
            case MILLIS -> 1_000L;
            case MICROS -> 1_000_000L;
            case NANOS -> 1_000_000_000L;
          };
      return Instant.ofEpochSecond(Math.floorDiv(value, second)).toString();
    }
    return switch (type.getPrimitiveTypeName()) {
      case BINARY, FIXED_LEN_BYTE_ARRAY -> group.getBinary(field, 0).toStringUsingUTF8();
      case INT96 -> {
        ByteBuffer bytes =
            ByteBuffer.wrap(group.getInt96(field, 0).getBytes()).order(ByteOrder.LITTLE_ENDIAN);
        yield LocalDate.ofEpochDay(bytes.getInt(8) - JULIAN_1970).toString();
      }
      default -> group.getValueToString(field, 0);
    };
  }
}
