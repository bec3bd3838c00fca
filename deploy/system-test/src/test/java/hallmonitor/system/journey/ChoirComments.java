package hallmonitor.system.journey;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What 300 people wrote about a handbell choir. Most of it goes out whole. Some has a phone number,
 * which the rules propose to redact; some is about a child, or describes one, which only a reader
 * sees.
 */
final class ChoirComments {
  static final int ALL = 300;

  /** What a reader finds in a comment about a child, and withholds. */
  static final String ABOUT_A_CHILD = "the nurse sent her home";

  /** What a reader finds in a comment, and redacts by hand. */
  static final String DESCRIPTION = "red sneakers";

  /** The place of the description among the words of its comment, from 1. */
  static final int DESCRIBED_AT = 4;

  private static final List<String> ORDINARY =
      List.of(
          "The handbell choir sounded great on field %d",
          "Please move the handbell choir practice away from lot %d",
          "We drove %d miles to hear the handbell choir and it was worth it",
          "Why does the handbell choir get %d buses and the orchestra none",
          "Row %d could not hear the handbell choir at all last night",
          "The handbell choir needs new uniforms, bring back fund drive %d",
          "Thank you for posting photo %d of the handbell choir",
          "Is the handbell choir playing before or after game %d",
          "The board should vote on handbell choir item %d tonight");

  private ChoirComments() {}

  static String author(int number) {
    return "Parent %03d".formatted(number);
  }

  static String text(int number) {
    if (number % 30 == 0) {
      return "Go handbell choir";
    }
    if (isAboutAChild(number)) {
      return "My girl in row %d of the handbell choir fell ill and %s"
          .formatted(number, ABOUT_A_CHILD);
    }
    if (describes(number)) {
      return "Ringer %d with %s plays best in the handbell choir".formatted(number, DESCRIPTION);
    }
    if (hasPhone(number)) {
      return "Call me at %s about seat %d on the handbell choir trip"
          .formatted(phone(number), number);
    }
    return ORDINARY.get(number % ORDINARY.size()).formatted(number);
  }

  private static boolean isAboutAChild(int number) {
    return number % 50 == 7;
  }

  private static boolean describes(int number) {
    return number % 150 == 20;
  }

  private static boolean hasPhone(int number) {
    return number % 15 == 4;
  }

  private static String phone(int number) {
    return "309-555-%04d".formatted(100 + number);
  }

  static long withheld() {
    return numbers().filter(ChoirComments::isAboutAChild).count();
  }

  static long redacted() {
    return numbers().filter(n -> hasPhone(n) || describes(n)).count();
  }

  /** Returns words that must be in no file of the answer. */
  static List<String> mustNotGoOut() {
    return numbers()
        .boxed()
        .flatMap(
            n ->
                hasPhone(n)
                    ? List.of(phone(n)).stream()
                    : isAboutAChild(n)
                        ? List.of(ABOUT_A_CHILD, author(n)).stream()
                        : describes(n) ? List.of(DESCRIPTION).stream() : List.<String>of().stream())
        .distinct()
        .toList();
  }

  static IntStream numbers() {
    return IntStream.range(0, ALL);
  }
}
