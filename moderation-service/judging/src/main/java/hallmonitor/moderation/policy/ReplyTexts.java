package hallmonitor.moderation.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the district says to people whose comments it hid, and by which rules: replies, appeals,
 * blocks.
 *
 * @param blocking whether authors can be blocked at all; false unless the district says so
 */
public record ReplyTexts(Appeals appeals, boolean blocking, Blocks blocks, Answers answers) {
  /** Languages that texts are written in, the first of them always. */
  public static final List<String> LANGUAGES = List.of("en", "es");

  /** Stand for the clause's number, its wording as it is published, and how to appeal. */
  public static final Set<String> PLACEHOLDERS = Set.of("clause", "wording", "appeal");

  /** In the notice of a block, also its last day. */
  public static final Set<String> NOTICE_PLACEHOLDERS =
      Set.of("clause", "wording", "appeal", "until");

  /** Without a file: no template, no block. */
  public static final ReplyTexts NONE =
      new ReplyTexts(
          new Appeals(10, Set.of(), Optional.empty()),
          false,
          new Blocks(90, 3, Map.of()),
          new Answers(false, List.of()));

  /**
   * @param answerWithin school days, from 1 to 60
   * @param closed days on which the offices are closed, beside Saturdays and Sundays
   * @param address where the public reaches the form, such as {@code https://x.example/appeal}
   */
  public record Appeals(int answerWithin, Set<LocalDate> closed, Optional<String> address) {
    public Appeals {
      closed = Set.copyOf(closed);
    }

    /** How a person finds the form for their reference. */
    public String howTo(String reference) {
      return address.map(a -> a + "?ref=" + reference).orElse(reference);
    }
  }

  /**
   * @param longestDays from 1 to 366
   * @param leastStrikes violations that a person has confirmed, from 2 on
   * @param notice what its author is told, by language
   */
  public record Blocks(int longestDays, int leastStrikes, Map<String, String> notice) {
    public Blocks {
      notice = Map.copyOf(notice);
    }
  }

  /**
   * @param byModerators whether moderators may reply, too, and not only administrators
   */
  public record Answers(boolean byModerators, List<Template> templates) {
    public Answers {
      templates = List.copyOf(templates);
    }

    public Optional<Template> template(String id) {
      return templates.stream().filter(t -> t.id().equals(id)).findFirst();
    }
  }

  /**
   * @param id in small letters, digits and hyphens
   * @param title for those who choose it
   * @param texts by language
   */
  public record Template(String id, String title, Map<String, String> texts) {
    public Template {
      texts = Map.copyOf(texts);
    }
  }

  /** Puts values in the place of placeholders such as {@code {clause}}. */
  public static String fill(String text, Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    // In one pass: what a value holds is never taken for a placeholder.
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
      int close = text.indexOf('}', open);
      String value = close < 0 ? null : values.get(text.substring(open + 1, close));
      filled.append(text, at, open).append(value == null ? "{" : value);
      at = value == null ? open + 1 : close + 1;
    }
    return filled.append(text, at, text.length()).toString();
  }
}
