package hallmonitor.moderation.console.access;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that a password must not contain, because strangers who guess know them: the person's
 * names, the product, and the district. Pure.
 *
 * @param words small letters and digits only
 */
record PasswordWords(List<String> words) {
  private static final Pattern NOT_KEPT = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NUMBER = Pattern.compile("\\p{N}+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Shorter names are parts of many words. */
  private static final int SHORTEST = 4;

  /** What many districts are called says nothing about this one. */
  private static final Set<String> GENERIC =
      Set.of(
          "school",
          "schools",
          "district",
          "public",
          "unified",
          "independent",
          "consolidated",
          "community",
          "county",
          "city",
          "of",
          "the",
          "and");

  private static final List<String> PRODUCT = List.of("hallmonitor");

  PasswordWords {
    words = List.copyOf(words);
  }

  /**
   * Collects the words.
   *
   * @param email empty if there is none
   */
  static PasswordWords of(String userName, String displayName, String email, String district) {
    String mailbox = email.substring(0, Math.max(0, email.indexOf('@')));
    String place =
        parts(district)
            .filter(part -> !GENERIC.contains(part) && !NUMBER.matcher(part).matches())
            .collect(joining());
    return new PasswordWords(
        Stream.of(
                parts(displayName),
                Stream.of(squeezed(userName), squeezed(displayName), squeezed(mailbox), place),
                PRODUCT.stream())
            .flatMap(words -> words)
            .filter(word -> word.length() >= SHORTEST)
            .distinct()
            .toList());
  }

  /** Returns whether the password contains one, however it is written. */
  boolean areIn(String password) {
    String squeezed = squeezed(password);
    return words.stream().anyMatch(squeezed::contains);
  }

  private static Stream<String> parts(String text) {
    return NOT_KEPT.splitAsStream(plain(text)).filter(part -> !part.isEmpty());
  }

  private static String squeezed(String text) {
    return parts(text).collect(joining());
  }

  private static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
