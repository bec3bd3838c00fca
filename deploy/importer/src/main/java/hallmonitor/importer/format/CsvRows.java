package hallmonitor.importer.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rows of a file of comma-separated values (RFC 4180) with names in its first line, which are
 * compared in lower case. A row with more values than names is refused, and the next is read.
 */
final class CsvRows implements RowStream {
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private final MappingIterator<String[]> rows;
  private final RowMapping mapping;
  private List<String> names = List.of();

  /**
   * Creates a reader.
   *
   * @param separator a comma, or a semicolon as spreadsheets in Spanish write
   */
  CsvRows(InputStream in, char separator, RowMapping mapping) throws IOException {
    this.mapping = mapping;
    this.rows =
        CSV.readerFor(String[].class)
            .with(CsvSchema.emptySchema().withColumnSeparator(separator))
            .readValues(new InputStreamReader(in, UTF_8.newDecoder()));
  }

  @Override
  public Optional<SourceRow> next() throws IOException {
    try {
      if (names.isEmpty() && rows.hasNextValue()) {
        names = List.of(rows.nextValue()).stream().map(CsvRows::lower).toList();
      }
      if (!rows.hasNextValue()) {
        return Optional.empty();
      }
      long line = rows.getCurrentLocation().getLineNr();
      String[] values = rows.nextValue();
      return Optional.of(
          values.length > names.size()
              ? SourceRow.refused("line", line, "has more values than the first line has names")
              : mapping.read("line", line, entry(values)));
    } catch (IOException e) {
      // The exception could quote what stands there.
      throw new IOException(
          "it is not CSV in UTF-8 near line %d; save it as CSV in UTF-8"
              .formatted(rows.getCurrentLocation().getLineNr()));
    }
  }

  static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private JsonNode entry(String[] values) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < values.length; i++) {
      entry.put(names.get(i), values[i]);
    }
    return entry;
  }
}
