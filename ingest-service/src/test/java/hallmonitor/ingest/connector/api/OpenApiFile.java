package hallmonitor.ingest.connector.api;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi31;
import java.nio.file.Path;
import java.util.List;

/** The description for programmers, as a validator of OpenAPI 3.1 reads it. */
final class OpenApiFile {
  private static final Path FILE = Path.of("..", "deploy", "contracts", "openapi.yaml");

  private OpenApiFile() {}

  /** Returns what contradicts a schema of the file. */
  static List<String> problems(String schema, String json) {
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder
                    .metaSchema(OpenApi31.getInstance())
                    .defaultMetaSchemaIri(OpenApi31.getInstance().getIri()));
    return factory
        .getSchema(
            SchemaLocation.of(FILE.toAbsolutePath().normalize().toUri() + "#" + schema),
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build())
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
