package hallmonitor.moderation.console.guidance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import hallmonitor.moderation.store.guidance.StaffMember;
import hallmonitor.moderation.wording.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Staff out of pasted lines: school, name, email, and language if it is not English. All lines are
 * right, or none is added.
 *
 * @param mistakes one sentence for each wrong line
 */
record PastedStaff(List<StaffMember> members, List<Sentence> mistakes) {
  private static final int MOST = 2_000;
  private static final int LONGEST = 200;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  /**
   * Reads the lines.
   *
   * @param buildings ids of the schools; an empty one is the district's offices
   */
  static PastedStaff of(String text, Set<String> buildings) {
    List<StaffMember> members = new ArrayList<>();
    List<Sentence> mistakes = new ArrayList<>();
    int line = 0;
    try (MappingIterator<String[]> rows =
        CSV.readerFor(String[].class).readValues(text.replace("\0", ""))) {
      while (rows.hasNextValue() && line < MOST) {
        String[] cells = rows.nextValue();
        line++;
        if (String.join("", cells).isBlank()) {
          continue;
        }
        Sentence mistake = mistake(line, cells, buildings);
        if (mistake.isEmpty()) {
          members.add(member(cells));
        } else {
          mistakes.add(mistake);
        }
      }
      if (rows.hasNextValue()) {
        mistakes.add(Sentence.of("Paste at most {1} lines at a time.", MOST));
      }
    } catch (JsonProcessingException e) {
      mistakes.add(
          Sentence.of("Line {1} can't be read. Is there a quotation mark too many?", line + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PastedStaff(members, mistakes);
  }

  private static StaffMember member(String[] cells) {
    String language = cell(cells, 3).equals("es") ? "es" : "en";
    return new StaffMember(
        UUID.randomUUID(), cell(cells, 0), cell(cells, 1), cell(cells, 2), language, "", true);
  }

  private static Sentence mistake(int line, String[] cells, Set<String> buildings) {
    if (!cell(cells, 0).isEmpty() && !buildings.contains(cell(cells, 0))) {
      return Sentence.of(
          "Line {1}: there is no school '{2}'. The page says which there are.",
          line, cell(cells, 0));
    }
    if (cell(cells, 1).isEmpty() || cell(cells, 1).length() > LONGEST) {
      return Sentence.of("Line {1}: the name is missing or too long.", line);
    }
    return EMAIL.matcher(cell(cells, 2)).matches() && cell(cells, 2).length() <= LONGEST
        ? Sentence.NONE
        : Sentence.of("Line {1}: the email is missing or wrong.", line);
  }

  private static String cell(String[] cells, int at) {
    return at < cells.length && cells[at] != null ? cells[at].strip() : "";
  }
}
