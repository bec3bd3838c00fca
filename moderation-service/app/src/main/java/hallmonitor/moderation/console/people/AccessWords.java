package hallmonitor.moderation.console.people;

import static hallmonitor.moderation.console.page.DisplayLabels.building;
import static hallmonitor.moderation.console.page.DisplayLabels.plain;

import hallmonitor.moderation.console.access.Access;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import java.util.stream.Collectors;

/** An access in words, such as <i>Moderator · Maple Valley High School</i>. */
public final class AccessWords {
  private AccessWords() {}

  static String of(Access access) {
    return plain(access.role()) + " · " + schools(access);
  }

  /** Returns the schools' names, that it is all of them, or that it is accounts instead. */
  static String schools(Access access) {
    if (access.role().equals(ConsoleUser.ACCOUNT_ADMINISTRATOR)) {
      return ReaderLanguage.says(Sentence.of("their accounts"));
    }
    return access.buildings().isEmpty()
        ? ReaderLanguage.says(Sentence.of("all schools"))
        : access.buildings().stream().map(id -> building(id)).collect(Collectors.joining(", "));
  }

  /** Does the same for the text form of an access; returns any other text unchanged. */
  public static String of(String text) {
    try {
      return of(Access.parse(text));
    } catch (Access.Refused e) {
      return text;
    }
  }
}
