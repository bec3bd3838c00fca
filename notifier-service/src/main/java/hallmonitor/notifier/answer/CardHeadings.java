package hallmonitor.notifier.answer;

import hallmonitor.notifier.answer.ConversationView.Comment;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.notice.PlainText;
import hallmonitor.notifier.notice.StandingText;
import hallmonitor.settings.notice.NoticePhrases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes the headings of one page's cards. */
final class CardHeadings {
  private static final int LONGEST_NAME = 80;

  private final NoticePhrases phrases;
  private final StandingText people;
  private final Instant now;
  private final List<Comment> comments;
  private final boolean more;
  private final List<String> authors;

  CardHeadings(NoticePhrases phrases, StandingText people, ConversationView view, Instant now) {
    this.phrases = phrases;
    this.people = people;
    this.now = now;
    this.comments = view.comments();
    this.more = view.cases() > comments.size();
    this.authors = comments.stream().map(CardHeadings::author).distinct().toList();
  }

  /**
   * Writes a heading.
   *
   * @param named whether the reader may see the author's name
   */
  CardHeading of(Comment comment, boolean named) {
    Escalation escalation = comment.said().escalation();
    return new CardHeading(place(comment), author(comment, named), age(escalation.raisedAt()));
  }

  private String place(Comment comment) {
    if (comments.size() == 1 && !more) {
      return "";
    }
    return phrases.fill(
        phrases.say("answer.place"),
        Map.of(
            "number",
            Integer.toString(comments.indexOf(comment) + 1),
            "total",
            comments.size() + (more ? "+" : "")));
  }

  private String age(Instant raised) {
    Duration since = Duration.between(raised, now);
    return since.toDays() > 0
        ? people.time(raised)
        : phrases.fill(
            phrases.say("answer.ago"),
            Map.of("time", phrases.lasting(Math.max(1, since.toMinutes()))));
  }

  private String author(Comment of, boolean named) {
    String name = of.said().escalation().author();
    if (name.isBlank()) {
      return phrases.say("answer.no-name");
    }
    return named
        ? PlainText.line(name, LONGEST_NAME)
        : phrases.fill(
            phrases.say("answer.author"),
            Map.of("number", Integer.toString(authors.indexOf(author(of)) + 1)));
  }

  /** Guests have no id: then only the name distinguishes them. */
  private static String author(Comment of) {
    Escalation escalation = of.said().escalation();
    return escalation.authorId().orElse(escalation.author());
  }
}
