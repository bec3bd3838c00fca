package hallmonitor.moderation.console.page;

import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Details of stored rows in the reader's language. Rows are written once, in English and with user
 * names, so the row's kind and the wording identify what this program wrote. What a person wrote
 * stays as it is.
 */
public final class StoredWords {
  private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

  /** The type of a value, which decides how it is shown. */
  public enum Value {
    TEXT,
    PERSON,
    /** People, with commas. */
    PEOPLE,
    CATEGORY,
    CODE,
    /** Roles, with commas. */
    ROLES,
    TIME;

    /** Returns a stored value as the reader knows it. */
    public String display(String stored) {
      return switch (this) {
        case TEXT -> stored;
        case PERSON -> DisplayLabels.person(stored);
        case PEOPLE -> each(stored, DisplayLabels::person);
        case CATEGORY -> ReaderLanguage.says(DisplayLabels.category(stored));
        case CODE -> DisplayLabels.plain(stored);
        case ROLES -> each(stored, role -> DisplayLabels.small(DisplayLabels.plain(role)));
        case TIME -> moment(stored);
      };
    }

    private static String each(String stored, UnaryOperator<String> words) {
      return Arrays.stream(stored.split(", *")).map(words).collect(Collectors.joining(", "));
    }

    private static String moment(String stored) {
      try {
        return DisplayLabels.moment(Instant.parse(stored));
      } catch (DateTimeParseException e) {
        return stored;
      }
    }
  }

  /**
   * What this program writes for a kind of row, before what a person wrote.
   *
   * @param stored its form in the row
   * @param shown what a reader sees instead
   * @param rest returns what follows in the reader's language; what a person wrote stays as it is
   */
  public record Shape(
      Pattern kind,
      Pattern stored,
      Sentence shown,
      List<Value> values,
      UnaryOperator<String> rest) {
    /**
     * Creates a shape that is shown as it is stored.
     *
     * @param kind a regular expression
     * @param values what its values are; those that are not named are texts
     */
    public static Shape of(String kind, Sentence sentence, Value... values) {
      return of(kind, sentence.english(), sentence, values);
    }

    /**
     * Creates a shape.
     *
     * @param kind a regular expression
     * @param stored with places for values, which {@code shown} has too
     * @param values what its values are; those that are not named are texts
     */
    public static Shape of(String kind, String stored, Sentence shown, Value... values) {
      StringBuilder detail = new StringBuilder();
      Matcher place = PLACE.matcher(stored);
      int from = 0;
      while (place.find()) {
        detail.append(Pattern.quote(stored.substring(from, place.start())));
        detail.append("(\\S.*?)");
        from = place.end();
      }
      detail.append(Pattern.quote(stored.substring(from)));
      return new Shape(
          Pattern.compile(kind),
          Pattern.compile(detail + "(?:\\s+(.*))?", Pattern.DOTALL),
          shown,
          List.of(values),
          theirs -> theirs);
    }

    /** Returns the same shape where this program wrote what follows, too. */
    public Shape followedBy(UnaryOperator<String> words) {
      return new Shape(kind, stored, shown, values, words);
    }

    private Optional<String> translate(String aKind, String detail) {
      Matcher found = stored.matcher(detail);
      if (!kind.matcher(aKind).matches() || !found.matches()) {
        return Optional.empty();
      }
      List<String> said =
          IntStream.range(1, found.groupCount())
              .mapToObj(
                  i -> (i > values.size() ? Value.TEXT : values.get(i - 1)).display(found.group(i)))
              .toList();
      String theirs = found.group(found.groupCount());
      String ours = ReaderLanguage.says(shown.with(said));
      return Optional.of((ours + (theirs == null ? "" : " " + rest.apply(theirs))).strip());
    }
  }

  private final List<Shape> shapes;

  public StoredWords(List<Shape> shapes) {
    this.shapes = List.copyOf(shapes);
  }

  /** Returns a row's detail in the reader's language; empty if this program did not write it. */
  public Optional<String> translate(String kind, String detail) {
    return shapes.stream().flatMap(shape -> shape.translate(kind, detail).stream()).findFirst();
  }
}
