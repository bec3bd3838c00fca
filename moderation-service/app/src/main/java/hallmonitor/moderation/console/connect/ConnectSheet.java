package hallmonitor.moderation.console.connect;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import hallmonitor.moderation.console.people.PersonForm;
import hallmonitor.moderation.store.connect.AccountConnection;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Accounts out of a spreadsheet or a CSV file with a header. Never with passwords. Pure.
 *
 * @param rows what can be connected
 * @param mistakes what cannot
 */
public record ConnectSheet(List<Row> rows, List<Mistake> mistakes) {
  static final List<String> COLUMNS =
      List.of(
          "id",
          "name",
          "platform",
          "building",
          "kind",
          "administrator",
          "base-url",
          "holder",
          "email",
          "language");

  static final int MOST_ROWS = 200;

  private static final Set<String> SECRETS =
      Set.of("password", "secret", "token", "key", "credential", "contraseña", "clave");

  /**
   * An account, and who gets a link to connect it.
   *
   * @param line where it stands, from 1
   * @param email empty for no link
   */
  public record Row(
      int line, AccountConnection connection, String holder, String email, String language) {
    public boolean isInvited() {
      return !email.isEmpty();
    }
  }

  /**
   * What is wrong.
   *
   * @param line from 1
   * @param column as in the header; empty for the whole line
   */
  public record Mistake(int line, String column, Sentence sentence) {}

  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();

  public ConnectSheet {
    rows = List.copyOf(rows);
    mistakes = List.copyOf(mistakes);
  }

  public boolean isUsable() {
    return mistakes.isEmpty() && !rows.isEmpty();
  }

  /**
   * Reads pasted text.
   *
   * @param underWay the connections that others began
   */
  static ConnectSheet read(
      String text, District district, List<AccountConnection> underWay, String by) {
    List<Row> rows = new ArrayList<>();
    List<Mistake> mistakes = new ArrayList<>();
    List<String[]> lines = lines(text.replace("\uFEFF", "").strip(), mistakes);
    if (mistakes.isEmpty()) {
      List<String> header =
          lines.isEmpty()
              ? List.of()
              : Arrays.stream(lines.get(0)).map(c -> c.toLowerCase(Locale.ROOT)).toList();
      mistakes.addAll(mistakesIn(header, lines.size() - 1));
      if (mistakes.isEmpty()) {
        readRows(lines, header, form -> form.checked(district, underWay, by), rows, mistakes);
      }
    }
    return new ConnectSheet(mistakes.isEmpty() ? rows : List.of(), mistakes);
  }

  private static List<String[]> lines(String text, List<Mistake> mistakes) {
    char separator = text.lines().findFirst().map(ConnectSheet::separator).orElse(',');
    try (MappingIterator<String[]> read =
        CSV.readerFor(String[].class)
            .with(CsvSchema.emptySchema().withColumnSeparator(separator))
            .readValues(text)) {
      return read.readAll();
    } catch (IOException e) {
      mistakes.add(
          new Mistake(1, "", Sentence.of("A quotation mark is not closed. Copy the table again.")));
      return List.of();
    }
  }

  /** Spreadsheets copy with tabs, and write semicolons in Spanish. */
  private static char separator(String header) {
    return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(';') >= 0 ? ';' : ',';
  }

  private static List<Mistake> mistakesIn(List<String> header, int rows) {
    List<Mistake> mistakes = new ArrayList<>();
    for (String column : header) {
      if (SECRETS.stream().anyMatch(column::contains)) {
        mistakes.add(
            new Mistake(
                1,
                column,
                Sentence.of(
                    "Passwords never go into a sheet. Take this column out, and delete the copies of the file.")));
      } else if (!COLUMNS.contains(column)) {
        mistakes.add(
            new Mistake(
                1,
                column,
                Sentence.of("This column is unknown. Use: {1}.", String.join(", ", COLUMNS))));
      }
    }
    for (String column : List.of("name", "platform", "building", "kind", "administrator")) {
      if (!header.contains(column)) {
        mistakes.add(new Mistake(1, column, Sentence.of("This column is missing.")));
      }
    }
    if (mistakes.isEmpty() && (rows < 1 || rows > MOST_ROWS)) {
      mistakes.add(
          new Mistake(1, "", Sentence.of("A sheet has from 1 to {1} accounts.", MOST_ROWS)));
    }
    return mistakes;
  }

  private static void readRows(
      List<String[]> lines,
      List<String> header,
      Function<ConnectForm, AccountConnection> check,
      List<Row> rows,
      List<Mistake> mistakes) {
    Map<String, Integer> ids = new HashMap<>();
    Map<String, Integer> sites = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      int line = i + 1;
      Map<String, String> cells = cells(header, lines.get(i));
      try {
        Row row = row(line, cells, check);
        again(ids, row.connection().account(), line, "id");
        if (guide(cells).filter(ConnectGuide::isOneSite).isPresent()) {
          String site = row.connection().platform() + " " + row.connection().address();
          again(sites, site.toLowerCase(Locale.ROOT), line, "base-url");
        }
        rows.add(row);
      } catch (ConnectForm.Mistaken e) {
        mistakes.add(new Mistake(line, e.field(), e.sentence()));
      }
    }
  }

  private static void again(Map<String, Integer> seen, String value, int line, String column) {
    Integer before = seen.putIfAbsent(value, line);
    if (before != null) {
      throw new ConnectForm.Mistaken(
          column, Sentence.of("Line {1} has the same. Each account stands in one line.", before));
    }
  }

  private static Map<String, String> cells(List<String> header, String[] line) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), i < line.length ? ConnectForm.line(line[i]) : "");
    }
    return cells;
  }

  private static Optional<ConnectGuide> guide(Map<String, String> cells) {
    return ConnectGuide.of(cells.getOrDefault("platform", "").toLowerCase(Locale.ROOT));
  }

  private static Row row(
      int line, Map<String, String> cells, Function<ConnectForm, AccountConnection> check) {
    ConnectGuide guide =
        guide(cells)
            .orElseThrow(
                () ->
                    new ConnectForm.Mistaken(
                        "platform",
                        Sentence.of(
                            "Write one of {1}.",
                            String.join(
                                ", ",
                                ConnectGuide.all().stream().map(ConnectGuide::getCode).toList()))));
    String address = cells.getOrDefault("base-url", "");
    ConnectForm form =
        new ConnectForm(
            UUID.randomUUID(),
            guide,
            cells.getOrDefault("name", ""),
            address.isEmpty() ? guide.address() : address,
            cells.getOrDefault("building", ""),
            cells.getOrDefault("kind", ""),
            cells.getOrDefault("administrator", ""),
            cells.getOrDefault("id", ""));
    AccountConnection connection = check.apply(form);
    String holder = cells.getOrDefault("holder", "");
    String email = cells.getOrDefault("email", "");
    if (!email.isEmpty() && !PersonForm.isEmail(email)) {
      throw new ConnectForm.Mistaken(
          "email", Sentence.of("Enter an email address such as name@example.org."));
    }
    if (email.isEmpty() != holder.isEmpty()) {
      throw new ConnectForm.Mistaken(
          "holder", Sentence.of("A link needs both the holder's name and the email."));
    }
    boolean spanish = cells.getOrDefault("language", "").equalsIgnoreCase("es");
    return new Row(line, connection, holder, email, spanish ? "es" : "en");
  }
}
