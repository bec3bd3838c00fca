package hallmonitor.moderation.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the district says to people after it hid their comments, and the rules for replies, appeals
 * and blocks.
 *
 * @param blocking whether authors can be blocked; false unless the district enables it
 */
public record ReplyTexts(Appeals appeals, boolean blocking, Blocks blocks, Answers answers) {
  /** Languages of the texts; the first is required. */
  public static final List<String> LANGUAGES = List.of("en", "es");

  /** The clause's number, its title, its published wording, and how to appeal. */
  public static final Set<String> PLACEHOLDERS = Set.of("clause", "title", "wording", "appeal");

  /** As above, plus the last day of the block. */
  public static final Set<String> NOTICE_PLACEHOLDERS =
      Set.of("clause", "title", "wording", "appeal", "until");

  /** Used without a file: no templates, no blocks. */
  public static final ReplyTexts NONE =
      new ReplyTexts(
          new Appeals(10, Set.of(), Optional.empty()),
          false,
          new Blocks(90, 3, 365, Set.of(), Map.of()),
          new Answers(false, false, Set.of(), List.of()));

  /**
   * Rules for appeals.
   *
   * @param answerWithin school days, from 1 to 60
   * @param closed days when the offices are closed, besides Saturdays and Sundays
   * @param address public address of the form, such as {@code https://x.example/appeal}
   */
  public record Appeals(int answerWithin, Set<LocalDate> closed, Optional<String> address) {
    public Appeals {
      closed = Set.copyOf(closed);
    }

    /** Returns how a person finds the form for a reference. */
    public String howTo(String reference) {
      return address.map(a -> a + "?ref=" + reference).orElse(reference);
    }
  }

  /**
   * Rules for blocks.
   *
   * @param longestDays from 1 to 366
   * @param leastStrikes confirmed violations, at least 2
   * @param strikeDays days for which a violation counts, from 7 to 1,096
   * @param clauses ids of the clauses under which a violation counts; empty for all with a strike
   * @param notice text for the author, by language
   */
  public record Blocks(
      int longestDays,
      int leastStrikes,
      int strikeDays,
      Set<String> clauses,
      Map<String, String> notice) {
    public Blocks {
      clauses = Set.copyOf(clauses);
      notice = Map.copyOf(notice);
    }
  }

  /**
   * Rules for replies.
   *
   * @param byModerators whether moderators may reply, not only administrators
   * @param ownWords whether people may reply in their own words, not only from templates
   * @param secondPersonOn kinds of accounts on which a second person approves every reply
   */
  public record Answers(
      boolean byModerators,
      boolean ownWords,
      Set<String> secondPersonOn,
      List<Template> templates) {
    public Answers {
      secondPersonOn = Set.copyOf(secondPersonOn);
      templates = List.copyOf(templates);
    }

    public Optional<Template> template(String id) {
      return templates.stream().filter(t -> t.id().equals(id)).findFirst();
    }
  }

  /**
   * A reply template.
   *
   * @param id lower-case letters, digits and hyphens
   * @param title name in the list of templates
   * @param texts by language
   */
  public record Template(String id, String title, Map<String, String> texts) {
    public Template {
      texts = Map.copyOf(texts);
    }
  }

  /** Fills placeholders such as {@code {clause}} with values. */
  public static String fill(String text, Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    // A single pass, so that a value is never taken for a placeholder.
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
      int close = text.indexOf('}', open);
      String value = close < 0 ? null : values.get(text.substring(open + 1, close));
      filled.append(text, at, open).append(value == null ? "{" : value);
      at = value == null ? open + 1 : close + 1;
    }
    return filled.append(text, at, text.length()).toString();
  }
}
