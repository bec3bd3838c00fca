package hallmonitor.notifier.answer;

import hallmonitor.notifier.answer.CommentCard.PictureLink;
import hallmonitor.notifier.answer.ConversationView.Comment;
import hallmonitor.notifier.escalation.EscalatedComment;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.notice.CommentReport;
import hallmonitor.notifier.notice.CommentStanding;
import hallmonitor.notifier.notice.PlainText;
import hallmonitor.notifier.notice.StandingText;
import hallmonitor.notifier.queue.KeptPictures.Missing;
import hallmonitor.notifier.queue.KeptPictures.Picture;
import hallmonitor.settings.notice.NoticePhrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the card of one comment for one reader. */
final class CardTexts {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_WORDS = 4000;
  private static final int LONGEST_PARENT = 500;
  private static final int MOST_REASONS = 4;
  private static final int KILOBYTE = 1024;

  private final NoticePhrases phrases;
  private final StandingText people;
  private final String consoleUrl;

  /**
   * Creates a writer.
   *
   * @param consoleUrl without a trailing slash
   */
  CardTexts(NoticePhrases phrases, StandingText people, String consoleUrl) {
    this.phrases = phrases;
    this.people = people;
    this.consoleUrl = consoleUrl;
  }

  /**
   * Writes a card.
   *
   * @param shown whether its words are on the page
   * @param looked whether the reader opened them
   * @param closed whether the escalation no longer takes an answer
   * @param picture the picture that is shown
   */
  CommentCard card(
      Comment of,
      CardHeading heading,
      boolean open,
      boolean shown,
      boolean looked,
      boolean closed,
      Optional<UUID> picture) {
    EscalatedComment said = of.said();
    Escalation escalation = said.escalation();
    CommentStanding standing = of.standing();
    return new CommentCard(
        of.caseId().toString(),
        heading,
        people.time(escalation.raisedAt()),
        open,
        shown,
        looked,
        shown ? PlainText.paragraphs(escalation.quote(), LONGEST_WORDS) : "",
        shown ? english(said) : "",
        PlainText.line(said.postTitle(), LONGEST_TITLE),
        shown ? said.parent().map(words -> PlainText.line(words, LONGEST_PARENT)).orElse("") : "",
        looked ? of.pictures().stream().map(p -> picture(p, picture)).toList() : List.of(),
        looked ? missing(of.missing()) : List.of(),
        clause(escalation),
        shown ? reasons(said.reasons()) : List.of(),
        standing(standing),
        tone(standing.kind()),
        standing.pending().isPresent(),
        of.mayHide(),
        standing.mayPutBack(),
        looked && !closed,
        of.decisions().stream().map(people::say).toList(),
        consoleUrl + "/cases/" + of.caseId());
  }

  private String english(EscalatedComment of) {
    return phrases.locale().getLanguage().equals("es")
        ? ""
        : of.english().map(words -> PlainText.paragraphs(words, LONGEST_WORDS)).orElse("");
  }

  private PictureLink picture(Picture picture, Optional<UUID> shown) {
    long kilobytes = Math.max(1, picture.bytes() / KILOBYTE);
    return new PictureLink(
        picture.id().toString(),
        phrases.fill(phrases.say("answer.picture-size"), Map.of("size", Long.toString(kilobytes))),
        shown.filter(picture.id()::equals).isPresent());
  }

  private List<String> missing(Missing of) {
    List<String> sentences = new ArrayList<>();
    if (of.queued() > 0) {
      sentences.add(phrases.say("answer.picture-queued"));
    }
    if (of.failed() > 0) {
      sentences.add(phrases.say("answer.picture-failed"));
    }
    return sentences;
  }

  private String clause(Escalation of) {
    return phrases.fill(
        phrases.say("answer.clause"),
        Map.of(
            "title",
            PlainText.line(phrases.title(of.clauseTitle(), of.clauseTitleSpanish()), LONGEST_TITLE),
            "clause",
            PlainText.line(of.clause(), LONGEST_NAME)));
  }

  /**
   * The detectors explain in English, so only the category and the quoted words are shown to
   * everyone. Each category appears once, with the quotes of all its detectors.
   */
  private List<String> reasons(List<EscalatedComment.Reason> of) {
    Map<String, List<String>> quotes = new LinkedHashMap<>();
    for (EscalatedComment.Reason reason : of) {
      quotes
          .computeIfAbsent(
              phrases.say("answer.found", reason.category()), category -> new ArrayList<>())
          .addAll(reason.quoted());
    }
    return quotes.entrySet().stream()
        .limit(MOST_REASONS)
        .map(found -> reason(found.getKey(), found.getValue()))
        .toList();
  }

  private static String reason(String category, List<String> quotes) {
    String quoted =
        quotes.stream()
            .map(words -> PlainText.line(words, LONGEST_NAME))
            .filter(words -> !words.isEmpty())
            .distinct()
            .limit(3)
            .map(words -> "“" + words + "”")
            .collect(Collectors.joining(", "));
    return quoted.isEmpty() ? category : category + ": " + quoted;
  }

  private String standing(CommentStanding of) {
    CommentStanding.Kind kind = of.kind();
    Map<String, String> values =
        of.pending()
            .map(ask -> Map.of("who", people.name(ask.person()), "time", people.time(ask.at())))
            .or(() -> of.report().map(this::reported))
            .orElse(Map.of("who", "", "time", ""));
    boolean told = of.report().filter(report -> kind == CommentStanding.Kind.VISIBLE).isPresent();
    String key = told ? "visible-again" : kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return phrases.fill(phrases.say("comment." + key), values);
  }

  private Map<String, String> reported(CommentReport report) {
    return Map.of(
        "who",
        "",
        "time",
        people.time(report.at()),
        "why",
        PlainText.line(report.detail(), LONGEST_TITLE));
  }

  private static String tone(CommentStanding.Kind kind) {
    return switch (kind) {
      case ASKED_TO_HIDE, ASKED_TO_SHOW, HIDING -> "asked";
      case HIDDEN -> "hidden";
      case VISIBLE -> "visible";
      case FAILED -> "failed";
      case GONE -> "gone";
    };
  }
}
