package hallmonitor.moderation.wording;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something said to the reader of a page: a sentence, a label, a reason why nothing was done. It is
 * written in English and translated when displayed. The English template selects the translation,
 * before values are filled in, so text that a person wrote is never taken for a sentence of the
 * console.
 *
 * <p>Its text form is English. Records use that form: the log, a case's history, exported files.
 *
 * @param english with {@code {1}}, {@code {2}} ... where the values go
 * @param values texts and numbers, which are not translated; sentences; or constants, in the
 *     database's spelling
 */
public record Sentence(String english, List<Object> values) implements CharSequence {
  /** An empty sentence. */
  public static final Sentence NONE = new Sentence("", List.of());

  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

  public Sentence {
    values = List.copyOf(values);
  }

  /**
   * Creates a sentence.
   *
   * @param english a literal in the call: the test of the Spanish file finds it in the source
   */
  public static Sentence of(String english, Object... values) {
    return new Sentence(english, List.of(values));
  }

  /**
   * Creates a sentence without values.
   *
   * @param reason a sentence from a rule file or a detector, as findings store it; any other text
   *     is not translated
   */
  public static Sentence ofReason(String reason) {
    return PLACE.matcher(reason).find() ? of("{1}", reason) : new Sentence(reason, List.of());
  }

  /** Returns this sentence with other values. */
  public Sentence with(List<String> others) {
    return new Sentence(english, List.copyOf(others));
  }

  /** Returns this sentence followed by another. */
  public Sentence and(Sentence next) {
    if (isEmpty() || next.isEmpty()) {
      return isEmpty() ? next : this;
    }
    return Sentence.of("{1} {2}", this, next);
  }

  @Override
  public boolean isEmpty() {
    return english.isEmpty();
  }

  @Override
  public int length() {
    return toString().length();
  }

  @Override
  public char charAt(int index) {
    return toString().charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return toString().subSequence(start, end);
  }

  /**
   * Translates this sentence.
   *
   * @param words translates the English of this sentence and of those within it
   * @param codes translates a constant, such as {@code hide-ordered}
   */
  public String in(UnaryOperator<String> words, UnaryOperator<String> codes) {
    return PLACE
        .matcher(words.apply(english))
        .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), words, codes)));
  }

  private String value(String place, UnaryOperator<String> words, UnaryOperator<String> codes) {
    Object value = values.get(Integer.parseInt(place) - 1);
    if (value instanceof Enum<?> constant) {
      return codes.apply(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return value instanceof Sentence within ? within.in(words, codes) : value.toString();
  }

  @Override
  public String toString() {
    return in(UnaryOperator.identity(), UnaryOperator.identity());
  }
}
