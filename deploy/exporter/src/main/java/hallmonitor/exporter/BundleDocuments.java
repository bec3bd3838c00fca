package hallmonitor.exporter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.exporter.BundleManifest.Document;
import hallmonitor.exporter.TableShape.Column;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What explains a bundle: a text to begin with, and a JSON Schema for each dataset. */
final class BundleDocuments {
  static final String README = "README.txt";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String TEXT =
      """
      The archive of a school district's comment moderation, as Hall Monitor wrote it.

      CONFIDENTIAL. It holds what people wrote, children among them, and who they are. Keep it where your district keeps
      such records.

      manifest.json      what is here: each file with its SHA-256, its records, and the moment that it shows
      NAME-000001.jsonl.gz   records, one JSON object (RFC 8259) on each line, UTF-8, compressed with gzip (RFC 1952)
      NAME-000001.warc.gz    what the platforms sent, as resource records of WARC 1.1 (ISO 28500:2017); the field
                             'raw_record' of a revision names its record
      schemas/NAME.json      a JSON Schema (draft 2020-12) of the objects in the files of that name
      pictures/              pictures, each named by its SHA-256; fields that end with '_file' name them

      Times are in UTC (RFC 3339). 'account' with 'comment_id' and 'revision', or 'case_id', lead from one dataset to the
      other. Records that were disposed of have empty texts and a 'disposal_id'.

      """;

  private BundleDocuments() {}

  static List<Document> write(
      Bundle bundle, Snapshot snapshot, List<Dataset> datasets, ArchivePart part)
      throws IOException, SQLException {
    List<Document> documents = new ArrayList<>();
    StringBuilder text = new StringBuilder(TEXT);
    if (!part.isAll()) {
      text.append("It is a part of the archive: %s.%n".formatted(part.inWords()));
      if (part.isOfComments()) {
        text.append(
            "Each comment is here with all its versions, its case, and its post.%n".formatted());
      }
      text.append('\n');
    }
    text.append("The datasets:\n\n");
    for (Dataset dataset : datasets) {
      text.append("%-22s %s%n".formatted(dataset.name(), dataset.says()));
      documents.add(
          bundle.document(
              schemaFile(dataset.name()),
              JSON.writerWithDefaultPrettyPrinter()
                  .writeValueAsString(schema(dataset, snapshot.shape(dataset)))));
    }
    documents.add(bundle.document(README, text.toString()));
    return documents;
  }

  static String schemaFile(String dataset) {
    return "schemas/" + dataset + ".json";
  }

  private static ObjectNode schema(Dataset dataset, TableShape shape) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", dataset.name());
    schema.put("description", dataset.says());
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (Column column : shape.columns()) {
      if (dataset.has(column.name())) {
        type(properties.putObject(column.name()), column);
      }
    }
    dataset
        .nativeColumn()
        .ifPresent(c -> text(properties, DatasetPart.recordField(c), "the record in a WARC file"));
    dataset
        .fileColumn()
        .ifPresent(
            c -> {
              text(properties, DatasetPart.fileField(c), "the file");
              text(properties, DatasetPart.hashField(c), "the file's SHA-256, in hex");
            });
    ArrayNode required = schema.putArray("required");
    properties.fieldNames().forEachRemaining(required::add);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static void text(ObjectNode properties, String name, String says) {
    ObjectNode property = properties.putObject(name);
    property.putArray("type").add("string").add("null");
    property.put("description", says);
  }

  private static void type(ObjectNode property, Column column) {
    String type = column.type();
    if (type.startsWith("json")) {
      return; // Any value.
    }
    String json =
        type.endsWith("[]")
            ? "array"
            : switch (type) {
              case "boolean" -> "boolean";
              case "smallint", "integer", "bigint" -> "integer";
              case "real", "double precision", "numeric" -> "number";
              default -> "string";
            };
    if (column.required()) {
      property.put("type", json);
    } else {
      property.putArray("type").add(json).add("null");
    }
    switch (type) {
      case "timestamp with time zone" -> property.put("format", "date-time");
      case "date" -> property.put("format", "date");
      case "uuid" -> property.put("format", "uuid");
      default -> {}
    }
  }
}
