package hallmonitor.moderation.console.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Students out of a CSV file, a spreadsheet, or a plain list of names.
 *
 * @param rows what can be added
 * @param mistakes what cannot
 */
public record PastedStudents(List<Row> rows, List<Mistake> mistakes) {
  /** A student and where it stood, from line 1. */
  public record Row(int line, TypedStudent student) {}

  /** What is wrong with a line, from 1; 0 for all of it. */
  public record Mistake(int line, Sentence sentence) {}

  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  private static final Set<String> FULL =
      Set.of("name", "full name", "student", "student name", "estudiante", "nombre completo");
  private static final Set<String> GIVEN =
      Set.of("given name", "first name", "first", "nombre", "nombres");
  private static final Set<String> FAMILY =
      Set.of("family name", "last name", "last", "apellido", "apellidos");
  private static final Set<String> DATE = Set.of("date", "since", "fecha", "desde");

  /** Where each value stands in a row; -1 for a value that is not there. */
  private record Columns(int full, int given, int family, int date) {
    private static final Columns NONE = new Columns(-1, -1, -1, -1);

    static Columns of(List<String> header) {
      List<String> names = header.stream().map(n -> n.strip().toLowerCase(Locale.ROOT)).toList();
      int given = place(names, GIVEN);
      int family = place(names, FAMILY);
      // "nombre" alone is the whole name.
      boolean apart = given >= 0 && family >= 0;
      int full = apart ? -1 : Math.max(place(names, FULL), given);
      return apart || full >= 0
          ? new Columns(full, apart ? given : -1, apart ? family : -1, place(names, DATE))
          : NONE;
    }

    private static int place(List<String> names, Set<String> among) {
      return names.stream().filter(among::contains).findFirst().map(names::indexOf).orElse(-1);
    }

    boolean isHeader() {
      return !equals(NONE);
    }

    String name(List<String> cells) {
      return full >= 0 ? cell(cells, full) : cell(cells, family) + ", " + cell(cells, given);
    }

    String date(List<String> cells) {
      return cell(cells, date);
    }

    private static String cell(List<String> cells, int at) {
      return at >= 0 && at < cells.size() ? cells.get(at) : "";
    }
  }

  public PastedStudents {
    rows = List.copyOf(rows);
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Reads pasted text. If its first line names no columns, each line is one name, as in {@code
   * media-release-refusals.txt}.
   *
   * @param today for rows without a date
   */
  static PastedStudents read(String text, LocalDate today) {
    List<Row> rows = new ArrayList<>();
    List<Mistake> mistakes = new ArrayList<>();
    List<String> lines = Arrays.asList(text.replace("\uFEFF", "").split("\\R", -1));
    char separator = separator(lines.get(0));
    Columns columns = columns(lines.get(0), separator);
    for (int i = columns.isHeader() ? 1 : 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        rows.add(new Row(i + 1, student(line, separator, columns, today)));
      } catch (TypedStudent.Mistaken e) {
        mistakes.add(new Mistake(i + 1, e.sentence()));
      }
    }
    if (rows.isEmpty() && mistakes.isEmpty()) {
      mistakes.add(new Mistake(0, Sentence.of("There is no student in it.")));
    }
    return new PastedStudents(rows, mistakes);
  }

  /** A line that cannot be read names no columns, and is a mistake like any other line. */
  private static Columns columns(String line, char separator) {
    try {
      return Columns.of(cells(line, separator));
    } catch (TypedStudent.Mistaken e) {
      return Columns.NONE;
    }
  }

  private static TypedStudent student(
      String line, char separator, Columns columns, LocalDate today) {
    if (!columns.isHeader()) {
      return TypedStudent.of(line, "", today);
    }
    List<String> cells = cells(line, separator);
    return TypedStudent.of(columns.name(cells), columns.date(cells), today);
  }

  /** Spreadsheets copy with tabs, and write semicolons in Spanish. */
  private static char separator(String header) {
    return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(';') >= 0 ? ';' : ',';
  }

  private static List<String> cells(String line, char separator) {
    if (line.isBlank()) {
      return List.of();
    }
    try {
      String[][] read =
          CSV.readerFor(String[][].class)
              .with(CsvSchema.emptySchema().withColumnSeparator(separator))
              .readValue(line);
      return List.of(read[0]);
    } catch (JsonProcessingException e) {
      throw new TypedStudent.Mistaken(
          Sentence.of("A quotation mark is not closed. Copy the line again."));
    }
  }
}
