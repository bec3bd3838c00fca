package hallmonitor.contract.event;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What names on a Kafka that several districts share begin with: topics, consumer groups,
 * transactions, and users. On a Kafka of its own, a district needs none. A process works for one
 * district as long as it lives.
 *
 * @param text empty, or a district's id and a dot
 */
public record TopicPrefix(String text) {
  /** For a district with a Kafka of its own. */
  public static final TopicPrefix NONE = new TopicPrefix("");

  /** The variable that names the district of a process. */
  public static final String VARIABLE = "HALLMONITOR_DISTRICT";

  /** Such that it is a name for Kafka, PostgreSQL and Kubernetes alike. */
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{0,19}");

  /** Loaded when first asked for, so that a wrong id stops only who needs it. */
  private static final class OfProcess {
    static final TopicPrefix IT =
        Optional.ofNullable(System.getenv(VARIABLE))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .map(TopicPrefix::ofDistrict)
            .orElse(NONE);
  }

  /** Returns that of the district that {@link #VARIABLE} names. */
  public static TopicPrefix ofProcess() {
    return OfProcess.IT;
  }

  /**
   * Returns that of a district.
   *
   * @param id 1 to 20 small letters and digits, a letter first
   * @throws IllegalArgumentException if it is something else
   */
  public static TopicPrefix ofDistrict(String id) {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "A district's id has 1 to 20 small letters and digits, a letter first, such as maple; not '%s'."
              .formatted(id));
    }
    return new TopicPrefix(id + ".");
  }

  /** Returns whether it can be a district's id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Returns the name on the shared Kafka. */
  public String of(String name) {
    return text + name;
  }
}
