package hallmonitor.moderation.policy.file;

import hallmonitor.moderation.policy.ReplyTexts;
import hallmonitor.settings.district.District;
import hallmonitor.settings.yaml.InvalidFileException;
import hallmonitor.settings.yaml.Placeholders;
import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code replies.yaml}, which is optional. */
public final class RepliesFile {
  public static final String NAME = "replies.yaml";

  /** Longest text that every supported platform accepts in a comment, with room for the wording. */
  private static final int LONGEST_TEXT = 4_000;

  private static final Pattern CLAUSE = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,3}");
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private enum Switch {
    ON,
    OFF
  }

  private enum By {
    ADMINISTRATOR,
    MODERATOR
  }

  private RepliesFile() {}

  /**
   * Reads the file.
   *
   * @throws InvalidFileException with all mistakes
   */
  public static ReplyTexts read(String text) {
    return text.isBlank() ? ReplyTexts.NONE : YamlFile.read(NAME, text, RepliesFile::replies);
  }

  private static ReplyTexts replies(YamlMapping file) {
    file.allow("appeals", "blocking", "blocks", "replies");
    return new ReplyTexts(
        file.mapping("appeals").map(RepliesFile::appeals).orElse(ReplyTexts.NONE.appeals()),
        file.oneOf("blocking", Switch.class, Switch.OFF) == Switch.ON,
        blocks(file),
        file.mapping("replies").map(RepliesFile::answers).orElse(ReplyTexts.NONE.answers()));
  }

  private static ReplyTexts.Appeals appeals(YamlMapping appeals) {
    appeals.allow("answer-within", "closed", "address");
    Set<LocalDate> closed = new HashSet<>();
    appeals.texts(
        "closed",
        day -> {
          try {
            closed.add(LocalDate.parse(day));
            return Optional.empty();
          } catch (java.time.DateTimeException e) {
            return Optional.of("'" + day + "' is not a day such as 2026-12-24");
          }
        });
    Optional<String> address =
        Optional.of(
                appeals.value(
                    "address",
                    "",
                    "an address such as https://comments.example.org/appeal",
                    RepliesFile::address))
            .filter(given -> !given.isEmpty());
    return new ReplyTexts.Appeals(appeals.wholeNumber("answer-within", 10, 1, 60), closed, address);
  }

  private static String address(String text) {
    URI uri = URI.create(text);
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static ReplyTexts.Blocks blocks(YamlMapping file) {
    ReplyTexts.Blocks standard = ReplyTexts.NONE.blocks();
    return file.mapping("blocks")
        .map(
            blocks -> {
              blocks.allow("longest-days", "least-strikes", "strike-days", "clauses", "notice");
              return new ReplyTexts.Blocks(
                  blocks.wholeNumber("longest-days", standard.longestDays(), 1, 366),
                  blocks.wholeNumber("least-strikes", standard.leastStrikes(), 2, 100),
                  blocks.wholeNumber("strike-days", standard.strikeDays(), 7, 1_096),
                  Set.copyOf(new HashSet<>(blocks.texts("clauses", RepliesFile::noClause))),
                  blocks
                      .mapping("notice")
                      .map(n -> texts(n, ReplyTexts.NOTICE_PLACEHOLDERS))
                      .orElse(Map.of()));
            })
        .orElse(standard);
  }

  private static Optional<String> noClause(String clause) {
    return CLAUSE.matcher(clause).matches()
        ? Optional.empty()
        : Optional.of("'" + clause + "' is not the number of a clause, such as \"2.1\"");
  }

  private static ReplyTexts.Answers answers(YamlMapping replies) {
    replies.allow("by", "own-words", "second-person-on", "templates");
    Set<String> ids = new HashSet<>();
    List<ReplyTexts.Template> templates =
        replies.list("templates", template -> template(template, ids));
    return new ReplyTexts.Answers(
        replies.oneOf("by", By.class, By.ADMINISTRATOR) == By.MODERATOR,
        replies.oneOf("own-words", Switch.class, Switch.OFF) == Switch.ON,
        Set.copyOf(new HashSet<>(replies.texts("second-person-on", RepliesFile::noKind))),
        templates);
  }

  private static Optional<String> noKind(String kind) {
    List<String> kinds =
        Arrays.stream(District.AccountKind.values()).map(YamlMapping::nameOf).toList();
    return kinds.contains(kind)
        ? Optional.empty()
        : Optional.of(
            "there is no kind of account '%s'; known are %s"
                .formatted(kind, String.join(", ", kinds)));
  }

  private static ReplyTexts.Template template(YamlMapping template, Set<String> ids) {
    template.allow("id", "title", "en", "es");
    String id = template.text("id");
    if (!id.isBlank() && !ID.matcher(id).matches()) {
      template.problem("id", "'" + id + "' must be small letters, digits and hyphens, at most 40");
    }
    if (!ids.add(id)) {
      template.problem("id", "'" + id + "' is the id of another template");
    }
    return new ReplyTexts.Template(
        id, template.text("title"), texts(template, ReplyTexts.PLACEHOLDERS));
  }

  /** Reads texts by language: English is required, Spanish is optional. */
  private static Map<String, String> texts(YamlMapping at, Set<String> placeholders) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String language : ReplyTexts.LANGUAGES) {
      if (language.equals("en") || at.has(language)) {
        String text = at.text(language);
        check(at, language, text, placeholders);
        texts.put(language, text);
      }
    }
    return texts;
  }

  private static void check(YamlMapping at, String language, String text, Set<String> known) {
    if (text.length() > LONGEST_TEXT) {
      at.problem(language, "the text is longer than " + LONGEST_TEXT + " characters");
    }
    Placeholders.check(at, language, text, known);
  }
}
